"""The checkout's records, and a number, to what a practice of that number may point to.

Records that nobody has are numbered: the third settlement after Kumanovo is "Kumanovo-3". A record
is there from the practice on that first needs it, so that a longer collection only adds to a shorter.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from komsiluk.model.collection import Collection
from komsiluk.model.records import Place
from komsiluk.model.statements import Citation
from komsiluk.model.walk import records

Item = TypeVar("Item")

FIRST_YEAR, N_YEARS = 2005, 20
"""The years in which practices begin."""
PER_ORGANISATION, PER_PROJECT, PER_SOURCE = 10, 50, 20
"""For how many practices there is one more organisation, project and source."""


@dataclass(frozen=True, kw_only=True)
class World:
    """What the checkout has of records, by id or in their order."""

    towns: Mapping[str, Place]
    """Its municipalities."""
    places: Mapping[str, Place]
    concepts: Mapping[str, Sequence[str]]
    """The ids of each vocabulary."""
    organisations: Sequence[str]
    projects: Sequence[str]
    sources: Sequence[str]
    locators: Sequence[str]
    """Words by which the practices point into their sources."""

    @property
    def n_towns(self) -> int:
        """How many municipalities are real; so many settlements come at a time."""
        return len(self.towns)


@dataclass(frozen=True, kw_only=True, slots=True)
class Scene:
    """When and where the practice of a number took place; no other was there in that year."""

    town: int
    """Which of the real towns it is, or is near."""
    settlement: int | None
    """Which of the numbered settlements, from 0; None for the town itself."""
    year: int


def world(held: Collection) -> World:
    """What the practices of a collection point to."""
    cited = {
        item.at: None
        for practice in held.practices.values()
        for _, item in records(practice)
        if isinstance(item, Citation)
    }
    return World(
        towns={key: town for key, town in held.places.items() if town.kind == "municipality"},
        places=held.places,
        concepts={
            name: [concept.id for concept in vocabulary.concepts]
            for name, vocabulary in held.vocabularies.items()
        },
        organisations=list(held.organisations),
        projects=list(held.projects),
        sources=list(held.sources),
        locators=list(cited),
    )


def scene(number: int, n_towns: int) -> Scene:
    """Where and when: all real towns for `N_YEARS` years, then as many settlements, and so on.

    >>> scene(0, 24).settlement, scene(24 * N_YEARS + 3, 24).settlement
    (None, 3)
    """
    era, within = divmod(number, n_towns * N_YEARS)
    lap, town = divmod(within, n_towns)
    return Scene(
        town=town,
        settlement=(era - 1) * n_towns + town if era else None,
        year=FIRST_YEAR + (lap + town * 7) % N_YEARS,
    )


def is_new(number: int, n_towns: int) -> bool:
    """Whether the practice is the first one at its place."""
    return number % (n_towns * N_YEARS) < n_towns


def place_id(here: Scene, known: World) -> str:
    """The id of the place; a settlement's is that of its district or town, with a number."""
    town = list(known.towns)[here.town]
    if here.settlement is None:
        return town
    return f"{near(here, known)}-{here.settlement + 1}"


def near(here: Scene, known: World) -> str:
    """The district in which the scene lies; its town, where no district is known."""
    town = list(known.towns)[here.town]
    around = known.towns[town].part_of
    is_district = around is not None and known.places[around].kind == "district"
    return around if around is not None and is_district else town


def draw(number: int, salt: int, n: int) -> int:
    """One of `n` numbers, always the same one for a number and a salt."""
    return zlib.crc32(b"%d %d" % (number, salt)) % n


def drawn(items: Sequence[Item], number: int, salt: int) -> Item:
    """One of the items."""
    return items[draw(number, salt, len(items))]


def several(items: Sequence[Item], number: int, salt: int, n: int) -> list[Item]:
    """`n` different items in a row, the end joined to the beginning."""
    first = draw(number, salt, len(items))
    return [items[(first + place) % len(items)] for place in range(min(n, len(items)))]
