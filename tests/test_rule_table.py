"""The rules across fields: one table, and the same findings of Python and of the form in every case."""

from __future__ import annotations

import dataclasses
import datetime
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from komsiluk.languages.phrases import shipped_phrases
from komsiluk.messages import REFERENCE, written
from komsiluk.model.practice import Practice
from komsiluk.model.walk import record_name, records_of
from komsiluk.rules import table
from komsiluk.rules.conditions import CONDITIONS
from komsiluk.rules.known import Known, known
from komsiluk.source.collection import load
from komsiluk.source.kinds import RECORDS
from komsiluk.text import dangers
from tests.node import Node, node
from tests.small_site import laid

CASES = Path(__file__).parent / "cases"
TODAY = datetime.date(2026, 11, 28)
"""The day of all the checks here."""
N_CHANGED = 600
"""Practices of the cases that are judged once more with something in them changed."""
JUDGED = [(rule, finding) for rule, held in table.table().items() for finding in held["findings"]]
_FORM = """(() => {
  let rules;
  return ({ tables, record, values, known }) => {
    if (tables) { rules = komsiluk.rules(tables.rules, komsiluk.dangers(tables.dangers)); return null; }
    return rules(record, values, known);
  };
})()"""


@pytest.fixture(scope="module")
def form() -> Iterator[Node]:
    """The form's interpreter, with the table that the page gives it."""
    tables = {"rules": table.for_browser(), "dangers": dict(dangers.table())}
    with node(_FORM, ["form/answers.js", "form/dangers.js", "form/rules.js"]) as judge:
        judge({"tables": tables})
        yield judge


def test_the_form_finds_in_every_case_what_python_finds(form: Node, tmp_path: Path) -> None:
    kinds = {"practices": "practice", **{folder: name for folder, (_, _, name) in RECORDS.items()}}
    draw = random.Random("rules")
    told: set[str] = set()
    practices: list[tuple[Practice, Known]] = []
    for case in sorted([*CASES.glob("rejected/*"), *CASES.glob("accepted/*")]):
        settings = laid(tmp_path / case.parent.name / case.name, case)
        loaded = load(settings.practices, settings.languages, root=settings.root)
        about = known(loaded, TODAY)
        for entry in loaded.entries:
            if entry.kind in kinds and entry.record is not None:
                told |= same(form, kinds[entry.kind], entry.record, about)
            if isinstance(entry.record, Practice) and entry.sound:
                practices.append((entry.record, about))
    assert told == {
        finding.get("message", f"{finding.get('say', rule)}.message") for rule, finding in JUDGED
    }, "every finding of the table has a case"
    for _ in range(N_CHANGED):
        practice, about = draw.choice(practices)
        changed = with_change(practice, draw)
        if changed is not None:
            same(form, "practice", changed, about)


def same(form: Node, kind: str, record: BaseModel, about: Known) -> set[str]:
    """The messages of a record, after both have found the same."""
    found = [finding._asdict() for finding in table.find(record, about)]
    values = record.model_dump(mode="json", exclude_none=True)
    sets = {
        name: sorted(held) if isinstance(held, frozenset) else held
        for name, held in vars(about).items()
    }
    given = {"record": kind, "values": values, "known": {**sets, "today": str(about.today)}}
    assert form(given) == json.loads(json.dumps(found)), values
    return {finding["message"] for finding in found}


def with_change(practice: Practice, draw: random.Random) -> Practice | None:
    """The practice with one value left out, or put in the place of another; None if that is none."""
    values = practice.model_dump(mode="json", exclude_none=True)
    holder, key = draw.choice(list(_leaves(values)))
    others = [held[name] for held, name in _leaves(practice.model_dump(mode="json"))]
    if draw.random() < 0.5:
        del holder[key]
    else:
        holder[key] = draw.choice([*others, "2017-05", 9])
    try:
        return Practice.model_validate(values)
    except ValidationError:
        return None


def _leaves(value: Any) -> Iterator[tuple[Any, Any]]:
    """Each place within nested dicts and lists: what holds it, and its key there."""
    for key, inner in list(value.items() if isinstance(value, dict) else enumerate(value)):
        yield value, key
        if isinstance(inner, dict | list):
            yield from _leaves(inner)


@pytest.mark.parametrize(("rule", "finding"), JUDGED, ids=lambda part: str(part)[:40])
def test_an_entry_speaks_of_fields_and_words_that_there_are(
    rule: str, finding: dict[str, Any]
) -> None:
    names = [finding["record"]] if isinstance(finding["record"], str) else finding["record"]
    for model in (_models()[name] for name in names):
        fields = [
            finding["at"],
            finding.get("beside", finding["at"]),
            *finding.get("fill", {}).values(),
        ]
        for condition in finding["when"]:
            (kind,) = CONDITIONS.keys() & condition.keys()
            fields.append(condition["field"])
            fields += [condition[kind]] if kind in ("before", "not_sum_of") else []
            if kind == "lacks":
                fields += [f"{condition['field']}.{name}" for name in condition[kind]]
            if kind == "among":
                assert condition[kind] in {field.name for field in dataclasses.fields(Known)}
        assert all(field == "." or _is_field(model, field) for field in fields), fields
    say = finding.get("say", rule)
    words = written(REFERENCE)
    assert finding.get("message", f"{say}.message") in words
    assert finding.get("hint", f"{say}.hint") in words
    if "form" in finding:
        assert f"form.fault.{finding['form']}" in shipped_phrases(REFERENCE)


def _is_field(model: type[BaseModel], field: str) -> bool:
    *way, name = field.removeprefix("/").split(".")
    inside = Practice if field.startswith("/") else model
    for part in way:
        inside = records_of(inside)[part]
    return name in inside.model_fields


def _models() -> dict[str, type[BaseModel]]:
    found: dict[str, type[BaseModel]] = {}
    waiting: list[type[BaseModel]] = [Practice, *(kind.record for kind in RECORDS.values())]
    while waiting:
        model = waiting.pop()
        found[record_name(model)] = model
        waiting += records_of(model).values()
    return found
