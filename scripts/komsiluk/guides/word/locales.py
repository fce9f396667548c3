"""A language tag to the one by which Word chooses its dictionary."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Mapping

from babel.core import get_global
from babel.localedata import locale_identifiers


@functools.lru_cache(maxsize=64)
def office_tag(tag: str, country: str = "") -> str:
    """Language, script where the language is written in several, and country.

    The country is the one where most of its speakers are (CLDR's likely subtags) unless one is given.
    https://learn.microsoft.com/openspecs/office_standards/ms-oe376/6c085406-a698-4e12-9d4d-c3b0ee3dbc4a

    >>> [office_tag(tag) for tag in ("sr-Latn", "sr-Cyrl", "bs", "mk", "sq", "de")]
    ['sr-Latn-RS', 'sr-Cyrl-RS', 'bs-Latn-BA', 'mk-MK', 'sq-AL', 'de-DE']
    >>> office_tag("en", "GB")
    'en-GB'
    """
    parts = tag.split("-")
    likely = get_global("likely_subtags")
    full = (likely.get("_".join(parts)) or likely.get(parts[0]) or "").split("_")
    if len(full) < 3:
        return tag
    script = next((part for part in parts[1:] if len(part) == 4), full[1])
    land = country or next((part for part in parts[1:] if len(part) == 2), full[2])
    several = full[1] in _scripts().get(parts[0], frozenset())
    return "-".join([parts[0], *([script] if several else []), land])


@functools.cache
def _scripts() -> Mapping[str, frozenset[str]]:
    """The scripts of languages that CLDR has in several; Chinese goes by country."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name in locale_identifiers():
        language, *rest = name.split("_")
        found[language] |= {part for part in rest if len(part) == 4}
    return {
        language: frozenset(scripts)
        for language, scripts in found.items()
        if len(scripts) > 1 and language != "zh"
    }
