"""Lines that YAML silently reads otherwise than a person does, to diagnostics."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence

from komsiluk.diagnostics import Diagnostic, Message, Severity
from komsiluk.messages import message
from komsiluk.source.lines import Line, LinePart, quoted, scan
from komsiluk.source.source_text import SourceText


def suspects(text: str, places: Collection[tuple[int, int, int, int]]) -> bool:
    """Whether a closer look is worth while; a few searches instead of a scan of every line.

    `text` is one that YAML can read, `places` are those of its values: where a name starts and
    ends, where the value starts and ends.
    """
    if _SUSPECT.search("\n" + text):
        return True
    for _, _, start, end in places:
        if text[start : start + 1] in _QUOTES and "\n" in text[start:end]:
            return True
    if " #" not in text:
        return False
    starts = {end: start for _, _, start, end in places}
    remarks = (starts.get(match.start()) for match in _REMARK.finditer(text))
    return any(start is not None and text[start] not in _QUOTES for start in remarks)


def mend(manuscript: SourceText) -> tuple[SourceText, list[Diagnostic]]:
    """The text with real spaces where non-breaking ones indent a line, and where that was.

    Word and web pages put U+00A0, U+2007 or U+202F into what people copy. YAML takes them for
    letters, so `  name: a` becomes a field of another name on another level, or ends a text.
    Reports non-breaking-indent, once for neighbouring lines.
    """
    if not any(space in manuscript.text for space in _NON_BREAKING):
        return manuscript, []
    lines = scan(manuscript.text)
    marked = [
        line
        for line in lines
        if line.part not in (LinePart.BLOCK, LinePart.ENCLOSED)
        and _NON_BREAKING_INDENT.match(line.text)
    ]
    numbers = {line.number for line in marked}
    texts = (_spaced(line.text) if line.number in numbers else line.text for line in lines)
    mended = SourceText(manuscript.file, "\n".join(texts))
    problems = [
        mended.problem(
            "non-breaking-indent",
            message("non-breaking-indent.message", n=n_lines - 1)
            if n_lines > 1
            else message("non-breaking-indent.alone.message"),
            span=first.span(0, len(first.text) - len(first.text.lstrip())),
            hint=message("non-breaking-indent.hint"),
        )
        for first, n_lines in runs(marked)
    ]
    return mended, problems


def check(manuscript: SourceText, lines: Sequence[Line]) -> list[Diagnostic]:
    """The problems of lines that would lose something, in order of lines; one problem a line."""
    diagnostics = [
        problem
        for line in lines
        if (problem := next(filter(None, (rule(manuscript, line) for rule in _RULES)), None))
    ]
    return diagnostics + _merge_marks(manuscript, lines) + _second_document(manuscript, lines)


def lost_after_hash(manuscript: SourceText, line: Line) -> Diagnostic | None:
    """YAML takes what follows a space and `#` for a remark, and drops it.

    A remark after two spaces and before another one (`RS  # Serbia`) is taken as meant; after one
    space it is a warning.

    ```yaml
    title: "Projekat #1 u regionu"   # good
    title: Projekat #1 u regionu     # the title would be "Projekat"
    ```
    """
    match = _HASH.search(line.text, line.start)
    opens = line.value[:1] and line.value[0] in "\"'[{|>"
    if not match or opens or line.part not in (LinePart.ENTRY, LinePart.CONTINUED):
        return None
    lost, before = match[0].rstrip(), line.text[: match.start()]
    if _FOR_US.match(lost):
        return None
    remark = lost[1:2] in ("", " ", "\t", "#")
    if remark and (len(before) - len(before.rstrip()) > 1 or line.value.startswith("#")):
        return None
    owner = line if line.part is LinePart.ENTRY else line.above or line
    if line.part is LinePart.CONTINUED:
        hint = message("lost-after-hash.block", what=_what(owner))
    else:
        hint = message("piece.quote-it", example=line.with_value(quoted(line.value)))
    if remark:
        hint = message("lost-after-hash.remark", otherwise=hint)
    return manuscript.problem(
        "lost-after-hash",
        message("lost-after-hash.message", what=_what(owner), lost=_short(lost)),
        span=line.span(match.start()),
        hint=hint,
        severity=Severity.WARNING if remark else Severity.ERROR,
    )


def missing_space(manuscript: SourceText, line: Line) -> Diagnostic | None:
    """A name ends with a colon and a space, a dash is followed by a space.

    ```yaml
    title: Kuća   # good
    title:Kuća    # a text without a name
    ```
    """
    match = _GLUED.match(line.value) if line.bare else None
    if not match or (not line.stray and not _surely_glued(line.value)):
        return None
    head, rest = match[1], match[2].strip()
    return manuscript.problem(
        "missing-space",
        message("missing-space.message", head=head),
        span=line.span(line.start, line.start + len(head)),
        hint=message("write", example=f"{head} {rest}"),
    )


def star_bullet(manuscript: SourceText, line: Line) -> Diagnostic | None:
    """Items of a list begin with a hyphen and a space; other bullets are text to YAML.

    ```yaml
    - radionica   # good
    • radionica   # a text that begins with a bullet
    ```
    """
    match = _BULLET.match(line.value) if line.bare else None
    if not match:
        return None
    return manuscript.problem(
        "star-bullet",
        message("star-bullet.message", mark=match[1]),
        span=line.span(line.start, line.start + 1),
        hint=message("write", example=f"- {match[2]}"),
    )


def unclosed_quote(manuscript: SourceText, line: Line) -> Diagnostic | None:
    """A quotation mark that is opened must be closed before the next field begins.

    ```yaml
    title: "Kuća"   # good
    title: "Kuća    # swallows the fields beneath
    ```
    """
    mark = line.value[:1]
    if line.closed or mark not in _QUOTES:
        return None
    value = line.value[1:].rstrip("”“’‘„»«")
    example = line.with_value(quoted(value))
    return manuscript.problem(
        "unclosed-quote",
        message("unclosed-quote.message", mark=mark),
        span=line.span(line.start),
        hint=message("unclosed-quote.hint", example=example),
    )


_Rule = Callable[[SourceText, Line], Diagnostic | None]

_RULES: tuple[_Rule, ...] = (unclosed_quote, lost_after_hash, missing_space, star_bullet)


def _merge_marks(manuscript: SourceText, lines: Sequence[Line]) -> list[Diagnostic]:
    """Git leaves both versions when two people changed the same lines."""
    marks = [line for line in lines if line.part is LinePart.MARKER and line.text[0] in "<>"]
    diagnostics = []
    for line, last in zip(marks, [*marks[1:], *marks[-1:]], strict=True):
        if line.text[0] == ">" and line is not marks[0]:
            continue
        diagnostics.append(
            manuscript.problem(
                "merge-marks",
                message("merge-marks.message", first=line.number, last=last.number),
                span=line.span(0),
                hint=message("merge-marks.hint"),
            )
        )
    return diagnostics


def _second_document(manuscript: SourceText, lines: Sequence[Line]) -> list[Diagnostic]:
    """A line of `---` or `...` ends the file for YAML, whatever stands beneath it."""
    n_before, content = (
        0,
        [line for line in lines if line.part not in (LinePart.BLANK, LinePart.COMMENT)],
    )
    while content and content[0].text.startswith("%"):
        content.pop(0)
    for place, line in enumerate(content):
        mark = line.text[:3]
        if line.part is not LinePart.MARKER or mark not in ("---", "..."):
            n_before += 1
        elif (mark == "---" and n_before) or (mark == "..." and place + 1 < len(content)):
            problem = manuscript.problem(
                "second-document",
                message("second-document.message", mark=mark),
                span=line.span(0, 3),
                hint=message("second-document.hint"),
            )
            return [problem]
        else:
            n_before += mark == "---"
    return []


def runs(lines: Iterable[Line]) -> list[tuple[Line, int]]:
    """The first line of each run of neighbours, and how many lines the run has."""
    line_runs: list[tuple[Line, int]] = []
    last = 0
    for line in lines:
        if line_runs and line.number == last + 1:
            line_runs[-1] = (line_runs[-1][0], line_runs[-1][1] + 1)
        else:
            line_runs.append((line, 1))
        last = line.number
    return line_runs


def _what(line: Line) -> Message:
    if line.name:
        return message("named", name=line.name)
    return message("piece.this-item" if line.prefix else "piece.this-text")


def _short(text: str, length: int = 40) -> str:
    return text if len(text) <= length else text[:length].rstrip() + "…"


def _spaced(text: str) -> str:
    match = _NON_BREAKING_INDENT.match(text)
    return " " * match.end() + text[match.end() :] if match else text


def _surely_glued(value: str) -> bool:
    """Whether it is a name and its value rather than an address such as `mailto:a@example.org`."""
    name = value.partition(":")[0]
    return value[0] == "-" or (name.islower() and name.isascii() and name not in _SCHEMES)


_QUOTES = frozenset("\"'")
_NON_BREAKING = "\u00a0\u2007\u202f"
_NON_BREAKING_INDENT = re.compile("[ \t]*[\u00a0\u2007\u202f][ \t\u00a0\u2007\u202f]*")
_HASH = re.compile(r"(?<![^ \t])#.*")
_FOR_US = re.compile(r"#\s*komsiluk:")
"""A remark that says what a line is allowed."""
_GLUED = re.compile(r"([^\W\d][\w-]*:|-(?![\d-]))([^ \t/].*)")
_BULLET = re.compile("([*•·▪◦●‣–—\uf0b7])[ \t\u00a0]+(.*)")
_SCHEMES = frozenset({"mailto", "tel", "doi", "urn", "sms", "geo", "isbn", "issn", "hdl"})

_SUSPECT = re.compile(
    "\n(?:<<<|>>>|---|\\.\\.\\.|[ ]*(?:[\t\"'*•·▪◦●‣–—\uf0b7]|-[^ \\d-]|[^\\W\\d][\\w-]*:[^ \n/]))"
)
_REMARK = re.compile(r"(?<=[^ \t\n])[ \t]+#")
