"""The blocks of a document to those of a Word file. Each has a style that an office can change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from komsiluk.guides.word.blocks import (
    Block,
    Heading,
    Items,
    Line,
    Run,
    RunStyle,
    Table,
    WordParagraph,
)
from komsiluk.guides.word.locales import office_tag
from komsiluk.guides.word.styles import TABLE

if TYPE_CHECKING:
    from docx.document import Document

_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 (§2.2) cannot hold."""
_LOOK = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100,
    "noHBand": 0x200, "noVBand": 0x400,
}  # fmt: skip
"""The parts of a table that a style can set off, with their bits for programs that read the number
instead of the names (ECMA-376-1, 17.4.55)."""
_WIDTH = 210 - 2 * 22
"""The width between the margins of a page, in millimetres."""


def write_block(document: Document, block: Block) -> None:
    """Put the block at the end of the document."""
    match block:
        case Heading(text, level):
            write_line(document.add_paragraph(style=f"Heading {level}"), (Run(text),))
        case WordParagraph(line, style):
            write_line(document.add_paragraph(style=style), line)
        case Items(lines, numbered):
            _write_items(document, lines, numbered)
        case Table():
            _write_table(document, block)


def write_line(paragraph: Any, line: Line) -> None:
    """Put the runs at the end of a paragraph."""
    for run in line:
        added = paragraph.add_run()
        if run.address:
            _link(paragraph, added, run.address)
        added.add_text(readable(run.text))
        if run.look is not RunStyle.PLAIN:
            added.style = str(run.look)
        elif run.address:
            added.style = "Hyperlink"
        if run.language:
            _mark_language(added, run.language)


def readable(text: str) -> str:
    """The text in one line. U+FFFD takes the place of characters that XML cannot hold.

    >>> readable("bread\\x00\\nand salt")
    'bread\\ufffd and salt'
    """
    return re.sub(r"[\t\n\r]+", " ", _UNWRITABLE.sub("\ufffd", text))


def _write_items(document: Document, lines: Sequence[Line], numbered: bool) -> None:
    number = _new_numbering(document) if numbered else None
    for line in lines:
        paragraph = document.add_paragraph(style="List Number" if numbered else "List Bullet")
        if number is not None:
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_numId().val = number
        write_line(paragraph, line)


def _new_numbering(document: Document) -> int:
    """The id of a new numbering that begins at 1 and looks like the style "List Number"."""
    numberings = document.part.numbering_part.element
    style = document.styles["List Number"].element.pPr.numPr.numId.val
    added = numberings.add_num(numberings.num_having_numId(style).abstractNumId.val)
    added.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(added.numId)


def _write_table(document: Document, table: Table) -> None:
    """Write a table with columns of fixed width, so that a long word breaks and pushes no other column."""
    from docx.shared import Mm

    n_columns = len(table.shares)
    added = document.add_table(rows=0, cols=n_columns, style=TABLE)
    added.autofit = False
    _describe(added, table)
    rows: list[Sequence[Sequence[Line]]] = list(table.rows)
    if table.head:
        rows.insert(0, [[(Run(text),)] for text in table.head])
    for row in rows:
        cells = added.add_row().cells
        for cell, lines, share in zip(cells, row, table.shares, strict=True):
            cell.width = Mm(_WIDTH * share / 100)
            for number, line in enumerate(lines):
                paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
                write_line(paragraph, line)
    for column, share in zip(added.columns, table.shares, strict=True):
        column.width = Mm(_WIDTH * share / 100)
    for number, row in enumerate(added.rows):
        _keep(row, is_head=bool(table.head) and number == 0)
    document.add_paragraph(style="Note")


def _describe(added: Any, table: Table) -> None:
    """Write the table's caption, and which of its cells are headings."""
    properties = added._tbl.tblPr
    look = properties.find(_name("w:tblLook"))
    if look is None:
        look = _element("w:tblLook")
        properties.append(look)
    look.attrib.clear()
    parts = {
        "firstRow": bool(table.head),
        "firstColumn": table.side,
        "noHBand": True,
        "noVBand": True,
    }
    look.set(_name("w:val"), f"{sum(bit for part, bit in _LOOK.items() if parts.get(part)):04X}")
    for part in _LOOK:
        look.set(_name(f"w:{part}"), str(int(parts.get(part, False))))
    caption = _element("w:tblCaption")
    caption.set(_name("w:val"), readable(table.names))
    properties.append(caption)


def _keep(row: Any, *, is_head: bool) -> None:
    """Keep the row on one page. Repeat it on every page if it is the head."""
    properties = row._tr.get_or_add_trPr()
    properties.append(_element("w:cantSplit"))
    if is_head:
        properties.append(_element("w:tblHeader"))


def _link(paragraph: Any, run: Any, address: str) -> None:
    """Link a run of the paragraph to a web address."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    link = _element("w:hyperlink")
    name = paragraph.part.relate_to(
        readable(address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    link.set(_name("r:id"), name)
    paragraph._p.append(link)
    link.append(run._r)


def _mark_language(run: Any, tag: str) -> None:
    language = _element("w:lang")
    for script in ("val", "eastAsia", "bidi"):
        language.set(_name(f"w:{script}"), office_tag(tag))
    run._r.get_or_add_rPr().append(language)


def _element(name: str) -> Any:
    from docx.oxml import OxmlElement

    return OxmlElement(name)


def _name(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(name))
