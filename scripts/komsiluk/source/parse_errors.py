"""An error of the YAML parser to what its author should mend, on the line where it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from yaml import MarkedYAMLError

from komsiluk.diagnostics import Diagnostic, Message, Span
from komsiluk.messages import message
from komsiluk.source import yaml_repair
from komsiluk.source.lines import Line, LinePart, quoted
from komsiluk.source.source_text import SourceText


def explain(
    manuscript: SourceText,
    lines: Sequence[Line],
    error: MarkedYAMLError,
    pitfalls: Sequence[Diagnostic],
) -> list[Diagnostic]:
    """What stops the parser, and what would stop it further on.

    Problems of lines that explain the error are reported instead of it. The parser's own complaint is
    reported only if no line explains it. `pitfalls` are the problems that are known already.
    """
    at = _line_of(error.problem_mark or error.context_mark)
    near = {at, _content_before(lines, at)}
    if "scanning" in (error.context or "") and error.context_mark:
        near.add(_line_of(error.context_mark))
    taken = {problem.span.line for problem in pitfalls if problem.span}
    causes = [
        problem
        for problem in yaml_repair.check(manuscript, lines)
        if problem.span and problem.span.line >= min(near) and problem.span.line not in taken
    ]
    explained = any(
        problem.span
        and (problem.span.line in near or (problem.rule in _FAR and problem.span.line <= at))
        for problem in (*pitfalls, *causes)
    )
    return causes if explained else [_own(manuscript, lines, error), *causes]


_FAR = frozenset({"unclosed-quote", "merge-marks", "second-document"})
"""Rules whose consequences the parser may meet many lines further down."""


def _line_of(mark: object) -> int:
    """The line of a mark, from 1."""
    return int(getattr(mark, "line", 0)) + 1


def _content_before(lines: Sequence[Line], number: int) -> int:
    """The last line before another one that is neither blank nor a comment."""
    for line in reversed(lines[: number - 1]):
        if line.part not in (LinePart.BLANK, LinePart.COMMENT):
            return line.number
    return number


def _own(manuscript: SourceText, lines: Sequence[Line], error: MarkedYAMLError) -> Diagnostic:
    """The parser's complaint, in our words where we know it."""
    error_text = f"{error.context or ''} | {error.problem or ''}"
    at_context, words_of = next(
        (at_context, words_of)
        for pattern, at_context, words_of in _COMPLAINTS
        if pattern.search(error_text)
    )
    mark = (error.context_mark if at_context else None) or error.problem_mark or error.context_mark
    number = min(_line_of(mark), len(lines))
    line = lines[number - 1]
    column = min(getattr(mark, "column", 0), len(line.text))
    rule, complaint, hint = words_of(lines, line, column)
    span = Span(line=number, column=column + 1)
    return manuscript.problem(rule, complaint, span=span, hint=hint)


_Words = tuple[str, Message, Message]
"""Rule, message and hint."""


def _backslash(lines: Sequence[Line], line: Line, column: int) -> _Words:
    value = line.value[1:-1]
    hint = (
        message("backslash.example", example=line.with_value(quoted(value)))
        if line.value[-1:] == '"'
        else message("backslash.hint")
    )
    return "backslash", message("backslash.message"), hint


def _unclosed_quote(lines: Sequence[Line], line: Line, column: int) -> _Words:
    mark = line.text[column : column + 1]
    return (
        "unclosed-quote",
        message("unclosed-quote.message", mark=mark),
        message("unclosed-quote.end"),
    )


def _unclosed_bracket(lines: Sequence[Line], line: Line, column: int) -> _Words:
    mark = line.text[column : column + 1]
    return (
        "unclosed-bracket",
        message("unclosed-bracket.message", mark=mark),
        message("unclosed-bracket.hint"),
    )


def _reserved(lines: Sequence[Line], line: Line, column: int) -> _Words:
    example = quoted(line.text[column:].strip())
    if line.part is LinePart.ENTRY and line.start == column:
        example = line.with_value(example)
    return (
        "reserved-start",
        message("reserved-start.message", mark=line.text[column : column + 1]),
        message("reserved-start.hint", example=example),
    )


def _colon(lines: Sequence[Line], line: Line, column: int) -> _Words:
    return _indentation(lines, line, column) if line.name and line.above else (
        "colon-in-value",
        message("colon-in-value.here.message"),
        message("colon-in-value.here.hint"),
    )  # fmt: skip


def _missing_colon(lines: Sequence[Line], line: Line, column: int) -> _Words:
    return (
        "missing-colon",
        message("missing-colon.message"),
        message("missing-colon.above"),
    )


def _indentation(lines: Sequence[Line], line: Line, column: int) -> _Words:
    columns, above = _columns(line), line.above
    begins = line.indent + 1
    if begins in columns and line.prefix:
        return "indentation", message("indentation.item.message"), message("indentation.item.hint")
    if begins in columns and line.name:
        complaint = message("indentation.field.message", name=line.name)
        return "indentation", complaint, message("indentation.field.hint")
    if begins in columns or not columns:
        return _generic(lines, line, column)
    complaint = message("indentation.message", column=begins)
    if above and begins > max(columns) and not above.open:
        complaint = message("indentation.right.message", above=above.name or above.value)
    places: str | Message = str(columns[0])
    for place in columns[1:]:
        places = message("or", one=places, other=place)
    hint = message("indentation.hint", columns=places)
    if above and above.value[:1] in ("|", ">"):
        hint = message(
            "indentation.beneath-text.hint",
            columns=places,
            name=above.name,
            column=above.column + 3,
        )
    return "indentation", complaint, hint


def _columns(line: Line) -> list[int]:
    """The columns, from 1, of the fields and items that are not ended yet above a line."""
    columns: list[int] = []
    above = line.above
    while above and (not columns or columns[0] > 1):
        for column in {above.column, above.indent}:
            if not columns or column + 1 < columns[0]:
                columns.insert(0, column + 1)
        above = above.above
    return columns


def _second_document(lines: Sequence[Line], line: Line, column: int) -> _Words:
    return (
        "second-document",
        message("second-document.before.message"),
        message("second-document.look.hint"),
    )


def _generic(lines: Sequence[Line], line: Line, column: int) -> _Words:
    return (
        "yaml-syntax",
        message("yaml-syntax.message"),
        message("yaml-syntax.hint"),
    )


_COMPLAINTS: tuple[tuple[re.Pattern[str], bool, Callable[..., _Words]], ...] = (
    (re.compile("escape|hexdecimal|hexadecimal"), False, _backslash),
    (re.compile("quoted scalar"), True, _unclosed_quote),
    (re.compile("flow (sequence|mapping)"), True, _unclosed_bracket),
    (re.compile("scanning an? (alias|anchor|tag)"), True, _reserved),
    (re.compile("cannot start any token|scanning a directive"), False, _reserved),
    (re.compile("mapping values are not allowed"), False, _colon),
    (re.compile("find expected ':'"), True, _missing_colon),
    (re.compile("block (collection|mapping|sequence)"), False, _indentation),
    (re.compile("document start"), False, _second_document),
    (re.compile(""), False, _generic),
)
"""What the parser says, whether the cause is where its context began, and our words for it."""
