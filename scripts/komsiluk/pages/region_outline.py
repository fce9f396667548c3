"""The locations of practices and an atlas to the bare outline of their region, the same in every language.

It is drawn once and kept in the cache: the atlas is the same in every build, and towns are seldom new.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from komsiluk.artifacts import Artifact, file_digest
from komsiluk.geography import placing, plane, topology
from komsiluk.geography.placing import middle
from komsiluk.geography.plane import Projection, clip_line, clip_ring, path, simplify
from komsiluk.geography.topology import Atlas, Box, Country, Point, around, decode, touch
from komsiluk.settings import Border, Contested

WIDTH = 1000
"""Of the map in its own units; about 2.8 of them are a CSS pixel on a phone."""
DETAIL = 1.5
"""How far a drawn border may be from the atlas' (units)."""
LEAST = 2.0
"""Degrees that the map shows at least: a single town still has a country around it."""
ROOM = 0.3
"""Degrees around the sign of a country that is not shown whole."""

Sketch = tuple[tuple[str, bool, Point | None], ...]
"""Of each location: its country, whether it is a town or across borders, and its longitude and latitude."""
Policy = tuple[tuple[str, str, str, str], ...]
"""Of each contested place: code, border, who claims it, and the country as a part of which it is drawn."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LandOutline:
    """A country as far as the map shows it."""

    code: str
    path: str
    """SVG path data."""
    middle: Point
    """Where its name stands best."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RegionOutline:
    """The region without any practice."""

    window: Box
    """In degrees."""
    lands: tuple[LandOutline, ...]
    borders: str
    """Path data of the solid lines, coasts included."""
    contested: str
    """Path data of the dashed lines."""


def region_outline(sketch: Sketch, policy: Policy, atlas: Atlas) -> RegionOutline | None:
    """The outline of the region of the locations.

    None when the atlas has none of the countries and no location has coordinates.
    """
    window = _window(sketch, atlas)
    if window is None:
        return None
    entries = {
        code: Contested(code=code, border=Border(border), claimed_by=claimed_by, part_of=part_of)
        for code, border, claimed_by, part_of in policy
    }
    drawing = _Drawing(atlas, Projection(window=window, width=WIDTH), entries)
    solid, dashed = drawing.borders()
    return RegionOutline(
        window=window, lands=tuple(drawing.lands()), borders=solid, contested=dashed
    )


def policy_of(contested: Sequence[Contested]) -> Policy:
    """The part of the policy on contested places on which the outline depends."""
    return tuple(
        (entry.code, entry.border.value, entry.claimed_by, entry.part_of) for entry in contested
    )


def artifact(sketch: Sketch, policy: Policy, file: Path) -> Artifact:
    """The outline as a file of the cache; `file` is the atlas, in TopoJSON."""
    code = " ".join(file_digest(str(module.__file__)) for module in (placing, plane, topology))
    return Artifact(
        path="outline.json",
        make=make_outline,
        arguments=(sketch, policy),
        inputs=(str(file),),
        depends=f"{file_digest(file)} {code} {file_digest(__file__)}",
    )


def make_outline(sketch: Sketch, policy: Policy, file: str) -> bytes:
    """The outline as JSON; `null` for none."""
    outline = region_outline(sketch, policy, decode(json.loads(Path(file).read_bytes())))
    return json.dumps(dataclasses.asdict(outline) if outline else None).encode()


def read_outline(data: bytes) -> RegionOutline | None:
    """The outline that `make_outline` wrote."""
    outline = json.loads(data)
    if outline is None:
        return None
    west, south, east, north = outline["window"]
    return RegionOutline(
        window=(west, south, east, north),
        lands=tuple(
            LandOutline(code=land["code"], path=land["path"], middle=(*land["middle"],))
            for land in outline["lands"]
        ),
        borders=outline["borders"],
        contested=outline["contested"],
    )


def _window(sketch: Sketch, atlas: Atlas) -> Box | None:
    """The countries of the towns, whole, and the signs of other countries that these touch.

    A practice abroad does not make the towns small: places further off stand beside the map.
    Where no practice names anything smaller than a country, the map shows those countries.
    """
    boxes = atlas.boxes
    exact = {country for country, is_exact, _ in sketch if is_exact}
    near = exact & boxes.keys() or {country for country, _, _ in sketch} & boxes.keys()
    corners = [corner for code in near for corner in _corners(boxes[code])]
    corners += [point for country, _, point in sketch if point and country in exact]
    if not corners:
        return None
    core = around(corners)
    for country, _, point in sketch:
        if point and country in boxes and touch(core, boxes[country]):
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
        """A line as it is drawn. A line outside of the window is drawn by its two ends."""
        line = self._atlas.lines[number]
        if not touch(self._atlas.line_boxes[number], projection.window):
            return [projection(line[0]), projection(line[-1])]
        return simplify([projection(point) for point in line], DETAIL)

    def lands(self) -> Iterator[LandOutline]:
        """The countries with something in the frame."""
        merged: dict[str, list[Country]] = {}
        for country in self._countries:
            merged.setdefault(self._whole(country.code), []).append(country)
        for code, parts in merged.items():
            rings = [ring for country in parts for ring in self._rings(country)]
            centre = middle([simplify([*ring, ring[0]], 8)[:-1] for ring in rings], 12)
            if centre is not None:
                yield LandOutline(code=code, path=path(rings, closed=True), middle=centre)

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
