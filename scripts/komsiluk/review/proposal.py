"""What a proposal changes, as values that can be handed from one program to another that trusts it little."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from komsiluk.model.fields import LanguageTag, Record

LONGEST = 600
"""Characters of a text that are handed on."""
Line = Annotated[str, StringConstraints(max_length=LONGEST)]
"""A text that somebody unknown has written."""
Praise = Literal["sourced", "described", "evaluated", "repeatable"]
"""What is good about a practice; each is the name of a phrase."""
Count = Annotated[int, Field(ge=0, le=1_000_000)]


class Changed(Record):
    """A practice that is new, or other than it was."""

    id: Line
    title: Line
    language: LanguageTag
    state: Literal["new", "changed", "gone"]
    n_given: Count = 0
    """How many kinds of information it gives."""
    n_kinds: Count = 0
    """How many there are."""
    good: tuple[Praise, ...] = ()
    translated: tuple[LanguageTag, ...] = ()


class Problem(Record):
    """What checking says of a file."""

    file: Line
    line: Count = 0
    """From 1; 0 for the whole file."""
    severity: Literal["error", "warning", "notice"]
    rule: Line
    message: Line
    """In the language of the proposal, where it has been written in it."""
    hint: Line = ""
    english: Line = ""
    """The same in English, where that is something else."""
    english_hint: Line = ""


class Picture(Record):
    """A picture that is new."""

    file: Line
    alt: Line
    people: Line
    licence: Line


class Outdated(Record):
    """A translation that the proposal leaves behind."""

    practice: Line
    language: LanguageTag
    n_paragraphs: Count


class Proposal(Record):
    """All of it."""

    version: Literal[1] = 1
    language: LanguageTag
    """In which its author is answered."""
    practices: Annotated[tuple[Changed, ...], Field(max_length=300)] = ()
    problems: Annotated[tuple[Problem, ...], Field(max_length=100)] = ()
    """The first of them, errors in front."""
    n_problems: Count = 0
    links: Annotated[tuple[Line, ...], Field(max_length=100)] = ()
    """Addresses on the web that the content did not name before."""
    pictures: Annotated[tuple[Picture, ...], Field(max_length=100)] = ()
    outdated: Annotated[tuple[Outdated, ...], Field(max_length=300)] = ()
    others: Annotated[tuple[Line, ...], Field(max_length=100)] = ()
    """Files that are no content: templates, programs, workflows."""
