"""The remarks by which an author silences a line, `# komsiluk: allow phone because …`, to what they allow."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass

from komsiluk.diagnostics import Diagnostic, Message, Severity, Span
from komsiluk.messages import message
from komsiluk.source.dangers import masked
from komsiluk.source.document import Document

RULE = "allow-comment"
"""The rule that objects to such remarks."""
MARK = b"komsiluk:"
"""The bytes that every file with such a remark contains."""


@dataclass(frozen=True, kw_only=True)
class Allowance:
    """What one remark allows."""

    rules: tuple[str, ...]
    """The rules whose findings it silences."""
    lines: range
    """The lines on which it silences them."""
    span: Span
    """Where the remark stands."""


def allowances(document: Document) -> tuple[tuple[Allowance, ...], tuple[Diagnostic, ...]]:
    """The remarks of a file that allow something, and what is wrong with the others.

    A remark at the end of a line stands for that line, one on a line of its own for the next line
    that is no remark. Where a text begins on that line, all lines of the text are meant: there are no
    remarks within a text.
    """
    permissions: list[Allowance] = []
    problems: list[Diagnostic] = []
    text = document.manuscript.text
    for start, remark in _remarks(document):
        span = document.manuscript.span(start, start + len(remark))
        match = _ALLOW.fullmatch(remark)
        if match is None or len((match["reason"] or "").split()) < _WORDS:
            key = "form" if match is None else "reason"
            problems.append(
                complaint(document, span, message(f"{RULE}.{key}.message"), message(f"{RULE}.hint"))
            )
            continue
        line = span.line if text[:start].rpartition("\n")[2].strip() else _next_line(document, span)
        rules = tuple(re.split(r"\s*,\s*", match["rules"]))
        permissions.append(Allowance(rules=rules, lines=_lines_of(document, line), span=span))
    return tuple(permissions), tuple(problems)


def complaint(
    document: Document,
    span: Span,
    what: Message,
    hint: Message | None,
    severity: Severity = Severity.ERROR,
) -> Diagnostic:
    """A problem with a remark. The text before it is masked: it may be something that must not be spread."""
    problem = document.manuscript.problem(RULE, what, span=span, hint=hint, severity=severity)
    before, remark = problem.excerpt[: span.column - 1], problem.excerpt[span.column - 1 :]
    return dataclasses.replace(problem, excerpt=masked(before) + remark)


_WORDS = 2
"""The fewest words of a reason."""
_REMARK = re.compile(r"(?:^|(?<=[ \t]))#[ \t]*komsiluk:[^\n]*", re.MULTILINE)
_ALLOW = re.compile(
    r"#\s*komsiluk:\s*allow\s+(?P<rules>[a-z-]+(?:\s*,\s*[a-z-]+)*)(?:\s+because\b\s*(?P<reason>.*?))?\s*"
)


def _remarks(document: Document) -> Iterator[tuple[int, str]]:
    """Where each such remark begins, and its words. The same words within a text are no remark."""
    for match in _REMARK.finditer(document.manuscript.text):
        if not document.is_in_value(match.start()):
            yield match.start(), match[0].rstrip()


def _next_line(document: Document, span: Span) -> int:
    """The number of the next line that holds more than a remark."""
    for number, line in enumerate(document.lines[span.line :], span.line + 1):
        if line.strip() and not line.lstrip().startswith("#"):
            return number
    return span.line


def _lines_of(document: Document, line: int) -> range:
    """A line, with those on which a text goes on that begins there."""
    return range(line, max((line, *document.ends_of_texts(line))) + 1)
