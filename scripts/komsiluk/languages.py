"""A language tag to what a page needs to know of its language: name, direction, CLDR locale."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from babel import Locale, UnknownLocaleError


@dataclass(frozen=True, kw_only=True, slots=True)
class Language:
    """A language of the site, as BCP 47 and CLDR see it."""

    tag: str
    """BCP 47, as in `<html lang>`: `sr-Latn`."""
    name: str
    """Its own name for itself, with a capital: `Srpski (latinica)`."""
    direction: str
    """`ltr` or `rtl`."""
    locale: Locale
    """The CLDR locale by which dates, numbers and lists are written."""


@functools.cache
def language(tag: str, cldr: str | None = None) -> Language:
    """The language of a tag; `cldr` names another locale for its dates and numbers (`en-GB`).

    Raises `LookupError`, with a sentence for people, for a tag that CLDR does not know.

    >>> language("mk").name, language("ar").direction, language("sr-Latn").name
    ('Македонски', 'rtl', 'Srpski (latinica)')
    """
    try:
        locale = Locale.parse(cldr or tag, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise LookupError(
            f'"{tag}" is not a language that the Unicode CLDR knows; '
            'write it as "en", "mk" or "sr-Latn".'
        ) from error
    name = Locale.parse(tag, sep="-").get_display_name() or tag
    return Language(
        tag=tag,
        name=name[0].upper() + name[1:],
        direction="rtl" if locale.text_direction == "rtl" else "ltr",
        locale=locale,
    )
