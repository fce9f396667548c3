"""The bytes of a YAML file to plain values, without forgetting where each of them stood."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from komsiluk.diagnostics import Diagnostic, Message, Severity, Span, in_order
from komsiluk.messages import message
from komsiluk.source import parse_errors, yaml_gotchas
from komsiluk.source.encoding import decode
from komsiluk.source.events import MAX_DEPTH, ParseRefusal, Path, Position, Reading, Value, follow
from komsiluk.source.lines import Line, quoted, scan
from komsiluk.source.quick import read_plain
from komsiluk.source.source_text import SourceText

__all__ = ["Document", "Path", "Value", "read", "texts_in"]


_FEW = 3
"""The most references that are reported one by one. A file with more means them, and has no values."""


@dataclass(frozen=True, kw_only=True)
class Document:
    """What was understood of a file, and what was wrong with it."""

    manuscript: SourceText
    """Its name and text."""
    value: Value
    """Nested dicts, lists and texts. Every scalar is text as written (`NO`, `011000`); only a plain
    `~`, `null` or nothing at all is None. Where the file cannot be read to its end, what stands
    before the fault."""
    problems: tuple[Diagnostic, ...]
    """What is wrong with the file as such, in order. If there is an error among them, something
    may be missing from `value`."""
    complete: bool
    """Whether the file was read to its end; if not, a missing field may stand behind the fault."""
    placed: frozenset[str] | None = None
    """The fields whose places are known, where only a part of the file was kept; None for all."""

    @functools.cached_property
    def _places(self) -> dict[Path, tuple[int, int, int, int]]:
        """Where everything stands. It is worked out at the first request: sound files need no places."""
        return follow(self.manuscript.text).places

    @property
    def file(self) -> str:
        """Path from the site's folder, with forward slashes."""
        return self.manuscript.file

    @property
    def lines(self) -> Sequence[str]:
        """The lines of the file without their ends; there is always at least one."""
        return self.manuscript.lines

    @property
    def paths(self) -> Iterator[Path]:
        """The way to each value, in the order of the file; `()` is the whole."""
        return iter(self._places)

    @property
    def texts(self) -> Iterator[tuple[Path, str]]:
        """Every text in the file and the way to it, in the order of the file."""
        return texts_in(self.value)

    def span_of_key(self, path: Path) -> Span:
        """Where the name of a field stands; for an item of a list, where the item begins.

        Falls back to the nearest thing around it, and to the first character of the file.
        """
        place = self._nearest(path)
        return self.manuscript.span(place.name_start, place.name_end)

    def span_of_value(self, path: Path) -> Span:
        """Where a value stands, as far as its first line goes; falls back as `span_of_key` does."""
        place = self._nearest(path)
        return self.manuscript.span(place.start, place.end)

    def span_within(self, path: Path, text: str, start: int, end: int) -> Span:
        """Where `text[start:end]` stands, `text` being the value at a path.

        It is the place of the whole value if the stretch cannot be found in the file: quotation marks and
        ends of line make a file differ from its values.
        """
        place = self._nearest(path)
        stretch, at = text[start:end], place.start
        for _ in range(text.count(stretch, 0, start) + 1):
            at = self.manuscript.text.find(stretch, at, place.end)
            if at < 0:
                return self.span_of_value(path)
            at += len(stretch)
        return self.manuscript.span(at - len(stretch), at)

    def is_in_value(self, offset: int) -> bool:
        """Whether a character of the file belongs to a text, and is no remark."""
        return any(start <= offset < end for _, _, start, end in self._places.values())

    def ends_of_texts(self, line: int) -> Iterator[int]:
        """The last lines of the texts that begin on a line."""
        text = self.manuscript.text
        for _, _, start, end in self._places.values():
            if end > start and text.count("\n", 0, start) + 1 == line:
                yield text.count("\n", 0, end - 1) + 1

    def problem(
        self,
        rule: str,
        message: Message,
        *,
        path: Path,
        at_key: bool = False,
        hint: Message | None = None,
        severity: Severity = Severity.ERROR,
    ) -> Diagnostic:
        """A problem with the value at a path, or with its name, that points at its place."""
        span = self.span_of_key(path) if at_key else self.span_of_value(path)
        return self.manuscript.problem(rule, message, span=span, hint=hint, severity=severity)

    def _nearest(self, path: Path) -> Position:
        if self.placed is not None and path and path[0] not in self.placed:
            raise KeyError(f"the place of {path} was not kept")
        while path and path not in self._places:
            path = path[:-1]
        return Position(*self._places.get(path, (0, 0, 0, 0)))


def texts_in(value: Value) -> Iterator[tuple[Path, str]]:
    """Every text in nested dicts and lists and the way to it, in their order."""
    waiting: list[tuple[Path, Value]] = [((), value)]
    while waiting:
        path, item = waiting.pop()
        if isinstance(item, str):
            yield path, item
        elif isinstance(item, dict):
            waiting.extend(((*path, key), item[key]) for key in reversed(item))
        elif isinstance(item, list):
            waiting.extend(((*path, n), item[n]) for n in range(len(item) - 1, -1, -1))


def read(data: bytes, *, file: str, n_bytes: int = 0) -> Document:
    """The values of a YAML file, the place of each, and everything that is wrong with the file.

    `file` is its path in reports; `n_bytes` is its size if `data` is only its beginning. Nothing that an
    author can write raises an error. The function reports the rules of `encoding`, `yaml_gotchas`,
    `yaml_repair` and `parse_errors`, and duplicate-key, no-references, no-tags, empty-name, complex-key
    and too-deep.
    """
    manuscript, problems = decode(data, file=file, n_bytes=n_bytes)
    if problems and not manuscript.text:
        return Document(manuscript=manuscript, value=None, problems=tuple(problems), complete=False)
    value = None if problems else read_plain(manuscript.text)
    if value is not None:
        return Document(manuscript=manuscript, value=value, problems=(), complete=True)
    return read_closely(manuscript, problems)


def read_closely(manuscript: SourceText, problems: Sequence[Diagnostic] = ()) -> Document:
    """The document of a decoded text, read event by event.

    `problems` are those of the steps before.
    """
    manuscript, diagnostics = yaml_gotchas.mend(manuscript)
    reading = follow(manuscript.text)
    suspicious = reading.error or reading.refused
    if suspicious or yaml_gotchas.suspects(manuscript.text, reading.places.values()):
        diagnostics += _look_closer(manuscript, reading)
    copies = len(_references(reading)) > _FEW
    return Document(
        manuscript=manuscript,
        value=None if copies else reading.value,
        problems=in_order((*problems, *diagnostics)) if problems or diagnostics else (),
        complete=reading.complete and not copies,
    )


def _look_closer(manuscript: SourceText, reading: Reading) -> list[Diagnostic]:
    """What the lines and the parser tell about a file that may have something wrong with it."""
    lines = scan(manuscript.text)
    diagnostics = yaml_gotchas.check(manuscript, lines)
    if reading.error:
        diagnostics += parse_errors.explain(manuscript, lines, reading.error, diagnostics)
    references = _references(reading)
    if len(references) > _FEW:
        diagnostics.append(_copies(manuscript, references))
    places = {(problem.rule, problem.span and problem.span.line) for problem in diagnostics}
    ends = any(problem.rule == "second-document" for problem in diagnostics)
    for refusal in reading.refused:
        if refusal.rule == "no-references" and len(references) > _FEW:
            continue
        problem = _refusal(manuscript, lines, refusal)
        place = (problem.rule, problem.span and problem.span.line)
        if place not in places and not (ends and problem.rule == "second-document"):
            diagnostics.append(problem)
            places |= {place} if problem.rule in ("no-references", "no-tags") else set()
    return diagnostics


def _references(reading: Reading) -> list[ParseRefusal]:
    return [refusal for refusal in reading.refused if refusal.rule == "no-references"]


def _copies(manuscript: SourceText, references: Sequence[ParseRefusal]) -> Diagnostic:
    """One problem for a file that copies from place to place throughout."""
    first = references[0]
    return manuscript.problem(
        "no-references",
        message("no-references.often.message", n=len(references)),
        span=manuscript.span(first.start, first.end),
        hint=message("no-references.often.hint"),
    )


def _refusal(manuscript: SourceText, lines: Sequence[Line], refusal: ParseRefusal) -> Diagnostic:
    span = manuscript.span(refusal.start, refusal.end)
    line = lines[span.line - 1]
    complaint, hint = _REFUSALS[refusal.rule](manuscript, line, refusal)
    return manuscript.problem(refusal.rule, complaint, span=span, hint=hint)


_Words = tuple[Message, Message]
"""Message and hint."""


def _duplicate_key(manuscript: SourceText, line: Line, refusal: ParseRefusal) -> _Words:
    first = manuscript.span(refusal.first, refusal.first + 1)
    complaint = message("duplicate-key.message", word=refusal.word, line=first.line)
    return complaint, message("duplicate-key.hint")


def _no_references(manuscript: SourceText, line: Line, refusal: ParseRefusal) -> _Words:
    mark = refusal.word[0]
    if mark == "<":
        return message("no-references.merge.message"), message("no-references.merge.hint")
    if mark == "&":
        complaint = message("no-references.anchor.message", word=refusal.word)
        return complaint, _quote(line, message("no-references.anchor.hint"))
    complaint = message("no-references.alias.message", word=refusal.word)
    return complaint, _quote(line, message("no-references.alias.hint"))


def _no_tags(manuscript: SourceText, line: Line, refusal: ParseRefusal) -> _Words:
    match = re.compile(r"!\S*").search(manuscript.text, refusal.start)
    word = match[0] if match else "!"
    return message("no-tags.message", word=word), _quote(line, message("no-tags.hint"))


def _quote(line: Line, otherwise: Message) -> Message:
    if not line.value or line.value[0] not in "&*!":
        return message("sentence", text=otherwise)
    example = line.with_value(quoted(line.value))
    return message("piece.or-quote-it", otherwise=otherwise, example=example)


def _empty_name(manuscript: SourceText, line: Line, refusal: ParseRefusal) -> _Words:
    return message("empty-name.message"), message("empty-name.hint")


def _complex_key(manuscript: SourceText, line: Line, refusal: ParseRefusal) -> _Words:
    mark = manuscript.text[refusal.start]
    return message("complex-key.message", mark=mark), message("complex-key.hint")


def _too_deep(manuscript: SourceText, line: Line, refusal: ParseRefusal) -> _Words:
    return message("too-deep.message", limit=MAX_DEPTH), message("too-deep.hint")


def _second_document(manuscript: SourceText, line: Line, refusal: ParseRefusal) -> _Words:
    return message("second-document.ends.message"), message("second-document.ends.hint")


_REFUSALS: dict[str, Callable[[SourceText, Line, ParseRefusal], _Words]] = {
    "duplicate-key": _duplicate_key,
    "no-references": _no_references,
    "no-tags": _no_tags,
    "empty-name": _empty_name,
    "complex-key": _complex_key,
    "too-deep": _too_deep,
    "second-document": _second_document,
}
