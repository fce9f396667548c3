"""A practice to the sections of its page, and to the list of what nobody has reported."""

from __future__ import annotations

from komsiluk.model.practice import Basis, Practice, Status
from komsiluk.pages.voice import Voice


def sections(practice: Practice, voice: Voice) -> tuple[tuple[str, str], ...]:
    """Anchor and heading of the sections that have something in them, in the page's order."""
    reported = any(step.basis is Basis.REPORTED for step in practice.steps)
    suggested = any(step.basis is Basis.SUGGESTED for step in practice.steps)
    transfer = practice.transfer
    there = {
        "problem": True,
        "what-was-done": reported,
        "results": bool(practice.results),
        "what-it-takes": bool(practice.resources.needs or practice.resources.funding),
        "who-took-part": bool(practice.organisations or practice.participation),
        "what-was-hard": bool(practice.lessons.hard or practice.lessons.would_change),
        "afterwards": bool(practice.evaluation or practice.sustainability),
        "unknown": bool(unknown(practice)),
        "repeat-it": bool(
            transfer.prerequisites
            or transfer.success_factors
            or transfer.obstacles
            or transfer.not_suitable_when
            or transfer.replications
        ),
        "steps": suggested,
        "checklist": bool(practice.checklist),
        "session": practice.session is not None,
        "sources": True,
        "cite": True,
        "related": True,
    }
    return tuple(
        (anchor, voice.words.say(f"section.{anchor}"))
        for anchor, present in there.items()
        if present
    )


def unknown(practice: Practice) -> tuple[str, ...]:
    """Names of what a reader would want to know and no source tells, each to be said once.

    What the panel at the head of the page says already (place, dates, cost) is left out.
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
