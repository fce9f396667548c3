"""The pages of a booklet to sheets that people print on both sides, fold once and staple in the fold."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter
    from pypdf.generic import IndirectObject

SIDES = 4
"""Pages on a sheet of paper: two on each side."""
_SHEET = (297 * 72 / 25.4, 210 * 72 / 25.4)
"""A4 on its side, in points."""


def impose(pdf: bytes) -> bytes:
    """A PDF with two pages of the booklet on each page. Folded sheets have all pages in order.

    Pages of A5 lie on A4, one on each side of the middle. Blank pages fill the last sheet. The tags
    of the PDF describe its single pages, so they are left out. Title and language stay. The same
    booklet gives the same bytes.
    """
    # The import takes a tenth of a second, and only folded booklets need it.
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import NameObject

    reader = PdfReader(io.BytesIO(pdf))
    middle = _SHEET[0] / 2
    width = float(reader.pages[0].mediabox.width)
    writer = PdfWriter()
    drawings = [_drawing(writer, page) for page in reader.pages]
    for left, right in spreads(len(drawings)):
        halves = [
            (drawings[number], shift)
            for number, shift in ((left, middle - width), (right, middle))
            if number is not None
        ]
        _add_sheet(writer, halves)
    writer.add_metadata({key: str(value) for key, value in (reader.metadata or {}).items()})
    language = reader.root_object.get("/Lang")
    if language is not None:
        writer.root_object[NameObject("/Lang")] = language
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def spreads(n_pages: int) -> Iterator[tuple[int | None, int | None]]:
    """The left and the right page of each side of each sheet, the front before the back.

    Pages are counted from 0. `None` is a blank page.

    >>> list(spreads(4)), list(spreads(5))[:2]
    ([(3, 0), (1, 2)], [(None, 0), (1, None)])
    """
    n_all = -(-n_pages // SIDES) * SIDES

    def unless_blank(page: int) -> int | None:
        return page if page < n_pages else None

    for sheet in range(n_all // SIDES):
        first, last = 2 * sheet, n_all - 1 - 2 * sheet
        yield unless_blank(last), unless_blank(first)
        yield unless_blank(first + 1), unless_blank(last - 1)


def _drawing(writer: PdfWriter, page: PageObject) -> IndirectObject:
    """A page as a form XObject (ISO 32000-1, 8.10): a drawing that can be placed anywhere, unchanged."""
    from pypdf.generic import NameObject, StreamObject

    contents = page.get_contents()
    drawing = StreamObject()
    drawing.set_data(contents.get_data() if contents is not None else b"")
    packed = drawing.flate_encode()
    packed[NameObject("/Type")] = NameObject("/XObject")
    packed[NameObject("/Subtype")] = NameObject("/Form")
    packed[NameObject("/BBox")] = page.mediabox
    packed[NameObject("/Resources")] = page["/Resources"].clone(writer)
    return writer._add_object(packed)


def _add_sheet(writer: PdfWriter, halves: list[tuple[IndirectObject, float]]) -> None:
    from pypdf.generic import DictionaryObject, NameObject, StreamObject

    sheet = writer.add_blank_page(*_SHEET)
    names = {NameObject(f"/Page{number}"): drawing for number, (drawing, _) in enumerate(halves)}
    content = StreamObject()
    content.set_data(
        "\n".join(
            f"q 1 0 0 1 {shift:.3f} 0 cm {name} Do Q"
            for name, (_, shift) in zip(names, halves, strict=True)
        ).encode()
    )
    sheet[NameObject("/Contents")] = writer._add_object(content)
    sheet[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/XObject"): DictionaryObject(names)}
    )
