"""What a document says, block by block, before it is a file."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class RunStyle(enum.StrEnum):
    """How a run of words is set; each but the first has a style of characters of that name."""

    PLAIN = ""
    STRONG = "Strong"
    EMPHASIS = "Emphasis"
    SUGGESTED = "Suggested"
    """The mark of what no source reports."""
    ABSENT = "Not Reported"
    """What stands in place of what no source tells."""
    QUIET = "Quiet"
    """Numbers of sources and other asides."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look in one language."""

    text: str
    look: RunStyle = RunStyle.PLAIN
    language: str = ""
    """BCP 47 tag of words in another language than the document; empty for its own."""
    address: str = ""
    """Where the words lead on the web; empty for nowhere."""


Line = tuple[Run, ...]
"""What stands in one paragraph."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; levels begin at 1 and none is skipped."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    line: Line
    style: str = "Normal"
    """Name of its style in the file: `Normal`, `Title`, `Subtitle`, `Lead` or `Note`."""


@dataclass(frozen=True, slots=True)
class Items:
    """A list; a numbered one begins at 1."""

    lines: tuple[Line, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its head is repeated where it goes on to another page."""

    head: tuple[str, ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    """Cells, each of one or more paragraphs."""
    shares: tuple[int, ...]
    """The columns' shares of the width, in per cent."""
    names: str
    """What the table holds, for people who do not see it."""
    side: bool = False
    """Whether the first cell of each row names what the others hold; then a head may be missing."""


Block = Heading | Paragraph | Items | Table


@dataclass(frozen=True, slots=True)
class WordDocument:
    """A whole document."""

    title: str
    """For the properties of the file; the blocks say it too."""
    language: str
    """BCP 47 tag of what has no other."""
    country: str
    """ISO 3166-1 code of the country whose spelling, dates and numbers it has; empty for the chief one."""
    author: str
    """Who answers for it: an organisation or a site, never a person at a machine."""
    subject: str
    """What kind of document it is, in its language."""
    keywords: str
    time: int
    """Of its content's last change: seconds since 1970 (UTC)."""
    blocks: tuple[Block, ...]
    head: str
    """What stands at the top of its pages."""
    pages: str
    """What stands at their foot: words around `{n}`, the page, and `{total}`, how many there are."""
