"""What the form says of an answer by itself, and that each of its faults has a twin among the rules."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from komsiluk.languages.phrases import shipped_phrases
from komsiluk.model.fields import Text
from komsiluk.model.practice import Practice
from komsiluk.model.walk import text_mark
from komsiluk.pages.questions import Question, questions
from komsiluk.rules.table import table
from komsiluk.source.pydantic_messages import Objection, saying
from komsiluk.source.record import record_at
from tests.node import Node, node

SCRIPTS = Path(__file__).parents[1] / "overrides" / "assets" / "komsiluk" / "form"
VECTORS = json.loads((Path(__file__).parent / "cases" / "answers.json").read_text("utf-8"))
TWINS: Mapping[str, frozenset[str]] = {
    "characters": frozenset({"too-long"}),
    "words": frozenset({"too-long"}),
    "too-many": frozenset({"wrong-count"}),
    "day": frozenset({"wrong-form"}),
    "currency": frozenset({"wrong-form"}),
    "web": frozenset({"wrong-form"}),
    "mailbox": frozenset({"wrong-form"}),
    "number": frozenset({"wrong-type", "wrong-form"}),
    "whole": frozenset({"wrong-type", "wrong-form"}),
    "range": frozenset({"out-of-range"}),
}
"""The faults of an answer by itself, and the rules by which reading objects to the same value."""
OF_THE_PAGE = {
    "missing": "the JSON Schema says what is required: `test_form_questions`",
    "missing-one": "the same, of lists",
    "only": "a name that is not on the page's list has no id at all",
    "picture": "a draft is kept without its pictures: `test_form` in `browser/`",
    "at": "how a message and its hint stand together",
}
"""Faults that are about the page, and not about a value of a file."""
_FORM = """({ question, value }) => {
  const { day, number, wrong } = komsiluk.answers;
  const read = { day, number, whole: number }[question.kind];
  const answer = read ? read(value) : value;
  return [answer, wrong(question, answer)?.[0] ?? null];
}"""


@pytest.fixture(scope="module")
def form() -> Iterator[Node]:
    with node(_FORM, ["form/answers.js"]) as judge:
        yield judge


@pytest.mark.parametrize(("name", "value", "fault"), VECTORS)
def test_the_form_and_the_model_judge_an_answer_alike(
    form: Node, name: str, value: Any, fault: str | None
) -> None:
    question = dataclasses.asdict(_question(name))
    answer, told = form({"question": {**question, "parts": []}, "value": value})
    assert told == fault
    rule = _rule_against(name, answer)
    assert rule in TWINS[fault] if fault else rule is None


def test_every_fault_of_the_form_has_a_twin() -> None:
    """No rule is in the form that is not in the table or proved by vectors."""
    of_table = {
        finding["form"]
        for held in table().values()
        for finding in held["findings"]
        if "form" in finding
    }
    phrases = {key.split(".")[2] for key in shipped_phrases("en") if key.startswith("form.fault.")}
    assert phrases == of_table | TWINS.keys() | OF_THE_PAGE.keys()
    assert {fault for _, _, fault in VECTORS} - {None} == TWINS.keys()
    scripts = {file.name: file.read_text("utf-8") for file in SCRIPTS.glob("*.js")}
    told = {
        fault
        for text in scripts.values()
        for found in re.findall(r'\bfault\("([\w-]+)"|form\.fault\.([\w-]+)"', text)
        for fault in filter(None, found)
    }
    assert told <= OF_THE_PAGE.keys(), "checks.js says by itself only what is about the page"
    own = set(re.findall(r'\["([\w-]+)"[,\]]', scripts["answers.js"])) - {"line"}
    assert own == TWINS.keys()


def _question(name: str) -> Question:
    asked = questions("practice")
    for part in name.split("."):
        question = next(one for one in asked if one.name == part)
        asked = question.parts
    return question


def _rule_against(name: str, value: Any) -> str | None:
    """The rule by which reading objects to a value of a field of a practice."""
    *way, last = name.split(".")
    owner = record_at(Practice, tuple(way))
    assert owner is not None
    info = owner.model_fields[last]
    # Numbers are read from their text.
    written = repr(value) if isinstance(value, int | float) else value
    try:
        field: Any = Annotated[info.annotation, *(info.metadata or ["nothing"])]
        TypeAdapter(field).validate_python(tuple(written) if isinstance(written, list) else written)
    except ValidationError as error:
        (first, *_) = error.errors(include_url=False)
        return saying(Objection(name=last, error=first))[0]
    mark = text_mark(Practice, ".".join([*way, last]) if not way else last) or next(
        (one for one in info.metadata if isinstance(one, Text)), None
    )
    return "too-long" if mark and isinstance(value, str) and _is_long(value, mark) else None


def _is_long(text: str, mark: Text) -> bool:
    return len(text) > (mark.characters or len(text)) or len(text.split()) > (
        mark.words or len(text)
    )
