"""The kinds of papers, and one of them wanted of a practice in a language: where it stands in the site."""

from __future__ import annotations

import enum
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
