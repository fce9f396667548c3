"""The bytes of a file to its text, or to a word on how to save it as UTF-8."""

from __future__ import annotations

import re

from komsiluk.diagnostics import Diagnostic, Message, Span
from komsiluk.messages import message
from komsiluk.source.source_text import SourceText

MAX_BYTES = 64 * 1024
"""The most a file may hold; a long practice has 12 KB. It also bounds what an attacker can nest."""

_UTF_16 = "utf16"
_MARKS = {
    b"\xff\xfe\0\0": "utf32",
    b"\0\0\xfe\xff": "utf32",
    b"\xff\xfe": _UTF_16,
    b"\xfe\xff": _UTF_16,
}
_NOT_TEXT = "bytes"

# What YAML forbids (YAML 1.2.2 §5.1), and the invisible marks and ends of line that older readers
# count as lines of their own (U+0085, U+2028, U+2029), so that all agree on the number of a line.
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
# What turns the order of letters round, so that a reader sees other text than a program
# (Unicode Technical Standard 55; CVE-2021-42574).
_BIDI = "\u202a-\u202e\u2066-\u2069"
_HIDDEN = re.compile(f"[{_CONTROL}{_BIDI}]")
_IS_BIDI = re.compile(f"[{_BIDI}]")

_PLAIN_LETTERS = re.compile("[\t\n\r -~\u00a0-\u052f\u2010-\u2044]")
_CENTRAL = frozenset("čćđČĆĐšžŠŽőűăţşłńęą")
_WESTERN = frozenset("àèêñãõåøùìò¿¡")


def decode(data: bytes, *, file: str, n_bytes: int = 0) -> tuple[SourceText, list[Diagnostic]]:
    """The text of a file and what stands in its way.

    A byte order mark is dropped and ends of line become `\\n`. Characters that nobody can see are
    reported and stand as U+FFFD in the text, so that places stay where they were. The text is
    empty when it cannot be read at all. `n_bytes` is how large the file is, where `data` is only
    its beginning.

    Reports file-too-large, wrong-encoding, control-character, bidi-character.
    """
    n_bytes = max(n_bytes, len(data))
    if n_bytes > MAX_BYTES:
        return _refused(
            file,
            "file-too-large",
            message("file-too-large.message", size=-(-n_bytes // 1024), limit=MAX_BYTES // 1024),
            message("file-too-large.hint"),
        )
    text = _as_utf_8(data)
    if text is None or "\0" in text:
        guess = _foreign(data)
        if guess:
            complaint = message("wrong-encoding.message", guess=message(f"wrong-encoding.{guess}"))
            hint = message(
                "wrong-encoding.replace" if guess == _NOT_TEXT else "wrong-encoding.hint"
            )
            return _refused(file, "wrong-encoding", complaint, hint)
    damaged = text is None
    if text is None:
        text = data.decode("utf-8", errors="replace")
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not damaged and (text.replace("\n", "").isprintable() or not _HIDDEN.search(text)):
        return SourceText(file, text), []
    manuscript = SourceText(file, _HIDDEN.sub("\ufffd", text))
    problems = [_damage(manuscript)] if damaged else []
    return manuscript, problems + _hidden(manuscript, text)


def _refused(
    file: str, rule: str, complaint: Message, hint: Message
) -> tuple[SourceText, list[Diagnostic]]:
    manuscript = SourceText(file, "")
    return manuscript, [manuscript.problem(rule, complaint, span=None, hint=hint)]


def _foreign(data: bytes) -> str:
    """The likely encoding of a file that is not UTF-8, as the catalogue of messages names it; nothing if it
    is, or nearly."""
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            return name
    if b"\0" in data and _is_utf_16(data):
        return _UTF_16
    text = data.decode("utf-8", errors="replace")
    n_damaged = text.count("\ufffd")
    if sum(character > "\x7f" for character in text) > 2 * n_damaged or not n_damaged:
        return ""
    if sum(byte < 9 for byte in data) > len(data) // 50:
        return _NOT_TEXT
    return _code_page(data)


def _is_utf_16(data: bytes) -> bool:
    """Whether every second byte belongs to the one before, as only Latin and Cyrillic can show."""
    for codec in ("utf-16-le", "utf-16-be"):
        text = data[: len(data) // 2 * 2].decode(codec, errors="replace")
        if len(_PLAIN_LETTERS.findall(text)) > 0.9 * len(text):
            return True
    return False


def _as_utf_8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _code_page(data: bytes) -> str:
    """The Windows code page in which the bytes make the likeliest words of this region.

    Cyrillic words are runs of high bytes; Latin ones have single high bytes among ASCII.
    """
    runs = re.findall(rb"[\x80-\xff]+", data)
    n_high, n_in_words = sum(map(len, runs)), sum(len(run) for run in runs if len(run) > 1)
    if 2 * n_in_words > n_high:
        return "cp1251"
    central = sum(letter in _CENTRAL for letter in data.decode("cp1250", errors="replace"))
    western = sum(letter in _WESTERN for letter in data.decode("cp1252", errors="replace"))
    return "cp1250" if central and central >= western else "cp1252"


def _damage(manuscript: SourceText) -> Diagnostic:
    place = manuscript.text.index("\ufffd")
    return manuscript.problem(
        "wrong-encoding",
        message("wrong-encoding.damaged.message"),
        span=manuscript.span(place, place + 1),
        hint=message("wrong-encoding.damaged.hint", how=message("wrong-encoding.hint")),
    )


def _hidden(manuscript: SourceText, text: str) -> list[Diagnostic]:
    """One problem for each line and kind of character that nobody sees."""
    diagnostics: dict[tuple[int, str], Diagnostic] = {}
    for match in _HIDDEN.finditer(text):
        span = manuscript.span(match.start(), match.end())
        code = f"U+{ord(match[0]):04X}"
        if _IS_BIDI.match(match[0]):
            rule = "bidi-character"
            complaint = message("bidi-character.message", code=code)
        else:
            rule = "control-character"
            complaint = message("control-character.message", code=code)
        if (span.line, rule) not in diagnostics:
            diagnostics[span.line, rule] = manuscript.problem(
                rule, complaint, span=Span(line=span.line, column=span.column),
                hint=message("control-character.hint"),
            )  # fmt: skip
    return list(diagnostics.values())
