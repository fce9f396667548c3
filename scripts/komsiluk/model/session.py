"""A meeting at which the practice is talked about, from its objectives to its tasks."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from komsiluk.model.fields import ItemId, Note, Record, Text, Whole
from komsiluk.model.shown import SESSION_WORD, NotShown, Shown
from komsiluk.model.statements import Statement


class Task(Record):
    """One line of the preparation checklist."""

    id: ItemId
    """Name of the task within the list."""
    what: Annotated[str, Text(characters=160), Shown()]
    """What to do, beginning with a verb."""
    weeks_before: Annotated[Whole, Field(ge=0, le=104), Shown()]
    """How many weeks before the first day."""


class Activity(Record):
    """One part of a session."""

    id: ItemId
    """Name of the part within the session."""
    title: Annotated[str, Text(characters=80), Shown()]
    """What it is called."""
    minutes: Annotated[Whole, Field(ge=1, le=480), Shown(papers=())]
    """How long it takes."""
    method: Annotated[str, Text(characters=60), Shown()]
    """How people work: in pairs, in a circle, at stations…"""
    how: Annotated[Note, Shown()]
    """What the trainer and the group do."""
    materials: Annotated[str, Text(characters=160), Shown()] | None = None
    """What has to be at hand."""


class Objective(Record):
    """One thing that people can do after a session."""

    id: ItemId
    """Name of the objective within the list."""
    text: Annotated[str, Text(characters=160), Shown()]
    """What they can do, beginning with a verb."""


class Assignment(Record):
    """One task of the handout that people are given before they hear what was done."""

    id: ItemId
    """Name of the task within the list."""
    text: Annotated[Note, Shown()]
    """What they are to think about, decide or write down."""
    lines: (
        Annotated[Whole, Field(ge=1, le=12), NotShown("it is room to write on, and no words")]
        | None
    ) = None
    """How many lines to write on; three unless said."""


class Session(Record):
    """A plan for trainers who use the practice as a case in a room; always the editors' suggestion."""

    purpose: Annotated[str, Text(characters=240), Shown(papers=(SESSION_WORD,))]
    """What people can do afterwards."""
    group: Annotated[str, Text(characters=120), Shown()]
    """For whom and for how many."""
    activities: Annotated[tuple[Activity, ...], Shown()]
    """The parts in their order; their minutes add up to the session."""
    minutes: Annotated[Whole, Field(ge=5, le=2880), Shown()] | None = None
    """How long the session takes; the minutes of its parts must add up to it."""
    objectives: Annotated[tuple[Objective, ...], Field(max_length=5), Shown()] = ()
    """Three things or so that people can do afterwards; without them, papers show the purpose."""
    prepare: Annotated[tuple[Task, ...], Field(max_length=12), Shown()] = ()
    """What is to be prepared; without it, papers list what every session needs."""
    tasks: Annotated[tuple[Assignment, ...], Field(max_length=5), Shown()] = ()
    """The tasks of the handout; without them, papers ask what fits every case."""
    caution: Annotated[Note, Shown()] | None = None
    """What trainers must bear in mind: whom the case may hurt, what it does not prove."""
    decision: Annotated[Note, Shown()] | None = None
    """The case up to the decision: what the group has to decide before it hears what was done."""
    questions: Annotated[tuple[Statement, ...], Shown()] = ()
    """Questions for the debrief."""
