"""The locations of practices and the outline of their region to a map."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from komsiluk.geography.placing import spread
from komsiluk.geography.plane import Projection
from komsiluk.geography.topology import Point, touch
from komsiluk.model.collection import Collection
from komsiluk.pages.locations import Location
from komsiluk.pages.region_outline import WIDTH, RegionOutline, Sketch
from komsiluk.settings import Contested

TARGET = 35.0
"""Radius of the area that a finger hits: 24 CSS pixels across, on a phone of 390 (WCAG 2.2, 2.5.8)."""
DOT, COUNTED, AREA = 15.0, 24.0, 24.0
"""Radii of a town with one practice, of one with several, and of an area."""
MOVED = 14.0
"""How far a sign may be moved so that it does not lie on another: some kilometres."""
CROWD = 300
"""As many signs can be kept apart; more would cover one another wherever they are."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Land:
    """A country as far as the map shows it."""

    code: str
    path: str
    """SVG path data."""
    has_practices: bool
    middle: Point
    """Where its name stands best."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MapMark:
    """A location on the map."""

    location: Location
    at: Point
    radius: float
    target: Point
    """The middle of the area that a finger hits; moved aside where points are crowded."""


@dataclass(frozen=True, kw_only=True)
class RegionMap:
    """The map without any words, the same for every language."""

    width: int
    height: int
    lands: tuple[Land, ...]
    borders: str
    """Path data of the solid lines, coasts included."""
    contested: str
    """Path data of the dashed lines."""
    marks: tuple[MapMark, ...]
    projection: Projection

    @functools.cached_property
    def of_practice(self) -> Mapping[str, tuple[MapMark, ...]]:
        """The marks at which each practice stands, by its id."""
        marks_of: dict[str, list[MapMark]] = {}
        for mark in self.marks:
            for practice_id in mark.location.practices:
                marks_of.setdefault(practice_id, []).append(mark)
        return {practice_id: tuple(marks) for practice_id, marks in marks_of.items()}


def region_map(
    locations: tuple[Location, ...],
    points: tuple[Point | None, ...],
    outline: RegionOutline,
    contested: tuple[Contested, ...],
) -> RegionMap:
    """The map of locations on the outline of their region; `points` are as `coordinates` gives them."""
    parts = {entry.code: entry.part_of or entry.code for entry in contested}
    with_practices = {parts.get(location.country, location.country) for location in locations}
    projection = Projection(window=outline.window, width=WIDTH)
    middles = {land.code: land.middle for land in outline.lands}
    return RegionMap(
        width=WIDTH,
        height=projection.height,
        lands=tuple(
            Land(
                code=land.code,
                path=land.path,
                has_practices=land.code in with_practices,
                middle=land.middle,
            )
            for land in outline.lands
        ),
        borders=outline.borders,
        contested=outline.contested,
        marks=_marks(locations, points, projection, middles),
        projection=projection,
    )


def sketch(locations: Sequence[Location], points: Sequence[Point | None]) -> Sketch:
    """The facts of locations on which the outline of their region depends."""
    return tuple(
        (location.country, location.is_exact or not location.country, point)
        for location, point in zip(locations, points, strict=True)
    )


def coordinates(locations: Iterable[Location], collection: Collection) -> tuple[Point | None, ...]:
    """Longitude and latitude of each location, where its record has them."""
    return tuple(_recorded(location, collection) for location in locations)


def _recorded(location: Location, collection: Collection) -> Point | None:
    place = collection.places.get(location.place)
    if place is None or place.coordinates is None:
        return None
    return place.coordinates.longitude, place.coordinates.latitude


def _marks(
    locations: Sequence[Location],
    points: Sequence[Point | None],
    projection: Projection,
    middles: Mapping[str, Point],
) -> tuple[MapMark, ...]:
    """The locations within the window, moved a little where they lie on one another."""
    frame = projection.frame
    inside: list[tuple[Location, Point]] = []
    for location, point in zip(locations, points, strict=True):
        at = projection(point) if point else middles.get(location.country)
        if at is not None and (point or location.kind == "country") and touch((*at, *at), frame):
            inside.append((location, at))
    radii = [_radius(location) for location, _ in inside]
    places = [at for _, at in inside]
    spaced = spread(places, radii, MOVED) if len(inside) <= CROWD else places
    targets = spread(spaced, [TARGET] * len(inside), TARGET) if len(inside) <= CROWD else places
    return tuple(
        MapMark(location=location, at=at, radius=radius, target=target)
        for (location, _), at, radius, target in zip(inside, spaced, radii, targets, strict=True)
    )


def _radius(location: Location) -> float:
    if not location.is_exact:
        return AREA
    return COUNTED if len(location.practices) > 1 else DOT
