"""A meeting at which the practice is talked about, from its objectives to its tasks."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from komsiluk.model.fields import Note, Record, RecordId, Text, Whole
from komsiluk.model.statements import Statement


class Task(Record):
    """One line of the preparation checklist."""

    id: RecordId
    """Name of the task within the list."""
    what: Annotated[str, Text(characters=160)]
    """What to do, beginning with a verb."""
    weeks_before: Annotated[Whole, Field(ge=0, le=104)]
    """How many weeks before the first day."""


class Activity(Record):
    """One part of a session."""

    id: RecordId
    """Name of the part within the session."""
    title: Annotated[str, Text(characters=80)]
    """What it is called."""
    minutes: Annotated[Whole, Field(ge=1, le=480)]
    """How long it takes."""
    method: Annotated[str, Text(characters=60)]
    """How people work: in pairs, in a circle, at stations…"""
    how: Note
    """What the trainer and the group do."""
    materials: Annotated[str, Text(characters=160)] | None = None
    """What has to be at hand."""


class Objective(Record):
    """One thing that people can do after a session."""

    id: RecordId
    """Name of the objective within the list."""
    text: Annotated[str, Text(characters=160)]
    """What they can do, beginning with a verb."""


class Assignment(Record):
    """One task of the handout that people are given before they hear what was done."""

    id: RecordId
    """Name of the task within the list."""
    text: Note
    """What they are to think about, decide or write down."""
    lines: Annotated[Whole, Field(ge=1, le=12)] | None = None
    """How many lines to write on; three unless said."""


class Session(Record):
    """A plan for trainers who use the practice as a case in a room; always the editors' suggestion."""

    purpose: Annotated[str, Text(characters=240)]
    """What people can do afterwards."""
    group: Annotated[str, Text(characters=120)]
    """For whom and for how many."""
    activities: tuple[Activity, ...]
    """The parts in their order; their minutes add up to the session."""
    minutes: Annotated[Whole, Field(ge=5, le=2880)] | None = None
    """How long the session takes; the minutes of its parts must add up to it."""
    objectives: Annotated[tuple[Objective, ...], Field(max_length=5)] = ()
    """Three things or so that people can do afterwards; without them, papers show the purpose."""
    prepare: Annotated[tuple[Task, ...], Field(max_length=12)] = ()
    """What is to be prepared; without it, papers list what every session needs."""
    tasks: Annotated[tuple[Assignment, ...], Field(max_length=5)] = ()
    """The tasks of the handout; without them, papers ask what fits every case."""
    caution: Note | None = None
    """What trainers must bear in mind: whom the case may hurt, what it does not prove."""
    decision: Note | None = None
    """The case up to the decision: what the group has to decide before it hears what was done."""
    questions: tuple[Statement, ...] = ()
    """Questions for the debrief."""
