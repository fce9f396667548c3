"""A practice's id, to the repeating field beside its figure: nets, lozenges, chevrons, bands."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from komsiluk.images.charts import borders, fillers
from komsiluk.images.choice import choose, number
from komsiluk.images.grid import (
    ACCENT,
    CLOTH,
    FIRST,
    GROUND,
    SECOND,
    Grid,
    recoloured,
    size,
    worked,
)

Stitch: TypeAlias = Callable[[int, int], int]
"""A function from the columns and rows between a stitch and the middle of a field to its thread."""

TURNS: Final = tuple(itertools.permutations((FIRST, SECOND, ACCENT)))
"""The six ways to exchange the threads that are not the ground."""


def field(seed: str, columns: int, rows: int) -> Grid:
    """A field of odd sides, alike in all four quarters, in the pattern and threads of the seed."""
    pattern = PATTERNS[choose(seed, "field", tuple(PATTERNS))]
    return recoloured(worked(columns, rows, pattern(seed)), threads(seed, "field"))


def rosette(seed: str, purpose: str, reach: int) -> Grid:
    """A flower of eight equal parts, the mark of the seed; its side is `2 * reach + 1` stitches.

    Threads change from ring to ring along the arms, so that it reads as a flower and never as a
    plain cross: the pictures take no side.
    """
    draws = number(seed, purpose)
    arm = [ACCENT]
    for ring in range(1, reach + 1):
        others = [thread for thread in (GROUND, FIRST, SECOND) if thread != arm[-1]]
        arm.append(others[(draws >> 4 * ring & 15) % len(others)])

    def stitch(across: int, down: int) -> int:
        near, far = sorted((across, down))
        if near + far > reach + 1:
            return CLOTH
        if near + 1 >= far:
            return arm[min(near + far, reach)]
        draw = draws >> 20 + 2 * (near + far * (far + 1) // 2) & 3
        return (arm[far], arm[far], arm[far - 1], CLOTH)[draw] if near else arm[far]

    return worked(2 * reach + 1, 2 * reach + 1, stitch)


def threads(seed: str, purpose: str) -> tuple[int, ...]:
    """The seed's order of threads for `recoloured`; cloth and ground stay what they are."""
    return (CLOTH, GROUND, *choose(seed, f"{purpose} threads", TURNS))


def _trellis(seed: str) -> Stitch:
    """Diamonds of a net, with the seed's rosette and a filler by turns."""
    half = choose(seed, "trellis", (6, 7, 8))
    flowers = _two_flowers(seed)

    def stitch(across: int, down: int) -> int:
        x, y, kind = _nearest(across, down, half)
        if x + y == half:
            return ACCENT if x % 2 == half % 2 and not x * y else GROUND
        if x + y == half - 1:
            return CLOTH
        return _at(flowers[kind], x, y)

    return stitch


def _drops(seed: str) -> Stitch:
    """Fillers strewn in half-drop, with small crosses of four stitches between them."""
    half = choose(seed, "drops", (5, 6))
    flowers = _two_flowers(seed)

    def stitch(across: int, down: int) -> int:
        x, y, kind = _nearest(across, down, half)
        if x + y >= half - 1 and abs(x - y) <= half % 2:
            return SECOND
        return _at(flowers[kind], x, y)

    return stitch


def _voided(seed: str) -> Stitch:
    """Ground thread all over, with the lattice left in cloth, as Assisi work does it."""
    half = choose(seed, "voided", (6, 7, 8))
    flowers = _two_flowers(seed)

    def stitch(across: int, down: int) -> int:
        x, y, kind = _nearest(across, down, half)
        if x + y >= half - 1:
            return CLOTH if x + y == half - 1 else FIRST
        flower = _at(flowers[kind], x, y)
        return {CLOTH: GROUND, GROUND: CLOTH}.get(flower, flower)

    return stitch


def _lozenges(seed: str) -> Stitch:
    """Lozenges within lozenges, as on a kilim."""
    half = choose(seed, "lozenges", (7, 9, 10))
    bands = choose(seed, "lozenge bands", STRIPES)

    def stitch(across: int, down: int) -> int:
        x, y, kind = _nearest(across, down, half)
        return bands[x + y] if kind else bands[half - x - y]

    return stitch


def _chevrons(seed: str) -> Stitch:
    """Slanting stripes that meet in the middle lines: they form one great lozenge, or its opposite."""
    stripes = choose(seed, "chevrons", STRIPES)
    slant = choose(seed, "slant", (1, -1))

    def stitch(across: int, down: int) -> int:
        return stripes[(across + slant * down) % len(stripes)]

    return stitch


def _bands(seed: str) -> Stitch:
    """Borders side by side, as across the ends of a towel."""
    names = tuple(borders())
    first = number(seed, "bands") % len(names)
    rows = [
        row
        for step in (0, 1, 2, 3)
        for row in ((CLOTH,), *borders()[names[(first + step * 5) % len(names)]])
    ]

    def stitch(across: int, down: int) -> int:
        row = rows[across % len(rows)]
        return row[down % len(row)]

    return stitch


PATTERNS: Final[Mapping[str, Callable[[str], Stitch]]] = MappingProxyType(
    {
        "trellis": _trellis,
        "drops": _drops,
        "voided": _voided,
        "lozenges": _lozenges,
        "chevrons": _chevrons,
        "bands": _bands,
    }
)

STRIPES: Final = (
    (ACCENT, FIRST, FIRST, CLOTH, SECOND, CLOTH, GROUND, GROUND, GROUND, CLOTH, FIRST, CLOTH),
    (SECOND, ACCENT, CLOTH, GROUND, GROUND, GROUND, CLOTH, FIRST, FIRST, FIRST, CLOTH),
    (FIRST, GROUND, GROUND, CLOTH, ACCENT, CLOTH, SECOND, SECOND, GROUND, GROUND, CLOTH),
)
"""Threads of stripes from the middle on; at least eleven, for the widest lozenge."""


def _nearest(across: int, down: int, half: int) -> tuple[int, int, int]:
    """The columns and rows to the nearest knot of a half-drop lattice, and the kind of knot, 0 or 1.

    Knots of kind 0 lie `2 * half` apart both ways. Those of kind 1 lie midway between them.
    """
    x, y = (abs((distance + half) % (2 * half) - half) for distance in (across, down))
    return (x, y, 0) if x + y <= half else (half - x, half - y, 1)


def _two_flowers(seed: str) -> tuple[Grid, Grid]:
    """The seed's rosette, and a filler from the charts."""
    return rosette(seed, "field rosette", 3), choose(seed, "filler", tuple(fillers().values()))


def _at(flower: Grid, across: int, down: int) -> int:
    """The stitch of a flower at this distance from its middle; cloth outside the flower."""
    reach = size(flower)[0] // 2
    return flower[reach + down][reach + across] if max(across, down) <= reach else CLOTH
