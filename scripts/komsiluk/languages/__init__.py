"""A language tag to its language as pages need it: name, direction, CLDR locale.

All that is known of a language is in a folder here, named by its tag. No other module names a language.
"""

from __future__ import annotations

from dataclasses import dataclass

from babel import Locale, UnknownLocaleError

from komsiluk.languages.folders import kept
from komsiluk.languages.traits import traits

REFERENCE = "en"
"""The language that has all phrases and messages: the others translate its list."""


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


@kept
def language(tag: str, cldr: str | None = None) -> Language:
    """The language of a tag; `cldr` names another locale for its dates and numbers (`en-GB`).

    A language that CLDR does not know has name and locale from its folder. Raises `LookupError`,
    with a sentence for people, for an unknown tag.

    >>> language("mk").name, language("ar").direction, language("sr-Latn").name
    ('Македонски', 'rtl', 'Srpski (latinica)')
    """
    name = known_name(tag) or traits(tag).name
    locale = _locale(cldr or tag) or (_locale(traits(tag).cldr) if not cldr and name else None)
    if locale is None or not name:
        raise LookupError(
            f'"{tag}" is not a language that the Unicode CLDR knows; '
            'write it as "en", "mk" or "sr-Latn".'
        )
    return Language(
        tag=tag,
        name=name[0].upper() + name[1:],
        direction="rtl" if locale.text_direction == "rtl" else "ltr",
        locale=locale,
    )


def known_name(tag: str) -> str:
    """A language's own name for itself, from CLDR; empty for a language that CLDR does not know."""
    locale = _locale(tag)
    return (locale.get_display_name() or tag) if locale else ""


def _locale(tag: str) -> Locale | None:
    try:
        return Locale.parse(tag, sep="-") if tag else None
    except (UnknownLocaleError, ValueError):
        return None
