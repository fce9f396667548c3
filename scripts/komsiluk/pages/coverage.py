"""A collection to how many practices it holds for each pair of a theme and a group or country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from komsiluk.model.collection import Collection
from komsiluk.model.practice import Practice


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Themes by something else; every term has a row or column, also one without practices."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    """A theme, and how many practices stand under it and each of the columns."""


def by_groups(collection: Collection) -> Matrix:
    """Themes by groups, both in the order of their vocabularies."""
    return _matrix(collection, _terms(collection, "groups"), lambda practice: practice.groups)


def by_countries(collection: Collection) -> Matrix:
    """Themes by countries: ISO 3166-1 codes, those with the most practices first.

    A country of which the collection has a record is there before it has a practice.
    """
    counts = Counter(
        code for practice in collection.practices.values() for code in set(practice.countries)
    )
    for place in collection.places.values():
        if place.kind == "country" and place.country:
            counts[place.country] += 0
    codes = sorted(counts, key=lambda code: (-counts[code], code))
    return _matrix(collection, codes, lambda practice: practice.countries)


def _terms(collection: Collection, vocabulary: str) -> tuple[str, ...]:
    scheme = collection.vocabularies.get(vocabulary)
    return tuple(concept.id for concept in scheme.concepts) if scheme else ()


def _matrix(
    collection: Collection, columns: Sequence[str], terms: Callable[[Practice], Iterable[str]]
) -> Matrix:
    counts = Counter(
        (theme, term)
        for practice in collection.practices.values()
        for theme in set(practice.themes)
        for term in set(terms(practice))
    )
    return Matrix(
        columns=tuple(columns),
        rows=tuple(
            (theme, tuple(counts[theme, term] for term in columns))
            for theme in _terms(collection, "themes")
        ),
    )
