"""Lines at which YAML stops reading, to diagnostics that say how to write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.source.lines import Line, Part, quoted
from komsiluk.source.manuscript import Manuscript
from komsiluk.source.pitfalls import missing_space, runs


def check(manuscript: Manuscript, lines: Sequence[Line]) -> list[Diagnostic]:
    """What is wrong with the lines of a file that YAML cannot read; one problem for each cause.

    Meant for such files only: in a sound file it may complain of a line that YAML accepts.
    """
    found = _tab_indent(manuscript, lines)
    tabbed = {line.number for line in lines if _tabbed(line)}
    explained: set[int] = set()
    for line in lines:
        cause = line.above.number if line.above and _follows(line) else line.number
        if line.number in tabbed or (cause in explained and cause != line.number):
            continue
        problem = next(filter(None, (rule(manuscript, line) for rule in _RULES)), None)
        if problem:
            found.append(problem)
            explained |= {cause, line.number}
        elif line.stray and line.above and line.above.number in explained:
            explained.add(line.number)
    return found


def _follows(line: Line) -> bool:
    """Whether what is wrong here may come from the line above it."""
    return line.part is Part.CONTINUED or line.stray


def _tab_indent(manuscript: Manuscript, lines: Iterable[Line]) -> list[Diagnostic]:
    """Indentation is made of spaces; the Tab key makes another character that looks the same.

    ```yaml
    place:
      country: RS   # good, with two spaces
    ```
    """
    return [
        manuscript.problem(
            "tab-indent",
            ("this line begins" if n_lines == 1 else f"{n_lines} lines from here on begin")
            + " with the Tab key",
            span=first.span(first.indent, first.indent + 1),
            hint="begin with spaces instead, two for each level.",
        )
        for first, n_lines in runs(line for line in lines if _tabbed(line))
    ]


def _tabbed(line: Line) -> bool:
    if line.text[line.indent : line.indent + 1] != "\t" or line.part is Part.ENCLOSED:
        return False
    deep = line.above is not None and line.indent > line.above.column
    return not (deep and line.part in (Part.BLOCK, Part.CONTINUED, Part.BLANK))


def _reserved_start(manuscript: Manuscript, line: Line) -> Diagnostic | None:
    """Some characters mean something to YAML when a value begins with them.

    ```yaml
    contact: "@ngo"   # good
    contact: @ngo     # a value cannot begin with @
    ```
    """
    match = _RESERVED.match(line.value) if line.part is Part.ENTRY else None
    if not match and not (line.value[:1] in ("[", "{") and line.closed and line.after):
        return None
    if line.name and line.value.startswith("- "):
        hint = f"begin the list on the next line, or write: {line.with_value(quoted(line.value))}"
    else:
        hint = f"put it in quotation marks: {line.with_value(quoted(line.value))}"
    return manuscript.problem(
        "reserved-start",
        f'a value cannot begin with "{match[0].strip() if match else line.value[0]}"',
        span=line.span(line.start),
        hint=hint,
    )


def _text_after_quote(manuscript: Manuscript, line: Line) -> Diagnostic | None:
    """Quotation marks go round a whole value, and other marks inside it.

    ```yaml
    title: 'Centar "Nada" u Nišu'   # good
    title: "Centar" Nada            # "Nada" stands outside
    ```
    """
    if line.part is not Part.ENTRY or line.value[:1] not in ('"', "'") or not line.after:
        return None
    value = line.value
    if value[-1] == value[0] and len(value) > 1:
        value = value[1:-1]
    return manuscript.problem(
        "text-after-quote",
        f'the quotation marks close before "{line.after}"',
        span=line.span(line.start),
        hint=f"put marks of the other kind round the whole value: {line.with_value(quoted(value))}",
    )


def _colon_in_value(manuscript: Manuscript, line: Line) -> Diagnostic | None:
    """A colon and a space end a name, so a value that has them needs quotation marks.

    ```yaml
    title: "Obuka: prvi korak"   # good
    title: Obuka: prvi korak     # a name, and another name
    ```
    """
    value = line.plain
    match = _COLON.search(value) if line.part is Part.ENTRY and line.name else None
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
        f'the value of "{line.name}" has a colon in it, which begins another field',
        span=line.span(line.start + match.start(), line.start + match.start() + 1),
        hint=f"put the value in quotation marks: {example}",
    )


def _curly_quotes(manuscript: Manuscript, line: Line) -> Diagnostic:
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
        f"the quotation mark {value[0]} does not hold a value together; a straight one does",
        span=line.span(line.start, line.start + len(value)),
        hint=f"write: {line.with_value(quoted(inside if whole else value))}",
    )


def _too_far_right(manuscript: Manuscript, line: Line) -> Diagnostic | None:
    """A field stands in the same column as its neighbours.

    ```yaml
    title: Kuća
    country: RS     # good
      country: RS   # goes on with the text of "title", where a colon has no place
    ```
    """
    above = line.above
    match = _NAME.match(line.text) if line.part is Part.CONTINUED and above else None
    if not match or not above:
        return None
    glued = _GLUED_ITEM.match(above.value) if not above.name else None
    if glued:
        return manuscript.problem(
            "missing-space",
            f'a space is missing after "{glued[1]}"',
            span=above.span(above.start, above.start + len(glued[1])),
            hint=f"write: {above.with_value(f'{glued[1]} {glued[2]}')}",
        )
    if above.name and _FIELD.fullmatch(match[1]):
        return manuscript.problem(
            "indentation",
            f'"{match[1]}" starts further right than "{above.name}" above it, '
            "which has a value already",
            span=line.span(match.start(1), match.end(1)),
            hint=f"begin this line in column {above.column + 1}, like the one above.",
        )
    text = f'the text of "{above.name}"' if above.name else "this text"
    return manuscript.problem(
        "colon-in-value",
        f"{text} has a colon in it, which begins another field",
        span=line.span(match.end(1), match.end(1) + 1),
        hint=f"write {above.with_value('|')} and the whole text on the lines beneath it.",
    )


def _stray(manuscript: Manuscript, line: Line) -> Diagnostic | None:
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
            "this line has no name before its text",
            span=line.span(line.indent),
            hint=_NAME_IT,
        )
    if not line.stray or above is None:
        return None
    name = above.name or "the line above"
    if above.value[:1] in ("|", ">"):
        return manuscript.problem(
            "indentation",
            f'this text is not indented enough to belong to "{name}"',
            span=line.span(line.indent),
            hint=f"begin each of its lines in column {above.column + 3}, after spaces.",
        )
    return manuscript.problem(
        "missing-colon",
        f'this line has no name before its text, and is not part of "{name}" above it',
        span=line.span(line.indent),
        hint=f"{_NAME_IT[:-1]}, or indent it by two spaces.",
    )


def _empty_name(manuscript: Manuscript, line: Line) -> Diagnostic | None:
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
        "there is no name before the colon",
        span=line.span(line.indent, line.indent + 1),
        hint="write the name of the field, as in `title: Kuća`.",
    )


_Rule = Callable[[Manuscript, Line], Diagnostic | None]

_RULES: tuple[_Rule, ...] = (
    _empty_name,
    _reserved_start,
    _text_after_quote,
    _colon_in_value,
    _too_far_right,
    missing_space,
    _stray,
)

_NAME_IT = 'give it a name, a colon and a space, as in "name: text".'
_CURLY = "„“”‚‘’«»"
_COLON = re.compile(r":(?=[ \t]|$)")
_NAME = re.compile(r"[ \t]*([^#:\s][^#:]*):(?=[ \t]|$)")
_FIELD = re.compile(r"[a-z][a-z0-9_]*")
_GLUED_ITEM = re.compile(r"([^\W\d][\w-]*:)([^ \t/].*)")
_RESERVED = re.compile(
    r"[@%`,\]}]|\*(?![\w-]+$)|&(?![A-Za-z0-9_-]+(?:\s|$))|!(?=\S*[^\x21-\x7e\s])"
    r"|[|>](?![+-]?[1-9]?[+-]?[ \t]*(?:$|[ \t]#))|[-?:](?= )"
)
