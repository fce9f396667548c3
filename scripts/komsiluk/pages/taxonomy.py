"""A collection to its practices by theme, group, type, place, organisation and project."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from komsiluk.model.collection import Collection
from komsiluk.model.practice import Practice

Index = Mapping[str, tuple[str, ...]]
"""Ids of practices, in order, by the id of the term or record that they stand under."""
Terms = Callable[[Practice], Iterable[str]]
"""The function that gives the terms of a practice."""


@dataclass(frozen=True, kw_only=True)
class Taxonomy:
    """The practices by everything under which they can be found; empty terms are left out."""

    themes: Index
    groups: Index
    types: Index
    places: Index
    """A practice in a town stands under its district and country too."""
    organisations: Index
    projects: Index
    browse: tuple[str, ...]
    """Every practice once, by its first theme in the vocabulary's order, then by where it is, then by id."""
    indexed: tuple[str, ...]
    """The same, first by place: practices that one query finds stand close together."""
    within: Index
    """Places that have practices, by the place they are directly part of; `""` for none."""

    @functools.cached_property
    def numbers(self) -> Mapping[str, int]:
        """The place of each practice in the order of `indexed`: its number in the search's index."""
        return {practice_id: n for n, practice_id in enumerate(self.indexed)}


def taxonomy(collection: Collection) -> Taxonomy:
    """Put every practice where a reader would look for it."""
    themes = _index(collection, "themes", lambda practice: practice.themes)
    places = _by(
        collection.practices,
        functools.partial(around, collection=collection, countries=_countries(collection)),
        sorted(collection.places),
    )
    browse, indexed = _orders(collection, themes, places)
    return Taxonomy(
        themes=themes,
        groups=_index(collection, "groups", lambda practice: practice.groups),
        types=_index(collection, "practice_types", lambda practice: (practice.type,)),
        places=places,
        organisations=_by(
            collection.practices,
            lambda practice: [part.organisation for part in practice.organisations],
            sorted(collection.organisations),
        ),
        projects=_by(
            collection.practices, lambda practice: practice.projects, sorted(collection.projects)
        ),
        browse=browse,
        indexed=indexed,
        within=_within(collection, places),
    )


def around(
    practice: Practice, collection: Collection, countries: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    """The places of a practice and all larger places around them, the countries it names included."""
    places: dict[str, None] = {}
    for place_id in practice.places:
        step: str | None = place_id
        while step is not None and step in collection.places and step not in places:
            places[step] = None
            step = collection.places[step].part_of
    for code in practice.countries:
        places.update(dict.fromkeys(countries.get(code, ())))
    return tuple(places)


def in_tree(places: Index, collection: Collection) -> tuple[str, ...]:
    """The places, every one after the place it is part of, smaller ones before the next neighbour."""
    within = _within(collection, places)
    ordered: list[str] = []
    pending = list(reversed(within.get("", ())))
    while pending:
        place_id = pending.pop()
        ordered.append(place_id)
        pending.extend(reversed(within.get(place_id, ())))
    return tuple(ordered)


def _countries(collection: Collection) -> dict[str, list[str]]:
    """The places that are countries, by their codes."""
    by_code: dict[str, list[str]] = {}
    for place_id, place in collection.places.items():
        if place.kind == "country" and place.country:
            by_code.setdefault(place.country, []).append(place_id)
    return by_code


def _within(collection: Collection, places: Index) -> Index:
    by_parent: dict[str, list[str]] = {}
    for place_id in places:
        parent = collection.places[place_id].part_of
        by_parent.setdefault(parent if parent and parent in places else "", []).append(place_id)
    return {parent: tuple(place_ids) for parent, place_ids in by_parent.items()}


def _orders(
    collection: Collection, themes: Index, places: Index
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All practices by theme and place, and by place and theme.

    The place is the last one in the tree under which a practice stands; practices without one come first.
    """
    ranks = {theme: n for n, theme in enumerate(themes)}
    theme_of = {
        practice_id: ranks.get(practice.themes[0], len(ranks))
        for practice_id, practice in collection.practices.items()
    }
    place_of = dict.fromkeys(collection.practices, -1)
    for n, place_id in enumerate(in_tree(places, collection)):
        place_of.update(dict.fromkeys(places[place_id], n))
    ids = sorted(collection.practices)
    return (
        tuple(sorted(ids, key=lambda id: (theme_of[id], place_of[id]))),
        tuple(sorted(ids, key=lambda id: (place_of[id], theme_of[id]))),
    )


def _index(collection: Collection, vocabulary: str, terms: Terms) -> Index:
    scheme = collection.vocabularies.get(vocabulary)
    order = [concept.id for concept in scheme.concepts] if scheme else []
    return _by(collection.practices, terms, order)


def _by(practices: Mapping[str, Practice], terms: Terms, order: Iterable[str]) -> Index:
    ids_by_term: dict[str, list[str]] = {term: [] for term in order}
    for practice_id, practice in practices.items():
        for term in dict.fromkeys(terms(practice)):
            if term in ids_by_term:
                ids_by_term[term].append(practice_id)
    return {term: tuple(ids) for term, ids in ids_by_term.items() if ids}
