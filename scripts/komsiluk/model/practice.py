"""A good practice: what was done, what came of it, and what another town needs in order to repeat it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from komsiluk.model.account import Participant, Period, Resources, Result, Step
from komsiluk.model.fields import (
    Concept,
    CountryCode,
    Day,
    LanguageTag,
    Line,
    Note,
    PlaceId,
    ProjectId,
    Record,
    RecordId,
    Reference,
    Sentence,
    Text,
)
from komsiluk.model.people import Contact, Image, Provenance, Safeguarding, Story
from komsiluk.model.session import Session, Task
from komsiluk.model.statements import Citation, Narrative, Statement
from komsiluk.model.transfer import Evaluation, Lessons, Sustainability, Transfer


class EditorsNote(Record):
    """A rough edge of a source that is kept visible."""

    id: RecordId
    """Name of the note."""
    text: Note
    """What does not agree, and how it was treated."""
    source: Citation | None = None
    """Where the rough edge is."""


class PracticeDraft(Record):
    """One practice as far as its file was understood: what is missing is None, or an empty list."""

    schema_version: (
        Annotated[Literal["1"], Field(json_schema_extra={"type": "integer", "const": 1})] | None
    ) = None
    original_language: LanguageTag | None = None
    title: Annotated[Line, Field(examples=["Good Neighbor Clubs"])] | None = None
    tagline: Sentence | None = None
    summary: Annotated[str, Text(words=100, markdown=True)] | None = None
    updated: Annotated[Day, Field(examples=["2026-11-22"])] | None = None
    themes: Annotated[
        tuple[Annotated[RecordId, Concept("themes")], ...], Field(min_length=1, max_length=3)
    ] = ()
    groups: Annotated[
        tuple[Annotated[RecordId, Concept("groups")], ...], Field(min_length=1, max_length=6)
    ] = ()
    type: Annotated[RecordId, Concept("practice_types")] | None = None
    authority_role: Annotated[RecordId, Concept("authority_roles")] | None = None
    """What the local authority's part is; absent when no source tells."""
    countries: Annotated[tuple[CountryCode, ...], Field(min_length=1)] = ()
    places: tuple[PlaceId, ...] = ()
    """The places, as exact as it is safe and as a source tells."""
    period: Period | None = None
    """When it took place."""
    organisations: tuple[Participant, ...] = ()
    """Who took part."""
    projects: tuple[ProjectId, ...] = ()
    """The projects it belongs to."""
    problem: Narrative | None = None
    steps: tuple[Step, ...] = ()
    """What was done (`reported`) and how a town would do it (`suggested`)."""
    results: tuple[Result, ...] = ()
    """The ledger of what was planned and what was achieved."""
    resources: Resources = Resources()
    """What it took."""
    participation: tuple[Statement, ...] = ()
    """How the people concerned had a say."""
    lessons: Lessons = Lessons()
    """What was hard and what would be changed."""
    evaluation: Evaluation | None = None
    """Whether it was evaluated."""
    sustainability: Sustainability | None = None
    """What became of it after the funding."""
    transfer: Transfer = Transfer()
    """Advice for repeating it."""
    checklist: tuple[Task, ...] = ()
    """Preparation for repeating it; the editors' suggestion."""
    session: Session | None = None
    """A session plan for trainers; the editors' suggestion."""
    related: tuple[Annotated[RecordId, Reference("practices")], ...] = ()
    """Practices that belong beside this one."""
    notes: tuple[EditorsNote, ...] = ()
    """Rough edges of the sources, kept visible."""
    images: Annotated[tuple[Image, ...], Field(max_length=12)] = ()
    """Photographs and drawings, the chief one first."""
    stories: Annotated[tuple[Story, ...], Field(max_length=6)] = ()
    """What people told of their own lives, changed so that nobody can find them."""
    contact: Contact | None = None
    """Where one may ask."""
    safeguarding: Safeguarding | None = None
    """Who made sure that nobody is endangered by it."""
    provenance: Provenance | None = None
    """How it came to the site."""


class Practice(PracticeDraft):
    """One practice: its facts, and its text in the language in which it was written."""

    schema_version: Annotated[
        Literal["1"], Field(json_schema_extra={"type": "integer", "const": 1})
    ]
    """Version of this form; always 1."""
    original_language: LanguageTag
    """The language in which this file is written."""
    title: Annotated[Line, Field(examples=["Good Neighbor Clubs"])]
    """What it is called: at most 15 words and 100 characters."""
    tagline: Sentence
    """One sentence of at most 160 characters: what it is and for whom."""
    summary: Annotated[str, Text(words=100, markdown=True)]
    """At most 100 words that stand alone."""
    updated: Annotated[Day, Field(examples=["2026-11-22"])]
    """The day on which the content last changed."""
    themes: Annotated[
        tuple[Annotated[RecordId, Concept("themes")], ...], Field(min_length=1, max_length=3)
    ]
    """One to three themes, the chief one first."""
    groups: Annotated[
        tuple[Annotated[RecordId, Concept("groups")], ...], Field(min_length=1, max_length=6)
    ]
    """For whom: one to six groups."""
    type: Annotated[RecordId, Concept("practice_types")]
    """What sort of undertaking it is."""
    countries: Annotated[tuple[CountryCode, ...], Field(min_length=1)]
    """The countries where it took place."""
    problem: Narrative
    """What the matter was: the situation and the need."""
