"""A collection to what a reader can narrow it down by: facets, their values, and who has which."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from komsiluk.model.account import Period
from komsiluk.model.practice import Practice
from komsiluk.pages.cost import BANDS, cost_band
from komsiluk.pages.names import place_name
from komsiluk.pages.plan import Plan
from komsiluk.pages.shelves import in_tree
from komsiluk.pages.voice import Rendition, Voice

UNKNOWN = "unknown"
"""Nobody has reported it: a value of its own, never the least."""
LENGTHS = (("under-1", 12), ("1-2", 24), ("2-5", 60))
"""Bands of duration, and the months that each may have at most; what is longer is `over-5`."""
_LONGEST = "over-5"


@dataclass(frozen=True, kw_only=True)
class Value:
    """What a reader can tick."""

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
    held: Mapping[str, tuple[str, ...]]
    """The values of each practice; every one has at least one."""


def facets(plan: Plan, tag: str) -> tuple[Facet, ...]:
    """The facets in their order; one that has but one value tells nothing and is left out."""
    voice = plan.voices[tag]
    found = (_facet(name, held, values) for name, held, values in _described(plan, voice))
    return tuple(facet for facet in found if len(facet.values) > 1)


_Values = Iterable[tuple[str, str, int, str]]
"""Id, label, depth and country code, in order."""


def _facet(name: str, held: Mapping[str, tuple[str, ...]], values: _Values) -> Facet:
    counts: dict[str, int] = {}
    for own in held.values():
        for value in own:
            counts[value] = counts.get(value, 0) + 1
    return Facet(
        name=name,
        held=held,
        values=tuple(
            Value(id=value, label=label, n=counts[value], depth=depth, country=country)
            for value, label, depth, country in values
            if value in counts
        ),
    )


def _described(
    plan: Plan, voice: Voice
) -> Iterator[tuple[str, Mapping[str, tuple[str, ...]], _Values]]:
    practices, say = plan.collection.practices, voice.words.say
    unknown = (UNKNOWN, say("browse.unknown"), 0, "")

    def of(get: Callable[[Practice], Iterable[str]]) -> dict[str, tuple[str, ...]]:
        return {
            practice_id: tuple(dict.fromkeys(get(practice))) or (UNKNOWN,)
            for practice_id, practice in practices.items()
        }

    def one(get: Callable[[Practice], str | None]) -> dict[str, tuple[str, ...]]:
        return {
            practice_id: (get(practice) or UNKNOWN,) for practice_id, practice in practices.items()
        }

    def terms(vocabulary: str) -> _Values:
        held = plan.collection.vocabularies.get(vocabulary)
        for concept in held.concepts if held else ():
            yield concept.id, voice.label(concept.label, concept.id).line, 0, ""
        yield unknown

    yield "theme", of(lambda practice: practice.themes), terms("themes")
    yield "group", of(lambda practice: practice.groups), terms("groups")
    yield "place", _places(plan), [*_tree(plan, voice), unknown]
    yield "size", of(lambda practice: _sizes(plan, practice)), terms("population_bands")
    yield "type", one(lambda practice: practice.type), terms("practice_types")
    yield (
        "cost",
        one(lambda practice: str(cost_band(practice) or UNKNOWN)),
        [*((str(n), say(f"cost.{n}"), 0, "") for n in range(1, len(BANDS) + 2)), unknown],
    )
    lengths = [name for name, _ in LENGTHS] + [_LONGEST]
    yield (
        "length",
        one(lambda practice: duration(practice.period)),
        [*((name, say(f"browse.length.{name}"), 0, "") for name in lengths), unknown],
    )
    yield (
        "evidence",
        {practice_id: (str(plan.evidence(practice_id).level),) for practice_id in practices},
        [(str(level), say(f"evidence.{level}"), 0, "") for level in (3, 2, 1)],
    )
    yield "role", one(lambda practice: practice.authority_role), terms("authority_roles")
    states = ("original", "translated", "machine", "borrowed")
    yield (
        "state",
        {
            practice_id: (state(plan.rendition(voice.tag, practice_id)),)
            for practice_id in practices
        },
        [(name, say(f"browse.state.{name}"), 0, "") for name in states],
    )


def _sizes(plan: Plan, practice: Practice) -> Iterator[str]:
    for place_id in practice.places:
        place = plan.collection.places.get(place_id)
        if place and place.population_band:
            yield place.population_band


def _places(plan: Plan) -> dict[str, tuple[str, ...]]:
    """The places of each practice, the larger ones around them included."""
    found: dict[str, list[str]] = {practice_id: [] for practice_id in plan.collection.practices}
    for place_id, practices in plan.shelves.places.items():
        for practice_id in practices:
            found[practice_id].append(place_id)
    return {practice_id: tuple(held) or (UNKNOWN,) for practice_id, held in found.items()}


def _tree(plan: Plan, voice: Voice) -> Iterator[tuple[str, str, int, str]]:
    places = plan.collection.places
    depths: dict[str, int] = {}
    for place_id in in_tree(plan.shelves.places, plan.collection):
        place = places[place_id]
        depths[place_id] = depths.get(place.part_of or "", -1) + 1
        country = place.country or "" if place.kind == "country" else ""
        yield place_id, place_name(plan.collection, place_id, voice), depths[place_id], country


def duration(period: Period | None) -> str | None:
    """The band of a period that a source tells both ends of; None when one is not known.

    Years and months count whole: 2017 to 2018 is two years.
    """
    if period is None or not period.start or not period.end:
        return None
    months = _month(period.end, last=True) - _month(period.start, last=False) + 1
    return next((name for name, most in LENGTHS if months <= most), _LONGEST)


def _month(day: str, *, last: bool) -> int:
    year, month = (day.split("-") + [""])[:2]
    return int(year) * 12 + (int(month) if month else 12 if last else 1)


def state(told: Rendition) -> str:
    """How a practice stands in a language: `original`, `translated`, `machine` or `borrowed`."""
    if told.borrowed:
        return "borrowed"
    if told.translation is None:
        return "original"
    is_machines = told.translation.head.status == "machine"
    return "machine" if is_machines else "translated"
