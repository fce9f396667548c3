"""What was learned, and what another town needs in order to repeat it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from komsiluk.model.fields import (
    Concept,
    Note,
    OrganisationId,
    PlaceId,
    Record,
    RecordId,
    WebAddress,
    Whole,
)
from komsiluk.model.statements import Citation, Statement


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
