"""A collection to the facets by which readers filter it, their values, and the practices of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from komsiluk.model.collection import Collection
from komsiluk.pages.cost import BANDS
from komsiluk.pages.language_context import LanguageContext
from komsiluk.pages.localized import LocalizedPractice
from komsiluk.pages.period import Duration
from komsiluk.pages.taxonomy import Taxonomy, in_tree
from komsiluk.pages.translation_state import Standing

UNKNOWN = "unknown"
"""The value of practices that report none: a value of its own, never the least."""
LENGTHS = (("under-1", 12), ("1-2", 24), ("2-5", 60))
"""Bands of duration, and the months that each may have at most; what is longer is `over-5`."""
_LONGEST = "over-5"


@dataclass(frozen=True, kw_only=True)
class Value:
    """A value of a facet, which a reader can tick."""

    id: str
    label: str
    n: int
    """How many practices have it."""
    depth: int = 0
    """How many larger places it lies in, among those that can be ticked."""
    country: str = ""
    """For a country: its ISO 3166-1 code."""


@dataclass(frozen=True, kw_only=True)
class Facet:
    """One way to narrow the list down."""

    name: str
    """As in addresses: `theme`."""
    values: tuple[Value, ...]
    by_practice: Mapping[str, tuple[str, ...]]
    """The values of each practice; every one has at least one."""


FacetValues = Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]
"""By language and name of a facet: the values of each practice, by its id."""


def facet_values(
    collection: Collection,
    taxonomy: Taxonomy,
    practices: Mapping[str, Mapping[str, LocalizedPractice]],
) -> FacetValues:
    """The values that practices have; only `state` depends on the language, all else is shared."""
    default = next(iter(practices.values()))
    shared = _shared_values(taxonomy, default)
    return {
        tag: {
            **shared,
            "state": {
                practice_id: (practice.state.standing.value,)
                for practice_id, practice in localized.items()
            },
        }
        for tag, localized in practices.items()
    }


def _shared_values(
    taxonomy: Taxonomy, practices: Mapping[str, LocalizedPractice]
) -> dict[str, Mapping[str, tuple[str, ...]]]:
    def values_of(get: Callable[[LocalizedPractice], Iterable[str]]) -> dict[str, tuple[str, ...]]:
        return {
            practice_id: tuple(dict.fromkeys(get(practice))) or (UNKNOWN,)
            for practice_id, practice in practices.items()
        }

    def value_of(get: Callable[[LocalizedPractice], str | None]) -> dict[str, tuple[str, ...]]:
        return {
            practice_id: (get(practice) or UNKNOWN,) for practice_id, practice in practices.items()
        }

    return {
        "theme": values_of(lambda practice: practice.record.themes),
        "group": values_of(lambda practice: practice.record.groups),
        "place": _places(taxonomy, practices),
        "size": values_of(lambda practice: (band for _, band in practice.shared.populations)),
        "type": value_of(lambda practice: practice.record.type),
        "cost": value_of(lambda practice: str(practice.shared.cost or UNKNOWN)),
        "length": value_of(lambda practice: length_band(practice.shared.duration)),
        "evidence": value_of(lambda practice: str(practice.shared.evidence.level)),
        "role": value_of(lambda practice: practice.record.authority_role),
    }


def facets(
    collection: Collection,
    taxonomy: Taxonomy,
    language: LanguageContext,
    values_by_facet: Mapping[str, Mapping[str, tuple[str, ...]]],
) -> tuple[Facet, ...]:
    """The facets in their order. A facet with only one value is left out: it filters nothing."""
    labels = _labels(collection, taxonomy, language)
    described = (_facet(name, values_by_facet[name], values) for name, values in labels)
    return tuple(facet for facet in described if len(facet.values) > 1)


_Values = Iterable[tuple[str, str, int, str]]
"""Id, label, depth and country code, in order."""


def _facet(name: str, by_practice: Mapping[str, tuple[str, ...]], values: _Values) -> Facet:
    counts: dict[str, int] = {}
    for practice_values in by_practice.values():
        for value in practice_values:
            counts[value] = counts.get(value, 0) + 1
    return Facet(
        name=name,
        by_practice=by_practice,
        values=tuple(
            Value(id=value, label=label, n=counts[value], depth=depth, country=country)
            for value, label, depth, country in values
            if value in counts
        ),
    )


def _labels(
    collection: Collection, taxonomy: Taxonomy, language: LanguageContext
) -> Iterator[tuple[str, _Values]]:
    say = language.words.say
    unknown = (UNKNOWN, say("browse.unknown"), 0, "")

    def terms(vocabulary: str) -> _Values:
        scheme = collection.vocabularies.get(vocabulary)
        for concept in scheme.concepts if scheme else ():
            yield concept.id, language.concept(vocabulary, concept.id).line, 0, ""
        yield unknown

    def phrases(prefix: str, names: Iterable[str]) -> list[tuple[str, str, int, str]]:
        return [(name, say(f"{prefix}.{name}"), 0, "") for name in names]

    bands = (str(n) for n in range(1, len(BANDS) + 2))
    lengths = (*(name for name, _ in LENGTHS), _LONGEST)
    yield "theme", terms("themes")
    yield "group", terms("groups")
    yield "place", [*_tree(collection, taxonomy, language), unknown]
    yield "size", terms("population_bands")
    yield "type", terms("practice_types")
    yield "cost", [*phrases("cost", bands), unknown]
    yield "length", [*phrases("browse.length", lengths), unknown]
    yield "evidence", phrases("evidence", ("3", "2", "1"))
    yield "role", terms("authority_roles")
    yield "state", phrases("browse.state", Standing)


def _places(
    taxonomy: Taxonomy, practices: Mapping[str, LocalizedPractice]
) -> dict[str, tuple[str, ...]]:
    """The places of each practice, the larger ones around them included."""
    places_of: dict[str, list[str]] = {practice_id: [] for practice_id in practices}
    for place_id, practice_ids in taxonomy.places.items():
        for practice_id in practice_ids:
            places_of[practice_id].append(place_id)
    return {practice_id: tuple(places) or (UNKNOWN,) for practice_id, places in places_of.items()}


def _tree(
    collection: Collection, taxonomy: Taxonomy, language: LanguageContext
) -> Iterator[tuple[str, str, int, str]]:
    places = collection.places
    depths: dict[str, int] = {}
    for place_id in in_tree(taxonomy.places, collection):
        place = places[place_id]
        depths[place_id] = depths.get(place.part_of or "", -1) + 1
        country = place.country or "" if place.kind == "country" else ""
        yield place_id, language.place(place_id), depths[place_id], country


def length_band(length: Duration | None) -> str | None:
    """The band of how long something took; None when nobody says."""
    if length is None:
        return None
    return next((name for name, most in LENGTHS if length.months <= most), _LONGEST)
