"""Where names and points go on a drawing, so that none lies on another."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from komsiluk.geography.plane import to_segment
from komsiluk.geography.topology import Box, Point, around, touch

GOLDEN = math.pi * (3 - math.sqrt(5))
"""The angle by which one of many points on one spot is turned from the next."""
SIDES = ("e", "w", "s", "n", "ne", "se", "nw", "sw")
"""On which side of its point a name may stand, by compass: the best first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """A name that wants to stand beside a point."""

    at: Point
    radius: float
    """Of what is drawn at the point."""
    text: str


def spread(points: Sequence[Point], radii: Sequence[float], limit: float) -> list[Point]:
    """The points moved apart until circles around them no longer overlap, none by more than a limit.

    Cartographers call it displacement. What does not fit within the limit goes on overlapping.
    """
    found = list(points)
    for _ in range(60):
        moved = False
        for one in range(len(found)):
            for other in range(one + 1, len(found)):
                apart = radii[one] + radii[other]
                (x, y), (u, v) = found[one], found[other]
                distance = math.hypot(u - x, v - y)
                if distance >= apart - 0.01:
                    continue
                angle = math.atan2(v - y, u - x) if distance > 0.01 else GOLDEN * (other + 1)
                push = (apart - distance) / 2
                dx, dy = math.cos(angle) * push, math.sin(angle) * push
                found[one] = _held((x - dx, y - dy), points[one], limit)
                found[other] = _held((u + dx, v + dy), points[other], limit)
                moved = True
        if not moved:
            break
    return found


def beside(
    wishes: Iterable[Wish], taken: Iterable[Box], size: float, frame: Box
) -> Iterator[str | None]:
    """The side on which each name can stand, the first come first served; None where there is no room.

    `taken` are boxes that stay free (a name may touch its own point's), `size` the height of the letters.
    """
    boxes = list(taken)
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
    """The box of a name on a side of its point; on a slant, nearer to the point."""
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
    """About how wide a text is; generous, for fonts are the reader's."""
    return sum(0.29 if letter in " .,iljtfIЈјіľ" else 0.66 if letter.isupper() else 0.53 for letter in text) * size  # fmt: skip


def middle(rings: Sequence[Sequence[Point]], n: int = 18) -> Point | None:
    """The point of a shape that lies furthest from its edges, of a grid of n by n; None for no shape.

    Where a name or a sign for the whole shape stands best.
    """
    if not rings:
        return None
    left, top, right, bottom = around(point for ring in rings for point in ring)
    best, found = 0.0, None
    for row in range(n):
        for column in range(n):
            point = (
                left + (right - left) * (column + 0.5) / n,
                top + (bottom - top) * (row + 0.5) / n,
            )
            if inside(point, rings):
                room = min(_to_ring(point, ring) for ring in rings)
                if room > best:
                    best, found = room, point
    return found


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


def _held(point: Point, home: Point, limit: float) -> Point:
    dx, dy = point[0] - home[0], point[1] - home[1]
    distance = math.hypot(dx, dy)
    if distance <= limit:
        return point
    return home[0] + dx * limit / distance, home[1] + dy * limit / distance


def _within(box: Box, frame: Box) -> bool:
    return box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]
