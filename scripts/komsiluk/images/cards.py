"""A title and a motif, to the picture that social networks and messengers show beside a link."""

from __future__ import annotations

import functools
import io
from typing import Final

from PIL import Image, ImageDraw

from komsiluk.images.grid import ACCENT, CLOTH, GROUND, Grid, beside, size
from komsiluk.images.lettering import Fonts, LetteringFace, face, set_title, shorten
from komsiluk.images.motif import Shape
from komsiluk.images.palettes import Palette, rgb
from komsiluk.images.stitching import worked_on_linen

WIDTH: Final = 1200
HEIGHT: Final = 630
"""Pixels, as Open Graph consumers ask for: 1.91 to 1."""

CELL: Final = 10
"""Pixels of a stitch: 63 rows fill the height."""

MARGIN: Final = 60
TITLE_TOP: Final = 140
TITLE_ROOM: Final = 340
TITLE_LINES: Final = 4
TITLE_SIZES: Final = (76, 70, 64, 58, 52, 46, 42)
TITLE_WEIGHT: Final = 620
LEADING: Final = 1.15
"""The height of a title's line, divided by the size of its type."""
ASCENT: Final = 0.77
"""The share of a line that lies above its base line."""

KICKER_BASE: Final = 98
KICKER_SIZE: Final = 32
RULE_ROW: Final = 52
SITE_BASE: Final = 578
SITE_SIZE: Final = 30

STITCH_COLOURS: Final = 20
SHADES: Final = 6
"""Steps from linen to a colour of type. With two colours of type the card has 32 in all."""


def social_card(
    title: str,
    kicker: str,
    site_name: str,
    language: str,
    palette: Palette,
    grid: Grid,
    fonts: Fonts | None,
) -> bytes:
    """A PNG of 1200 by 630 pixels and at most 32 colours: the motif left, the words right.

    `kicker` is the line over the title, such as theme and place. `language` (BCP 47) chooses the
    local forms of letters. `grid` is a motif in the shape `TALL`. Without fonts the motif stands
    alone in the middle. The fonts must have the title's letters: a face without Arabic shows boxes.
    Raises ValueError for a grid of another shape.
    """
    if size(grid) != Shape.TALL.value:
        raise ValueError(f"a card takes a grid of {Shape.TALL.value}, not of {size(grid)}")
    if fonts is None:
        return _png(_linen(grid, palette, with_words=False))
    card = _linen(grid, palette, with_words=True).copy()
    left = (size(grid)[0] + 1) * CELL + MARGIN
    room = WIDTH - MARGIN - left
    ink, ground = STITCH_COLOURS, STITCH_COLOURS + SHADES

    measuring = face(fonts.serif, TITLE_SIZES[0], TITLE_WEIGHT, language)
    ems = functools.cache(lambda text: measuring.width(text) / TITLE_SIZES[0])
    setting = set_title(title, ems, TITLE_SIZES, room, TITLE_LINES)
    serif = face(fonts.serif, setting.size, TITLE_WEIGHT, language)
    leading = setting.size * LEADING
    top = TITLE_TOP + (TITLE_ROOM - leading * len(setting.lines)) / 3
    for number, line in enumerate(setting.lines):
        _write(card, line, (left, round(top + leading * (number + ASCENT))), serif, ink)

    for line, base, pixels, weight, colour in (
        (kicker, KICKER_BASE, KICKER_SIZE, 600, ground),
        (site_name, SITE_BASE, SITE_SIZE, 500, ink),
    ):
        sans = face(fonts.sans, pixels, weight, language)
        _write(card, shorten(line, sans.width, room), (left, base), sans, colour)
    return _png(card)


@functools.lru_cache(maxsize=16)
def _linen(grid: Grid, palette: Palette, *, with_words: bool) -> Image.Image:
    """The card without its words, which a caller copies before it writes on it.

    It is cached because it is the same in all languages. The last 16 stay until the process ends.
    """
    piece = _beside_words(grid) if with_words else grid
    linen = worked_on_linen(piece, palette, CELL, (WIDTH, HEIGHT), colours=STITCH_COLOURS)
    stitches = (linen.getpalette() or [])[: STITCH_COLOURS * 3]
    stitches += [0] * (STITCH_COLOURS * 3 - len(stitches))
    for colour in (palette.ink, palette.ground):
        for shade in range(1, SHADES + 1):
            for cloth, wool in zip(rgb(palette.linen), rgb(colour), strict=True):
                stitches.append(round(cloth + (wool - cloth) * shade / SHADES))
    linen.putpalette(stitches)
    return linen


def _beside_words(grid: Grid) -> Grid:
    """The grid and, beside it, cloth with one row of stitches: together as wide as the card."""
    columns, rows = size(grid)
    n_cloth, margin = WIDTH // CELL - columns, MARGIN // CELL
    n_stitches = n_cloth - 2 * margin - 1
    before, after = (CLOTH,) * (margin + 1), (CLOTH,) * margin
    rule = before + ((GROUND, CLOTH, ACCENT, CLOTH) * n_stitches)[:n_stitches] + after
    cloth = [rule if row == RULE_ROW else (CLOTH,) * n_cloth for row in range(rows)]
    return beside(grid, tuple(cloth))


def _write(
    card: Image.Image, line: str, at: tuple[int, int], face: LetteringFace, colour: int
) -> None:
    """Draw a line of type from the start of its base line, in the shades from `colour` on."""
    left, base = at
    above = round(face.font.size * 1.4)
    letters = Image.new("L", (card.width - left, above + round(face.font.size * 0.6)))
    draw = ImageDraw.Draw(letters)
    draw.text((0, above), line, 255, face.font, anchor="ls", language=face.language)
    steps = [round(cover / 255 * SHADES) for cover in range(256)]
    shades = letters.point([colour + max(step, 1) - 1 for step in steps])
    mask = letters.point([255 if step else 0 for step in steps])
    card.paste(shades, (left, base - above), mask)


def _png(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.save(file, "png", compress_level=6)
    return file.getvalue()
