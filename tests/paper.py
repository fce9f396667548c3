"""A PDF to what tests ask of it: its words, what leaves the page, and what runs into something else."""

from __future__ import annotations

import json
import re
import struct
import subprocess
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import page as pdf_rules
import pypdfium2

from tests import equipment
from tests.equipment import CODE_READER, file_of

ROOT = Path(__file__).parents[1]
POINTS = 72 / 25.4
"""A millimetre in PDF's points."""
MARGIN = 12 * POINTS
"""Nothing of a paper is nearer to the edge of its sheet."""


class Letter(NamedTuple):
    """A letter on a sheet: its box in points, from the left lower corner."""

    sign: str
    left: float
    bottom: float
    right: float
    top: float


class Sheet:
    """One page of a paper."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._page = page
        self.width, self.height = page.get_size()
        held = page.get_textpage()
        self.text = held.get_text_range()
        self.letters = [
            Letter(sign, *held.get_charbox(n))
            for n, sign in enumerate(_signs(held))
            if sign.strip() and sign != "\u200b"
        ]

    def astray(self) -> list[Letter]:
        """The letters that leave the printed part of the sheet."""
        return [
            letter
            for letter in self.letters
            if letter.left < MARGIN
            or letter.bottom < MARGIN / 2
            or letter.right > self.width - MARGIN
            or letter.top > self.height - MARGIN / 2
        ]

    def collisions(self) -> Iterator[tuple[Letter, Letter]]:
        """Letters most of which lies on another letter."""
        cells: dict[tuple[int, int], list[Letter]] = defaultdict(list)
        for letter in self.letters:
            x, y = (letter.left + letter.right) / 2, (letter.bottom + letter.top) / 2
            near = [
                other
                for across in (-1, 0, 1)
                for up in (-1, 0, 1)
                for other in cells[int(x // 8) + across, int(y // 8) + up]
            ]
            yield from ((letter, other) for other in near if _covered(letter, other) > 0.7)
            cells[int(x // 8), int(y // 8)].append(letter)

    def gray(self, dots_per_inch: int) -> tuple[int, int, bytes]:
        """The sheet as a scanner sees it: width, height, a byte a pixel."""
        picture = self._page.render(scale=dots_per_inch / 72, grayscale=True).to_pil()
        return picture.width, picture.height, picture.tobytes()


def sheets(pdf: bytes) -> list[Sheet]:
    """The pages of a paper."""
    return [Sheet(page) for page in pypdfium2.PdfDocument(pdf)]


def faults(pdf: bytes) -> list[str]:
    """What breaks a rule of PDF/UA-1."""
    judged = pdf_rules.validate_pdf_bytes(pdf, profile="ua1")
    return [f"{failure.rule_id}: {failure.message}" for failure in judged.failures]


def codes(found: Sequence[Sheet], dots_per_inch: int) -> list[list[str]]:
    """What the QR codes of each sheet say to a scanner."""
    scanned = [sheet.gray(dots_per_inch) for sheet in found]
    pictures = b"".join(struct.pack("<II", width, height) + dots for width, height, dots in scanned)
    assert file_of(CODE_READER)
    reader = ROOT / "tests" / "tools" / "read-codes.mjs"
    read = subprocess.run(
        [str(equipment.node()), str(reader), str(equipment.TOOLS)],
        input=pictures,
        capture_output=True,
        check=True,
    )
    return [json.loads(line) for line in read.stdout.splitlines()]


def words(text: str) -> list[str]:
    """The words of a text or a paper: letters and digits only, whatever divides a line."""
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "").replace("\u200b", "")
    return re.findall(r"[^\W_]+", text)


def _signs(held: pypdfium2.PdfTextPage) -> Iterator[str]:
    """The sign of each box: PDFium counts in UTF-32, `get_text_range` may leave some out."""
    for n in range(held.count_chars()):
        code = pypdfium2.raw.FPDFText_GetUnicode(held, n)
        yield chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def _covered(one: Letter, other: Letter) -> float:
    """The share of the smaller of two boxes that lies on the other; letters that are one share theirs."""
    if one[1:] == other[1:]:
        return 0.0
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.top, other.top) - max(one.bottom, other.bottom)
    if width <= 0 or height <= 0:
        return 0.0
    areas = [(box.right - box.left) * (box.top - box.bottom) for box in (one, other)]
    return width * height / min(areas) if min(areas) > 0 else 0.0
