"""Names and points to places on a drawing where they do not overlap."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from komsiluk.geography.plane import to_segment
from komsiluk.geography.topology import Box, Point, around, touch

GOLDEN = math.pi * (3 - math.sqrt(5))
"""The angle by which one of many points on one spot is turned from the next."""
SIDES = ("e", "w", "s", "n", "ne", "se", "nw", "sw")
"""The sides of a point where its name may stand, by compass: the best first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """A name that needs room beside a point."""

    at: Point
    radius: float
    """The radius of the sign at the point."""
    text: str


def spread(points: Sequence[Point], radii: Sequence[float], limit: float) -> list[Point]:
    """The points moved apart until circles around them no longer overlap, none by more than a limit.

    Cartographers call it displacement. Circles that do not fit within the limit go on overlapping.
    """
    places = list(points)
    for _ in range(60):
        has_moved = False
        for first in range(len(places)):
            for second in range(first + 1, len(places)):
                room = radii[first] + radii[second]
                (x, y), (u, v) = places[first], places[second]
                distance = math.hypot(u - x, v - y)
                if distance >= room - 0.01:
                    continue
                angle = math.atan2(v - y, u - x) if distance > 0.01 else GOLDEN * (second + 1)
                push = (room - distance) / 2
                dx, dy = math.cos(angle) * push, math.sin(angle) * push
                places[first] = _limited((x - dx, y - dy), points[first], limit)
                places[second] = _limited((u + dx, v + dy), points[second], limit)
                has_moved = True
        if not has_moved:
            break
    return places


def beside(
    wishes: Iterable[Wish], obstacles: Iterable[Box], size: float, frame: Box
) -> Iterator[str | None]:
    """The side of its point where each name can stand; None where there is no room. Earlier names come first.

    `obstacles` are boxes that names do not cover, except that a name may touch the box of its own
    point. `size` is the height of the letters.
    """
    boxes = list(obstacles)
    for wish in wishes:
        others = [box for box in boxes if not touch(box, (*wish.at, *wish.at))]
        for side in SIDES:
            box = name_box(wish, side, size)
            if _within(box, frame) and not any(touch(box, other) for other in others):
                boxes.append(box)
                yield side
                break
        else:
            yield None


def name_box(wish: Wish, side: str, size: float) -> Box:
    """The box of a name on a side of its point. A name on a diagonal side stands nearer to the point."""
    (x, y), wide, high, gap = wish.at, width(wish.text, size), size * 1.1, wish.radius + size * 0.3
    if len(side) == 2:
        gap = wish.radius * 0.7 + size * 0.2
        left = x + gap if side[1] == "e" else x - gap - wide
        top = y + wish.radius * 0.7 if side[0] == "s" else y - wish.radius * 0.7 - size * 0.85
        return left, top, left + wide, top + high
    left = {"e": x + gap, "w": x - gap - wide}.get(side, x - wide / 2)
    top = {"n": y - gap - high, "s": y + gap}.get(side, y - high / 2)
    return left, top, left + wide, top + high


def width(text: str, size: float) -> float:
    """About how wide a text is. The estimate is generous because readers have fonts of their own."""
    return sum(0.29 if letter in " .,iljtfIЈјіľ" else 0.66 if letter.isupper() else 0.53 for letter in text) * size  # fmt: skip


def middle(rings: Sequence[Sequence[Point]], n: int = 18) -> Point | None:
    """The point of a grid of n by n that lies furthest inside a shape; None if none lies inside.

    It is the best place for a name or a sign of the whole shape.
    """
    if not rings:
        return None
    left, top, right, bottom = around(point for ring in rings for point in ring)
    best, centre = 0.0, None
    for row in range(n):
        for column in range(n):
            point = (
                left + (right - left) * (column + 0.5) / n,
                top + (bottom - top) * (row + 0.5) / n,
            )
            if inside(point, rings):
                room = min(_to_ring(point, ring) for ring in rings)
                if room > best:
                    best, centre = room, point
    return centre


def inside(point: Point, rings: Iterable[Sequence[Point]]) -> bool:
    """Whether a point lies in a shape of rings (even-odd rule)."""
    x, y = point
    odd = False
    for ring in rings:
        for number, (x2, y2) in enumerate(ring):
            x1, y1 = ring[number - 1]
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                odd = not odd
    return odd


def _to_ring(point: Point, ring: Sequence[Point]) -> float:
    return min(to_segment(point, ring[n - 1], end) for n, end in enumerate(ring))


def _limited(point: Point, home: Point, limit: float) -> Point:
    dx, dy = point[0] - home[0], point[1] - home[1]
    distance = math.hypot(dx, dy)
    if distance <= limit:
        return point
    return home[0] + dx * limit / distance, home[1] + dy * limit / distance


def _within(box: Box, frame: Box) -> bool:
    return box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]
