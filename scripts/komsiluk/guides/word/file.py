"""A document to the bytes of a Word file that tells nothing of the day and machine it was made on."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from komsiluk.guides.word.blocks import Run, WordDocument
from komsiluk.guides.word.body import readable, write_block, write_line
from komsiluk.guides.word.locales import office_tag
from komsiluk.guides.word.styles import template
from komsiluk.languages import language

if TYPE_CHECKING:
    from docx.document import Document

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip can hold."""
_LONGEST = 255
"""Characters of a property, the most that python-docx writes."""
_FIELDS = re.compile(r"(\{n\}|\{total\})")


def written(content: WordDocument) -> bytes:
    """The file of a document: the same document gives the same bytes.

    python-docx is imported only here: it takes as long as making twenty files, and most builds find
    theirs in the cache.
    """
    from docx import Document

    document = Document(io.BytesIO(template()))
    _name(document, content)
    _speak(document, content)
    _frame(document, content)
    for block in content.blocks:
        write_block(document, block)
    data = io.BytesIO()
    document.save(data)
    return _undated(data.getvalue())


def _name(document: Document, content: WordDocument) -> None:
    """The properties of the file, each of which would otherwise speak of its template."""
    held = document.core_properties
    held.title = readable(content.title)[:_LONGEST]
    held.subject = readable(content.subject)[:_LONGEST]
    held.author = held.last_modified_by = readable(content.author)[:_LONGEST]
    held.keywords = readable(content.keywords)[:_LONGEST]
    held.comments = held.category = ""
    held.language = office_tag(content.language, content.country)
    held.revision = 1
    held.created = held.modified = datetime.datetime.fromtimestamp(content.time, datetime.UTC)


def _speak(document: Document, content: WordDocument) -> None:
    """The language of everything that has no other, and the direction it is written in."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    tag = office_tag(content.language, content.country)
    (default,) = document.styles.element.iter(qn("w:lang"))
    default.attrib.clear()
    for script in ("val", "eastAsia", "bidi"):
        default.set(qn(f"w:{script}"), tag)
    for theme in document.settings.element.iter(qn("w:themeFontLang")):
        theme.attrib.clear()
        theme.set(qn("w:val"), tag)
    if language(content.language).direction == "rtl":
        normal = document.styles["Normal"].element
        normal.get_or_add_pPr().append(OxmlElement("w:bidi"))
        normal.get_or_add_rPr().append(OxmlElement("w:rtl"))
        document.sections[0]._sectPr.append(OxmlElement("w:bidi"))


def _frame(document: Document, content: WordDocument) -> None:
    """What stands at the top and foot of every page."""
    section = document.sections[0]
    write_line(section.header.paragraphs[0], (Run(content.head),))
    foot = section.footer.paragraphs[0]
    for part in _FIELDS.split(content.pages):
        if _FIELDS.fullmatch(part):
            _write_field(foot, "PAGE" if part == "{n}" else "NUMPAGES")
        elif part:
            write_line(foot, (Run(part),))


def _write_field(paragraph: Any, name: str) -> None:
    """A number that Word fills in."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" {name} ")
    paragraph._p.append(field)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)


def _undated(data: bytes) -> bytes:
    """The same zip with the same date on every file, packed in the same way."""
    found = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as given,
        zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as taken,
    ):
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            taken.writestr(entry, given.read(name))
    return found.getvalue()
