"""Groups whose people must not be recognised, and the places in which they could be."""

from __future__ import annotations

from collections.abc import Iterator

from komsiluk.model.practice import PracticeDraft
from komsiluk.model.records import PlaceDraft, VocabularyDraft
from komsiluk.source.collection import Loaded


def protected_group(
    loaded: Loaded, practice: PracticeDraft, *, places_too: bool = False
) -> str | None:
    """The first group of a practice that the vocabulary protects, or whose places too it does."""
    kinds = ("places",) if places_too else ("numbers", "places")
    protected = {
        concept.id
        for entry, vocabulary in loaded.drafts(VocabularyDraft)
        if entry.id == "groups"
        for concept in vocabulary.concepts
        if concept.protect in kinds
    }
    return next((group for group in practice.groups if group in protected), None)


def municipalities(
    loaded: Loaded, practice: PracticeDraft
) -> Iterator[tuple[int, str, PlaceDraft]]:
    """The places of a practice that are municipalities: position in its list, id, and record."""
    places = {entry.id: place for entry, place in loaded.drafts(PlaceDraft)}
    for position, place_id in enumerate(practice.places):
        place = places.get(place_id)
        if place is not None and place.kind == "municipality":
            yield position, place_id, place
