"""The map of the region in the words of a page."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from komsiluk.html.context import PageContext
from komsiluk.html.map_labels import Name, map_labels
from komsiluk.html.views.site import SiteValues
from komsiluk.pages.localized import LocalizedPractice
from komsiluk.pages.locations import Location
from komsiluk.pages.map import MapMark, RegionMap

MOST = 20
"""Practices of a place that the table beside the map shows; it leads to the others."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LocationView:
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
    marks: tuple[tuple[MapMark, LocationView, Name], ...]
    countries: tuple[tuple[str, int, tuple[LocationView, ...]], ...]
    """Code, number of practices and locations of each country, those with most practices first; the code
    of what lies across borders is empty."""
    beyond: tuple[LocationView, ...]
    """The locations that the map does not show."""
    disputed: tuple[tuple[str, str], ...]
    """Names and footnotes of the contested places that the map shows."""


def map_view(at: PageContext, site: SiteValues) -> MapView:
    """The map as a page of the language shows it."""
    region, plan = site.plan.map, site.plan
    views = {location: _location_view(location, at, site) for location in plan.locations}
    labels = (
        map_labels(region, lambda location: views[location].name, at.language.words)
        if region
        else None
    )
    on_map = {mark.location for mark in region.marks} if region else set()
    return MapView(
        region=region,
        lands=tuple(labels.lands) if labels else (),
        marks=tuple((mark, views[mark.location], name) for mark, name in labels.marks)
        if labels
        else (),
        countries=_countries(plan.locations, views),
        beyond=tuple(views[location] for location in plan.locations if location not in on_map),
        disputed=_disputed(region, at) if region else (),
    )


def _location_view(location: Location, at: PageContext, site: SiteValues) -> LocationView:
    name = at.place(location.place) if location.place else at.country(location.country)
    key, n = f"places/{location.place}", len(location.practices)
    page = at.link(key) if location.place and at.there(key) else ""
    numbers, practices = site.plan.taxonomy.numbers, site.plan.practices[at.tag]
    phrase = "map.sign" if location.is_exact else "map.sign-area"
    return LocationView(
        id=location.name,
        name=name,
        label=at.say(phrase, place=name, count=at.count("count.practices", n)),
        kind=location.kind,
        is_exact=location.is_exact,
        n=n,
        link=page or f"#at-{location.name}",
        page=page,
        numbers=" ".join(str(numbers[practice_id]) for practice_id in location.practices),
        practices=tuple(practices[practice_id] for practice_id in location.practices[:MOST]),
    )


def _countries(
    locations: Iterable[Location], views: dict[Location, LocationView]
) -> tuple[tuple[str, int, tuple[LocationView, ...]], ...]:
    countries = []
    for code, group in itertools.groupby(locations, lambda location: location.country):
        in_country = tuple(group)
        n_practices = len(
            {practice_id for location in in_country for practice_id in location.practices}
        )
        countries.append((code, n_practices, tuple(views[location] for location in in_country)))
    return tuple(sorted(countries, key=lambda country: -country[1]))


def _disputed(region: RegionMap, at: PageContext) -> tuple[tuple[str, str], ...]:
    keys = [f"contested.{land.code}." for land in region.lands]
    return tuple(
        (at.say(key + "name"), at.say(key + "footnote"))
        for key in keys
        if at.has(key + "name") and at.has(key + "footnote") and at.say(key + "footnote")
    )
