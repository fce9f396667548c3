"""A language tag to the tag by which Word chooses its dictionary."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Mapping

from babel.core import get_global
from babel.localedata import locale_identifiers


@functools.lru_cache(maxsize=64)
def office_tag(tag: str, country: str = "") -> str:
    """Language, script if the language is written in several, and country.

    Without `country`, it is the country with most of the speakers (CLDR's likely subtags).
    Tags are kept until the process ends, because every run of words asks for one: CLDR does not change.
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
    territory = country or next((part for part in parts[1:] if len(part) == 2), full[2])
    several = full[1] in _scripts().get(parts[0], frozenset())
    return "-".join([parts[0], *([script] if several else []), territory])


@functools.cache
def _scripts() -> Mapping[str, frozenset[str]]:
    """The scripts of each language that CLDR has in several. Chinese is left out: it goes by country.

    The table is kept until the process ends: it takes a look at all of CLDR's names, which stay the same.
    """
    by_language: defaultdict[str, set[str]] = defaultdict(set)
    for name in locale_identifiers():
        language, *rest = name.split("_")
        by_language[language] |= {part for part in rest if len(part) == 4}
    return {
        language: frozenset(scripts)
        for language, scripts in by_language.items()
        if len(scripts) > 1 and language != "zh"
    }
