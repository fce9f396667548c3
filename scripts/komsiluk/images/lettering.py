"""A title and the room for it, to a size of type and lines of even length."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PIL import ImageFont, features

SMALL_WORD: Final = 2
"""Letters of the longest word that should not end a line: и, у, i, u, za, of."""

DISPLAY: Final = 60
"""The optical size of a variable face: always the display cut, so that widths grow with size."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fonts:
    """Files of the two faces, static or variable (`wght`, `opsz`), TrueType or OpenType."""

    serif: Path
    """The display face, for titles."""
    sans: Path
    """The face of everything small."""


@dataclass(frozen=True, slots=True)
class LetteringFace:
    """A font at one size and weight, for one language."""

    font: ImageFont.FreeTypeFont
    language: str | None
    """The language whose local forms of letters are drawn; None where Pillow lacks raqm, which draws them."""

    def width(self, text: str) -> float:
        """Pixels from the first letter's origin to the end of the last."""
        return self.font.getlength(text, language=self.language)


@dataclass(frozen=True, kw_only=True, slots=True)
class Setting:
    """A title ready to be drawn."""

    lines: tuple[str, ...]
    size: int
    """Pixels."""


def face(file: Path, size: int, weight: int, language: str) -> LetteringFace:
    """The font of a file at `size` pixels, with the letter forms of a language (BCP 47).

    Serbian and Macedonian italics and `б` differ from Russian ones: raqm asks the font for them.
    """
    return LetteringFace(_font(file, size, weight), language.split("-")[0] if _has_raqm() else None)


def set_title(
    title: str, ems: Callable[[str], float], sizes: Sequence[int], room: int, n_lines: int
) -> Setting:
    """The title in the largest size (they come largest first) that fits `n_lines` of `room` pixels.

    `ems` measures at size 1, so one measurement serves every size. Lines are as even as they can be
    without becoming more, and avoid ending in a small word. A title that is too long even for the
    smallest size ends in an ellipsis.
    """
    words = title.split()
    for size in sizes:
        width = room / size
        if any(ems(word) > width for word in words):
            continue
        lines = wrap(words, ems, width)
        if len(lines) <= n_lines:
            return Setting(lines=lines, size=size)
    width = room / sizes[-1]
    lines = wrap([piece for word in words for piece in _pieces(word, ems, width)], ems, width)
    if len(lines) > n_lines:
        rest = " ".join(lines[n_lines - 1 :])
        lines = (*lines[: n_lines - 1], shorten(rest, ems, width))
    return Setting(lines=lines, size=sizes[-1])


def wrap(words: Sequence[str], measure: Callable[[str], float], width: float) -> tuple[str, ...]:
    """The words in as few lines as `width` allows, and these as even as possible.

    The best lines have the smallest sum of squared rests, as in TeX's paragraphs. A word wider than
    the line has a line of its own and sticks out.

    >>> wrap("a garden shared by two streets".split(), len, 16)
    ('a garden shared', 'by two streets')
    """
    space = measure(" ")
    widths = [measure(word) for word in words]
    best: list[tuple[int, float, tuple[str, ...]]] = [(0, 0.0, ())]
    for end in range(1, len(words) + 1):
        hanging = end < len(words) and len(words[end - 1]) <= SMALL_WORD
        penalty = (width / 3) ** 2 if hanging else 0.0
        candidates = []
        for start in range(end - 1, -1, -1):
            rest = width - sum(widths[start:end]) - space * (end - start - 1)
            if rest < 0 and start < end - 1:
                break
            n_lines, cost, lines = best[start]
            line = " ".join(words[start:end])
            candidates.append((n_lines + 1, cost + rest * rest + penalty, (*lines, line)))
        best.append(min(candidates))
    return best[-1][2]


def shorten(text: str, measure: Callable[[str], float], width: float) -> str:
    """The text, or as many of its letters as leave room for an ellipsis.

    >>> shorten("Novi Pazar", len, 8)
    'Novi Pa…'
    """
    if measure(text) <= width:
        return text
    starts = (text[:end].rstrip(" ,;:–-") + "…" for end in range(len(text) - 1, 0, -1))
    return next((start for start in starts if measure(start) <= width), "…")


def _pieces(word: str, measure: Callable[[str], float], width: float) -> list[str]:
    """The word alone; or its parts with hyphens, each as wide as a line allows, if the word is wider."""
    if measure(word) <= width or len(word) < 2:
        return [word]
    ends = (end for end in range(len(word) - 1, 1, -1) if measure(word[:end] + "-") <= width)
    end = next(ends, 1)
    return [word[:end] + "-", *_pieces(word[end:], measure, width)]


@functools.cache
def _has_raqm() -> bool:
    """Whether Pillow has raqm. Cached until the process ends: Pillow does not change meanwhile."""
    return bool(features.check("raqm"))


@functools.lru_cache(maxsize=32)
def _font(file: Path, size: int, weight: int) -> ImageFont.FreeTypeFont:
    """The font of a file. The axes of a variable font are set to the weight and the optical size.

    The last 32 stay until the process ends, because cards share a few. Nobody may change them.
    """
    engine = ImageFont.Layout.RAQM if _has_raqm() else ImageFont.Layout.BASIC
    font = ImageFont.truetype(file, size, layout_engine=engine)
    try:
        axes = font.get_variation_axes()
    except OSError:  # Pillow raises an OSError for a static font, which has no axes.
        return font
    values = {b"Weight": weight, b"Optical Size": DISPLAY}
    font.set_variation_by_axes([_within(axis, values) for axis in axes])
    return font


def _within(axis: Mapping[str, Any], values: Mapping[bytes, float]) -> float:
    """The value for an axis, or the font's default where there is none, within the limits of the axis."""
    value: float = values.get(axis["name"], axis["default"])
    return float(min(max(value, axis["minimum"]), axis["maximum"]))
