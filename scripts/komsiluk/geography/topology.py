"""A TopoJSON topology to an atlas: countries whose borders are lines that neighbours share."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from babel.core import get_global

Point = tuple[float, float]
"""Longitude and latitude in degrees (WGS 84), or x and y on a drawing."""
Line = tuple[Point, ...]
Box = tuple[float, float, float, float]
"""West, south, east and north, or the least x and y and the greatest."""

WITHOUT_CODE: Mapping[str, str] = {"Kosovo": "XK"}
"""The codes in use for places without a number in ISO 3166-1, by their names in Natural Earth."""


@dataclass(frozen=True, kw_only=True)
class Country:
    """A country of an atlas, or a place that the atlas draws like one."""

    code: str
    """ISO 3166-1 alpha-2, or XK; the name in the atlas for a place that has neither."""
    polygons: tuple[tuple[tuple[int, ...], ...], ...]
    """The polygons. A polygon is its rings, the outer one first. A ring is the numbers of its lines
    in the atlas, `~number` for a line that runs backwards."""

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of the lines of the country."""
        return frozenset(_forwards(n) for rings in self.polygons for ring in rings for n in ring)


@dataclass(frozen=True, eq=False)
class Atlas:
    """Countries, and the lines between and around them. Two countries share the line between them."""

    countries: tuple[Country, ...]
    lines: tuple[Line, ...]
    """In degrees."""

    @functools.cached_property
    def line_boxes(self) -> tuple[Box, ...]:
        """The box around each line."""
        return tuple(map(around, self.lines))

    @functools.cached_property
    def boxes(self) -> Mapping[str, Box]:
        """The box around each country, by its code."""
        return {
            country.code: around(
                corner
                for west, south, east, north in (self.line_boxes[n] for n in country.numbers)
                for corner in ((west, south), (east, north))
            )
            for country in self.countries
        }

    def ring(self, numbers: Iterable[int], lines: Mapping[int, Sequence[Point]]) -> list[Point]:
        """The points of a ring, the first not repeated. `lines` are redrawn lines by their number in the atlas."""
        points: list[Point] = []
        for number in numbers:
            line = lines[_forwards(number)]
            points.extend((line if number >= 0 else line[::-1])[:-1])
        return points


def decode(topology: Mapping[str, Any], name: str = "countries") -> Atlas:
    """The atlas of a parsed TopoJSON file that has an object of this name.

    Lines of a quantised topology are differences of whole numbers, scaled and moved.
    """
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    return Atlas(
        countries=tuple(_countries(topology["objects"][name]["geometries"])),
        lines=tuple(_line(arc, scale, move) for arc in topology["arcs"]),
    )


def around(points: Iterable[Point]) -> Box:
    """The box around points. Raises `ValueError` when there are none."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def touch(box: Box, other: Box) -> bool:
    """Whether two boxes have a point in common.

    >>> touch((0, 0, 2, 2), (1, 1, 3, 3)), touch((0, 0, 1, 1), (2, 0, 3, 1))
    (True, False)
    """
    return box[0] <= other[2] and other[0] <= box[2] and box[1] <= other[3] and other[1] <= box[3]


def _countries(geometries: Iterable[Mapping[str, Any]]) -> Iterator[Country]:
    codes = get_global("territory_aliases")
    for geometry in geometries:
        if geometry["type"] not in ("Polygon", "MultiPolygon"):
            continue
        arcs = geometry["arcs"]
        polygons = [arcs] if geometry["type"] == "Polygon" else arcs
        name = str(geometry["properties"]["name"])
        territory = codes.get(str(geometry.get("id", "")))
        yield Country(
            code=territory[0] if territory else WITHOUT_CODE.get(name, name),
            polygons=tuple(tuple(tuple(ring) for ring in rings) for rings in polygons),
        )


def _line(arc: Sequence[Sequence[int]], scale: Sequence[float], move: Sequence[float]) -> Line:
    xs = accumulate(step[0] for step in arc)
    ys = accumulate(step[1] for step in arc)
    return tuple(
        zip([x * scale[0] + move[0] for x in xs], [y * scale[1] + move[1] for y in ys], strict=True)
    )


def _forwards(number: int) -> int:
    return number if number >= 0 else ~number
