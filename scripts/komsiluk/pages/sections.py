"""A practice to the sections of its page, and to the list of facts that nobody has reported."""

from __future__ import annotations

from komsiluk.model.practice import Practice
from komsiluk.model.statements import Basis, Status
from komsiluk.pages.declared import declared_texts


def sections(practice: Practice) -> tuple[str, ...]:
    """Anchors of the sections that have something in them, in the page's order."""
    bases = {step.basis for step in practice.steps}
    declared = {anchor for text in declared_texts(practice) for anchor in text.sections}
    transfer, lessons, resources = practice.transfer, practice.lessons, practice.resources
    present = (
        True,
        Basis.REPORTED in bases,
        bool(practice.results),
        bool(practice.stories),
        bool(resources.needs or resources.funding),
        bool(practice.organisations or practice.participation),
        bool(lessons.hard or lessons.would_change),
        bool(practice.evaluation or practice.sustainability),
        bool(unknown(practice)),
        bool(
            transfer.prerequisites
            or transfer.success_factors
            or transfer.obstacles
            or transfer.not_suitable_when
            or transfer.replications
        ),
        Basis.SUGGESTED in bases,
        bool(practice.checklist),
        practice.session is not None,
        True,
        True,
        True,
    )
    return tuple(
        anchor
        for anchor, is_there in zip(_ORDER, present, strict=True)
        if is_there or anchor in declared
    )


_ORDER = (
    "problem",
    "what-was-done",
    "results",
    "stories",
    "what-it-takes",
    "who-took-part",
    "what-was-hard",
    "afterwards",
    "unknown",
    "repeat-it",
    "steps",
    "checklist",
    "session",
    "sources",
    "cite",
    "related",
)


def unknown(practice: Practice) -> tuple[str, ...]:
    """Names of facts that readers need and no source tells; the page says each once.

    Facts that the panel at the head of the page covers (place, dates, cost) are left out.
    """
    lessons = practice.lessons
    absent = {
        "achieved": not any(result.status is Status.ACHIEVED for result in practice.results),
        "staff": not any(
            need.kind == "people" and need.basis is Basis.REPORTED
            for need in practice.resources.needs
        ),
        "participation": not any(
            statement.basis is Basis.REPORTED for statement in practice.participation
        ),
        "difficulties": not any(
            statement.basis is Basis.REPORTED
            for statement in (*lessons.hard, *lessons.would_change)
        ),
        "evaluation": practice.evaluation is None,
        "afterwards": practice.sustainability is None,
        "replications": not practice.transfer.replications,
    }
    return tuple(name for name, missing in absent.items() if missing)
