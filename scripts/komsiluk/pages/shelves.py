"""A collection to its shelves: which practices stand under which theme, group, place, organisation, project."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from komsiluk.model.collection import Collection
from komsiluk.model.practice import Practice

Shelf = Mapping[str, tuple[str, ...]]
"""Ids of practices, in order, by the id they stand under."""
Terms = Callable[[Practice], Iterable[str]]
"""What a practice stands under."""


@dataclass(frozen=True, kw_only=True)
class Shelves:
    """The practices under everything that they can be found by; empty shelves are left out."""

    themes: Shelf
    groups: Shelf
    types: Shelf
    places: Shelf
    """A practice in a town stands under its district and country too."""
    organisations: Shelf
    projects: Shelf


def shelves(collection: Collection) -> Shelves:
    """Put every practice where a reader would look for it."""
    return Shelves(
        themes=_shelf(collection, "themes", lambda practice: practice.themes),
        groups=_shelf(collection, "groups", lambda practice: practice.groups),
        types=_shelf(collection, "practice_types", lambda practice: (practice.type,)),
        places=_by(
            collection.practices,
            lambda practice: around(practice, collection),
            sorted(collection.places),
        ),
        organisations=_by(
            collection.practices,
            lambda practice: [part.organisation for part in practice.organisations],
            sorted(collection.organisations),
        ),
        projects=_by(
            collection.practices, lambda practice: practice.projects, sorted(collection.projects)
        ),
    )


def around(practice: Practice, collection: Collection) -> tuple[str, ...]:
    """The places of a practice and all larger places around them, the countries it names included."""
    found: dict[str, None] = {}
    for place_id in practice.places:
        step: str | None = place_id
        while step is not None and step in collection.places and step not in found:
            found[step] = None
            step = collection.places[step].part_of
    for place_id, place in collection.places.items():
        if place.kind == "country" and place.country in practice.countries:
            found.setdefault(place_id)
    return tuple(found)


def _shelf(collection: Collection, vocabulary: str, terms: Terms) -> Shelf:
    held = collection.vocabularies.get(vocabulary)
    order = [concept.id for concept in held.concepts] if held else []
    return _by(collection.practices, terms, order)


def _by(practices: Mapping[str, Practice], terms: Terms, order: Iterable[str]) -> Shelf:
    found: dict[str, list[str]] = {term: [] for term in order}
    for practice_id, practice in practices.items():
        for term in dict.fromkeys(terms(practice)):
            if term in found:
                found[term].append(practice_id)
    return {term: tuple(held) for term, held in found.items() if held}
