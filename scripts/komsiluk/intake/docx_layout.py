"""What a template says to a Word document: two columns, question and answer."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt, RGBColor
from markupsafe import escape

_GREY = RGBColor(0x66, 0x5C, 0x54)
_WIDTHS = (Cm(6.4), Cm(10.6))
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""No file of a zip can be older; the same questions give the same bytes."""


def drawn(contents: Mapping[str, Any]) -> bytes:
    """The document that says what `template.contents` has. No name of a person is in it, and no time."""
    document = Document()
    _page(document, contents)
    document.add_heading(contents["title"], 0)
    for text in contents["lead"]:
        document.add_paragraph(text)
    for part in contents["parts"]:
        document.add_heading(part["title"], 1)
        if part["lead"]:
            document.add_paragraph(part["lead"])
        table = document.add_table(rows=0, cols=2)
        table.style = "Table Grid"
        table.autofit = False
        for column, width in zip(table.columns, _WIDTHS, strict=True):
            column.width = width
        for row in part["rows"]:
            _row(table, row, contents["choose"])
    return _packed(document)


def _page(document: Any, contents: Mapping[str, Any]) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(2)
    language = normal.element.get_or_add_rPr()
    language.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{contents["language"]}"/>'))
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.title, properties.language = contents["title"], contents["language"]
    properties.created = properties.modified = datetime(2000, 1, 1, tzinfo=UTC)
    properties.revision = 1
    package = document.part.package
    for number, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):  # A picture of another document.
            del package.rels[number]


def _row(table: Any, row: Mapping[str, Any], invitation: str) -> None:
    cells = table.add_row().cells
    for cell, width in zip(cells, _WIDTHS, strict=True):
        cell.width = width
    left = cells[0].paragraphs[0]
    if row["is_heading"]:
        left = cells[0].merge(cells[1]).paragraphs[0]
        shading = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="F3EBDD"/>'
        cells[0]._tc.get_or_add_tcPr().append(parse_xml(shading))
    left.paragraph_format.keep_with_next = row["is_heading"]
    left.add_run(row["called"]).bold = True
    if row["is_heading"]:
        return
    if row["help"]:
        _small(cells[0].add_paragraph().add_run(row["help"]), 9)
    _small(cells[0].add_paragraph().add_run(f"[{row['key']}]"), 7)
    for number, (chosen, choices) in enumerate(row["lists"]):
        paragraph = cells[1].add_paragraph() if number else cells[1].paragraphs[0]
        paragraph._p.append(_list(choices, chosen, invitation))


def _small(run: Any, points: int) -> None:
    run.font.size, run.font.color.rgb = Pt(points), _GREY


def _list(choices: Iterable[str], chosen: str, invitation: str) -> Any:
    """A list to choose from (ISO/IEC 29500-1, 17.5.2.15), showing what is chosen or an invitation."""
    items = "".join(
        f'<w:listItem w:displayText="{escape(choice)}" w:value="{escape(choice)}"/>'
        for choice in choices
    )
    empty = "" if chosen else "<w:showingPlcHdr/>"
    colour = "" if chosen else '<w:rPr><w:color w:val="665C54"/></w:rPr>'
    return parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr>{empty}<w:dropDownList>{items}</w:dropDownList></w:sdtPr>"
        f"<w:sdtContent><w:r>{colour}<w:t>{escape(chosen or invitation)}</w:t></w:r></w:sdtContent>"
        "</w:sdt>"
    )


def _packed(document: Any) -> bytes:
    """The document's bytes, without the time at which they were packed."""
    first, second = io.BytesIO(), io.BytesIO()
    document.save(first)
    with zipfile.ZipFile(first) as original, zipfile.ZipFile(second, "w") as packed:
        for name in original.namelist():
            member = zipfile.ZipInfo(name, _EARLIEST)
            member.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(member, original.read(name))
    return second.getvalue()
