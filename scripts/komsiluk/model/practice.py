"""A good practice: what was done, what came of it, and what another town needs in order to repeat it."""

from __future__ import annotations

import enum
from typing import Annotated, Literal

from pydantic import Field

from komsiluk.model.fields import (
    Concept,
    CountryCode,
    Day,
    LanguageTag,
    Line,
    Note,
    Number,
    OrganisationId,
    Paragraphs,
    PlaceId,
    ProjectId,
    Record,
    RecordId,
    Reference,
    Sentence,
    SourceId,
    Text,
    WebAddress,
    Whole,
)
from komsiluk.model.people import Contact, Image, Provenance, Safeguarding, Story


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


class Period(Record):
    """When it took place, as far as a source tells."""

    start: Day | None = None
    """First day, month or year."""
    end: Day | None = None
    """Last day, month or year; absent while it goes on or when nobody says."""
    source: Citation
    """Where the dates are reported."""


class Participant(Record):
    """An organisation's part in the practice."""

    organisation: OrganisationId
    """The organisation, by its id in `_organisations/`."""
    role: Literal["lead", "partner", "authority", "donor", "supporter"]
    """What it did: led, was a partner, was the public authority, paid, or supported."""


class Step(Record):
    """One step of what was done, or of what a town would do."""

    id: RecordId
    """Name of the step within the list."""
    what: Annotated[str, Text(characters=120)]
    """The step in one line, beginning with a verb."""
    how: Note | None = None
    """How it is done, in a few sentences."""
    who: Annotated[str, Text(characters=120)] | None = None
    """Who does it, by role and never by a person's name."""
    first_week: Annotated[Whole, Field(ge=1, le=260)] | None = None
    """The week in which it starts, counted from 1."""
    last_week: Annotated[Whole, Field(ge=1, le=260)] | None = None
    """The week in which it ends; absent when it ends in the week in which it starts."""
    core: Core | None = None
    """Whether another town must keep it, may adapt it, or may leave it out."""
    inputs: Annotated[str, Text(characters=200)] | None = None
    """What it takes."""
    output: Annotated[str, Text(characters=200)] | None = None
    """What there is when it is done."""
    risk: Annotated[str, Text(characters=300)] | None = None
    """What may go wrong, and what helps."""
    basis: Basis
    """`reported` when a source tells it, `suggested` when it is the editors' advice."""
    source: Citation | None = None
    """Where it is reported."""


class Result(Record):
    """One figure or one change, in a ledger that keeps planned and achieved apart."""

    id: RecordId
    """Name of the result within the ledger."""
    claim: Annotated[str, Text(characters=240)]
    """What was planned or has happened, readable without the figure."""
    value: Number | None = None
    """The figure itself."""
    qualifier: Literal["about", "at-least", "more-than", "up-to"] | None = None
    """How the source limits the figure ("more than 900")."""
    unit: Annotated[str, Text(characters=40)] | None = None
    """What is counted: "workshops", "people", "%"."""
    denominator: Number | None = None
    """Out of how many."""
    date: Day | None = None
    """When it was counted, or for when it was planned."""
    status: Status
    """`planned`, `achieved` or `estimated`; only what a source says has happened is `achieved`."""
    target: RecordId | None = None
    """For an achieved result: the planned result of this ledger that it answers."""
    source: Citation | None = None
    """Where it is reported; an achieved result must have it."""


class Funding(Record):
    """Money that was given."""

    id: RecordId
    """Name of the item within the list."""
    organisation: OrganisationId | None = None
    """Who gave it."""
    instrument: Annotated[str, Text(characters=120)] | None = None
    """The programme or instrument."""
    amount: Number | None = None
    """How much, in `currency`."""
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$", examples=["EUR"])] | None = None
    """ISO 4217."""
    year: Annotated[Whole, Field(ge=1950, le=2100)] | None = None
    """The year of the amount."""
    source: Citation
    """Where it is reported."""


class Cost(Record):
    """What it cost, so that a band can be computed by the published rule."""

    id: RecordId
    """Name of the item within the list."""
    covers: Literal["set-up", "running-year", "whole"]
    """What the amount covers: setting up, a year of running, or all of it."""
    amount: Number
    """How much, in `currency`."""
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$", examples=["EUR"])]
    """ISO 4217."""
    year: Annotated[Whole, Field(ge=1950, le=2100)]
    """The year of the amount."""
    participants: Annotated[Whole, Field(ge=1)] | None = None
    """How many people the amount was for."""
    source: Citation
    """Where it is reported."""


class Need(Statement):
    """Something it takes."""

    kind: Literal["people", "premises", "equipment", "partner", "money", "time", "permission"]
    """What sort of thing it is."""


class Resources(Record):
    """What it took, and what it would take again."""

    funding: tuple[Funding, ...] = ()
    """Who paid."""
    costs: tuple[Cost, ...] = ()
    """What it cost."""
    needs: tuple[Need, ...] = ()
    """People, premises, equipment and the rest."""


class Lessons(Record):
    """What was hard, and what one would change."""

    hard: tuple[Statement, ...] = ()
    """Difficulties, and how they were met."""
    would_change: tuple[Statement, ...] = ()
    """What one would do otherwise next time."""


class Evaluation(Record):
    """Whether somebody looked at what came of it."""

    type: Literal["self", "external", "academic"]
    """Who evaluated."""
    text: Note
    """What was found, side effects included."""
    report: WebAddress | None = None
    """Where the report is."""
    source: Citation
    """Where the evaluation is reported."""


class Sustainability(Record):
    """What became of it when the money ended."""

    after_funding: Literal["continued", "mainstreamed", "reduced", "ended", "planned"]
    """`planned` when a source only says how it is meant to go on."""
    text: Note
    """How."""
    source: Citation
    """Where it is reported."""


class Prerequisite(Statement):
    """A condition without which it does not work, readable by a machine."""

    kind: Literal["population", "partner", "premises", "licence", "staff", "budget", "time"]
    """What sort of condition."""
    population_band: Annotated[RecordId, Concept("population_bands")] | None = None
    """For `population`: the smallest band in which it makes sense."""
    partner_type: Annotated[RecordId, Concept("organisation_types")] | None = None
    """For `partner`: the type of organisation needed."""


class Replication(Record):
    """Somebody else who has done it since."""

    id: RecordId
    """Name of the replication within the list."""
    place: PlaceId
    """Where."""
    organisation: OrganisationId | None = None
    """Who; another organisation than the first one counts as independent."""
    year: Annotated[Whole, Field(ge=1950, le=2100)] | None = None
    """When it began."""
    changed: Note | None = None
    """What they changed."""
    outcome: Note | None = None
    """What came of it."""
    source: Citation
    """Where it is reported."""


class Transfer(Record):
    """Advice for whoever wants to repeat it."""

    prerequisites: tuple[Prerequisite, ...] = ()
    """What must be there first."""
    success_factors: tuple[Statement, ...] = ()
    """What makes it work."""
    obstacles: tuple[Statement, ...] = ()
    """What stands in the way."""
    not_suitable_when: tuple[Statement, ...] = ()
    """When to choose something else."""
    replications: tuple[Replication, ...] = ()
    """Who has repeated it."""


class Task(Record):
    """One line of the preparation checklist."""

    id: RecordId
    """Name of the task within the list."""
    what: Annotated[str, Text(characters=160)]
    """What to do, beginning with a verb."""
    weeks_before: Annotated[Whole, Field(ge=0, le=104)]
    """How many weeks before the first day."""


class Activity(Record):
    """One part of a session."""

    id: RecordId
    """Name of the part within the session."""
    title: Annotated[str, Text(characters=80)]
    """What it is called."""
    minutes: Annotated[Whole, Field(ge=1, le=480)]
    """How long it takes."""
    method: Annotated[str, Text(characters=60)]
    """How people work: in pairs, in a circle, at stations…"""
    how: Note
    """What the trainer and the group do."""
    materials: Annotated[str, Text(characters=160)] | None = None
    """What has to be at hand."""


class Objective(Record):
    """One thing that people can do after a session."""

    id: RecordId
    """Name of the objective within the list."""
    text: Annotated[str, Text(characters=160)]
    """What they can do, beginning with a verb."""


class Assignment(Record):
    """One task of the handout that people are given before they hear what was done."""

    id: RecordId
    """Name of the task within the list."""
    text: Note
    """What they are to think about, decide or write down."""
    lines: Annotated[Whole, Field(ge=1, le=12)] | None = None
    """How many lines to write on; three unless said."""


class Session(Record):
    """A plan for trainers who use the practice as a case in a room; always the editors' suggestion."""

    purpose: Annotated[str, Text(characters=240)]
    """What people can do afterwards."""
    group: Annotated[str, Text(characters=120)]
    """For whom and for how many."""
    activities: tuple[Activity, ...]
    """The parts in their order; their minutes add up to the session."""
    minutes: Annotated[Whole, Field(ge=5, le=2880)] | None = None
    """How long the session takes; the minutes of its parts must add up to it."""
    objectives: Annotated[tuple[Objective, ...], Field(max_length=5)] = ()
    """Three things or so that people can do afterwards; without them, papers show the purpose."""
    prepare: Annotated[tuple[Task, ...], Field(max_length=12)] = ()
    """What is to be prepared; without it, papers list what every session needs."""
    tasks: Annotated[tuple[Assignment, ...], Field(max_length=5)] = ()
    """The tasks of the handout; without them, papers ask what fits every case."""
    caution: Note | None = None
    """What trainers must bear in mind: whom the case may hurt, what it does not prove."""
    decision: Note | None = None
    """The case up to the decision: what the group has to decide before it hears what was done."""
    questions: tuple[Statement, ...] = ()
    """Questions for the debrief."""


class EditorsNote(Record):
    """A rough edge of a source that is kept visible."""

    id: RecordId
    """Name of the note."""
    text: Note
    """What does not agree, and how it was treated."""
    source: Citation | None = None
    """Where the rough edge is."""


class Practice(Record):
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
    authority_role: Annotated[RecordId, Concept("authority_roles")] | None = None
    """What the local authority's part is; absent when no source tells."""
    countries: Annotated[tuple[CountryCode, ...], Field(min_length=1)]
    """The countries where it took place."""
    places: tuple[PlaceId, ...] = ()
    """The places, as exact as it is safe and as a source tells."""
    period: Period | None = None
    """When it took place."""
    organisations: tuple[Participant, ...] = ()
    """Who took part."""
    projects: tuple[ProjectId, ...] = ()
    """The projects it belongs to."""
    problem: Narrative
    """What the matter was: the situation and the need."""
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
