"""A grid and a palette, to a picture of cross stitches on linen."""

from __future__ import annotations

import functools
from typing import Final

from PIL import Image, ImageDraw

from komsiluk.images.grid import Grid, size
from komsiluk.images.palettes import Palette, rgb

FINE: Final = 16
"""How many times larger than needed a stitch is drawn, before it is scaled down."""

PLAIN: Final = 3
"""Up to this side, in pixels, a stitch is a plain square: two threads would only blur."""

WORN: Final = (0.0, 0.045, -0.04)
"""How stitches of one thread differ, as dyed wool does: shares of white, or of black below 0."""


def stitched(grid: Grid, palette: Palette, width: int, *, colours: int = 96) -> Image.Image:
    """The grid worked at `width` pixels: an image of mode P with at most `colours` colours.

    A stitch is a whole number of pixels, so all are equally crisp. At least half a stitch of linen
    is left on all sides, and the pixels that are left over are linen too. Raises ValueError where
    `width` leaves a stitch no pixel.
    """
    columns, rows = size(grid)
    cell = width // (columns + 1)
    if not cell:
        raise ValueError(f"{columns} stitches need more than {width} pixels")
    return worked_on_linen(grid, palette, cell, (width, (rows + 1) * cell), colours=colours)


def worked_on_linen(
    grid: Grid, palette: Palette, cell: int, area: tuple[int, int], *, colours: int
) -> Image.Image:
    """The grid in stitches of `cell` pixels, in the middle of a piece of linen of `area` pixels.

    Stitches outside the area are cut off.
    """
    columns, rows = size(grid)
    width, height = area
    left, top = (width - columns * cell) // 2, (height - rows * cell) // 2
    tiles = _tiles(palette, cell, colours)
    linen = tiles[0][0]
    piece = Image.new("P", area)
    piece.putpalette(linen.getpalette() or [])
    weft = Image.new("P", (width, cell))
    for x in range(left % cell - cell, width, cell):
        weft.paste(linen, (x, 0))
    for y in range(top % cell - cell, height, cell):
        piece.paste(weft, (0, y))
    for row, stitches in enumerate(grid):
        for column, thread in enumerate(stitches):
            if thread:
                tile = tiles[thread][(row * 7 + column * column * 3) % len(WORN)]
                piece.paste(tile, (left + column * cell, top + row * cell))
    return piece


@functools.lru_cache(maxsize=64)
def _tiles(palette: Palette, cell: int, colours: int) -> tuple[tuple[Image.Image, ...], ...]:
    """One small picture for each thread and wear, all of mode P with one common palette.

    They are drawn beside each other, and reduced to few colours together. Every stitch of a picture
    pastes one of them, so the last 64 sets stay until the process ends. Nobody may change them.
    """
    stitches = [[_tile(palette, thread, cell, wear) for wear in WORN] for thread in palette.threads]
    sheet = Image.new("RGB", (cell * len(WORN), cell * len(stitches)))
    for row, tiles in enumerate(stitches):
        for column, tile in enumerate(tiles):
            sheet.paste(tile, (column * cell, row * cell))
    reduced = sheet.quantize(colours, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    return tuple(
        tuple(
            reduced.crop((column * cell, row * cell, (column + 1) * cell, (row + 1) * cell))
            for column in range(len(WORN))
        )
        for row in range(len(stitches))
    )


def _tile(palette: Palette, thread: str, cell: int, wear: float) -> Image.Image:
    """One stitch, or the bare cloth, `cell` pixels a side."""
    if thread == palette.linen:
        return _cloth(thread, cell * FINE).resize((cell, cell), Image.Resampling.BOX)
    wool = _shade(thread, wear)
    if cell <= PLAIN:
        return Image.new("RGB", (cell, cell), wool)
    tile = _cloth(palette.linen, cell * FINE)
    draw = ImageDraw.Draw(tile)
    _thread(draw, cell * FINE, _shade(thread, wear - 0.12), rising=True)
    _thread(draw, cell * FINE, wool, rising=False)
    return tile.resize((cell, cell), Image.Resampling.BOX)


def _cloth(linen: str, side: int) -> Image.Image:
    """A square of even weave: four threads, under and over, and the holes at its corners."""
    cloth = Image.new("RGB", (side, side), linen)
    draw = ImageDraw.Draw(cloth)
    half, hole = side // 2, side // 9
    shadow, light = _shade(linen, -0.055), _shade(linen, 0.35)
    for x, y in ((0, 0), (half, half)):
        draw.rectangle((x, y, x + half, y + half), fill=light)
    for line in (0, half, side):
        draw.line((line, 0, line, side), fill=shadow, width=side // 14)
        draw.line((0, line, side, line), fill=shadow, width=side // 14)
    for x in (0, side):
        for y in (0, side):
            draw.ellipse((x - hole, y - hole, x + hole, y + hole), fill=_shade(linen, -0.18))
    return cloth


def _thread(draw: ImageDraw.ImageDraw, side: int, colour: str, *, rising: bool) -> None:
    """One leg of a cross, corner to corner: a dark rim, the wool, and light on its upper side."""
    near, far = side * 0.13, side * 0.87
    start, end = ((near, far), (far, near)) if rising else ((near, near), (far, far))
    for share, shade, lift in ((0.38, -0.34, 0.0), (0.30, 0.0, 0.0), (0.09, 0.20, 0.035)):
        width, up = side * share, side * lift
        aside = -up if rising else up
        ends = [(x + aside, y - up) for x, y in (start, end)]
        fill = _shade(colour, shade)
        draw.line(ends, fill=fill, width=round(width))
        for x, y in ends:
            draw.circle((x, y), width / 2, fill=fill)


def _shade(colour: str, share: float) -> str:
    """The colour with a share of white, or of black where the share is below 0."""
    towards = 255 if share > 0 else 0
    return "#" + "".join(
        f"{round(value + (towards - value) * abs(share)):02x}" for value in rgb(colour)
    )
