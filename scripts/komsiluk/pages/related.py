"""A collection to the few practices that a reader of each should see next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from komsiluk.model.practice import Practice

LIMIT = 3
WINDOW = 8
"""How many practices with a common term are compared: the work grows with the collection, not with its square."""

Term = str | tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Terms:
    """The terms of a practice, a bit for each."""

    themes: int
    others: int

    def points(self, other: _Terms) -> int:
        """How near two practices are."""
        return (
            3 * (self.themes & other.themes).bit_count() + (self.others & other.others).bit_count()
        )


class Related:
    """The practices of a collection by how near they are to each other."""

    def __init__(self, practices: Mapping[str, Practice]) -> None:
        self._practices = practices
        self._order = {practice_id: place for place, practice_id in enumerate(practices)}
        self._by_term: dict[Term, list[str]] = {}
        self._places: dict[str, dict[Term, int]] = {}
        self._terms: dict[str, _Terms] = {}
        bits: dict[str, int] = {}
        for practice_id, practice in practices.items():
            self._places[practice_id] = {}
            for term in _terms(practice):
                under_term = self._by_term.setdefault(term, [])
                self._places[practice_id][term] = len(under_term)
                under_term.append(practice_id)
            self._terms[practice_id] = _Terms(
                themes=_bits(practice.themes, bits),
                others=_bits((*practice.groups, *practice.places), bits),
            )

    def to(self, practice_id: str) -> tuple[str, ...]:
        """Ids of at most three practices: those that its file names, then the nearest.

        Practices are near if they share themes (3 points each), groups (1 point) and places (1 point).
        Among equals, those that follow in the collection come first, so that each practice is shown
        somewhere. Where many share a term (a theme, a group, a place, or a theme with one of these),
        only the eight beside the practice under that term are compared.
        """
        named = [
            other
            for other in dict.fromkeys(self._practices[practice_id].related)
            if other in self._practices and other != practice_id
        ]
        own, position, n_all = self._terms[practice_id], self._order[practice_id], len(self._order)
        near = sorted(
            (-own.points(self._terms[other]), (self._order[other] - position) % n_all, other)
            for other in set(self._beside(practice_id)).difference(named, (practice_id,))
        )
        return tuple([*named, *(other for _, _, other in near)][:LIMIT])

    def _beside(self, practice_id: str) -> Iterator[str]:
        for term, place in self._places[practice_id].items():
            under_term = self._by_term[term]
            if len(under_term) <= WINDOW:
                yield from under_term
            else:
                first = place - WINDOW // 2
                yield from (
                    under_term[at % len(under_term)] for at in range(first, first + WINDOW + 1)
                )


def _terms(practice: Practice) -> tuple[Term, ...]:
    """The terms of a practice, and the pairs of each theme with each other term."""
    others = (*practice.groups, *practice.places)
    return tuple(dict.fromkeys((*practice.themes, *others, *product(practice.themes, others))))


def _bits(terms: tuple[str, ...], bits: dict[str, int]) -> int:
    mask = 0
    for term in terms:
        mask |= 1 << bits.setdefault(term, len(bits))
    return mask
