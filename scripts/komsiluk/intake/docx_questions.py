"""The questions of the form to those that the Word template asks, each by a key."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from komsiluk.pages.questions import NEW, FormPart, Question, parts
from komsiluk.pages.questions import questions as of_kind

NAMES = "new"
"""Begins the keys of what is asked about names that the collection may not know yet."""

BLANKS: Mapping[str, int] = {
    "organisations": 4,
    "problem.sources": 1,
    "steps": 5,
    "results": 4,
    "resources.funding": 2,
    "resources.needs": 3,
    "participation": 1,
    "lessons.hard": 2,
    "lessons.would_change": 1,
    "transfer.prerequisites": 2,
    "transfer.success_factors": 2,
    "transfer.obstacles": 2,
    "transfer.not_suitable_when": 1,
    "session.objectives": 3,
    "session.activities": 4,
    "session.questions": 2,
    "images": 2,
    "stories": 1,
    "new.organisations": 3,
    "new.places": 2,
    "new.sources": 2,
}
"""The lists that are asked for, and how many empty items there are. Whoever needs more copies rows."""
_LEFT_OUT = frozenset(
    {
        "checklist", "related", "notes", "projects", "authority_role", "steps.inputs", "steps.output", "steps.risk", "session.minutes",
        "results.qualifier", "results.denominator", "results.target", "evaluation.report",
        "transfer.prerequisites.population_band", "transfer.prerequisites.partner_type",
    }
)  # fmt: skip
"""What makes the template longer than people fill in; the form and the file have room for it."""
_ONLY_TEXT = frozenset({"basis", "source"})
"""Of lists other than these, an item is its text: who says so can be told in the file."""
_WITH_BASIS = frozenset({"steps", "results", "resources.funding"})
_NOT_ASKED = frozenset({"constant", "id", "today", "route", "sibling", "labels"})


@dataclass(frozen=True, kw_only=True)
class QuestionRow:
    """A row of the template: a question with its answer, or the name of what follows."""

    key: str
    """`steps.2.what`; items are counted from 1."""
    question: Question
    number: int = 0
    """For the name of an item of a list: which it is, from 1."""
    is_heading: bool = False


@functools.cache
def rows() -> tuple[tuple[str, tuple[QuestionRow, ...]], ...]:
    """The parts of the template with the rows of each; parts with nothing to ask are left out.

    They are kept until the process ends: they follow from the models, and each language asks for them.
    """
    asked = (*parts(), FormPart(name="names", questions=_new().parts))
    pairs = ((part.name, tuple(_of_part(part))) for part in asked)
    return tuple((name, part_rows) for name, part_rows in pairs if part_rows)


@functools.cache
def questions() -> Mapping[str, Question]:
    """Every question that an answer may be to, by its key without numbers: `steps.what`.

    They are kept until the process ends: they follow from the models, and each answer is looked up.
    """
    asked = [question for part in parts() for question in part.questions]
    return dict(_named([*asked, _new()], ""))


@functools.cache
def _new() -> Question:
    """What is asked about names that the collection may not know, as if a practice had it:
    `new.places.kind`.

    It is kept until the process ends: it follows from the models, as `rows` and `questions` do.
    """
    lists = []
    for folder, (kind, wanted) in NEW.items():
        if f"{NAMES}.{folder}" in BLANKS:
            fields = (one for one in of_kind(kind) if one.name in wanted)
            name = Question(name="name", kind="line", record=kind)
            lists.append(Question(name=folder, kind="list", record=NAMES, parts=(name, *fields)))
    return Question(name=NAMES, kind="group", record=NAMES, parts=tuple(lists))


def question_of(key: str) -> Question | None:
    """The question that a key with numbers stands for; None for a key that no template has."""
    name, wants_number = "", False
    for part in key.split("."):
        if part.isdigit() != wants_number:
            return None
        if wants_number:
            wants_number = False
            continue
        name = f"{name}.{part}" if name else part
        if name not in questions():
            return None
        wants_number = questions()[name].kind == "list"
    question = questions()[name] if name and not wants_number else None
    return None if question is None or question.parts else question


def _named(asked: Iterable[Question], within: str) -> Iterator[tuple[str, Question]]:
    for question in asked:
        name = f"{within}{question.name}"
        yield name, question
        yield from _named(question.parts, f"{name}.")


def _of_part(part: FormPart) -> Iterator[QuestionRow]:
    within = f"{NAMES}." if part.name == "names" else ""
    for question in part.questions:
        yield from _of(question, within, within)


def _of(question: Question, within: str, numbered: str) -> Iterator[QuestionRow]:
    name, key = f"{within}{question.name}", f"{numbered}{question.name}"
    if question.kind in _NOT_ASKED or name in _LEFT_OUT:
        return
    if question.kind == "group":
        yield QuestionRow(key=key, question=question, is_heading=True)
        for part in question.parts:
            yield from _of(part, f"{name}.", f"{key}.")
    elif question.kind == "list":
        for number in range(1, BLANKS.get(name, 0) + 1):
            yield QuestionRow(
                key=f"{key}.{number}", question=question, number=number, is_heading=True
            )
            for part in question.parts:
                if name in _WITH_BASIS or part.name not in _ONLY_TEXT:
                    yield from _of(part, f"{name}.", f"{key}.{number}.")
    else:
        yield QuestionRow(key=key, question=question)
