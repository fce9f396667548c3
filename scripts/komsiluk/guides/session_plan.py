"""A session to the plain values of its plan and its handouts."""

from __future__ import annotations

from komsiluk.guides.paper_context import PaperContext, Value
from komsiluk.model.session import Session
from komsiluk.text.nodes import Inline


def session_plan(context: PaperContext, session: Session) -> Value:
    """The plan of a session. Times are minutes since its beginning."""
    clock, rows = 0, []
    for activity in session.activities:
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
        "decision": context.blocks("session.decision") if session.decision else [],
        "questions": context.statements("session.questions", session.questions),
        "objectives": [
            context.line(f"session.objectives.{aim.id}.text") for aim in session.objectives
        ],
        "tasks": _tasks(context, session),
        "prepare": _prepare(context, session),
    }


LINES = 3
"""Empty lines to write on, below a task that does not say how many it needs."""
_TASKS = ("decide", "agree", "find-out")
_PREPARE = (("invite", 3), ("interpret", 2), ("room", 1), ("print", 1), ("lay-out", 0))
"""What has to be prepared for any session, and how many weeks before."""


def _tasks(context: PaperContext, session: Session) -> list[Value]:
    """The session's own tasks. Without any: tasks that fit every practice."""
    if session.tasks:
        return [
            {"text": context.rich(f"session.tasks.{task.id}.text"), "lines": task.lines or LINES}
            for task in session.tasks
        ]
    return [{"text": context.say(f"paper.task.{name}"), "lines": LINES} for name in _TASKS]


def _prepare(context: PaperContext, session: Session) -> list[Value]:
    """The session's own preparation, the earliest first. Without any: what every session needs."""
    if session.prepare:
        ordered = sorted(session.prepare, key=lambda task: -task.weeks_before)
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
