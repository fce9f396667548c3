"""A text in one script to the same text in the other script of its language."""

from __future__ import annotations

import functools
from collections.abc import Callable

from komsiluk.text.serbian import to_cyrillic, to_latin

_CONVERTERS: dict[tuple[str, str], Callable[[str], str]] = {
    ("sr-Latn", "sr-Cyrl"): to_cyrillic,
    ("sr-Cyrl", "sr-Latn"): to_latin,
}


def other_script(tag: str) -> str | None:
    """The language from which texts of this one can be derived letter by letter.

    >>> other_script("sr-Cyrl"), other_script("mk")
    ('sr-Latn', None)
    """
    return next((origin for origin, target in _CONVERTERS if target == tag), None)


@functools.lru_cache(maxsize=4096)
def convert(text: str, origin: str, target: str) -> str:
    """The text in the other script. Raises `KeyError` for a pair that has no converter."""
    return _CONVERTERS[origin, target](text)
