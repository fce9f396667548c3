"""A file that somebody has sent to what is in it: the texts of a practice, and its pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.intake.archive import MOST_BYTES, too_large, unpacked
from komsiluk.intake.docx_reader import MAIN, Answer, UnreadableDocumentError, answers
from komsiluk.intake.refusal import refused
from komsiluk.messages import message

PRACTICE = "practice.yml"
_TEXT = re.compile(r"(?P<path>(?:t/[A-Za-z-]+|practice)\.yml)(?:\.txt)?")
_RECORD = re.compile(
    r"(?P<path>_(?:organisations|places|projects|sources)/[a-z0-9-]+\.yml)(?:\.txt)?"
)
_PICTURE = re.compile(r"images/(?P<name>[^/]+)")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_AS_DOCX = message("not-taken-in.as-docx")
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", message("not-taken-in.old-word.message")),
    (b"%PDF-", message("not-taken-in.pdf.message")),
    (b"{\\rtf", message("not-taken-in.rtf.message")),
)
"""How files begin that people send as well, and what they are."""

Reader = Callable[[Mapping[str, Answer]], tuple[Mapping[str, bytes], Mapping[str, bytes]]]
"""The answers of a document, by key, to texts and pictures."""


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """What was sent."""

    texts: Mapping[str, bytes]
    """By their paths in the folder of the practice (`practice.yml`, `t/sq.yml`), or in that of all
    practices (`_places/tutin.yml`)."""
    pictures: Mapping[str, bytes]
    """By the names of their files."""
    problems: tuple[Diagnostic, ...]
    folder: str = ""
    """The folder that all of it was in."""


def opened(file: Path, read: Reader) -> Parcel:
    """What is in a zip file, a text file or a Word document. Errors are among its problems.

    `read` makes texts and pictures from the answers of a document.
    """
    n_bytes = file.stat().st_size
    if n_bytes > MOST_BYTES:
        return _nothing(refused(file.name, *too_large(n_bytes)))
    data = file.read_bytes()
    for beginning, reason in _OTHERS:
        if data.startswith(beginning):
            return _nothing(refused(file.name, reason, _AS_DOCX))
    if not data.startswith(_ZIP):
        return Parcel(texts={PRACTICE: data}, pictures={}, problems=())
    files, problems = unpacked(data, file.name)
    if problems:
        return _nothing(*problems)
    return _of_document(files, file.name, read) if MAIN in files else _of_form(files, file.name)


def _nothing(*problems: Diagnostic) -> Parcel:
    return Parcel(texts={}, pictures={}, problems=problems)


def _of_document(files: Mapping[str, bytes], sent: str, read: Reader) -> Parcel:
    """What was answered in the Word template."""
    try:
        replies = answers(files)
    except UnreadableDocumentError as error:
        reason = message("not-taken-in.document.message", reason=error.reason)
        return _nothing(refused(sent, reason, _AS_DOCX))
    if not replies:
        hint = message("not-taken-in.no-answers.hint")
        return _nothing(refused(sent, message("not-taken-in.no-answers.message"), hint))
    texts, pictures = read(replies)
    return Parcel(texts=texts, pictures=pictures, problems=())


def _of_form(files: Mapping[str, bytes], sent: str) -> Parcel:
    """What the form puts together: the files of a practice, and a word to whoever opens it."""
    folder = _common(files)
    texts: dict[str, bytes] = {}
    pictures: dict[str, bytes] = {}
    problems: list[Diagnostic] = []
    for path, data in files.items():
        inside = path.removeprefix(folder)
        text = _TEXT.fullmatch(inside) or _RECORD.fullmatch(inside)
        picture = _PICTURE.fullmatch(inside)
        if text:
            texts[text["path"]] = data
        elif picture:
            pictures[picture["name"]] = data
        elif not inside.endswith(".txt"):
            reason = message("not-taken-in.unknown-file.message", name=inside[:80])
            hint = message("not-taken-in.unknown-file.hint")
            problems.append(refused(sent, reason, hint, Severity.WARNING))
    if not texts:
        hint = message("not-taken-in.no-practice.hint")
        problems.append(refused(sent, message("not-taken-in.no-practice.message"), hint))
    return Parcel(
        texts=texts, pictures=pictures, problems=tuple(problems), folder=folder.rstrip("/")
    )


def _common(files: Mapping[str, bytes]) -> str:
    """The folder in which everything is, with a slash at its end; empty for none."""
    first = {path.partition("/")[0] if "/" in path else "" for path in files}
    name = first.pop() if len(first) == 1 else ""
    is_wrapping = name and name not in ("images", "t") and not name.startswith("_")
    return f"{name}/" if is_wrapping else ""
