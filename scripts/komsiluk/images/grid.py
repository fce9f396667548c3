"""Stitches by row and column, and the turns and mirrors that embroidery is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

Grid: TypeAlias = tuple[tuple[int, ...], ...]
"""Rows from the top, stitches from the left: 0 is cloth, 1 to 4 the threads of a palette."""

CLOTH: Final = 0
GROUND: Final = 1
FIRST: Final = 2
SECOND: Final = 3
ACCENT: Final = 4


def size(grid: Grid) -> tuple[int, int]:
    """Columns and rows.

    >>> size(((0, 1, 0), (1, 1, 1)))
    (3, 2)
    """
    return (len(grid[0]) if grid else 0, len(grid))


def turned(grid: Grid) -> Grid:
    """The grid with rows and columns exchanged, so that a lying band stands.

    >>> turned(((1, 2, 3), (0, 0, 0)))
    ((1, 0), (2, 0), (3, 0))
    """
    return tuple(zip(*grid, strict=True))


def mirrored(grid: Grid) -> Grid:
    """The grid as a mirror at its side shows it.

    >>> mirrored(((1, 2, 3),))
    ((3, 2, 1),)
    """
    return tuple(row[::-1] for row in grid)


def recoloured(grid: Grid, threads: Sequence[int]) -> Grid:
    """The grid with stitch `n` worked in `threads[n]`.

    >>> recoloured(((0, 1, 2),), (0, 4, 1))
    ((0, 4, 1),)
    """
    return tuple(tuple(threads[stitch] for stitch in row) for row in grid)


def beside(*grids: Grid) -> Grid:
    """Grids of equal height as one, from left to right.

    >>> beside(((1,), (2,)), ((3, 3), (4, 4)))
    ((1, 3, 3), (2, 4, 4))
    """
    return tuple(sum(rows, ()) for rows in zip(*grids, strict=True))


def worked(columns: int, rows: int, stitch: Callable[[int, int], int]) -> Grid:
    """A grid of odd sides whose stitch depends only on the distances from its two middle lines.

    `stitch` is called for one quarter only, with the columns and the rows to the middle. So the grid
    mirrors itself left to right and top to bottom, whatever `stitch` returns.

    >>> worked(3, 3, lambda across, down: across + 2 * down)
    ((3, 2, 3), (1, 0, 1), (3, 2, 3))
    """
    half, middle = columns // 2, rows // 2
    quarter = [[stitch(x, y) for x in range(half + 1)] for y in range(middle + 1)]
    lower = [(*row[:0:-1], *row) for row in quarter]
    return tuple(lower[:0:-1] + lower)
