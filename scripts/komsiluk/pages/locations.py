"""A collection to the places that its practices name, none more exact than the record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from komsiluk.model.collection import Collection
from komsiluk.model.practice import Practice


@dataclass(frozen=True, kw_only=True, slots=True)
class Location:
    """A place, or a whole country, with the practices that name it and no smaller place in it."""

    country: str
    """Its country's code; empty for a region across borders."""
    place: str
    """Its id; empty for a country that has no record of its own."""
    practices: tuple[str, ...]
    kind: str
    """`country`, `region`, `district` or `municipality`, as a place's record has it."""

    @property
    def name(self) -> str:
        """Its name among locations: the place's id, else the country's code."""
        return self.place or self.country

    @property
    def is_exact(self) -> bool:
        """Whether it is a town or municipality; else the practices were somewhere in it."""
        return self.kind == "municipality"


def locations(collection: Collection) -> tuple[Location, ...]:
    """The locations by country, a country as a whole before its places, and these by id.

    If a practice names places and a country, the country counts only where none of the places lies in it.
    """
    countries = {
        place.country: place_id
        for place_id, place in collection.places.items()
        if place.kind == "country" and place.country
    }
    practices_at: dict[tuple[str, str], list[str]] = {}
    for practice_id, practice in collection.practices.items():
        for location in dict.fromkeys(_named(practice, collection, countries)):
            practices_at.setdefault(location, []).append(practice_id)
    locations = [
        Location(
            country=country,
            place=place,
            practices=tuple(practices),
            kind=collection.places[place].kind if place else "country",
        )
        for (country, place), practices in practices_at.items()
    ]
    return tuple(
        sorted(
            locations,
            key=lambda location: (
                not location.country,
                location.country,
                location.kind != "country",
                location.name,
            ),
        )
    )


def _named(
    practice: Practice, collection: Collection, countries: dict[str, str]
) -> Iterator[tuple[str, str]]:
    named_countries = set()
    for place_id in practice.places:
        place = collection.places.get(place_id)
        if place is not None:
            named_countries.add(place.country)
            yield place.country or "", place_id
    for code in practice.countries:
        if code not in named_countries:
            yield code, countries.get(code, "")
