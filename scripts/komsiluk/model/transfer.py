"""What was learned, and what another town needs in order to repeat it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from komsiluk.model.fields import (
    Concept,
    ItemId,
    Note,
    OrganisationId,
    PlaceId,
    Record,
    RecordId,
    WebAddress,
    Whole,
)
from komsiluk.model.shown import Shown
from komsiluk.model.statements import Citation, Statement


class Lessons(Record):
    """What was hard, and what one would change."""

    hard: Annotated[tuple[Statement, ...], Shown()] = ()
    """Difficulties, and how they were met."""
    would_change: Annotated[tuple[Statement, ...], Shown(compare=False, papers=())] = ()
    """What one would do otherwise next time."""


class Evaluation(Record):
    """Whether somebody looked at what came of it."""

    type: Annotated[Literal["self", "external", "academic"], Shown()]
    """Who evaluated."""
    text: Annotated[Note, Shown()]
    """What was found, side effects included."""
    report: Annotated[WebAddress, Shown(papers=())] | None = None
    """Where the report is."""
    source: Annotated[Citation, Shown()]
    """Where the evaluation is reported."""


class Sustainability(Record):
    """What became of it when the money ended."""

    after_funding: Annotated[
        Literal["continued", "mainstreamed", "reduced", "ended", "planned"], Shown()
    ]
    """`planned` when a source only says how it is meant to go on."""
    text: Annotated[Note, Shown()]
    """How."""
    source: Annotated[Citation, Shown(compare=False)]
    """Where it is reported."""


class Prerequisite(Statement):
    """A condition without which it does not work, readable by a machine."""

    kind: Annotated[
        Literal["population", "partner", "premises", "licence", "staff", "budget", "time"], Shown()
    ]
    """What sort of condition."""
    population_band: (
        Annotated[RecordId, Concept("population_bands"), Shown(compare=False)] | None
    ) = None
    """For `population`: the smallest band in which it makes sense."""
    partner_type: (
        Annotated[RecordId, Concept("organisation_types"), Shown(compare=False)] | None
    ) = None
    """For `partner`: the type of organisation needed."""


class Replication(Record):
    """Somebody else who has done it since."""

    id: ItemId
    """Name of the replication within the list."""
    place: Annotated[PlaceId, Shown()]
    """Where."""
    organisation: Annotated[OrganisationId, Shown()] | None = None
    """Who; another organisation than the first one counts as independent."""
    year: Annotated[Whole, Field(ge=1950, le=2100), Shown()] | None = None
    """When it began."""
    changed: Annotated[Note, Shown()] | None = None
    """What they changed."""
    outcome: Annotated[Note, Shown()] | None = None
    """What came of it."""
    source: Annotated[Citation, Shown(compare=False)]
    """Where it is reported."""


class Transfer(Record):
    """Advice for whoever wants to repeat it."""

    prerequisites: Annotated[tuple[Prerequisite, ...], Shown(papers=())] = ()
    """What must be there first."""
    success_factors: Annotated[tuple[Statement, ...], Shown(compare=False, papers=())] = ()
    """What makes it work."""
    obstacles: Annotated[tuple[Statement, ...], Shown(compare=False)] = ()
    """What stands in the way."""
    not_suitable_when: Annotated[tuple[Statement, ...], Shown()] = ()
    """When to choose something else."""
    replications: Annotated[tuple[Replication, ...], Shown(papers=())] = ()
    """Who has repeated it."""
