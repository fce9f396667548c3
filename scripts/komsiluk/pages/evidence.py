"""A practice to the level of evidence for it, by a published rule."""

from __future__ import annotations

from dataclasses import dataclass

from komsiluk.model.practice import Practice
from komsiluk.model.statements import Status

HIGHEST = 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """How sure one can be of a practice: a level from 1 to 3, and the criteria that led to it."""

    level: int
    """1 described, 2 results reported, 3 evaluated or repeated."""
    met: tuple[tuple[str, bool], ...]
    """Each criterion by name, in the order of the rule, and whether it is met."""


def evidence(practice: Practice) -> Evidence:
    """The rule, in full.

    Level 2 needs at least one achieved result with a source. Level 3 needs that, and either an
    evaluation by somebody else or a replication by another organisation than those that led it.
    Everything else is level 1: a source describes it. The levels follow the first steps of Nesta's
    Standards of Evidence (2013) and FAO's stages (2015), leaving out those no file can prove.
    """
    leads = {part.organisation for part in practice.organisations if part.role == "lead"}
    results = any(result.status is Status.ACHIEVED and result.source for result in practice.results)
    evaluated = practice.evaluation is not None and practice.evaluation.type != "self"
    repeated = any(
        replication.organisation is not None and replication.organisation not in leads
        for replication in practice.transfer.replications
    )
    level = 1 + results + (results and (evaluated or repeated))
    return Evidence(
        level=level,
        met=(
            ("described", True),
            ("results", results),
            ("evaluated", evaluated),
            ("repeated", repeated),
        ),
    )
