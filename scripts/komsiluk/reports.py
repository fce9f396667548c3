"""Diagnostics to the forms in which people and machines read them."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from komsiluk.diagnostics import Diagnostic, Severity

FEW = 10
"""GitHub shows so many annotations of a kind for a step and drops the rest in silence."""


def text_report(diagnostics: Sequence[Diagnostic]) -> str:
    """For a terminal: place, message, hint, and the line with a mark under the place."""
    parts = ["\n".join(_lines(diagnostic)) for diagnostic in diagnostics]
    if diagnostics:
        parts.append(summary(diagnostics))
    return "\n".join(parts)


def json_report(diagnostics: Sequence[Diagnostic]) -> str:
    """One JSON array, an object for each diagnostic; lines and columns from 1, absent for a whole file."""
    return json.dumps(
        [_record(diagnostic) for diagnostic in diagnostics], ensure_ascii=False, indent=1
    )


def github_report(diagnostics: Sequence[Diagnostic]) -> str:
    """GitHub's workflow commands, errors first because only the first ten of a kind are shown."""
    ordered = sorted(diagnostics, key=lambda diagnostic: (diagnostic.severity, diagnostic.sort_key))
    return "\n".join(map(_command, ordered))


REPORTERS: Mapping[str, Callable[[Sequence[Diagnostic]], str]] = {
    "text": text_report,
    "json": json_report,
    "github": github_report,
}
"""The forms by the name that `--format` takes."""


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """`2 errors, 1 warning`.

    >>> summary([])
    'no problems found'
    """
    found = [diagnostic.severity for diagnostic in diagnostics]
    counts = [(severity, found.count(severity)) for severity in Severity]
    said = [f"{n} {severity.word}{'s' if n != 1 else ''}" for severity, n in counts if n]
    return ", ".join(said) or "no problems found"


def _lines(diagnostic: Diagnostic) -> Iterable[str]:
    span = diagnostic.span
    place = f"{diagnostic.file}:{span.line}:{span.column}" if span else diagnostic.file
    yield f"{place}: {diagnostic.severity.word}: {diagnostic.message} [{diagnostic.rule}]"
    if diagnostic.hint:
        yield from _indented(diagnostic.hint)
    if span and diagnostic.excerpt.strip():
        shown, start = _window(diagnostic.excerpt, span.column)
        number = str(span.line)
        marked = shown[start : start + span.length]
        yield f"  {number:>4} | {shown}"
        yield f"       | {' ' * _width(shown[:start])}{'^' * max(1, _width(marked))}"


def _indented(hint: str) -> Iterable[str]:
    first, *rest = hint.split("\n")
    return chain([f"  hint: {first}"], (f"        {line}" for line in rest))


def _width(text: str) -> int:
    """How many columns of a terminal a text fills (Unicode Standard Annex 11): emoji fill two,
    accents that stand above another letter none."""
    return sum(
        0 if unicodedata.category(letter) in ("Mn", "Me", "Cf")
        else 2 if unicodedata.east_asian_width(letter) in "WF"
        else 1
        for letter in text
    )  # fmt: skip


def _window(excerpt: str, column: int) -> tuple[str, int]:
    """The part of a long line around a column, and where the column stands in it from 0."""
    line = excerpt.replace("\t", " ")
    if len(line) <= 100:
        return line, min(column - 1, len(line))
    start = max(0, min(column - 40, len(line) - 98))
    shown = ("…" if start else "") + line[start : start + 98]
    return shown + ("…" if start + 98 < len(line) else ""), column - 1 - start + bool(start)


def _record(diagnostic: Diagnostic) -> dict[str, object]:
    record: dict[str, object] = {
        "file": diagnostic.file,
        "severity": diagnostic.severity.word,
        "rule": diagnostic.rule,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }
    if diagnostic.span:
        record["line"] = diagnostic.span.line
        record["column"] = diagnostic.span.column
        record["end_column"] = diagnostic.span.column + diagnostic.span.length
    return record


def _command(diagnostic: Diagnostic) -> str:
    properties = {"file": diagnostic.file}
    if diagnostic.span:
        line, column = diagnostic.span.line, diagnostic.span.column
        properties |= {
            "line": str(line),
            "col": str(column),
            "endLine": str(line),
            "endColumn": str(column + diagnostic.span.length),
        }
    properties["title"] = diagnostic.rule
    told = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in properties.items())
    message = (
        f"{diagnostic.message}\nhint: {diagnostic.hint}" if diagnostic.hint else diagnostic.message
    )
    return f"::{diagnostic.severity.word} {told}::{_escaped(message)}"


def _escaped(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
