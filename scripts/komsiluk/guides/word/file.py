"""A document to the bytes of a Word file, which reveals neither the day nor the machine of its making."""

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
"""The most characters of a property that python-docx writes."""
_FIELDS = re.compile(r"(\{n\}|\{total\})")


def word_file(content: WordDocument) -> bytes:
    """The file of a document. The same document gives the same bytes.

    python-docx is imported only here: the import takes as long as making twenty files, and most builds
    find theirs in the cache.
    """
    from docx import Document

    document = Document(io.BytesIO(template()))
    _set_properties(document, content)
    _set_language(document, content)
    _add_head_and_foot(document, content)
    for block in content.blocks:
        write_block(document, block)
    data = io.BytesIO()
    document.save(data)
    return _undated(data.getvalue())


def _set_properties(document: Document, content: WordDocument) -> None:
    """Set the properties of the file. Each would otherwise be that of the template."""
    properties = document.core_properties
    properties.title = readable(content.title)[:_LONGEST]
    properties.subject = readable(content.subject)[:_LONGEST]
    properties.author = properties.last_modified_by = readable(content.author)[:_LONGEST]
    properties.keywords = readable(content.keywords)[:_LONGEST]
    properties.comments = properties.category = ""
    properties.language = office_tag(content.language, content.country)
    properties.revision = 1
    properties.created = properties.modified = datetime.datetime.fromtimestamp(
        content.time, datetime.UTC
    )


def _set_language(document: Document, content: WordDocument) -> None:
    """Set the language of all words that have no other, and the direction of its script."""
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


def _add_head_and_foot(document: Document, content: WordDocument) -> None:
    """Write the lines at the top and the foot of every page."""
    section = document.sections[0]
    write_line(section.header.paragraphs[0], (Run(content.head),))
    foot = section.footer.paragraphs[0]
    for part in _FIELDS.split(content.pages):
        if _FIELDS.fullmatch(part):
            _write_field(foot, "PAGE" if part == "{n}" else "NUMPAGES")
        elif part:
            write_line(foot, (Run(part),))


def _write_field(paragraph: Any, name: str) -> None:
    """Write a field: a number that Word fills in."""
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
    """The same zip, packed anew with the same date for every file in it."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as original,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as copy,
    ):
        for name in original.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            copy.writestr(entry, original.read(name))
    return file.getvalue()
