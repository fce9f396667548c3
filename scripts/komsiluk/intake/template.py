"""The questions of the form to a Word document: two columns, question and answer, in one language."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt, RGBColor
from markupsafe import escape

from komsiluk.html.asking import Asking
from komsiluk.intake.asked import Row, rows
from komsiluk.pages.questions import SHORT

_GREY = RGBColor(0x66, 0x5C, 0x54)
_WIDTHS = (Cm(6.4), Cm(10.6))
_HOW_MANY = {"concepts": 3}
"""Of answers that may be several, so many can be chosen."""
_CHOSEN = frozenset({"choice", "concept", "concepts", "language", "agreed"})
_NEEDED = SHORT | {"problem.text"}
"""Keys of what a practice cannot do without; the rest is only needed beside something else."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""No file of a zip can be older; the same questions give the same bytes."""


def template(at: Asking) -> bytes:
    """The document. No name of a person is in it, and no time."""
    document = Document()
    _page(document, at)
    document.add_heading(at.say("form.title"), 0)
    for text in ("document.lead", "form.never", "document.rows"):
        document.add_paragraph(at.say(text))
    for name, held in rows():
        document.add_heading(at.say(f"form.part.{name}"), 1)
        table = document.add_table(rows=0, cols=2)
        table.style = "Table Grid"
        table.autofit = False
        for column, width in zip(table.columns, _WIDTHS, strict=True):
            column.width = width
        for row in held:
            _row(table, row, at)
    return _packed(document)


def _page(document: Any, at: Asking) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(2)
    language = normal.element.get_or_add_rPr()
    language.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{at.page.language}"/>'))
    told = document.core_properties
    told.author = told.last_modified_by = told.comments = told.keywords = ""
    told.title, told.language = at.say("form.title"), at.page.language
    told.created = told.modified = datetime(2000, 1, 1, tzinfo=UTC)
    told.revision = 1
    package = document.part.package
    for number, held in list(package.rels.items()):
        if held.reltype.endswith("/thumbnail"):  # A picture of another document.
            del package.rels[number]


def _row(table: Any, row: Row, at: Asking) -> None:
    cells = table.add_row().cells
    for cell, width in zip(cells, _WIDTHS, strict=True):
        cell.width = width
    left = cells[0].paragraphs[0]
    if row.is_heading:
        left = cells[0].merge(cells[1]).paragraphs[0]
        shading = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="F3EBDD"/>'
        cells[0]._tc.get_or_add_tcPr().append(parse_xml(shading))
    left.paragraph_format.keep_with_next = row.is_heading
    left.add_run(_called(row, at)).bold = True
    if row.is_heading:
        return
    if help := _help(row, at):
        _small(cells[0].add_paragraph().add_run(help), 9)
    _small(cells[0].add_paragraph().add_run(f"[{row.key}]"), 7)
    _answer(cells[1], row, at)


def _called(row: Row, at: Asking) -> str:
    if row.number:
        one = at.wording(row.question, "-one") or at.wording(row.question)
        return at.say("form.item", name=one, n=row.number)
    is_needed = row.question.required and row.key in _NEEDED
    return at.wording(row.question) + (f" ({at.say('form.needed')})" if is_needed else "")


def _help(row: Row, at: Asking) -> str:
    question = row.question
    told = [at.wording(question, "-help")]
    if question.kind == "day":
        told.append(at.say("form.any.day-help"))
    if question.kind == "photograph":
        told.append(at.say("document.picture"))
    if question.characters:
        told.append(at.say("document.characters", n=at.number(question.characters)))
    if question.words:
        told.append(at.say("document.words", n=at.number(question.words)))
    return " ".join(filter(None, told))


def _small(run: Any, points: int) -> None:
    run.font.size, run.font.color.rgb = Pt(points), _GREY


def _answer(cell: Any, row: Row, at: Asking) -> None:
    question = row.question
    if question.kind not in _CHOSEN:
        return
    choices = (
        [at.say("document.yes")] if question.kind == "agreed" else [said for _, said in at.choices(question)]
    )  # fmt: skip
    chosen = next((said for tag, said in at.choices(question) if tag == at.page.language), "")
    for number in range(_HOW_MANY.get(question.kind, 1)):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        held = chosen if question.kind == "language" else ""
        paragraph._p.append(_list(choices, held, at.say("form.choose")))


def _list(choices: Iterable[str], chosen: str, invitation: str) -> Any:
    """A list to choose from (ISO/IEC 29500-1, 17.5.2.15), showing what is chosen or an invitation."""
    items = "".join(
        f'<w:listItem w:displayText="{escape(said)}" w:value="{escape(said)}"/>'
        for said in dict.fromkeys(choices)
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
    with zipfile.ZipFile(first) as held, zipfile.ZipFile(second, "w") as packed:
        for name in held.namelist():
            member = zipfile.ZipInfo(name, _EARLIEST)
            member.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(member, held.read(name))
    return second.getvalue()
