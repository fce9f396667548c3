"""The Word template, filled in as people do it."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from tests.pictures import clean_jpeg

Given = str | list[str] | bytes
"""A text, paragraphs or choices, or a picture."""


def filled(template: bytes, given: Mapping[str, Given], author: str = "Milica") -> bytes:
    """The document with answers by their keys; what nobody answers stays as it is."""
    document: Any = Document(io.BytesIO(template))
    missing = set(given)
    for table in document.tables:
        for row in table.rows:
            keys = re.findall(r"\[([a-z_.0-9]+)\]", row.cells[0].text)
            if keys and keys[-1] in given:
                missing.discard(keys[-1])
                _fill(row.cells[1], given[keys[-1]])
    assert not missing, missing
    document.core_properties.author = document.core_properties.last_modified_by = author
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _fill(cell: Any, given: Given) -> None:
    if isinstance(given, bytes):
        run = cell.paragraphs[0].add_run()
        run.add_picture(io.BytesIO(clean_jpeg()))
        (blip,) = run._r.iter(qn("a:blip"))
        run.part.related_parts[blip.get(qn("r:embed"))]._blob = given  # Word takes any JPEG.
        return
    lists = cell._tc.findall(f".//{qn('w:sdt')}")
    for number, text in enumerate([given] if isinstance(given, str) else given):
        if lists:
            _choose(lists[number], text)
        else:
            (cell.paragraphs[0] if number == 0 else cell.add_paragraph()).add_run(text)


def _choose(held: Any, text: str) -> None:
    """What Word does when somebody chooses from a list."""
    shown = [item.get(qn("w:displayText")) for item in held.iter(qn("w:listItem"))]
    assert text in shown, (text, shown)
    for placeholder in held.findall(f".//{qn('w:showingPlcHdr')}"):
        placeholder.getparent().remove(placeholder)
    next(held.iter(qn("w:t"))).text = text
