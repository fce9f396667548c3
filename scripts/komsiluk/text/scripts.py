"""A text in one script to the same text in the other script of its language."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping

from komsiluk.languages.folders import kept
from komsiluk.languages.traits import traits
from komsiluk.text.serbian import to_cyrillic, to_latin

CONVERTERS: Mapping[str, Callable[[str], str]] = {
    "serbian-cyrillic": to_cyrillic,
    "serbian-latin": to_latin,
}
"""The converters by their names in the folders of languages (`converter`)."""


@kept
def other_script(tag: str) -> str | None:
    """The language from which texts of this one can be derived letter by letter; None if there is none.

    Cached until another site is named (`kept`).

    >>> other_script("sr-Cyrl"), other_script("mk")
    ('sr-Latn', None)
    """
    target = traits(tag)
    return target.derived_from or None if target.converter in CONVERTERS else None


@functools.lru_cache(maxsize=4096)
def convert(text: str, origin: str, target: str) -> str:
    """The text in the other script. Raises `KeyError` for a pair that has no converter.

    The last 4096 texts are cached until the process ends, because pages repeat their phrases.
    """
    if other_script(target) != origin:
        raise KeyError((origin, target))
    return CONVERTERS[traits(target).converter](text)
