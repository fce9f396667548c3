"""What sort of text belongs into a place of an outline."""

from __future__ import annotations

from dataclasses import dataclass

from tests.bench.invented.stock import PLACES


@dataclass(frozen=True, slots=True)
class Short:
    """Where a short text of the checkout belongs, marked with place and year."""

    kind: str
    most: int
    """Longest wanted, in characters, the mark included; no more than the model allows."""


@dataclass(frozen=True, slots=True)
class Word:
    """Where a word belongs that practices share: a unit, a method."""

    kind: str


@dataclass(frozen=True, slots=True)
class Long:
    """Where sentences belong: at least three a paragraph, so that no two practices share one."""

    most: int = 400
    """Longest allowed, in characters."""
    words: int = 80
    """Most words of a paragraph."""
    fewest: int = PLACES
    """Fewest sentences of a paragraph; as many as tell practices apart, or more."""
    sentences: int = 4
    """Most sentences of a paragraph."""
    paragraphs: int = 1


Slot = Short | Word | Long
