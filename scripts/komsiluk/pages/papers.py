"""Papers to print or to edit: their kinds, a paper of a practice in a language, and facts of its file."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from komsiluk.model.practice import Practice


class Paper(enum.StrEnum):
    """The papers of a practice."""

    GUIDE = "guide"
    """For whoever leads a session on it; six pages at most."""
    BRIEF = "brief"
    """For whoever decides on it; two pages."""
    BRIEF_WORD = "brief-word"
    """The same as a Word document, because an office edits it."""
    SESSION_WORD = "session-word"
    """The plan of the session as a Word document, because trainers make it their own."""

    @property
    def is_word(self) -> bool:
        """Whether it is a Word document; else it is a PDF."""
        return self in (Paper.BRIEF_WORD, Paper.SESSION_WORD)


TO_PRINT = (Paper.GUIDE, Paper.BRIEF)
"""The papers that are made by default."""

FOLDER = "guides/"
"""The folder of the papers of a language, below its root; also the key of the page that lists them."""


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
        kind, ending = self.paper.removesuffix("-word"), "docx" if self.paper.is_word else "pdf"
        return f"{self.practice_id}-{kind}{black}.{self.language}.{ending}"

    @property
    def path(self) -> str:
        """Where it stands in the site, from the root of its language."""
        return FOLDER + self.name


@dataclass(frozen=True, slots=True)
class Printed:
    """Facts of a file that a reader needs before downloading it."""

    n_bytes: int
    n_pages: int | None
    """None for a Word document: it has no pages before somebody opens it."""


Prints = Mapping[object, Printed]
"""The files of finished papers, by `Wanted` or `Volume`."""


def wanted(
    practices: Mapping[str, Practice],
    language: str,
    papers: Iterable[str],
    *,
    mono: bool = False,
) -> Iterator[Wanted]:
    """The papers of these kinds of practices in a language; without a session there is no plan of it."""
    paper_of = {str(paper): paper for paper in Paper}
    kinds = [paper_of[paper] for paper in papers if paper in paper_of]
    for practice_id, practice in practices.items():
        for paper in kinds:
            if paper is not Paper.SESSION_WORD or practice.session is not None:
                black = mono and not paper.is_word
                yield Wanted(practice_id=practice_id, language=language, paper=paper, mono=black)
