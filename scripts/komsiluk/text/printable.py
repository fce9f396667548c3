"""A text to the same text in characters that the fonts of our papers have."""

from __future__ import annotations

import functools
import importlib.resources
import re
import unicodedata
from collections.abc import Iterator

STANDS_IN = "□"
"""The sign on paper instead of a character that the fonts lack (U+25A1)."""
LONG = 40
"""The most characters without a space and a break: words of our languages have fewer, addresses may have more."""
NARROW = 12
"""Characters that fit into the narrowest column of a table."""
BREAK = "\u200b"
"""An invisible character at which a line may end (U+200B)."""

_UNSEEN = re.compile(
    "[\u200c-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]"
)
"""Joiners, directions, variants of signs, tags: they have no shape of their own."""
_PIECES = re.compile(r"[^/-]+[/-]*|[/-]+")
_PARTS = re.compile(r"[^/.?&=_@-]+[/.?&=_@-]*|[/.?&=_@-]+")
_MIXED = re.compile(rf"(?=\S*[^\W_]\S*[/.?&=_@\d]\S)\S{{{NARROW + 1},}}|\S{{{LONG + 1},}}")
_ENDLESS = re.compile(rf"\S{{{LONG + 1},}}")


def printable(text: str) -> str:
    """The text as paper can show it: characters that no font has are replaced, and endless words may break.

    >>> printable("Dobro došli 👩‍👩‍👧 u Пазар")
    'Dobro došli □ u Пазар'
    """
    if text.isascii() and text.isprintable():
        return _breakable(text)
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    return _breakable(_missing().sub(STANDS_IN, text))


def unprintable(text: str) -> Iterator[re.Match[str]]:
    """Each run of characters that the fonts do not have.

    >>> [run[0] for run in unprintable("Пазар 👋🏽 ok")]
    ['👋🏽']
    """
    if not text.isascii():
        yield from _missing().finditer(text)


def narrowed(text: str) -> str:
    """A text for a narrow column: addresses and numbers may break there too, words are hyphenated.

    >>> narrowed("Mail to somebody@example.org").replace(BREAK, "|")
    'Mail to somebody@|example.|org'
    """
    return _MIXED.sub(_narrowed, text)


def _breakable(text: str) -> str:
    return _ENDLESS.sub(_broken, text) if len(text) > LONG else text


def _broken(word: re.Match[str]) -> str:
    """The word with breaks. A line may end after a stroke or a hyphen anyway, so no break is put there.

    Nor is one put at other signs of an address: whoever copies it would copy the invisible break too.
    """
    return "".join(map(_cut, _PIECES.findall(word[0])))


def _narrowed(word: re.Match[str]) -> str:
    return BREAK.join(_cut(part, NARROW) for part in _PARTS.findall(word[0]))


def _cut(text: str, most: int = LONG) -> str:
    return BREAK.join(text[n : n + most] for n in range(0, len(text), most))


@functools.cache
def _missing() -> re.Pattern[str]:
    """The pattern of a run of characters outside the ranges of `printable.txt`.

    A test compares the ranges with the fonts. Cached until the process ends: the file is part of the
    package.
    """
    file = importlib.resources.files(__package__).joinpath("printable.txt")
    ranges = "".join(
        "-".join(rf"\U{int(code, 16):08x}" for code in line.split("-"))
        for line in file.read_text("ascii").split()
    )
    unseen = _UNSEEN.pattern[1:-1]
    return re.compile(rf"[^{ranges}\s{unseen}](?:[{unseen}]*[^{ranges}\s{unseen}])*")
