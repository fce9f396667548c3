"""A Word document to what was answered in it: texts and pictures by key, and nothing else of the file.

Who wrote it, when and with what, comments, and what was crossed out are not looked at.
"""

from __future__ import annotations

import posixpath
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from komsiluk.messages import RefusalError, message

MAIN, RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
MOST_BYTES = 8 * 1024 * 1024
"""Of the text of a document; a filled template holds a twentieth of it."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_KEY = re.compile(r"\[\s*([a-z_]+(?:\.(?:\d{1,3}|[a-z_]+))*)\s*\]")
_PASSED_OVER = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}sdtPr", f"{_W}pPr", f"{_W}rPr"}
_BREAKS = {f"{_W}br", f"{_W}cr", f"{_W}tab"}


class UnreadableDocumentError(RefusalError):
    """A Word document that cannot be read."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What stands in the right-hand column."""

    paragraphs: tuple[str, ...]
    """Without empty ones."""
    pictures: tuple[bytes, ...]
    """The files of the pictures in it."""


def answers(files: Mapping[str, bytes]) -> Mapping[str, Answer]:
    """The answers by key, from the files of a document; questions without an answer are left out.

    Of two rows with one key, the later one adds to the earlier. Raises `UnreadableDocumentError`.
    """
    targets = dict(_targets(files))
    by_key: dict[str, Answer] = {}
    for row in _tree(files, MAIN).iter(f"{_W}tr"):
        cells = row.findall(f"{_W}tc")
        keys = _KEY.findall(" ".join(_paragraphs(cells[0]))) if len(cells) > 1 else []
        if not keys:
            continue
        answer = Answer(
            paragraphs=tuple(filter(None, _paragraphs(cells[1]))),
            pictures=tuple(
                files[targets[number]] for number in _pictures(cells[1]) if number in targets
            ),
        )
        if answer.paragraphs or answer.pictures:
            before = by_key.get(keys[-1], Answer(paragraphs=(), pictures=()))
            by_key[keys[-1]] = Answer(
                paragraphs=before.paragraphs + answer.paragraphs,
                pictures=before.pictures + answer.pictures,
            )
    return by_key


def _tree(files: Mapping[str, bytes], name: str) -> ET.Element:
    data = files.get(name, b"")
    if not data:
        raise UnreadableDocumentError(message("not-taken-in.document.no-text"))
    if len(data) > MOST_BYTES:
        raise UnreadableDocumentError(message("not-taken-in.document.too-long"))
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise UnreadableDocumentError(message("not-taken-in.document.words-of-its-own"))
    try:
        return ET.fromstring(data)
    except ET.ParseError:
        raise UnreadableDocumentError(message("not-taken-in.document.damaged")) from None


def _paragraphs(cell: ET.Element) -> Iterator[str]:
    """The text of each paragraph; what only invites to write is none."""
    for paragraph in cell.iter(f"{_W}p"):
        yield " ".join("".join(_texts(paragraph)).split())


def _texts(element: ET.Element) -> Iterator[str]:
    for inner in element:
        if inner.tag in _PASSED_OVER or _only_invites(inner):
            continue
        if inner.tag == f"{_W}t":
            yield inner.text or ""
        elif inner.tag in _BREAKS:
            yield " "
        elif inner.tag != f"{_W}p":
            yield from _texts(inner)


def _only_invites(element: ET.Element) -> bool:
    return element.tag == f"{_W}sdt" and element.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None


def _pictures(cell: ET.Element) -> Iterator[str]:
    """What names the pictures of a cell, in their order; those that are only linked are left out."""
    for element in cell.iter():
        if element.tag == f"{_A}blip":
            yield element.get(f"{_R}embed", "")
        elif element.tag == f"{_V}imagedata":
            yield element.get(f"{_R}id", "")


def _targets(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """The files in the document that its names of pictures stand for."""
    if RELATIONS not in files:
        return
    for relation in _tree(files, RELATIONS):
        if relation.get("TargetMode") == "External":
            continue
        target = posixpath.normpath(posixpath.join("/word", relation.get("Target", ""))).lstrip("/")
        if target in files:
            yield relation.get("Id", ""), target
