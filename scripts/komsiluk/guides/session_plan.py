"""A session to all that its plan and its handouts say, as plain values."""

from __future__ import annotations

from komsiluk.guides.paper_context import PaperContext, Value
from komsiluk.model.session import Session
from komsiluk.text.nodes import Inline


def planned(context: PaperContext, held: Session) -> Value:
    """The plan of a session; its clock begins at 0."""
    clock, rows = 0, []
    for activity in held.activities:
        name = f"session.activities.{activity.id}"
        rows.append(
            {
                "from": clock,
                "to": clock + activity.minutes,
                "title": context.line(f"{name}.title"),
                "method": context.line(f"{name}.method", narrow=True),
                "how": context.blocks(f"{name}.how"),
                "materials": context.line(f"{name}.materials", narrow=True)
                if activity.materials
                else None,
            }
        )
        clock += activity.minutes
    return {
        "purpose": context.line("session.purpose"),
        "group": context.line("session.group"),
        "length": context.practice.language.words.count("count.minutes", clock),
        "activities": rows,
        "decision": context.blocks("session.decision") if held.decision else [],
        "questions": context.statements("session.questions", held.questions),
        "objectives": [
            context.line(f"session.objectives.{aim.id}.text") for aim in held.objectives
        ],
        "tasks": _tasks(context, held),
        "prepare": _prepare(context, held),
    }


LINES = 3
"""To write on, after a task that does not say how many it needs."""
_TASKS = ("decide", "agree", "find-out")
_PREPARE = (("invite", 3), ("interpret", 2), ("room", 1), ("print", 1), ("lay-out", 0))
"""What is to be prepared for any session, and how many weeks before."""


def _tasks(context: PaperContext, held: Session) -> list[Value]:
    """The session's own tasks, else those that fit every case."""
    if held.tasks:
        return [
            {"text": context.rich(f"session.tasks.{task.id}.text"), "lines": task.lines or LINES}
            for task in held.tasks
        ]
    return [{"text": context.say(f"paper.task.{name}"), "lines": LINES} for name in _TASKS]


def _prepare(context: PaperContext, held: Session) -> list[Value]:
    """The session's own preparation, else what every session needs; the earliest first."""
    if held.prepare:
        ordered = sorted(held.prepare, key=lambda task: -task.weeks_before)
        return [
            _dated(context, context.line(f"session.prepare.{task.id}.what"), task.weeks_before)
            for task in ordered
        ]
    return [
        _dated(context, context.say(f"paper.prepare-for.{name}"), weeks) for name, weeks in _PREPARE
    ]


def _dated(context: PaperContext, what: Inline, weeks: int) -> Value:
    count = context.practice.language.words.count
    when = count("checklist.weeks-before", weeks) if weeks else context.say("checklist.on-the-day")
    return {"what": what, "when": when}
