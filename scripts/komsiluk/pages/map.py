"""Practices' whereabouts and an atlas to a map of their region: outlines, points, and room for names."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from komsiluk.geography.placing import middle, spread
from komsiluk.geography.plane import Projection, clip_line, clip_ring, path, simplify
from komsiluk.geography.topology import Atlas, Box, Country, Point, around, touch
from komsiluk.model.collection import Collection
from komsiluk.pages.whereabouts import Spot
from komsiluk.settings import Border, Contested

WIDTH = 1000
"""Of the map in its own units; about 2.8 of them are a CSS pixel on a phone."""
DETAIL = 1.5
"""How far a drawn border may be from the atlas' (units)."""
LEAST = 2.0
"""Degrees that the map shows at least: a single town still has a country around it."""
TARGET = 35.0
"""Radius of what a finger hits: 24 CSS pixels across, on a phone of 390 (WCAG 2.2, 2.5.8)."""
DOT, COUNTED, AREA = 15.0, 24.0, 24.0
"""Radii of a town with one practice, of one with several, and of an area."""
MOVED = 14.0
"""How far a sign may be moved so that it does not lie on another: some kilometres."""
CROWD = 300
"""As many signs can be kept apart; more would cover one another wherever they are."""
ROOM = 0.3
"""Degrees around the sign of a country that is not shown whole."""


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


@functools.lru_cache(4)
def region_map(
    spots: tuple[Spot, ...],
    points: tuple[Point | None, ...],
    atlas: Atlas,
    contested: tuple[Contested, ...],
) -> RegionMap | None:
    """The map of spots, each with its coordinates in degrees where its record has them.

    None when the atlas knows none of the countries and no spot has coordinates.
    """
    policy = {entry.code: entry for entry in contested}
    found = _window(spots, points, atlas)
    if found is None:
        return None
    projection = Projection(window=found, width=WIDTH)
    drawn = _Drawing(atlas, projection, policy)
    held = {policy[spot.country].part_of or spot.country if spot.country in policy else spot.country for spot in spots}  # fmt: skip
    lands = tuple(drawn.lands(held))
    marks = _marks(spots, points, projection, {land.code: land.middle for land in lands})
    solid, dashed = drawn.borders()
    return RegionMap(
        width=WIDTH,
        height=projection.height,
        lands=lands,
        borders=solid,
        contested=dashed,
        marks=marks,
        projection=projection,
    )


def coordinates(spots: Iterable[Spot], collection: Collection) -> tuple[Point | None, ...]:
    """Longitude and latitude of each spot, where its record has them."""
    return tuple(_recorded(spot, collection) for spot in spots)


def _recorded(spot: Spot, collection: Collection) -> Point | None:
    place = collection.places.get(spot.place)
    if place is None or place.coordinates is None:
        return None
    return place.coordinates.longitude, place.coordinates.latitude


def _window(spots: Sequence[Spot], points: Sequence[Point | None], atlas: Atlas) -> Box | None:
    """The countries of the towns, whole, and the signs of other countries that these touch.

    A practice abroad does not make the towns small: what lies further off stands beside the map.
    Where no practice names anything smaller than a country, the map shows those countries.
    """
    boxes = atlas.boxes
    exact = {spot.country for spot in spots if spot.is_exact or not spot.country}
    near = exact & boxes.keys() or {spot.country for spot in spots} & boxes.keys()
    corners = [corner for code in near for corner in _corners(boxes[code])]
    corners += [
        point for spot, point in zip(spots, points, strict=True) if point and spot.country in exact
    ]
    if not corners:
        return None
    core = around(corners)
    for spot, point in zip(spots, points, strict=True):
        if point and spot.country in boxes and touch(core, boxes[spot.country]):
            corners += [(point[0] - ROOM, point[1] - ROOM), (point[0] + ROOM, point[1] + ROOM)]
    west, south, east, north = around(corners)
    wide, high = max(LEAST, east - west) * 0.04, max(LEAST, north - south) * 0.03
    spare = max(0.0, LEAST - (east - west)) / 2, max(0.0, LEAST - (north - south)) / 2
    return (
        max(-180.0, west - wide - spare[0]),
        max(-89.0, south - high - spare[1]),
        min(180.0, east + wide + spare[0]),
        min(89.0, north + high + spare[1]),
    )


def _corners(box: Box) -> tuple[Point, Point]:
    return (box[0], box[1]), (box[2], box[3])


class _Drawing:
    """The countries that fall into a window, projected and simplified, each shared line once."""

    def __init__(
        self, atlas: Atlas, projection: Projection, policy: Mapping[str, Contested]
    ) -> None:
        self._atlas = atlas
        self._frame = projection.frame
        self._policy = policy
        self._countries = [
            country
            for country in atlas.countries
            if touch(atlas.boxes[country.code], projection.window)
        ]
        numbers = {number for country in self._countries for number in country.numbers}
        self._lines = {number: self._line(number, projection) for number in sorted(numbers)}

    def _line(self, number: int, projection: Projection) -> list[Point]:
        """A line as it is drawn; of one that nowhere comes near the window, its ends will do."""
        line = self._atlas.lines[number]
        if not touch(self._atlas.line_boxes[number], projection.window):
            return [projection(line[0]), projection(line[-1])]
        return simplify([projection(point) for point in line], DETAIL)

    def lands(self, held: set[str]) -> Iterator[Land]:
        """The countries with something in the frame; `held` are those with practices."""
        merged: dict[str, list[Country]] = {}
        for country in self._countries:
            merged.setdefault(self._whole(country.code), []).append(country)
        for code, parts in merged.items():
            rings = [ring for country in parts for ring in self._rings(country)]
            centre = middle([simplify([*ring, ring[0]], 8)[:-1] for ring in rings], 12)
            if centre is not None:
                yield Land(
                    code=code,
                    path=path(rings, closed=True),
                    has_practices=code in held,
                    middle=centre,
                )

    def borders(self) -> tuple[str, str]:
        """The path data of solid and of dashed lines; those within a merged country are left out."""
        sides: dict[int, list[str]] = {}
        for country in self._countries:
            for number in country.numbers:
                sides.setdefault(number, []).append(country.code)
        solid: list[list[Point]] = []
        dashed: list[list[Point]] = []
        for number, codes in sorted(sides.items()):
            if len(codes) > 1 and len({self._whole(code) for code in codes}) == 1:
                continue
            chosen = dashed if self._is_disputed(codes) else solid
            chosen.extend(clip_line(self._lines[number], self._frame))
        return path(solid, closed=False), path(dashed, closed=False)

    def _whole(self, code: str) -> str:
        entry = self._policy.get(code)
        return entry.part_of or code if entry else code

    def _is_disputed(self, codes: Sequence[str]) -> bool:
        """Whether a line between two is in doubt: by the policy, or because ISO 3166-1 does not know
        one of them."""
        if len(codes) < 2:
            return False
        return any(self._is_doubtful(*pair) for pair in (codes, codes[::-1]))

    def _is_doubtful(self, code: str, neighbour: str) -> bool:
        entry = self._policy.get(code)
        if entry is None:
            return len(code) > 2
        is_dashed = entry.border is Border.DASHED and not entry.part_of
        return is_dashed and entry.claimed_by in ("", self._whole(neighbour))

    def _rings(self, country: Country) -> Iterator[list[Point]]:
        for rings in country.polygons:
            for ring in rings:
                clipped = clip_ring(self._atlas.ring(ring, self._lines), self._frame)
                if len(clipped) > 2:
                    yield clipped


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
