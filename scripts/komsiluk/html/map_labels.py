"""A map of a region to its names in one language, none of which overlaps a sign or another name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from komsiluk.geography.placing import Wish, beside, name_box, width
from komsiluk.geography.topology import Box, Point, touch
from komsiluk.model.words import Words
from komsiluk.pages.locations import Location
from komsiluk.pages.map import MapMark, RegionMap

SMALL, LARGE = 34.0, 27.0
"""Height of letters where the map is as small as a phone, and where it is large (units of the map)."""
APART = 6.0
"""How far names stay away from the signs of others."""
MOST = 150
"""For how many signs a name is placed; the names of others are shown when somebody points at the sign."""
SHRUNK = 0.75
"""The share of the radius of a sign that is left on a large map."""
ALWAYS, LARGE_ONLY, ON_POINTING = "always", "large", "asked"
"""When a name is shown: whatever the size, on a large map, or when somebody points at its sign."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Name:
    """A name as it stands on the map."""

    text: str
    at: Point
    radius: float
    """Radius of the sign beside which it stands; 0 for a name on its land."""
    side: str
    """The side of its sign, as a point of the compass; `c` for the point itself."""
    shown: str


@dataclass(frozen=True, kw_only=True)
class MapLabels:
    """The map in one language."""

    marks: tuple[tuple[MapMark, Name], ...]
    lands: tuple[Name, ...]
    """Names of countries that have no mark of their own."""


def map_labels(region: RegionMap, name_of: Callable[[Location], str], words: Words) -> MapLabels:
    """The map's names in a language; `name_of` names spots.

    A disputed land is named first, because its name is policy. Its neighbours are named where marks
    leave room. Marks with more practices choose first.
    """
    marked = {mark.location.country for mark in region.marks if mark.location.kind == "country"}
    policy: list[tuple[Point, str]] = []
    others: list[tuple[Point, str]] = []
    for land in region.lands:
        is_policy = words.has(f"contested.{land.code}.name")
        if land.code not in marked and (is_policy or len(land.code) == 2):
            (policy if is_policy else others).append((land.middle, words.country(land.code)))
    frame: Box = region.projection.frame
    dots = [_around(mark.at, mark.radius + APART) for mark in region.marks]
    lands = list(_on_land(policy, frame, dots))
    order = sorted(
        range(len(region.marks)), key=lambda n: (-len(region.marks[n].location.practices), n)
    )
    wishes = [_wish(region.marks[n], name_of) for n in order]
    sides = list(beside(wishes[:MOST], dots + _boxes(lands, SMALL), SMALL, frame))
    sides += [None] * len(wishes[MOST:])
    placed = [(wish, side) for wish, side in zip(wishes, sides, strict=True) if side]
    lands += _on_land(
        others,
        frame,
        dots + _boxes(lands, SMALL) + [name_box(wish, side, SMALL) for wish, side in placed],
    )
    shrunk = [_around(mark.at, mark.radius * SHRUNK + APART) for mark in region.marks]
    taken = shrunk + _boxes(lands, LARGE) + [name_box(wish, side, LARGE) for wish, side in placed]
    late = [n for n, side in enumerate(sides[:MOST]) if side is None]
    later = dict(zip(late, beside((wishes[n] for n in late), taken, LARGE, frame), strict=True))
    names = {
        order[n]: _name(wish, sides[n], later.get(n), region.width) for n, wish in enumerate(wishes)
    }
    return MapLabels(
        marks=tuple((mark, names[n]) for n, mark in enumerate(region.marks)), lands=tuple(lands)
    )


def _wish(mark: MapMark, name_of: Callable[[Location], str]) -> Wish:
    return Wish(at=mark.at, radius=mark.radius, text=name_of(mark.location))


def _name(wish: Wish, always: str | None, large: str | None, width: int) -> Name:
    inwards = "e" if wish.at[0] < width * 0.6 else "w"
    return Name(
        text=wish.text,
        at=wish.at,
        radius=wish.radius,
        side=always or large or inwards,
        shown=ALWAYS if always else LARGE_ONLY if large else ON_POINTING,
    )


def _on_land(
    lands: Iterable[tuple[Point, str]], frame: Box, taken: Sequence[Box]
) -> Iterator[Name]:
    """The names that fit on their land's middle or a little above or below it."""
    boxes = list(taken)
    for (x, y), text in lands:
        half = width(text, SMALL) * 0.6
        for step in (0, 1.3, -1.3, 2.6, -2.6):
            at = (min(max(x, half), frame[2] - half), y + step * SMALL)
            box = _centred(text, at, SMALL)
            if _free(box, frame, boxes):
                boxes.append(box)
                yield Name(text=text, at=at, radius=0, side="c", shown=ALWAYS)
                break


def _boxes(names: Iterable[Name], size: float) -> list[Box]:
    return [_centred(name.text, name.at, size) for name in names]


def _free(box: Box, frame: Box, taken: Iterable[Box]) -> bool:
    within = box[0] >= 0 and box[1] >= 0 and box[2] <= frame[2] and box[3] <= frame[3]
    return within and not any(touch(box, other) for other in taken)


def _centred(text: str, at: Point, size: float) -> Box:
    wide = width(text, size) * 1.08 / 2
    return at[0] - wide, at[1] - size * 0.6, at[0] + wide, at[1] + size * 0.6


def _around(at: Point, radius: float) -> Box:
    return at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius
