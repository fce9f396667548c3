"""Where a field of a practice is shown to readers, or why it is shown to nobody.

Each field of each record of a practice bears one of two marks, `Shown` or `NotShown`. What is
shown stands on the page of the practice; a text stands in the search record too, and every field is
asked for by the form. The marks say what else shows it. A law (`tests/site/test_complete.py`)
proves that all of it is true of a built site.
"""

from __future__ import annotations

import functools
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from pydantic import BaseModel

Section: TypeAlias = Literal[
    "problem", "what-was-done", "results", "stories", "what-it-takes", "who-took-part",
    "what-was-hard", "afterwards", "repeat-it", "steps", "checklist", "session", "cite", "related",
]  # fmt: skip
"""The sections of the page of a practice, by their anchors."""
PaperName: TypeAlias = Literal["guide", "brief", "brief-word", "session-word", "booklet", "deck"]
"""The papers of one practice, then those of many together."""

GUIDE: PaperName = "guide"
BRIEF: PaperName = "brief"
BRIEF_WORD: PaperName = "brief-word"
SESSION_WORD: PaperName = "session-word"
BOOKLET: PaperName = "booklet"
DECK: PaperName = "deck"

Papers: TypeAlias = tuple[PaperName, ...]
FOR_TRAINERS: Papers = (GUIDE, SESSION_WORD)
"""What a session needs."""
FOR_DECISIONS: Papers = (BRIEF, BRIEF_WORD, BOOKLET)
"""What a council wants to know: what it takes and what may go wrong."""
TELLING: Papers = (GUIDE, BOOKLET)
"""What tells the story."""
GLANCE: Papers = (GUIDE, BRIEF, BRIEF_WORD, BOOKLET)
"""What has a panel of facts, a summary, results and what became of it."""


@dataclass(frozen=True, slots=True)
class PapersBy:
    """Papers that differ with what another field of the same record says."""

    field: str
    """Of the record: `basis`."""
    papers: tuple[tuple[str, Papers], ...]
    """Each value of the field, and the papers for it; none for a value that is not there."""

    def of(self, record: BaseModel) -> Papers:
        """The papers for a record."""
        return dict(self.papers).get(str(getattr(record, self.field)), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Marks a field that readers see.

    A record inside another one can only narrow `compare` and `papers` of the field that contains it:
    nothing of a session is compared, whatever its parts declare.
    """

    section: Section | tuple[Section, ...] = ()
    """The section of the page in which it stands, or the sections among which its items are divided.
    None for fields at the head of the page, and for fields that stand wherever the record does."""
    compare: bool | None = None
    """Whether practices are compared by it; None for the answer of the record around it."""
    papers: Papers | PapersBy | None = None
    """The papers that print it; None for those of the record around it."""
    first: int = 0
    """If not 0: only so many items of a list stand outside the page."""
    page_unless: str = ""
    """Another field of the record that says it more exactly; where that is filled in, the page leaves this one out."""
    phrase: str = ""
    """The key of its heading. An optional text that has one, and a section, needs nothing else: page,
    comparison, form and the papers named here show it below that heading, without more code."""

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections as a tuple, also where there is only one."""
        return (self.section,) if isinstance(self.section, str) else self.section


@dataclass(frozen=True, slots=True)
class NotShown:
    """Marks a field that no reader sees."""

    reason: str
    """Why, as the end of a sentence that begins with "because"."""


Showing: TypeAlias = Shown | NotShown


@functools.cache
def showing(model: type[BaseModel]) -> Mapping[str, Showing | None]:
    """What each field of a model declares, in the order of the model; None for a field that declares nothing.

    Kept until the process ends: models never change.
    """
    return {
        name: _last(tuple(info.metadata)) or _within(info.annotation)
        for name, info in model.model_fields.items()
    }


def _last(metadata: tuple[object, ...]) -> Showing | None:
    """The mark of a field. Its own mark stands after that of its type, and replaces it."""
    marks = [item for item in metadata if isinstance(item, Shown | NotShown)]
    return marks[-1] if marks else None


def _within(annotation: Any) -> Showing | None:
    """The mark of an optional value."""
    for part in typing.get_args(annotation):
        mark = _last(getattr(part, "__metadata__", ()))
        if mark is not None:
            return mark
    return None
