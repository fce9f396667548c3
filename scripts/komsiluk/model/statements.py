"""What is said, and who says so: sources, reported facts and the editors' advice, planned and achieved."""

from __future__ import annotations

import enum
from typing import Annotated

from pydantic import Field

from komsiluk.model.fields import ItemId, Note, Paragraphs, Record, SourceId
from komsiluk.model.shown import GLANCE, Shown


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

    id: Annotated[SourceId, Shown()]
    """The source, by its id in `_sources/`."""
    at: Annotated[str, Field(min_length=1, examples=["98 grants for self-employment"]), Shown()]
    """At most eight words copied from the source, by which the place is found."""


class Narrative(Record):
    """Prose that rests on sources."""

    text: Annotated[Paragraphs, Shown()]
    """Up to 150 words, in paragraphs."""
    sources: Annotated[tuple[Citation, ...], Shown()] = ()
    """Where each figure and claim of the text comes from."""


class Statement(Record):
    """One point of a list, with who says so."""

    id: ItemId
    """Name of the point within its list, for translations and links."""
    text: Annotated[Note, Shown()]
    """The point, in one to three sentences."""
    basis: Annotated[Basis, Shown()] = Basis.SUGGESTED
    """`reported` needs a source; `suggested` is the editors' own advice."""
    source: Annotated[Citation, Shown(compare=False, papers=GLANCE)] | None = None
    """Where it is reported."""
