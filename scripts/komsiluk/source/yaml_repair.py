"""Lines at which YAML stops reading, to diagnostics that say how to write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.messages import message
from komsiluk.source.lines import Line, LinePart, quoted
from komsiluk.source.source_text import SourceText
from komsiluk.source.yaml_gotchas import missing_space, runs


def check(manuscript: SourceText, lines: Sequence[Line]) -> list[Diagnostic]:
    """What is wrong with the lines of a file that YAML cannot read; one problem for each cause.

    Meant for such files only: in a sound file it may complain of a line that YAML accepts.
    """
    diagnostics = _tab_indent(manuscript, lines)
    tabbed = {line.number for line in lines if _tabbed(line)}
    explained: set[int] = set()
    for line in lines:
        cause = line.above.number if line.above and _follows(line) else line.number
        if line.number in tabbed or (cause in explained and cause != line.number):
            continue
        problem = next(filter(None, (rule(manuscript, line) for rule in _RULES)), None)
        if problem:
            diagnostics.append(problem)
            explained |= {cause, line.number}
        elif line.stray and line.above and line.above.number in explained:
            explained.add(line.number)
    return diagnostics


def _follows(line: Line) -> bool:
    """Whether what is wrong here may come from the line above it."""
    return line.part is LinePart.CONTINUED or line.stray


def _tab_indent(manuscript: SourceText, lines: Iterable[Line]) -> list[Diagnostic]:
    """Indentation is made of spaces; the Tab key makes another character that looks the same.

    ```yaml
    place:
      country: RS   # good, with two spaces
    ```
    """
    return [
        manuscript.problem(
            "tab-indent",
            message("tab-indent.message", n=n_lines),
            span=first.span(first.indent, first.indent + 1),
            hint=message("tab-indent.hint"),
        )
        for first, n_lines in runs(line for line in lines if _tabbed(line))
    ]


def _tabbed(line: Line) -> bool:
    if line.text[line.indent : line.indent + 1] != "\t" or line.part is LinePart.ENCLOSED:
        return False
    deep = line.above is not None and line.indent > line.above.column
    return not (deep and line.part in (LinePart.BLOCK, LinePart.CONTINUED, LinePart.BLANK))


def _reserved_start(manuscript: SourceText, line: Line) -> Diagnostic | None:
    """Some characters mean something to YAML when a value begins with them.

    ```yaml
    contact: "@ngo"   # good
    contact: @ngo     # a value cannot begin with @
    ```
    """
    match = _RESERVED.match(line.value) if line.part is LinePart.ENTRY else None
    if not match and not (line.value[:1] in ("[", "{") and line.closed and line.after):
        return None
    if line.name and line.value.startswith("- "):
        hint = message("reserved-start.list", example=line.with_value(quoted(line.value)))
    else:
        hint = message("reserved-start.hint", example=line.with_value(quoted(line.value)))
    return manuscript.problem(
        "reserved-start",
        message("reserved-start.message", mark=match[0].strip() if match else line.value[0]),
        span=line.span(line.start),
        hint=hint,
    )


def _text_after_quote(manuscript: SourceText, line: Line) -> Diagnostic | None:
    """Quotation marks go round a whole value, and other marks inside it.

    ```yaml
    title: 'Centar "Nada" u Nišu'   # good
    title: "Centar" Nada            # "Nada" stands outside
    ```
    """
    if line.part is not LinePart.ENTRY or line.value[:1] not in ('"', "'") or not line.after:
        return None
    value = line.value
    if value[-1] == value[0] and len(value) > 1:
        value = value[1:-1]
    return manuscript.problem(
        "text-after-quote",
        message("text-after-quote.message", after=line.after),
        span=line.span(line.start),
        hint=message("text-after-quote.hint", example=line.with_value(quoted(value))),
    )


def _colon_in_value(manuscript: SourceText, line: Line) -> Diagnostic | None:
    """A colon and a space end a name, so a value that has them needs quotation marks.

    ```yaml
    title: "Obuka: prvi korak"   # good
    title: Obuka: prvi korak     # a name, and another name
    ```
    """
    value = line.plain
    match = _COLON.search(value) if line.part is LinePart.ENTRY and line.name else None
    if not match or value[0] in "\"'[{|>":
        return None
    if value[0] in _CURLY:
        return _curly_quotes(manuscript, line)
    if line.prefix and not _FIELD.fullmatch(line.name):
        example = f"- {quoted(f'{line.name}: {value}')}"
    else:
        example = line.with_value(quoted(value))
    return manuscript.problem(
        "colon-in-value",
        message("colon-in-value.message", name=line.name),
        span=line.span(line.start + match.start(), line.start + match.start() + 1),
        hint=message("piece.quote-it", example=example),
    )


def _curly_quotes(manuscript: SourceText, line: Line) -> Diagnostic:
    """Only straight quotation marks hold a value together; the curly ones of Word are letters.

    ```yaml
    title: "Obuka: prvi korak"   # good
    title: “Obuka: prvi korak”   # ends at the colon
    ```
    """
    value = line.plain
    inside = value[1:-1]
    whole = value[-1] in _CURLY and not any(mark in inside for mark in _CURLY)
    return manuscript.problem(
        "curly-quotes",
        message("curly-quotes.message", mark=value[0]),
        span=line.span(line.start, line.start + len(value)),
        hint=message("write", example=line.with_value(quoted(inside if whole else value))),
    )


def _too_far_right(manuscript: SourceText, line: Line) -> Diagnostic | None:
    """A field stands in the same column as its neighbours.

    ```yaml
    title: Kuća
    country: RS     # good
      country: RS   # goes on with the text of "title", where a colon has no place
    ```
    """
    above = line.above
    match = _NAME.match(line.text) if line.part is LinePart.CONTINUED and above else None
    if not match or not above:
        return None
    glued = _GLUED_ITEM.match(above.value) if not above.name else None
    if glued:
        return manuscript.problem(
            "missing-space",
            message("missing-space.message", head=glued[1]),
            span=above.span(above.start, above.start + len(glued[1])),
            hint=message("write", example=above.with_value(f"{glued[1]} {glued[2]}")),
        )
    if above.name and _FIELD.fullmatch(match[1]):
        return manuscript.problem(
            "indentation",
            message("indentation.right-of-value.message", name=match[1], above=above.name),
            span=line.span(match.start(1), match.end(1)),
            hint=message("indentation.right-of-value.hint", column=above.column + 1),
        )
    text = message("piece.text-of", name=above.name) if above.name else message("piece.this-text")
    return manuscript.problem(
        "colon-in-value",
        message("colon-in-value.text.message", text=text),
        span=line.span(match.end(1), match.end(1) + 1),
        hint=message("colon-in-value.text.hint", example=above.with_value("|")),
    )


def _stray(manuscript: SourceText, line: Line) -> Diagnostic | None:
    """Each line begins with a name, or is indented with the text it belongs to.

    ```yaml
    context: |
      Prvi pasus.   # good
    Prvi pasus.     # belongs to nothing
    ```
    """
    above = line.above
    if line.bare and above is None and line.value[0] not in "\"'[{|>&*!%":
        return manuscript.problem(
            "missing-colon",
            message("missing-colon.message"),
            span=line.span(line.indent),
            hint=message("missing-colon.hint"),
        )
    if not line.stray or above is None:
        return None
    name = above.name or message("piece.line-above")
    if above.value[:1] in ("|", ">"):
        return manuscript.problem(
            "indentation",
            message("indentation.text.message", name=name),
            span=line.span(line.indent),
            hint=message("indentation.text.hint", column=above.column + 3),
        )
    return manuscript.problem(
        "missing-colon",
        message("missing-colon.beneath.message", name=name),
        span=line.span(line.indent),
        hint=message("missing-colon.beneath.hint"),
    )


def _empty_name(manuscript: SourceText, line: Line) -> Diagnostic | None:
    """There is a name before each colon.

    ```yaml
    title: Kuća   # good
    : Kuća        # whose value?
    ```
    """
    if not line.prefix.startswith(":"):
        return None
    return manuscript.problem(
        "empty-name",
        message("empty-name.message"),
        span=line.span(line.indent, line.indent + 1),
        hint=message("empty-name.hint"),
    )


_Rule = Callable[[SourceText, Line], Diagnostic | None]

_RULES: tuple[_Rule, ...] = (
    _empty_name,
    _reserved_start,
    _text_after_quote,
    _colon_in_value,
    _too_far_right,
    missing_space,
    _stray,
)

_CURLY = "„“”‚‘’«»"
_COLON = re.compile(r":(?=[ \t]|$)")
_NAME = re.compile(r"[ \t]*([^#:\s][^#:]*):(?=[ \t]|$)")
_FIELD = re.compile(r"[a-z][a-z0-9_]*")
_GLUED_ITEM = re.compile(r"([^\W\d][\w-]*:)([^ \t/].*)")
_RESERVED = re.compile(
    r"[@%`,\]}]|\*(?![\w-]+$)|&(?![A-Za-z0-9_-]+(?:\s|$))|!(?=\S*[^\x21-\x7e\s])"
    r"|[|>](?![+-]?[1-9]?[+-]?[ \t]*(?:$|[ \t]#))|[-?:](?= )"
)
