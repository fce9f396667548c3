"""Practices' whereabouts and the outline of their region to the map of it."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from komsiluk.geography.placing import spread
from komsiluk.geography.plane import Projection
from komsiluk.geography.topology import Point, touch
from komsiluk.model.collection import Collection
from komsiluk.pages.region_outline import WIDTH, RegionOutline, Sketch
from komsiluk.pages.whereabouts import Spot
from komsiluk.settings import Contested

TARGET = 35.0
"""Radius of what a finger hits: 24 CSS pixels across, on a phone of 390 (WCAG 2.2, 2.5.8)."""
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
    """A spot on the map."""

    spot: Spot
    at: Point
    radius: float
    target: Point
    """The middle of what a finger hits; moved aside where points are crowded."""


@dataclass(frozen=True, kw_only=True)
class RegionMap:
    """The map without any words, the same for every language."""

    width: int
    height: int
    lands: tuple[Land, ...]
    borders: str
    """Path data of what is drawn solid, coasts included."""
    contested: str
    """Path data of what is drawn dashed."""
    marks: tuple[MapMark, ...]
    projection: Projection

    @functools.cached_property
    def of_practice(self) -> Mapping[str, tuple[MapMark, ...]]:
        """The marks at which each practice stands, by its id."""
        found: dict[str, list[MapMark]] = {}
        for mark in self.marks:
            for practice_id in mark.spot.practices:
                found.setdefault(practice_id, []).append(mark)
        return {practice_id: tuple(marks) for practice_id, marks in found.items()}


def region_map(
    spots: tuple[Spot, ...],
    points: tuple[Point | None, ...],
    outline: RegionOutline,
    contested: tuple[Contested, ...],
) -> RegionMap:
    """The map of spots on the outline of their region; `points` are as `coordinates` gives them."""
    parts = {entry.code: entry.part_of or entry.code for entry in contested}
    held = {parts.get(spot.country, spot.country) for spot in spots}
    projection = Projection(window=outline.window, width=WIDTH)
    middles = {land.code: land.middle for land in outline.lands}
    return RegionMap(
        width=WIDTH,
        height=projection.height,
        lands=tuple(
            Land(
                code=land.code,
                path=land.path,
                has_practices=land.code in held,
                middle=land.middle,
            )
            for land in outline.lands
        ),
        borders=outline.borders,
        contested=outline.contested,
        marks=_marks(spots, points, projection, middles),
        projection=projection,
    )


def sketch(spots: Sequence[Spot], points: Sequence[Point | None]) -> Sketch:
    """What the outline of a region depends on of the spots in it."""
    return tuple(
        (spot.country, spot.is_exact or not spot.country, point)
        for spot, point in zip(spots, points, strict=True)
    )


def coordinates(spots: Iterable[Spot], collection: Collection) -> tuple[Point | None, ...]:
    """Longitude and latitude of each spot, where its record has them."""
    return tuple(_recorded(spot, collection) for spot in spots)


def _recorded(spot: Spot, collection: Collection) -> Point | None:
    place = collection.places.get(spot.place)
    if place is None or place.coordinates is None:
        return None
    return place.coordinates.longitude, place.coordinates.latitude


def _marks(
    spots: Sequence[Spot],
    points: Sequence[Point | None],
    projection: Projection,
    middles: Mapping[str, Point],
) -> tuple[MapMark, ...]:
    """The spots within the window, moved a little where they lie on one another."""
    frame = projection.frame
    inside: list[tuple[Spot, Point]] = []
    for spot, point in zip(spots, points, strict=True):
        at = projection(point) if point else middles.get(spot.country)
        if at is not None and (point or spot.kind == "country") and touch((*at, *at), frame):
            inside.append((spot, at))
    radii = [_radius(spot) for spot, _ in inside]
    places = [at for _, at in inside]
    spaced = spread(places, radii, MOVED) if len(inside) <= CROWD else places
    targets = spread(spaced, [TARGET] * len(inside), TARGET) if len(inside) <= CROWD else places
    return tuple(
        MapMark(spot=spot, at=at, radius=radius, target=target)
        for (spot, _), at, radius, target in zip(inside, spaced, radii, targets, strict=True)
    )


def _radius(spot: Spot) -> float:
    if not spot.is_exact:
        return AREA
    return COUNTED if len(spot.practices) > 1 else DOT
