"""What was read to what in its texts could hurt somebody, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.messages import message
from komsiluk.source.entries import Entry
from komsiluk.source.events import Path
from komsiluk.text.dangers import ADDRESS, CONTACT, TEXT, Finding, find
from komsiluk.text.prefilter import is_suspect


class Danger(NamedTuple):
    """A stretch of a text that a rule objects to."""

    entry: Entry
    path: Path
    """Where the text stands in its file."""
    text: str
    finding: Finding

    def diagnostic(self) -> Diagnostic:
        """The diagnostic for the author. The report does not repeat what could lead to a person."""
        finding = self.finding
        document = self.entry.document
        span = document.span_within(self.path, self.text, finding.start, finding.end)
        line = document.lines[span.line - 1]
        start, end = span.column - 1, span.column - 1 + span.length
        excerpt = (
            f"{line[:start]}{masked(line[start:end])}{line[end:]}"
            if finding.rule in _SECRET
            else line
        )
        stretch = self.text[finding.start : finding.end]
        return Diagnostic(
            rule=finding.rule,
            severity=Severity[finding.severity.upper()],
            message=message(f"{finding.message}.message", found=stretch),
            hint=message(f"{finding.message}.hint"),
            file=document.file,
            span=span,
            excerpt=excerpt,
        )


def dangers(entries: Iterable[Entry]) -> Iterator[Danger]:
    """All dangers in the texts of these files."""
    for entry in entries:
        if not entry.suspect or entry.draft is None:
            continue
        for path, text in entry.document.texts:
            context = _context(path)
            if context and is_suspect(text):
                for finding in find(text, context):
                    yield Danger(entry, path, text, finding)


def _context(path: Path) -> str:
    """What a field is for, by its name; empty for one that holds no text of a person's."""
    name = next((part for part in reversed(path) if isinstance(part, str)), "")
    return _CONTEXTS.get(name, TEXT)


_CONTEXTS = {
    **dict.fromkeys(("url", "report"), ADDRESS),
    **dict.fromkeys(("email", "withdraw"), CONTACT),
    **dict.fromkeys(("id", "file", "date", "updated", "start", "end", "review_by"), ""),
    **dict.fromkeys(("latitude", "longitude", "schema_version", "language"), ""),
}
_SECRET = frozenset({"national-id", "phone", "private-email", "coordinates-in-text"})
"""The rules whose findings a report must not spread."""


def masked(text: str) -> str:
    """Dots in place of a text that a report must not spread, one for each character but spaces.

    >>> masked("064 123")
    '••• •••'
    """
    return "".join(letter if letter.isspace() else "•" for letter in text)
