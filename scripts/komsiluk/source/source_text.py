"""A stretch of a file's text to the diagnostic that points at it."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from komsiluk.diagnostics import Diagnostic, Message, Severity, Span


@dataclass(frozen=True)
class SourceText:
    """A file as its author sees it: its name and its text, with `\\n` at the end of each line."""

    file: str
    """Path from the site's folder, with forward slashes."""
    text: str
    """The whole text; a byte order mark and other ends of line are already gone."""

    @functools.cached_property
    def lines(self) -> list[str]:
        """The lines without their ends; there is always at least one."""
        return self.text.split("\n")

    def span(self, start: int, end: int) -> Span:
        """The place of `text[start:end]`, as far as it stands on its first line.

        An `end` below zero means the end of that line. An empty stretch is one character long, so
        that there is something to point at.
        """
        line_start = self.text.rfind("\n", 0, start) + 1
        line_end = self.text.find("\n", start)
        if line_end < 0:
            line_end = len(self.text)
        stop = line_end if end < 0 else min(end, line_end)
        length = len(self.text[start:stop].rstrip())
        line = self.text.count("\n", 0, start) + 1
        return Span(line=line, column=start - line_start + 1, length=max(1, length))

    def problem(
        self,
        rule: str,
        message: Message,
        *,
        span: Span | None,
        hint: Message | None = None,
        severity: Severity = Severity.ERROR,
    ) -> Diagnostic:
        """A problem of this file, with the line that the span points into as its excerpt."""
        return Diagnostic(
            rule=rule,
            severity=severity,
            message=message,
            hint=hint,
            file=self.file,
            span=span,
            excerpt=self.lines[span.line - 1] if span else "",
        )
