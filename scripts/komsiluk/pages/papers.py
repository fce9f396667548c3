"""Papers to print: their kinds, one of them wanted of a practice, and what its file tells of it."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass


class Paper(enum.StrEnum):
    """The papers of a practice; each has a template of that name."""

    GUIDE = "guide"
    """For whoever leads a session on it; six pages at most."""
    BRIEF = "brief"
    """For whoever decides on it; two pages."""


FOLDER = "guides/"
"""Of the papers of a language, below its root; also the key of the page that lists them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """A paper of a practice in a language."""

    practice_id: str
    language: str
    """BCP 47."""
    paper: Paper
    mono: bool = False
    """For black ink: no colours and no fills, drawn for it and not merely grey."""

    @property
    def name(self) -> str:
        """The name of the file; it says by itself what it is, wherever it is carried."""
        black = "-mono" if self.mono else ""
        return f"{self.practice_id}-{self.paper}{black}.{self.language}.pdf"

    @property
    def path(self) -> str:
        """Where it stands in the site, from the root of its language."""
        return FOLDER + self.name


@dataclass(frozen=True, slots=True)
class Printed:
    """What a reader wants to know before fetching a paper."""

    n_bytes: int
    n_pages: int


Prints = Mapping[Wanted, Printed]
"""The papers that have been made."""


def wanted(practices: Iterable[str], language: str, papers: Iterable[str]) -> Iterator[Wanted]:
    """The papers of these kinds of practices in a language: those that a site offers are coloured."""
    kinds = [Paper(paper) for paper in papers]
    for practice_id in practices:
        for paper in kinds:
            yield Wanted(practice_id=practice_id, language=language, paper=paper)
