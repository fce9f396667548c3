"""What an author can mend, as a value: where it is, what is wrong and what to do about it."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias


class Severity(enum.IntEnum):
    """How much it matters; the order is the order of reporting."""

    ERROR = 0
    """It cannot be published, or could hurt somebody."""
    WARNING = 1
    """It can be published, but a reader loses something."""
    NOTICE = 2
    """Work for later, such as a translation to be renewed."""

    @property
    def word(self) -> str:
        """The severity as reports write it."""
        return self.name.lower()


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """A stretch of one line. Lines and columns count from 1; columns count characters, not bytes."""

    line: int
    column: int
    length: int = 1


@dataclass(frozen=True, slots=True)
class Message:
    """Something to be said to a person, in no language yet: `messages.render` gives it words."""

    key: str
    """The name of its wording in the catalogue: `phone.hint`."""
    params: tuple[tuple[str, Parameter], ...] = ()
    """What stands in the blanks of the wording, by the names of the blanks."""

    def __str__(self) -> str:
        """Refuse to become text without a language: `messages.render` makes it."""
        raise TypeError(f"{self!r} has to be rendered in a language")


Parameter: TypeAlias = str | int | float | Message
"""What can stand in a blank: a text that is the same in every language, a number, or a message."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Diagnostic:
    """One problem of one file, as a value that becomes words where somebody reads it."""

    rule: str
    """Stable kebab-case name of the rule, as documented."""
    severity: Severity
    message: Message
    """What is wrong: names the field as written, quotes the value, says what was expected."""
    hint: Message | None = None
    """What to do; None where the message says it already."""
    file: str
    """Path from the site's folder, with forward slashes."""
    span: Span | None = None
    """Where; None when the whole file is meant."""
    excerpt: str = ""
    """The line of the file that `span` points into, without its end of line."""

    @property
    def sort_key(self) -> tuple[str, int, int, int, str, str]:
        """By file, line, column, severity, rule: the order in which a person mends a file."""
        line, column = (self.span.line, self.span.column) if self.span else (0, 0)
        return (self.file, line, column, self.severity, self.rule, repr(self.message))


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics by file and place, each once."""
    return tuple(sorted(set(diagnostics), key=lambda diagnostic: diagnostic.sort_key))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether anything among them stops publication."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
