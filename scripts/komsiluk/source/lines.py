"""A YAML text to its lines, each known as structure to check or as words to leave alone."""

from __future__ import annotations

import enum
import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from komsiluk.diagnostics import Span


class LinePart(enum.Enum):
    """What a line is to YAML."""

    BLANK = "blank"
    COMMENT = "comment"
    MARKER = "marker"
    """`---`, `...`, or a mark that Git leaves in a file."""
    ENTRY = "entry"
    """`name: value`, `- item`, or the first line of a text that stands beneath its name."""
    CONTINUED = "continued"
    """A text without quotation marks that goes on from the line above."""
    BLOCK = "block"
    """A text beneath `|` or `>`, where every character is free."""
    ENCLOSED = "enclosed"
    """Within quotation marks or brackets that an earlier line opened."""


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Line:
    """One line. Its columns count from 0, as Python's slices do."""

    number: int
    """Counts from 1."""
    text: str
    part: LinePart
    prefix: str = ""
    """The dashes of list items, with the spaces after them."""
    name: str = ""
    """What stands before the colon, as written; empty where there is none."""
    value: str = ""
    """From the first character of the value to the end of the line, a comment included."""
    start: int = 0
    """Column of the value."""
    column: int = 0
    """Column in which the field or item begins that the value belongs to."""
    above: Line | None = field(default=None, repr=False)
    """The entry before this one; for lines that go on, the entry they belong to."""
    closed: bool = True
    """Whether what the value opens, a quotation mark or a bracket, is closed again."""

    @property
    def indent(self) -> int:
        """How many spaces the line begins with."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def bare(self) -> bool:
        """Whether it is text alone, with neither name nor dash before it."""
        return self.part is LinePart.ENTRY and not self.name and not self.prefix

    @property
    def open(self) -> bool:
        """Whether its value stands on the lines beneath."""
        return self.part is LinePart.ENTRY and not _without_comment(self.value)

    @property
    def stray(self) -> bool:
        """Whether it is text alone that belongs to nothing above it."""
        above = self.above
        return self.bare and above is not None and not (above.open and self.indent > above.column)

    @property
    def plain(self) -> str:
        """The value up to a comment; the whole value where it is quoted."""
        return self.value if self.value[:1] in _ENCLOSING else _without_comment(self.value)

    @property
    def after(self) -> str:
        """What stands behind the quotation mark or bracket that closes the value on this line."""
        first = self.value[:1]
        if first in _QUOTES:
            match = _QUOTES[first].match(self.value)
            return _without_comment(self.value[match.end() :].lstrip(" \t")) if match else ""
        depth = 0
        for match in _IN_BRACKETS.finditer(self.value) if first in _ENCLOSING else ():
            depth += bool(match[1]) - bool(match[2])
            if depth == 0 and match[2]:
                return _without_comment(self.value[match.end() :].lstrip(" \t"))
        return ""

    def span(self, start: int, end: int | None = None) -> Span:
        """The place of `text[start:end]`."""
        stop = len(self.text.rstrip()) if end is None else end
        return Span(line=self.number, column=start + 1, length=max(1, stop - start))

    def with_value(self, value: str) -> str:
        """The line without its indentation and with another value, as an example to copy."""
        return (self.text[: self.start].lstrip() + value).strip()


def quoted(value: str) -> str:
    """A value in straight quotation marks that YAML reads as the same text.

    >>> quoted("Obuka: prvi korak")
    '"Obuka: prvi korak"'
    >>> print(quoted('Centar "Nada": obuka'))
    'Centar "Nada": obuka'
    """
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def scan(text: str) -> list[Line]:
    """The lines of a YAML text, in order, each once.

    It understands as much of YAML as the lint needs: block texts, quotation marks, brackets,
    texts that go on. Where the author forgot to close something, it takes up again at the next
    line that looks like a field or an item.
    """
    texts = text.split("\n")
    scanned: list[Line] = []
    entry: Line | None = None
    offset = 0
    while len(scanned) < len(texts):
        line = _line(texts[len(scanned)], len(scanned) + 1, entry)
        if line.part is LinePart.ENTRY:
            goes_on = _GOES_ON.get(_header(line.value)[:1], _continued)
            last, part, closed = goes_on(text, texts, line, offset)
            entry = line = line if closed else replace(line, closed=False)
            scanned.append(line)
            scanned.extend(_beneath(texts, line, last, part))
        else:
            entry = None if line.part is LinePart.MARKER else entry
            scanned.append(line)
        offset += sum(len(done.text) + 1 for done in scanned[line.number - 1 :])
    return scanned


_MARKER = re.compile(r"(?:---|\.\.\.)(?=[ \t]|$)|(?:<{7}|>{7}|\|{7})(?=[ \t]|$)|={7}[ \t]*$")
_PREFIX = re.compile(r"[ \t]*((?:[-?:](?:[ \t]+|$))*)")
_COLON = re.compile(r":(?=[ \t]|$)")
_COLON_AFTER_QUOTE = re.compile(r"[ \t]*:(?=[ \t]|$)")
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#")
_PROPERTIES = re.compile(r"(?:[&!][^\s\[\]{},]*[ \t]+)*")
_BLOCK_HEADER = re.compile(r"[|>](?:[+-]?([1-9])?|([1-9])[+-])(?:[ \t]+#.*|[ \t]*)$")
_DOUBLE = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
_SINGLE = re.compile(r"'[^']*+(?:''[^']*+)*+'")
_QUOTES = {'"': _DOUBLE, "'": _SINGLE}
_ENCLOSING = ('"', "'", "[", "{")
_IN_BRACKETS = re.compile(
    rf"(?<![^\s\[{{,:])(?:{_DOUBLE.pattern}|{_SINGLE.pattern})|(?<!\S)#[^\n]*|([\[{{])|([\]}}])",
    re.DOTALL,
)
_LIKE_ENTRY = re.compile(r" *(?:-(?: |$)|[^\W\d][\w-]*:(?: |$))")

_Extent = tuple[int, LinePart, bool]
"""The last line of a value, what the lines after the first are, and whether it is closed."""


def _line(text: str, number: int, entry: Line | None) -> Line:
    stripped = text.strip(" \t")
    if not stripped or stripped[0] == "#" or _MARKER.match(text):
        part = LinePart.MARKER if stripped else LinePart.BLANK
        part = LinePart.COMMENT if stripped.startswith("#") else part
        return Line(number=number, text=text, part=part, above=entry)
    prefix_match = _PREFIX.match(text)
    assert prefix_match is not None
    prefix, begin = prefix_match[1], prefix_match.end()
    name, start = _name(text, begin)
    indent = begin - len(prefix)
    if name:
        column = begin
    elif prefix:
        column = indent + len(prefix.rstrip(" \t")) - 1
    else:
        beneath = entry is not None and entry.open and indent > entry.column
        column = entry.column if entry and beneath else indent
    return Line(
        number=number, text=text, part=LinePart.ENTRY, prefix=prefix, name=name,
        value=text[start:].rstrip(" \t"), start=start, column=column, above=entry,
    )  # fmt: skip


def _name(text: str, begin: int) -> tuple[str, int]:
    """What stands before the colon that ends a name, and where the value begins."""
    first = text[begin : begin + 1]
    end = begin
    if first in _QUOTES:
        closing = _QUOTES[first].match(text, begin)
        end = closing.end() if closing else len(text)
        colon = _COLON_AFTER_QUOTE.match(text, end)
    elif first in _ENCLOSING:
        colon = None
    else:
        comment = _COMMENT.search(text, begin)
        colon = _COLON.search(text, begin, comment.start() if comment else len(text))
    if not colon:
        return "", begin
    start = len(text) - len(text[colon.end() :].lstrip(" \t"))
    return text[begin : max(end, colon.start())].rstrip(" \t"), start


def _without_comment(value: str) -> str:
    comment = _COMMENT.search(value)
    return value[: comment.start()].rstrip(" \t") if comment else value


def _header(value: str) -> str:
    """A value without the anchors and tags before it."""
    match = _PROPERTIES.match(value)
    return value[match.end() :] if match else value


def _continued(text: str, texts: list[str], line: Line, offset: int) -> _Extent:
    last = line.number
    if not line.value or line.stray or _without_comment(line.value) != line.value:
        return last, LinePart.CONTINUED, True
    for number, below in _below(texts, line):
        stripped = below.lstrip(" ")
        if not stripped.strip("\t"):
            continue
        if len(below) - len(stripped) <= line.column or stripped[0] == "#" or _MARKER.match(below):
            break
        last = number
        if _COMMENT.search(below):
            break
    return last, LinePart.CONTINUED, True


def _block(text: str, texts: list[str], line: Line, offset: int) -> _Extent:
    header = _BLOCK_HEADER.match(_header(line.value))
    if not header:
        return line.number, LinePart.BLOCK, True
    digit = header[1] or header[2]
    margin = max(line.column, 0) + int(digit) if digit else 0
    last = line.number
    for number, below in _below(texts, line):
        indent = len(below) - len(below.lstrip(" "))
        tabbed = below[indent : indent + 1] == "\t" and indent < (margin or indent + 1)
        if indent == len(below) or tabbed:
            last = number
            continue
        margin = margin or max(indent, line.column + 1)
        if indent < margin or _MARKER.match(below):
            break
        last = number
    return last, LinePart.BLOCK, True


def _in_quotes(text: str, texts: list[str], line: Line, offset: int) -> _Extent:
    start = offset + len(line.text) - len(_header(line.text[line.start :]))
    match = _QUOTES[text[start]].match(text, start)
    n_lines = text.count("\n", start, match.end() if match else len(text))
    for number, below in _below(texts, line, n_lines):
        if _begins(below, line):
            return number - 1, LinePart.ENCLOSED, False
    return line.number + n_lines, LinePart.ENCLOSED, bool(match)


def _in_brackets(text: str, texts: list[str], line: Line, offset: int) -> _Extent:
    start = offset + len(line.text) - len(_header(line.text[line.start :]))
    depth, at, below = 0, start, _below(texts, line)
    for match in _IN_BRACKETS.finditer(text, start):
        for number, crossed in itertools.islice(below, text.count("\n", at, match.start())):
            if _begins(crossed, line):
                return number - 1, LinePart.ENCLOSED, False
        at = match.start()
        depth += bool(match[1]) - bool(match[2])
        if depth == 0 and match[2]:
            return line.number + text.count("\n", start, match.end()), LinePart.ENCLOSED, True
    stop = next((number for number, rest in below if _begins(rest, line)), len(texts) + 1)
    return stop - 1, LinePart.ENCLOSED, False


def _begins(text: str, line: Line) -> bool:
    """Whether something else begins here, though what the line opens is not closed yet."""
    if len(text) - len(text.lstrip(" ")) > line.column:
        return False
    return bool(_LIKE_ENTRY.match(text) or _MARKER.match(text))


_GOES_ON: dict[str, Callable[[str, list[str], Line, int], _Extent]] = {
    "|": _block,
    ">": _block,
    '"': _in_quotes,
    "'": _in_quotes,
    "[": _in_brackets,
    "{": _in_brackets,
}


def _below(texts: list[str], line: Line, n_lines: int | None = None) -> Iterator[tuple[int, str]]:
    """The numbers and texts of the lines beneath a line."""
    stop = len(texts) if n_lines is None else line.number + n_lines
    return ((number + 1, texts[number]) for number in range(line.number, stop))


def _beneath(texts: list[str], line: Line, last: int, part: LinePart) -> Iterator[Line]:
    """The lines that the value of an entry goes on with."""
    for number, text in _below(texts, line, last - line.number):
        blank = not text.strip(" \t") and part is not LinePart.ENCLOSED
        yield Line(number=number, text=text, part=LinePart.BLANK if blank else part, above=line)
