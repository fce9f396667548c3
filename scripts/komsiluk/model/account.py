"""What was done: when, by whom, in which steps, with what, and what came of it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from komsiluk.model.fields import Day, Note, Number, OrganisationId, Record, RecordId, Text, Whole
from komsiluk.model.statements import Basis, Citation, Core, Statement, Status


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
