"""The map of the region in the words of a page."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from komsiluk.html.context import PageContext
from komsiluk.html.signs import Name, signs
from komsiluk.html.views.site import SiteValues
from komsiluk.pages.localized import LocalizedPractice
from komsiluk.pages.map import MapMark, RegionMap
from komsiluk.pages.whereabouts import Spot

MOST = 20
"""Practices of a place that the table beside the map shows; it leads to the others."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SpotView:
    """Where practices were, as the map and the table beside it show it."""

    id: str
    name: str
    label: str
    """Its name with the number of its practices."""
    kind: str
    is_exact: bool
    n: int
    """How many practices were there."""
    link: str
    """The way to the page of the place; else to its row in the table."""
    page: str
    """The way to the page of the place; empty when it has none."""
    numbers: str
    """The numbers of its practices in the search's index, with spaces between them."""
    practices: tuple[LocalizedPractice, ...]
    """The first ones."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MapView:
    """The map, and the table that says the same."""

    region: RegionMap | None
    """None for a site without outlines."""
    lands: tuple[Name, ...]
    marks: tuple[tuple[MapMark, SpotView, Name], ...]
    countries: tuple[tuple[str, int, tuple[SpotView, ...]], ...]
    """Code, number of practices and spots of each country, those with most practices first; the code
    of what lies across borders is empty."""
    beyond: tuple[SpotView, ...]
    """What the map does not show."""
    disputed: tuple[tuple[str, str], ...]
    """Names and footnotes of the contested places that the map shows."""


def map_view(at: PageContext, site: SiteValues) -> MapView:
    """The map as a page of the language shows it."""
    region, plan = site.plan.map, site.plan
    views = {spot: _spot(spot, at, site) for spot in plan.spots}
    drawn = signs(region, lambda spot: views[spot].name, at.language.words) if region else None
    on_map = {mark.spot for mark in region.marks} if region else set()
    return MapView(
        region=region,
        lands=tuple(drawn.lands) if drawn else (),
        marks=tuple((mark, views[mark.spot], name) for mark, name in drawn.marks) if drawn else (),
        countries=_countries(plan.spots, views),
        beyond=tuple(views[spot] for spot in plan.spots if spot not in on_map),
        disputed=_disputed(region, at) if region else (),
    )


def _spot(spot: Spot, at: PageContext, site: SiteValues) -> SpotView:
    name = at.place(spot.place) if spot.place else at.country(spot.country)
    key, n = f"places/{spot.place}", len(spot.practices)
    page = at.link(key) if spot.place and at.there(key) else ""
    numbers, practices = site.plan.shelves.numbers, site.plan.practices[at.tag]
    phrase = "map.sign" if spot.is_exact else "map.sign-area"
    return SpotView(
        id=spot.name,
        name=name,
        label=at.say(phrase, place=name, count=at.count("count.practices", n)),
        kind=spot.kind,
        is_exact=spot.is_exact,
        n=n,
        link=page or f"#at-{spot.name}",
        page=page,
        numbers=" ".join(str(numbers[practice_id]) for practice_id in spot.practices),
        practices=tuple(practices[practice_id] for practice_id in spot.practices[:MOST]),
    )


def _countries(
    spots: Iterable[Spot], views: dict[Spot, SpotView]
) -> tuple[tuple[str, int, tuple[SpotView, ...]], ...]:
    found = []
    for code, group in itertools.groupby(spots, lambda spot: spot.country):
        held = tuple(group)
        n_practices = len({practice_id for spot in held for practice_id in spot.practices})
        found.append((code, n_practices, tuple(views[spot] for spot in held)))
    return tuple(sorted(found, key=lambda country: -country[1]))


def _disputed(region: RegionMap, at: PageContext) -> tuple[tuple[str, str], ...]:
    keys = [f"contested.{land.code}." for land in region.lands]
    return tuple(
        (at.say(key + "name"), at.say(key + "footnote"))
        for key in keys
        if at.has(key + "name") and at.has(key + "footnote") and at.say(key + "footnote")
    )
