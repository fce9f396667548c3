"""The site's mark, to icons for browsers and phones; any grid, to an SVG small enough to inline."""

from __future__ import annotations

import io
import itertools
import math
from collections import defaultdict
from typing import Final
from xml.sax.saxutils import escape

from komsiluk.images.charts import marks
from komsiluk.images.grid import CLOTH, Grid, size
from komsiluk.images.palettes import Palette
from komsiluk.images.stitching import worked_on_linen

ICON_SIZES: Final = (32, 180, 192, 512)
"""Pixels: a browser's tab, a phone's home screen, two for a web app manifest."""

MASKED_SIZE: Final = 512
"""Pixels of the masked icon, from which a phone cuts a shape of its own."""
SAFE: Final = 0.8
"""The diameter of the circle that no shape cuts into, as a share of the side: Web Application
Manifest, "icon masks"."""


def mark() -> Grid:
    """The site's own mark: two houses and a heart."""
    return marks()["neighbours"]


def icon(
    side: int, palette: Palette, grid: Grid | None = None, *, is_masked: bool = False
) -> bytes:
    """A square PNG of `side` pixels with the grid on linen; without a grid, the site's mark.

    A masked icon keeps the grid within the circle that no shape of a phone cuts into.
    Raises ValueError where the grid has more stitches than there are pixels.
    """
    grid = mark() if grid is None else grid
    cell = side // (max(size(grid)) + 1)
    if is_masked:
        cell = math.floor(side * SAFE / math.hypot(*size(grid)))
    if not cell:
        raise ValueError(f"{max(size(grid))} stitches need more than {side} pixels")
    picture = worked_on_linen(grid, palette, cell, (side, side), colours=64)
    file = io.BytesIO()
    picture.save(file, "png", optimize=True)
    return file.getvalue()


def svg(grid: Grid, palette: Palette, *, title: str = "") -> str:
    """The grid as one line of SVG: a unit for each stitch, a path for each thread, no cloth.

    With a title it is a picture of that name. Without one it is an ornament, which screen readers
    pass over. It has no style, script or id, so a strict Content-Security-Policy allows it.
    """
    columns, rows = size(grid)
    name = f"<title>{escape(title)}</title>" if title else ""
    kind = 'role="img"' if title else 'aria-hidden="true"'
    paths = "".join(
        f'<path fill="{palette.threads[thread]}" d="{outline}"/>'
        for thread, outline in _outlines(grid)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {columns} {rows}" {kind} '
        f'shape-rendering="crispEdges">{name}{paths}</svg>'
    )


def _outlines(grid: Grid) -> list[tuple[int, str]]:
    """Each thread in use and its path. A run that the next rows repeat becomes one rectangle."""
    rectangles: dict[tuple[int, int, int], tuple[int, int]] = {}
    paths: dict[int, list[str]] = defaultdict(list)
    for y, row in enumerate((*grid, ())):
        runs = set(_runs(row))
        for run in [run for run in rectangles if run not in runs]:
            thread, x, width = run
            top, height = rectangles.pop(run)
            paths[thread].append(f"M{x} {top}h{width}v{height}h-{width}z")
        for run in sorted(runs):
            top, height = rectangles.get(run, (y, 0))
            rectangles[run] = (top, height + 1)
    return [(thread, "".join(paths[thread])) for thread in sorted(paths)]


def _runs(row: tuple[int, ...]) -> list[tuple[int, int, int]]:
    """Thread, first column and width of each run of equal stitches; runs of cloth are left out."""
    starts = [x for x in range(len(row)) if x == 0 or row[x] != row[x - 1]]
    return [
        (row[start], start, end - start)
        for start, end in itertools.pairwise([*starts, len(row)])
        if row[start] != CLOTH
    ]
