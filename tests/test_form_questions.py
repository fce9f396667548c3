"""The form asks for every field of the schema, in its order, in words of every language."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from komsiluk import scripts
from komsiluk.languages.phrases import shipped_phrases
from komsiluk.model.practice import Practice
from komsiluk.model.schema import schemas
from komsiluk.model.walk import text_mark
from komsiluk.pages.answers import is_spoken
from komsiluk.pages.questions import NEW, SHORT, Question, parts, questions
from komsiluk.rules.table import for_browser

SCRIPTS = Path(__file__).parents[1] / "overrides" / "assets" / "komsiluk" / "form"
MOST_BYTES = 31_500
"""The script of the form, compressed as servers do it."""
OTHERWISE = {"choice", "part", "new", "translation", "title", "description"}
"""Groups of phrases whose names are put together from those of fields, parts and pages."""
SILENT = {"constant", "id", "today", "route"}
"""Kinds of questions that nobody is asked."""


def test_the_fields_are_asked_in_the_order_of_the_schema() -> None:
    schema = json.loads(schemas()["practice.v1.json"])
    asked = [question.name for part in parts() for question in part.questions]
    assert asked == list(schema["properties"])
    for name, definition in schema["$defs"].items():
        if definition.get("type") != "object":
            continue
        record = re.sub("(?<=[a-z])(?=[A-Z])", "-", name).lower()
        held = [q.name for q in every(questions("practice")) if q.record == record]
        assert held[: len(definition["properties"])] == list(definition["properties"]), name


def test_ten_questions_come_first_and_all_that_is_required_is_among_them() -> None:
    first = [q for part in parts() for q in part.questions if q.name in SHORT]
    assert len(first) == len(SHORT) == 10
    required = {q.name for q in questions("practice") if q.required and q.kind not in SILENT}
    assert required < {q.name for q in first}


def test_texts_that_are_translated_have_their_limits_in_the_form() -> None:
    for question in questions("practice"):
        mark = text_mark(Practice, question.name)
        if mark is not None:
            assert (question.characters, question.words) == (mark.characters, mark.words)


@pytest.mark.parametrize("tag", ["en", "sr-Latn", "bs", "mk", "sq", "de"])
def test_every_question_and_every_answer_has_its_words(tag: str) -> None:
    phrases = shipped_phrases(tag)
    for question in everything():
        if question.kind in SILENT:
            continue
        assert any(key in phrases for key in question.phrases), question
        if question.kind == "list":
            assert any(f"{key}-one" in phrases for key in question.phrases), question
        if question.kind == "choice":
            own, *_ = question.phrases
            shared = f"form.any.{own.rpartition('.')[2]}"
            for choice in question.choices:
                keys = {
                    f"{key}.{choice}".replace("form.", "form.choice.", 1) for key in (own, shared)
                }
                assert keys & phrases.keys(), keys


def test_the_script_knows_every_phrase_that_it_says() -> None:
    scripts = "".join(file.read_text("utf-8") for file in SCRIPTS.glob("*.js"))
    said = set(re.findall(r'"(form\.[\w.-]+)"', scripts))
    phrases = shipped_phrases("en")
    assert len(said) > 35
    for key in said:
        assert is_spoken(key) and key in phrases, key


def test_no_phrase_is_there_that_nobody_is_told() -> None:
    told = "".join(file.read_text("utf-8") for file in SCRIPTS.glob("*.js"))
    told += json.dumps(for_browser())
    for name in ("form.html", "_form.html"):
        told += (SCRIPTS.parents[2] / "komsiluk" / name).read_text("utf-8")
    asked = {key for question in everything() for key in question.phrases}
    for key in shipped_phrases("en"):
        _, group, *rest = f"{key}..".split(".")
        is_asked = key.removesuffix("-help").removesuffix("-one") in asked
        if not key.startswith("form.") or is_asked or group in OTHERWISE:
            continue
        last = re.sub("-(help|left|over)$", "", ".".join(filter(None, rest)) or group)
        assert key in told or re.search(rf'["`. ]{re.escape(last)}["` ,]', told), key


def test_the_script_is_small_enough_for_a_phone_in_the_hills() -> None:
    _, script = scripts.form_script()
    n_bytes = len(gzip.compress(script, 9))
    print(f"{n_bytes:,} bytes, of which the table of dangers is a part")
    assert n_bytes < MOST_BYTES


def everything() -> Iterator[Question]:
    """Every question about a practice, and about what it names for the first time."""
    yield from every(questions("practice"))
    for kind, wanted in NEW.values():
        yield from (question for question in questions(kind) if question.name in wanted)


def every(asked: tuple[Question, ...]) -> Iterator[Question]:
    """Questions and those within them."""
    for question in asked:
        yield question
        yield from every(question.parts)
