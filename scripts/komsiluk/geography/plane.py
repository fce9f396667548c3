"""Points in degrees to a drawing: projection, clipping to its frame, simplification, SVG's path data."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from komsiluk.geography.topology import Box, Point


@dataclass(frozen=True, kw_only=True)
class Projection:
    """Equirectangular, true to scale along the middle parallel of its window."""

    window: Box
    """In degrees."""
    width: int
    """The width of the drawing, in its own units."""

    @functools.cached_property
    def _units(self) -> tuple[float, float]:
        """The units of a degree of longitude and of a degree of latitude."""
        west, south, east, north = self.window
        along = self.width / (east - west)
        return along, along / max(0.1, math.cos(math.radians((south + north) / 2)))

    @property
    def height(self) -> int:
        """The height of the drawing, in its own units."""
        _, south, _, north = self.window
        return round((north - south) * self._units[1])

    @property
    def frame(self) -> Box:
        """The edges of the drawing, in its own units."""
        return 0, 0, self.width, self.height

    def __call__(self, point: Point) -> Point:
        """The place on the drawing of a point in degrees; y grows downwards."""
        along, up = self._units
        return (point[0] - self.window[0]) * along, (self.window[3] - point[1]) * up


def simplify(line: Sequence[Point], tolerance: float) -> list[Point]:
    """The line with fewer points; the points left out lie no further from it than the tolerance.

    Douglas and Peucker (1973). Both ends stay, so lines that meet still meet.

    >>> simplify([(0, 0), (1, 0.1), (2, 0), (2, 3)], 0.5)
    [(0, 0), (2, 0), (2, 3)]
    """
    numbers = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        furthest, middle = tolerance, -1
        for number in range(first + 1, last):
            distance = to_segment(line[number], line[first], line[last])
            if distance > furthest:
                furthest, middle = distance, number
        if middle > 0:
            numbers.add(middle)
            spans += [(first, middle), (middle, last)]
    return [line[number] for number in sorted(numbers)]


def to_segment(point: Point, start: Point, end: Point) -> float:
    """The distance from a point to a segment."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    dx, dy = x2 - x1, y2 - y1
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else max(0.0, min(1.0, ((x - x1) * dx + (y - y1) * dy) / length))
    return math.hypot(x - x1 - along * dx, y - y1 - along * dy)


def clip_ring(ring: Sequence[Point], frame: Box) -> list[Point]:
    """The part of a closed ring within a frame (Sutherland and Hodgman, 1974).

    >>> clip_ring([(-1, 0), (1, 0), (1, 1), (-1, 1)], (0, 0, 5, 5))
    [(0, 0.0), (1, 0), (1, 1), (0, 1.0)]
    """
    left, top, right, bottom = frame
    sides: tuple[tuple[int, float, Callable[[float, float], bool]], ...] = (
        (0, left, float.__ge__), (0, right, float.__le__),
        (1, top, float.__ge__), (1, bottom, float.__le__),
    )  # fmt: skip
    corners = list(ring)
    for axis, edge, within in sides:
        previous_corners, corners = corners, []
        for number, point in enumerate(previous_corners):
            previous = previous_corners[number - 1]
            is_in = within(float(point[axis]), float(edge))
            if is_in != within(float(previous[axis]), float(edge)):
                corners.append(_crossing(previous, point, axis, edge))
            if is_in:
                corners.append(point)
    return corners


def clip_line(line: Sequence[Point], frame: Box) -> Iterator[list[Point]]:
    """The parts of a line within a frame (Liang and Barsky, 1984, for each segment)."""
    part: list[Point] = []
    for start, end in zip(line, line[1:], strict=False):
        piece = _segment(start, end, frame)
        if piece is None:
            if part:
                yield part
            part = []
            continue
        if not part or part[-1] != piece[0]:
            if part:
                yield part
            part = [piece[0]]
        part.append(piece[1])
    if part:
        yield part


def path(lines: Iterable[Sequence[Point]], *, closed: bool) -> str:
    """SVG's path data in whole units, each point relative to the one before.

    >>> path([[(0, 0), (10.2, 0), (10, 9.7)]], closed=True)
    'M0 0l10 0 0 10z'
    """
    subpaths: list[str] = []
    for line in lines:
        points = [(round(x), round(y)) for x, y in line]
        points = [
            point
            for number, point in enumerate(points)
            if number == 0 or point != points[number - 1]
        ]
        if len(points) < (3 if closed else 2):
            continue
        steps = (f"{x - u} {y - v}" for (u, v), (x, y) in zip(points, points[1:], strict=False))
        moves = " ".join(steps).replace(" -", "-")
        subpaths.append(f"M{points[0][0]} {points[0][1]}l{moves}" + ("z" if closed else ""))
    return "".join(subpaths)


def _crossing(start: Point, end: Point, axis: int, edge: float) -> Point:
    share = (edge - start[axis]) / (end[axis] - start[axis])
    across = start[1 - axis] + share * (end[1 - axis] - start[1 - axis])
    return (edge, across) if axis == 0 else (across, edge)


def _segment(start: Point, end: Point, frame: Box) -> tuple[Point, Point] | None:
    (x, y), dx, dy = start, end[0] - start[0], end[1] - start[1]
    first, last = 0.0, 1.0
    for run, room in (
        (-dx, x - frame[0]), (dx, frame[2] - x), (-dy, y - frame[1]), (dy, frame[3] - y)
    ):  # fmt: skip
        if run == 0:
            if room < 0:
                return None
        elif run < 0:
            first = max(first, room / run)
        else:
            last = min(last, room / run)
    if first > last:
        return None
    return (
        start if first == 0 else (x + first * dx, y + first * dy),
        end if last == 1 else (x + last * dx, y + last * dy),
    )
