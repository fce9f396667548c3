"""What was done: when, by whom, in which steps, with what, and what came of it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from komsiluk.model.fields import (
    Day,
    ItemId,
    Note,
    Number,
    OrganisationId,
    Record,
    RecordId,
    Text,
    Whole,
)
from komsiluk.model.shown import (
    BRIEF,
    BRIEF_WORD,
    FOR_DECISIONS,
    GLANCE,
    TELLING,
    NotShown,
    PapersBy,
    Shown,
)
from komsiluk.model.statements import Basis, Citation, Core, Statement, Status

BY_BASIS = PapersBy("basis", (("reported", TELLING), ("suggested", FOR_DECISIONS)))
"""What was done stands in the story; of what a town would do, papers have the first three steps."""
ADVISED = PapersBy("basis", (("suggested", FOR_DECISIONS),))
"""Weeks are those of a plan: papers have them of what a town would do."""
TOLD_BY_WHOM = PapersBy("basis", (("reported", TELLING), ("suggested", (BRIEF, BRIEF_WORD))))
"""A booklet has no room for who would take the first steps."""
YIELDED = PapersBy("basis", (("suggested", (BRIEF,)),))
"""Only the brief has room for what the first steps lead to."""
LEADS = PapersBy("role", (("lead", GLANCE),))
"""Papers name those who led it."""


class Period(Record):
    """When it took place, as far as a source tells."""

    start: Annotated[Day, Shown()] | None = None
    """First day, month or year."""
    end: Annotated[Day, Shown()] | None = None
    """Last day, month or year; absent while it goes on or when nobody says."""
    source: Annotated[Citation, Shown(compare=False)]
    """Where the dates are reported."""


class Participant(Record):
    """An organisation's part in the practice."""

    organisation: Annotated[OrganisationId, Shown(papers=LEADS)]
    """The organisation, by its id in `_organisations/`."""
    role: Annotated[Literal["lead", "partner", "authority", "donor", "supporter"], Shown(papers=())]
    """What it did: led, was a partner, was the public authority, paid, or supported."""


class Step(Record):
    """One step of what was done, or of what a town would do."""

    id: ItemId
    """Name of the step within the list."""
    what: Annotated[str, Text(characters=120), Shown(papers=BY_BASIS)]
    """The step in one line, beginning with a verb."""
    how: Annotated[Note, Shown(papers=BY_BASIS)] | None = None
    """How it is done, in a few sentences."""
    who: Annotated[str, Text(characters=120), Shown(papers=TOLD_BY_WHOM)] | None = None
    """Who does it, by role and never by a person's name."""
    first_week: Annotated[Whole, Field(ge=1, le=260), Shown(papers=ADVISED)] | None = None
    """The week in which it starts, counted from 1."""
    last_week: Annotated[Whole, Field(ge=1, le=260), Shown(papers=ADVISED)] | None = None
    """The week in which it ends; absent when it ends in the week in which it starts."""
    core: Annotated[Core, Shown(papers=())] | None = None
    """Whether another town must keep it, may adapt it, or may leave it out."""
    inputs: Annotated[str, Text(characters=200), Shown(papers=())] | None = None
    """What it takes."""
    output: Annotated[str, Text(characters=200), Shown(papers=YIELDED)] | None = None
    """What there is when it is done."""
    risk: Annotated[str, Text(characters=300), Shown(papers=FOR_DECISIONS)] | None = None
    """What may go wrong, and what helps."""
    basis: Annotated[Basis, Shown(papers=())]
    """`reported` when a source tells it, `suggested` when it is the editors' advice."""
    source: Annotated[Citation, Shown(papers=TELLING)] | None = None
    """Where it is reported."""


class Result(Record):
    """One figure or one change, in a ledger that keeps planned and achieved apart."""

    id: ItemId
    """Name of the result within the ledger."""
    claim: Annotated[str, Text(characters=240), Shown()]
    """What was planned or has happened, readable without the figure."""
    value: Annotated[Number, Shown()] | None = None
    """The figure itself."""
    qualifier: Annotated[Literal["about", "at-least", "more-than", "up-to"], Shown()] | None = None
    """How the source limits the figure ("more than 900")."""
    unit: Annotated[str, Text(characters=40), Shown()] | None = None
    """What is counted: "workshops", "people", "%"."""
    denominator: Annotated[Number, Shown()] | None = None
    """Out of how many."""
    date: Annotated[Day, Shown()] | None = None
    """When it was counted, or for when it was planned."""
    status: Annotated[Status, Shown()]
    """`planned`, `achieved` or `estimated`; only what a source says has happened is `achieved`."""
    target: (
        Annotated[
            RecordId, NotShown("it sets the two results side by side, and that is what readers see")
        ]
        | None
    ) = None
    """For an achieved result: the planned result of this ledger that it answers."""
    source: Annotated[Citation, Shown(compare=False)] | None = None
    """Where it is reported; an achieved result must have it."""


class Funding(Record):
    """Money that was given."""

    id: ItemId
    """Name of the item within the list."""
    organisation: Annotated[OrganisationId, Shown()] | None = None
    """Who gave it."""
    instrument: Annotated[str, Text(characters=120), Shown()] | None = None
    """The programme or instrument."""
    amount: Annotated[Number, Shown()] | None = None
    """How much, in `currency`."""
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$", examples=["EUR"]), Shown()] | None = None
    """ISO 4217."""
    year: Annotated[Whole, Field(ge=1950, le=2100), Shown()] | None = None
    """The year of the amount."""
    source: Annotated[Citation, Shown(compare=False)]
    """Where it is reported."""


class Cost(Record):
    """What it cost, so that a band can be computed by the published rule."""

    id: ItemId
    """Name of the item within the list."""
    covers: Annotated[Literal["set-up", "running-year", "whole"], Shown()]
    """What the amount covers: setting up, a year of running, or all of it."""
    amount: Annotated[Number, Shown()]
    """How much, in `currency`."""
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$", examples=["EUR"]), Shown()]
    """ISO 4217."""
    year: Annotated[Whole, Field(ge=1950, le=2100), Shown()]
    """The year of the amount."""
    participants: Annotated[Whole, Field(ge=1), Shown()] | None = None
    """How many people the amount was for."""
    source: Annotated[Citation, Shown(compare=False)]
    """Where it is reported."""


class Need(Statement):
    """Something it takes."""

    kind: Annotated[
        Literal["people", "premises", "equipment", "partner", "money", "time", "permission"],
        Shown(),
    ]
    """What sort of thing it is."""


class Resources(Record):
    """What it took, and what it would take again."""

    funding: Annotated[tuple[Funding, ...], Shown()] = ()
    """Who paid."""
    costs: Annotated[tuple[Cost, ...], Shown()] = ()
    """What it cost."""
    needs: Annotated[tuple[Need, ...], Shown()] = ()
    """People, premises, equipment and the rest."""
