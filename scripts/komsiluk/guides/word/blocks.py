"""The contents of a document as blocks, before they become a file."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class RunStyle(enum.StrEnum):
    """The look of a run of words. Each but `PLAIN` is the name of a character style in the file."""

    PLAIN = ""
    STRONG = "Strong"
    EMPHASIS = "Emphasis"
    SUGGESTED = "Suggested"
    """The mark of a suggestion, which no source reports."""
    ABSENT = "Not Reported"
    """The words in place of a fact that no source tells."""
    QUIET = "Quiet"
    """Numbers of sources and other asides."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look in one language."""

    text: str
    look: RunStyle = RunStyle.PLAIN
    language: str = ""
    """BCP 47 tag of words that are not in the document's language. Else empty."""
    address: str = ""
    """The web address to which the words are linked. Else empty."""


Line = tuple[Run, ...]
"""The words of one paragraph."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. Levels begin at 1, and none is skipped."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph."""

    line: Line
    style: str = "Normal"
    """Name of its style in the file: `Normal`, `Title`, `Subtitle`, `Lead` or `Note`."""


@dataclass(frozen=True, slots=True)
class Items:
    """A list. A numbered list begins at 1."""

    lines: tuple[Line, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Its head is repeated on each page that the table reaches."""

    head: tuple[str, ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    """Cells, each of one or more paragraphs."""
    shares: tuple[int, ...]
    """The columns' shares of the width, in per cent."""
    names: str
    """The contents of the table in a few words, for people who do not see it."""
    side: bool = False
    """Whether the first cell of each row is its heading. Then the table may have no head."""


Block = Heading | WordParagraph | Items | Table


@dataclass(frozen=True, slots=True)
class WordDocument:
    """A whole document."""

    title: str
    """For the properties of the file. The blocks have it too."""
    language: str
    """BCP 47 tag of all words that have no other."""
    country: str
    """ISO 3166-1 code of the country whose spelling, dates and numbers it has. Empty for the chief one."""
    author: str
    """The organisation or site that answers for it, never the person at the machine."""
    subject: str
    """What kind of document it is, in its language."""
    keywords: str
    time: int
    """The time of its content's last change: seconds since 1970 (UTC)."""
    blocks: tuple[Block, ...]
    head: str
    """The line at the top of its pages."""
    pages: str
    """The line at the foot of its pages: words around `{n}`, the page's number, and `{total}`, the number
    of pages."""
