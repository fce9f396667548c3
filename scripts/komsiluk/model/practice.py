"""A good practice: what was done, what came of it, and what another town needs in order to repeat it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from komsiluk.model.account import Participant, Period, Resources, Result, Step
from komsiluk.model.fields import (
    Concept,
    CountryCode,
    Day,
    ItemId,
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
from komsiluk.model.shown import (
    BOOKLET,
    BRIEF,
    BRIEF_WORD,
    DECK,
    FOR_DECISIONS,
    FOR_TRAINERS,
    GLANCE,
    GUIDE,
    SESSION_WORD,
    TELLING,
    NotShown,
    Shown,
)
from komsiluk.model.statements import Citation, Narrative, Statement
from komsiluk.model.transfer import Evaluation, Lessons, Sustainability, Transfer


class EditorsNote(Record):
    """A rough edge of a source that is kept visible."""

    id: ItemId
    """Name of the note."""
    text: Annotated[Note, Shown()]
    """What does not agree, and how it was treated."""
    source: Annotated[Citation, Shown()] | None = None
    """Where the rough edge is."""


class PracticeDraft(Record):
    """One practice as far as its file was understood: what is missing is None, or an empty list."""

    schema_version: (
        Annotated[
            Literal["1"],
            Field(json_schema_extra={"type": "integer", "const": 1}),
        ]
        | None
    ) = None
    original_language: LanguageTag | None = None
    title: Line | None = None
    tagline: Sentence | None = None
    summary: Annotated[str, Text(words=100, markdown=True)] | None = None
    updated: Day | None = None
    themes: Annotated[
        tuple[Annotated[RecordId, Concept("themes")], ...],
        Field(min_length=1, max_length=3),
    ] = ()
    groups: Annotated[
        tuple[Annotated[RecordId, Concept("groups")], ...],
        Field(min_length=1, max_length=6),
    ] = ()
    type: Annotated[RecordId, Concept("practice_types")] | None = None
    authority_role: (
        Annotated[RecordId, Concept("authority_roles"), Shown(compare=True, papers=GLANCE)] | None
    ) = None
    """What the local authority's part is; absent when no source tells."""
    countries: Annotated[
        tuple[CountryCode, ...],
        Field(min_length=1),
    ] = ()
    places: Annotated[tuple[PlaceId, ...], Shown(compare=True, papers=GLANCE)] = ()
    """The places, as exact as it is safe and as a source tells."""
    period: Annotated[Period, Shown(compare=True, papers=GLANCE)] | None = None
    """When it took place."""
    organisations: Annotated[
        tuple[Participant, ...], Shown(section="who-took-part", compare=True, papers=GLANCE)
    ] = ()
    """Who took part."""
    projects: Annotated[tuple[ProjectId, ...], Shown(section="who-took-part")] = ()
    """The projects it belongs to."""
    problem: Narrative | None = None
    steps: Annotated[
        tuple[Step, ...], Shown(section=("what-was-done", "steps"), papers=GLANCE)
    ] = ()
    """What was done (`reported`) and how a town would do it (`suggested`)."""
    results: Annotated[
        tuple[Result, ...], Shown(section="results", compare=True, papers=GLANCE)
    ] = ()
    """The ledger of what was planned and what was achieved."""
    resources: Annotated[
        Resources, Shown(section="what-it-takes", compare=True, papers=FOR_DECISIONS)
    ] = Resources()
    """What it took."""
    participation: Annotated[tuple[Statement, ...], Shown(section="who-took-part")] = ()
    """How the people concerned had a say."""
    lessons: Annotated[
        Lessons, Shown(section="what-was-hard", compare=True, papers=FOR_DECISIONS)
    ] = Lessons()
    """What was hard and what would be changed."""
    evaluation: Annotated[Evaluation, Shown(section="afterwards", papers=GLANCE)] | None = None
    """Whether it was evaluated."""
    sustainability: (
        Annotated[Sustainability, Shown(section="afterwards", compare=True, papers=GLANCE)] | None
    ) = None
    """What became of it after the funding."""
    transfer: Annotated[
        Transfer, Shown(section="repeat-it", compare=True, papers=FOR_DECISIONS)
    ] = Transfer()
    """Advice for repeating it."""
    checklist: Annotated[tuple[Task, ...], Shown(section="checklist")] = ()
    """Preparation for repeating it; the editors' suggestion."""
    session: Annotated[Session, Shown(section="session", papers=FOR_TRAINERS)] | None = None
    """A session plan for trainers; the editors' suggestion."""
    related: Annotated[
        tuple[Annotated[RecordId, Reference("practices")], ...], Shown(section="related")
    ] = ()
    """Practices that belong beside this one."""
    notes: Annotated[tuple[EditorsNote, ...], Shown(papers=(GUIDE,))] = ()
    """Rough edges of the sources, kept visible."""
    images: Annotated[tuple[Image, ...], Field(max_length=12), Shown()] = ()
    """Photographs and drawings, the chief one first."""
    stories: Annotated[tuple[Story, ...], Field(max_length=6), Shown(section="stories")] = ()
    """What people told of their own lives, changed so that nobody can find them."""
    contact: Annotated[Contact, Shown(section="cite")] | None = None
    """Where one may ask."""
    safeguarding: Annotated[Safeguarding, Shown(section="cite")] | None = None
    """Who made sure that nobody is endangered by it."""
    provenance: Annotated[Provenance, Shown(section="cite")] | None = None
    """How it came to the site."""


class Practice(PracticeDraft):
    """One practice: its facts, and its text in the language in which it was written."""

    schema_version: Annotated[
        Literal["1"],
        Field(json_schema_extra={"type": "integer", "const": 1}),
        NotShown("it is the same in every file"),
    ]
    """Version of this form; always 1."""
    original_language: Annotated[LanguageTag, Shown()]
    """The language in which this file is written."""
    title: Annotated[
        Line,
        Field(examples=["Good Neighbor Clubs"]),
        Shown(compare=True, papers=(*GLANCE, SESSION_WORD, DECK)),
    ]
    """What it is called: at most 15 words and 100 characters."""
    tagline: Annotated[Sentence, Shown(compare=True, papers=(*GLANCE, SESSION_WORD, DECK))]
    """One sentence of at most 160 characters: what it is and for whom."""
    summary: Annotated[str, Text(words=100, markdown=True), Shown(papers=GLANCE)]
    """At most 100 words that stand alone."""
    updated: Annotated[
        Day,
        Field(examples=["2026-11-22"]),
        Shown(section="cite", papers=(GUIDE, BRIEF, BRIEF_WORD, SESSION_WORD)),
    ]
    """The day on which the content last changed."""
    themes: Annotated[
        tuple[Annotated[RecordId, Concept("themes")], ...],
        Field(min_length=1, max_length=3),
        Shown(compare=True, papers=(GUIDE, BRIEF, BOOKLET, DECK), first=1),
    ]
    """One to three themes, the chief one first."""
    groups: Annotated[
        tuple[Annotated[RecordId, Concept("groups")], ...],
        Field(min_length=1, max_length=6),
        Shown(compare=True, papers=GLANCE),
    ]
    """For whom: one to six groups."""
    type: Annotated[RecordId, Concept("practice_types"), Shown(compare=True)]
    """What sort of undertaking it is."""
    countries: Annotated[
        tuple[CountryCode, ...],
        Field(min_length=1),
        Shown(compare=True, papers=GLANCE, page_unless="places"),
    ]
    """The countries where it took place."""
    problem: Annotated[Narrative, Shown(section="problem", papers=TELLING)]
    """What the matter was: the situation and the need."""
