"""A grid to an SVG of crosses for paper: in threads of colour on linen, or as a chart in black ink."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from komsiluk.images.grid import ACCENT, CLOTH, FIRST, GROUND, SECOND, Grid, size
from komsiluk.images.palettes import Palette

UNIT: Final = 5
"""Units of the drawing for one stitch. Whole numbers make the PDF a fifth smaller."""
_CROSS: Final = "M{left} {top}l3 3m0-3l-3 3"
_SIGNS: Final[Mapping[int, str]] = {
    GROUND: _CROSS,
    FIRST: "M{left} {bottom}l3-3",
    SECOND: "M{x} {y}h.4",
    ACCENT: "M{x} {top}v3m-1.5-1.5h3",
}
"""The sign of each thread in black: charts for black printers have always used signs."""


BLACK: Final = Palette(
    linen="#ffffff", ground="#000000", first="#000000", second="#ffffff", accent="#000000",
    ink="#000000", deep="#000000",
)  # fmt: skip
"""The palette of black drawings that are too fine for signs: the lighter threads stay white."""


def needlework(grid: Grid, palette: Palette | None) -> str:
    """The grid as SVG, `UNIT` units for each stitch. Without a palette it is black, each thread by its sign.

    A drawing in colours has the cloth too, with half a stitch of it around the grid.
    """
    columns, rows = size(grid)
    paths = []
    for thread in sorted({stitch for row in grid for stitch in row} - {CLOTH}):
        sign = _CROSS if palette else _SIGNS[thread]
        path = "".join(
            sign.format(
                left=x * UNIT + 1,
                x=x * UNIT + 2.5,
                top=y * UNIT + 1,
                y=y * UNIT + 2.5,
                bottom=y * UNIT + 4,
            )
            for y, row in enumerate(grid)
            for x, stitch in enumerate(row)
            if stitch == thread
        )
        colour = palette.threads[thread] if palette else "#000"
        width = "1.7" if palette else ".5" if thread != SECOND else "1.2"
        paths.append(f'<path stroke="{colour}" stroke-width="{width}" d="{path}"/>')
    box = f"-2.5 -2.5 {(columns + 1) * UNIT} {(rows + 1) * UNIT}"
    cloth = ""
    if palette:
        x, y, width, height = box.split()
        cloth = (
            f'<rect x="{x}" y="{y}" width="{width}" height="{height}" '
            f'fill="{palette.linen}" stroke="none"/>'
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" '
        f'fill="none" stroke-linecap="round">{cloth}{"".join(paths)}</svg>'
    )
