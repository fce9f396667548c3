"""A practice's id and its theme's motif, to the stitches of its own embroidery."""

from __future__ import annotations

import enum
from typing import Final

from komsiluk.images.charts import borders, figures
from komsiluk.images.choice import choose
from komsiluk.images.fields import field, rosette, threads
from komsiluk.images.grid import (
    ACCENT,
    CLOTH,
    FIRST,
    GROUND,
    SECOND,
    Grid,
    beside,
    mirrored,
    recoloured,
    size,
    turned,
)

NEUTRAL: Final = "weave"
"""The motif of a theme that names none, or an unknown one."""

BORDER: Final = 5
"""Rows of a border; one row of cloth lies on its inner side."""


class Shape(enum.Enum):
    """The columns and rows of a motif by its use. All are odd, so that one stitch is in the middle."""

    WIDE = (119, 39)
    """The band over a practice: figure in the middle, fields left and right, open ends."""
    SQUARE = (39, 39)
    """The tile of a list: figure in a closed frame."""
    TALL = (39, 63)
    """The side of a social card or of a booklet: figure in the middle, fields above and below."""


def motif(practice_id: str, motif: str, shape: Shape = Shape.WIDE) -> Grid:
    """The stitches of a practice: its motif's figure, in borders and fields that are its own.

    `motif` names a chart of `figures.txt`. Any other word gives the neutral `weave`, so a site
    with themes of its own has pictures too. The same arguments give the same grid for ever. Left
    and right mirror each other, except inside the figure `knots`, where half a turn does.
    """
    columns, rows = shape.value
    figure = _figure(practice_id, motif)
    if shape is Shape.SQUARE:
        return _framed(practice_id, figure)
    long, _ = max((columns, rows), (rows, columns))
    side = _side(practice_id, (long - size(figure)[0]) // 2)
    if shape is Shape.WIDE:
        edge = _edge(practice_id, columns)
        return edge + beside(side, figure, mirrored(side)) + edge[::-1]
    edge = turned(_edge(practice_id, rows))
    above = turned(side)
    return beside(edge, above + figure + above[::-1], mirrored(edge))


def strip(seed: str, columns: int) -> Grid:
    """The border of the seed, five rows high and `columns` wide: a rule between parts of a page."""
    name = choose(seed, "border", tuple(borders()))
    return recoloured(_along(borders()[name], columns), threads(seed, "border"))


def _figure(practice_id: str, motif: str) -> Grid:
    """The motif's chart. The id chooses the threads of its open stitches."""
    chart = figures().get(motif, figures()[NEUTRAL])
    a = choose(practice_id, "figure a", (FIRST, SECOND))
    b = choose(practice_id, "figure b", (SECOND, ACCENT))
    return recoloured(chart, (CLOTH, GROUND, FIRST, SECOND, ACCENT, a, b))


def _edge(practice_id: str, columns: int) -> Grid:
    """A border from the outside in, and the row of cloth that sets it off."""
    return (*strip(practice_id, columns), (CLOTH,) * columns)


def _side(practice_id: str, columns: int) -> Grid:
    """The part left of a figure: a field and the three columns that close it, set off by cloth."""
    rows = len(figures()[NEUTRAL])
    closing = choose(practice_id, "closing", CLOSINGS)
    post = turned(recoloured(_along(closing, rows), threads(practice_id, "closing")))
    gap: Grid = ((CLOTH,),) * rows
    ground = field(practice_id, columns - 2 - len(closing), rows)
    return beside(ground, gap, post, gap)


def _framed(practice_id: str, figure: Grid) -> Grid:
    """The figure in four borders, with a rosette of the id in each corner."""
    rows = len(figure) + 2
    edge = strip(practice_id, rows)
    corner = rosette(practice_id, "corner", BORDER // 2)
    gap: Grid = ((CLOTH,),) * len(figure)
    inner: Grid = ((CLOTH,) * rows, *beside(gap, figure, gap), (CLOTH,) * rows)
    post = turned(edge)
    head = beside(corner, edge, corner)
    return head + beside(post, inner, mirrored(post)) + head[::-1]


def _along(repeat: Grid, columns: int) -> Grid:
    """A repeat laid end to end with its axis in the middle; `columns` is odd."""
    half = columns // 2
    return tuple(
        tuple(row[(column - half) % len(row)] for column in range(columns)) for row in repeat
    )


CLOSINGS: Final[tuple[Grid, ...]] = (
    ((1, 1, 1, 1), (4, 0, 2, 0), (1, 1, 1, 1)),
    ((0, 1, 0, 1), (2, 0, 4, 0), (0, 1, 0, 1)),
    ((2, 2, 3, 3, 2), (1, 1, 1, 1, 1), (2, 2, 3, 3, 2)),
    ((1, 1, 0, 0, 1), (0, 3, 4, 4, 3), (1, 1, 0, 0, 1)),
)
"""Repeats of the three columns between a field and the figure, written as rows, like a border."""
