"""A collection to the few practices that a reader of each should see next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from komsiluk.model.practice import Practice

LIMIT = 3
WINDOW = 8
"""Of all that share something, so many are looked at: the cost of a collection stays in a straight line."""

Term = str | tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Terms:
    """What a practice stands under, a bit for each term."""

    themes: int
    others: int

    def points(self, other: _Terms) -> int:
        """How near two practices are."""
        return (
            3 * (self.themes & other.themes).bit_count() + (self.others & other.others).bit_count()
        )


class Related:
    """Who is near whom: asked for one practice after another."""

    def __init__(self, practices: Mapping[str, Practice]) -> None:
        self._practices = practices
        self._order = {practice_id: place for place, practice_id in enumerate(practices)}
        self._shelves: dict[Term, list[str]] = {}
        self._places: dict[str, dict[Term, int]] = {}
        self._terms: dict[str, _Terms] = {}
        bits: dict[str, int] = {}
        for practice_id, practice in practices.items():
            self._places[practice_id] = {}
            for term in _terms(practice):
                shelf = self._shelves.setdefault(term, [])
                self._places[practice_id][term] = len(shelf)
                shelf.append(practice_id)
            self._terms[practice_id] = _Terms(
                themes=_bits(practice.themes, bits),
                others=_bits((*practice.groups, *practice.places), bits),
            )

    def to(self, practice_id: str) -> tuple[str, ...]:
        """Ids of at most three practices: those that the file names, then the nearest.

        Near is what shares themes (3 points each), groups (1 point) and places (1 point). Of equal
        ones those come first that follow in the collection, so that each is somebody's neighbour.
        Where many share a theme, a group, a place or two of them, the eight beside the practice
        on that shelf are looked at.
        """
        named = [
            other
            for other in dict.fromkeys(self._practices[practice_id].related)
            if other in self._practices and other != practice_id
        ]
        own, here, n_all = self._terms[practice_id], self._order[practice_id], len(self._order)
        near = sorted(
            (-own.points(self._terms[other]), (self._order[other] - here) % n_all, other)
            for other in set(self._beside(practice_id)).difference(named, (practice_id,))
        )
        return tuple([*named, *(other for _, _, other in near)][:LIMIT])

    def _beside(self, practice_id: str) -> Iterator[str]:
        for term, place in self._places[practice_id].items():
            shelf = self._shelves[term]
            if len(shelf) <= WINDOW:
                yield from shelf
            else:
                first = place - WINDOW // 2
                yield from (shelf[at % len(shelf)] for at in range(first, first + WINDOW + 1))


def _terms(practice: Practice) -> tuple[Term, ...]:
    """The shelves that a practice stands on: each term, and each theme with each other term."""
    others = (*practice.groups, *practice.places)
    return tuple(dict.fromkeys((*practice.themes, *others, *product(practice.themes, others))))


def _bits(terms: tuple[str, ...], bits: dict[str, int]) -> int:
    found = 0
    for term in terms:
        found |= 1 << bits.setdefault(term, len(bits))
    return found
