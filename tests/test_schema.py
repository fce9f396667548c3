"""The model to the JSON Schemas by which editors complete and check."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from komsiluk.model.schema import schemas
from tests.commands import run
from tests.small_site import BASE

ROOT = Path(__file__).parents[1]
CASES = BASE.parent / "rejected"


SCHEMAS = {name: json.loads(text) for name, text in schemas().items()}


def test_the_committed_schemas_are_those_of_the_model(tmp_path: Path) -> None:
    assert run("schema", tmp_path / "schema").exit_code == 0
    committed = ROOT / "practices" / "_schema"
    held, made = (
        {path.name: path.read_text("utf-8") for path in folder.iterdir()}
        for folder in (committed, tmp_path / "schema")
    )
    assert held == made, "write them anew with `komsiluk schema`"


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_valid_closed_and_explained(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert SCHEMAS[name]["title"]
    assert SCHEMAS[name]["description"]
    for schema in objects(SCHEMAS[name]):
        assert schema["additionalProperties"] is False
        for field, held in schema["properties"].items():
            assert held["title"], field
            assert held["description"], field


def objects(value: Any) -> list[dict[str, Any]]:
    """Every schema of an object with fields, at any depth."""
    inside = (
        list(value.values())
        if isinstance(value, dict)
        else value
        if isinstance(value, list)
        else []
    )
    found = [held for item in inside for held in objects(item)]
    if isinstance(value, dict) and isinstance(value.get("properties"), dict):
        found.append(value)
    return found


def test_a_form_that_one_has_to_know_has_an_example() -> None:
    fields = [
        (name, field)
        for schema in objects(SCHEMAS["practice.v1.json"])
        for name, field in schema["properties"].items()
    ]
    formed = [(name, field.get("items", field)) for name, field in fields]
    wanting = [
        name
        for name, field in formed
        if "pattern" in field
        and not field["pattern"].startswith("^[a-z0-9]+")
        and not field.get("examples")
    ]
    assert wanting == []
    for _, field in formed:
        for example in field.get("examples", ()):
            Draft202012Validator(field).validate(example)


@pytest.mark.parametrize(
    ("file", "schema"),
    [
        ("clubs/practice.yml", "practice"),
        ("clubs/t/mk.yml", "translation"),
        ("_organisations/neighbours.yml", "organisation"),
        ("_places/novi-pazar.yml", "place"),
        ("_sources/report.yml", "source"),
        ("_vocabularies/themes.yml", "vocabulary"),
    ],
)
def test_an_editor_accepts_what_we_accept(file: str, schema: str) -> None:
    held = yaml.safe_load((BASE / "practices" / file).read_text("utf-8"))
    Draft202012Validator(SCHEMAS[f"{schema}.v1.json"]).validate(held)


@pytest.mark.parametrize(
    "case",
    [
        "unknown-field",
        "unknown-field-of-an-item",
        "missing-field",
        "list-for-text",
        "unknown-choice",
        "too-many-characters",
        "date-form",
        "number-in-words",
        "number-out-of-range",
        "too-many-items",
    ],
)
def test_an_editor_refuses_what_we_refuse(case: str) -> None:
    file = CASES / case / "practices" / "clubs" / "practice.yml"
    held = yaml.safe_load(file.read_text("utf-8"))
    assert not Draft202012Validator(SCHEMAS["practice.v1.json"]).is_valid(held)
