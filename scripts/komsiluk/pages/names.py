"""What places and organisations are called in a language."""

from __future__ import annotations

from komsiluk.model.collection import Collection
from komsiluk.pages.voice import Voice


def place_name(collection: Collection, place_id: str, voice: Voice) -> str:
    """The name of a place; a country without one of its own has CLDR's."""
    place = collection.places.get(place_id)
    if place is None:
        return place_id
    if not place.name and place.country:
        return voice.words.country(place.country)
    return voice.label(place.name, place_id).line


def organisation_name(collection: Collection, organisation_id: str, voice: Voice) -> str:
    """The name in the language where there is one, else the organisation's own."""
    organisation = collection.organisations.get(organisation_id)
    if organisation is None:
        return organisation_id
    return voice.label(organisation.names, organisation.name).line
