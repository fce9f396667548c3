"""Diagnostics to the forms in which people and machines read them."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.messages import REFERENCE, message, render

FEW = 10
"""GitHub shows so many annotations of a kind for a step and drops the rest in silence."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a report is to be like."""

    language: str = REFERENCE
    """Its language; what nobody has written in it is said in English."""
    n_files: int = 0
    """How many files were looked at."""
    rules: Mapping[str, str] = field(default_factory=dict)
    """The address of the page of each rule that has one."""
    n_silenced: int = 0
    """How many findings authors have silenced."""


def text_report(diagnostics: Sequence[Diagnostic], asked: Asked = Asked()) -> str:
    """For a terminal: place, message, hint, and the line with a mark under the place."""
    tag = asked.language
    parts = ["\n".join(_lines(diagnostic, tag)) for diagnostic in diagnostics]
    if diagnostics:
        parts.append(summary(diagnostics, tag, asked.n_silenced))
    for rule in sorted({diagnostic.rule for diagnostic in diagnostics} & asked.rules.keys()):
        parts.append(f"{rule}: {asked.rules[rule]}")
    return "\n".join(parts)


def json_report(diagnostics: Sequence[Diagnostic], asked: Asked = Asked()) -> str:
    """One JSON array, an object for each diagnostic; lines and columns from 1, absent for a whole file."""
    records = [_record(diagnostic, asked.language) for diagnostic in diagnostics]
    return json.dumps(records, ensure_ascii=False, indent=1)


def github_report(diagnostics: Sequence[Diagnostic], asked: Asked = Asked()) -> str:
    """GitHub's workflow commands, errors first because only the first ten of a kind are shown."""
    ordered = sorted(diagnostics, key=lambda diagnostic: (diagnostic.severity, diagnostic.sort_key))
    return "\n".join(_command(diagnostic, asked) for diagnostic in ordered)


def markdown_report(diagnostics: Sequence[Diagnostic], asked: Asked = Asked()) -> str:
    """For a comment: what to mend by file, what is good, and the same in English, folded."""
    comment = _comment(diagnostics, asked, asked.language)
    if asked.language == REFERENCE:
        return comment
    english = _comment(diagnostics, asked, REFERENCE)
    return f"{comment}\n\n<details><summary>English</summary>\n\n{english}\n\n</details>"


REPORTERS: Mapping[str, Callable[[Sequence[Diagnostic], Asked], str]] = {
    "text": text_report,
    "json": json_report,
    "github": github_report,
    "markdown": markdown_report,
}
"""The forms by the name that `--format` takes."""


def summary(diagnostics: Iterable[Diagnostic], tag: str = REFERENCE, n_silenced: int = 0) -> str:
    """`2 errors, 1 warning`, and how many findings were silenced.

    >>> summary([]), summary([], n_silenced=2)
    ('no problems found', 'no problems found, 2 silenced')
    """
    severities = [diagnostic.severity for diagnostic in diagnostics]
    counts = [(severity, severities.count(severity)) for severity in Severity]
    parts = [_say(tag, f"report.{severity.word}s", n=n) for severity, n in counts if n]
    silenced = [_say(tag, "allow-comment.silenced", n=n_silenced)] if n_silenced else []
    return ", ".join([*(parts or [_say(tag, "report.none")]), *silenced])


def _say(tag: str, key: str, **params: object) -> str:
    return render(message(key, **params), tag)


def _comment(diagnostics: Sequence[Diagnostic], asked: Asked, tag: str) -> str:
    faulty = {diagnostic.file for diagnostic in diagnostics}
    parts = [f"**{summary(diagnostics, tag, asked.n_silenced)}**"]
    for file in sorted(faulty):
        parts.append(f"{_code(file)}")
        problems = [problem for problem in diagnostics if problem.file == file]
        items = (_item(problem, tag, asked.rules.get(problem.rule, "")) for problem in problems)
        parts.append("\n".join(items))
    n_good = asked.n_files - len(faulty)
    if n_good > 0:
        parts.append(f"✓ {_say(tag, 'report.good', n=n_good)}")
    return "\n\n".join(parts)


def _item(diagnostic: Diagnostic, tag: str, page: str) -> str:
    """A problem as an item of a list. Nothing of the author's is Markdown, and no line is repeated: it may
    hold what the report warns of."""
    word = _say(tag, f"report.{diagnostic.severity.word}")
    line = f"{_say(tag, 'report.line', n=diagnostic.span.line)}, " if diagnostic.span else ""
    rule = f"[`{diagnostic.rule}`]({page})" if page else f"`{diagnostic.rule}`"
    item = f"- {line}{word}: {_plain(render(diagnostic.message, tag))} ({rule})"
    if diagnostic.hint is None:
        return item
    return f"{item}  \n  → {_plain(render(diagnostic.hint, tag))}"


def _code(text: str) -> str:
    return f"`{text.replace('`', '’')}`"


def _plain(text: str) -> str:
    """A text in which nothing means anything to Markdown but code between backticks."""
    pieces = re.split(r"(`[^`]*`)", " ".join(text.split()))
    return "".join(
        piece if piece.startswith("`") else _MEANING.sub(r"\\\g<0>", piece.replace("<", "&lt;"))
        for piece in pieces
    )


_MEANING = re.compile(r"[\\*_\[\]#|~@!`]")


def _lines(diagnostic: Diagnostic, tag: str = REFERENCE) -> Iterable[str]:
    span = diagnostic.span
    place = f"{diagnostic.file}:{span.line}:{span.column}" if span else diagnostic.file
    word = _say(tag, f"report.{diagnostic.severity.word}")
    yield f"{place}: {word}: {render(diagnostic.message, tag)} [{diagnostic.rule}]"
    if diagnostic.hint:
        yield from _indented(render(diagnostic.hint, tag), _say(tag, "report.hint"))
    if span and diagnostic.excerpt.strip():
        shown, start = _window(diagnostic.excerpt, span.column)
        number = str(span.line)
        marked = shown[start : start + span.length]
        yield f"  {number:>4} | {shown}"
        yield f"       | {' ' * _width(shown[:start])}{'^' * max(1, _width(marked))}"


def _indented(hint: str, word: str) -> Iterable[str]:
    first, *rest = hint.split("\n")
    indent = " " * (len(word) + 4)
    return chain([f"  {word}: {first}"], (f"{indent}{line}" for line in rest))


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


def _record(diagnostic: Diagnostic, tag: str) -> dict[str, object]:
    record: dict[str, object] = {
        "file": diagnostic.file,
        "severity": diagnostic.severity.word,
        "rule": diagnostic.rule,
        "message": render(diagnostic.message, tag),
        "hint": render(diagnostic.hint, tag) if diagnostic.hint else "",
    }
    if diagnostic.span:
        record["line"] = diagnostic.span.line
        record["column"] = diagnostic.span.column
        record["end_column"] = diagnostic.span.column + diagnostic.span.length
    return record


def _command(diagnostic: Diagnostic, asked: Asked) -> str:
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
    place = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in properties.items())
    lines = [render(diagnostic.message, asked.language)]
    if diagnostic.hint:
        word = _say(asked.language, "report.hint")
        lines.append(f"{word}: {render(diagnostic.hint, asked.language)}")
    if page := asked.rules.get(diagnostic.rule):
        lines.append(page)
    text = "\n".join(lines)
    return f"::{diagnostic.severity.word} {place}::{_escaped(text)}"


def _escaped(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
