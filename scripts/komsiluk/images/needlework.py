"""A grid to an SVG of crosses for paper: in threads of colour on linen, or as a chart in black ink."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from komsiluk.images.grid import ACCENT, CLOTH, FIRST, GROUND, SECOND, Grid, size
from komsiluk.images.palettes import Palette

_CROSS: Final = "M{x}.18 {y}.18l.64.64m0-.64l-.64.64"
_SIGNS: Final[Mapping[int, str]] = {
    GROUND: _CROSS,
    FIRST: "M{x}.2 {y}.8l.6-.6",
    SECOND: "M{x}.46 {y}.5h.08",
    ACCENT: "M{x}.5 {y}.2v.6m-.3-.3h.6",
}
"""How charts for black printers have always told threads apart: by signs."""

BLACK: Final = Palette(
    linen="#ffffff", ground="#000000", first="#000000", second="#ffffff", accent="#000000",
    ink="#000000", deep="#000000",
)  # fmt: skip
"""For what is too fine for signs: the lighter threads stay white."""


def needlework(grid: Grid, palette: Palette | None) -> str:
    """The grid as SVG, a unit a stitch; without a palette in black, each thread by its sign.

    In colours the cloth is there too, half a stitch of it around the grid.
    """
    columns, rows = size(grid)
    paths = []
    for thread in sorted({stitch for row in grid for stitch in row} - {CLOTH}):
        sign = _CROSS if palette else _SIGNS[thread]
        d = "".join(
            sign.format(x=x, y=y)
            for y, row in enumerate(grid)
            for x, stitch in enumerate(row)
            if stitch == thread
        )
        colour = palette.threads[thread] if palette else "#000"
        width = ".34" if palette else ".1" if thread != SECOND else ".24"
        paths.append(f'<path stroke="{colour}" stroke-width="{width}" d="{d}"/>')
    cloth = ""
    if palette:
        cloth = (
            f'<rect x="-.5" y="-.5" width="{columns + 1}" height="{rows + 1}" '
            f'fill="{palette.linen}" stroke="none"/>'
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-.5 -.5 {columns + 1} {rows + 1}" '
        f'fill="none" stroke-linecap="round">{cloth}{"".join(paths)}</svg>'
    )
