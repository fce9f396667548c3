"""A collection to what the table of rules has to know of it beside the record that is judged."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from komsiluk.model.records import OrganisationDraft, PlaceDraft, VocabularyDraft
from komsiluk.source.collection import Loaded


@dataclass(frozen=True, kw_only=True)
class Known:
    """Ids and names of a collection, and the day. The form is told the same: `pages/answers.py`."""

    protected: frozenset[str] = frozenset()
    """The groups whose people can be recognised where there are few of them."""
    hidden: frozenset[str] = frozenset()
    """The groups of whom not even the town may stand on a map."""
    towns: frozenset[str] = frozenset()
    """The places that are municipalities."""
    mapped: frozenset[str] = frozenset()
    """The towns that have coordinates."""
    called: tuple[str, ...] = ()
    """The names of organisations and places: two capital letters that are no person's."""
    today: datetime.date | None = None
    """The day of the check; without it, nothing is said of what has ended."""


def known(loaded: Loaded, today: datetime.date | None) -> Known:
    """What is known of everything that was read, broken files too as far as they were understood."""
    places = {entry.id: place for entry, place in loaded.drafts(PlaceDraft)}
    organisations = [organisation.name for _, organisation in loaded.drafts(OrganisationDraft)]
    towns = {place_id for place_id, place in places.items() if place.kind == "municipality"}
    names = [*organisations, *(name for place in places.values() for name in place.name.values())]
    return Known(
        protected=_groups(loaded, "numbers", "places"),
        hidden=_groups(loaded, "places"),
        towns=frozenset(towns),
        mapped=frozenset(town for town in towns if places[town].coordinates is not None),
        called=tuple(name for name in names if name),
        today=today,
    )


def _groups(loaded: Loaded, *kinds: str) -> frozenset[str]:
    """The groups that the vocabulary protects in one of these ways."""
    return frozenset(
        concept.id
        for entry, vocabulary in loaded.drafts(VocabularyDraft)
        if entry.id == "groups"
        for concept in vocabulary.concepts
        if concept.protect in kinds
    )
