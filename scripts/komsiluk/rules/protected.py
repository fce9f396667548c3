"""Groups whose people must not be recognised, and the places in which they could be."""

from __future__ import annotations

from collections.abc import Iterator

from komsiluk.model.practice import Practice
from komsiluk.model.records import Place, Vocabulary
from komsiluk.source.collection import Loaded


def protected_group(loaded: Loaded, practice: Practice, *, places_too: bool = False) -> str | None:
    """The first group of a practice that the vocabulary protects, or whose places too it does."""
    kinds = ("places",) if places_too else ("numbers", "places")
    vocabulary = next((held for held in loaded.of("vocabularies") if held.id == "groups"), None)
    if vocabulary is None or not isinstance(vocabulary.record, Vocabulary):
        return None
    protected = {concept.id for concept in vocabulary.record.concepts if concept.protect in kinds}
    return next((group for group in practice.groups if group in protected), None)


def municipalities(loaded: Loaded, practice: Practice) -> Iterator[tuple[int, str, Place]]:
    """The places of a practice that are municipalities: position in its list, id, and record."""
    places = {entry.id: entry.record for entry in loaded.of("places")}
    for position, place_id in enumerate(practice.places):
        place = places.get(place_id)
        if isinstance(place, Place) and place.kind == "municipality":
            yield position, place_id, place
