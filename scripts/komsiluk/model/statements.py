"""What is said, and who says so: sources, reported facts and the editors' advice, planned and achieved."""

from __future__ import annotations

import enum
from typing import Annotated

from pydantic import Field

from komsiluk.model.fields import Note, Paragraphs, Record, RecordId, SourceId


class Status(enum.StrEnum):
    """What kind of figure a result is; the kinds are never added up together."""

    PLANNED = "planned"
    ACHIEVED = "achieved"
    ESTIMATED = "estimated"


class Basis(enum.StrEnum):
    """Who says so: a source, or the editors of the collection."""

    REPORTED = "reported"
    SUGGESTED = "suggested"


class Core(enum.StrEnum):
    """How much of a step another town may change."""

    CORE = "core"
    ADAPTABLE = "adaptable"
    OPTIONAL = "optional"


class Citation(Record):
    """Where a statement can be looked up."""

    id: SourceId
    """The source, by its id in `_sources/`."""
    at: Annotated[str, Field(min_length=1, examples=["98 grants for self-employment"])]
    """At most eight words copied from the source, by which the place is found."""


class Narrative(Record):
    """Prose that rests on sources."""

    text: Paragraphs
    """Up to 150 words, in paragraphs."""
    sources: tuple[Citation, ...] = ()
    """Where each figure and claim of the text comes from."""


class Statement(Record):
    """One point of a list, with who says so."""

    id: RecordId
    """Name of the point within its list, for translations and links."""
    text: Note
    """The point, in one to three sentences."""
    basis: Basis = Basis.SUGGESTED
    """`reported` needs a source; `suggested` is the editors' own advice."""
    source: Citation | None = None
    """Where it is reported."""
