"""What a broken file gives is a draft, and a rule cannot take it for a sound record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from komsiluk import build
from komsiluk.model.fields import Record
from komsiluk.model.practice import Practice, PracticeDraft
from komsiluk.source.collection import Loaded
from komsiluk.source.document import read
from komsiluk.source.kinds import KINDS, FileKind
from komsiluk.source.record import parse
from tests.small_site import Lay

FILES = {
    "practices": "clubs/practice.yml",
    "translations": "clubs/t/mk.yml",
    "vocabularies": "_vocabularies/groups.yml",
    "places": "_places/novi-pazar.yml",
    "organisations": "_organisations/neighbours.yml",
}
"""A file of each kind that the small site has."""


def a_rule_reads_what_may_be_missing(loaded: Loaded) -> Iterator[bool]:
    """mypy refuses this; were it to accept it, it would refuse that its error is ignored."""
    for _, draft in loaded.drafts(PracticeDraft):
        yield draft.title.isupper()  # type: ignore[union-attr]
    for _, practice in loaded.sound(Practice):
        yield practice.title.isupper()


def required(kind: str) -> list[str]:
    return [name for name, info in KINDS[kind].record.model_fields.items() if info.is_required()]


@pytest.mark.parametrize(
    ("kind", "field"), [(kind, name) for kind in FILES for name in required(kind)]
)
def test_every_rule_judges_a_file_in_which_a_field_is_missing(
    kind: str, field: str, lay: Lay
) -> None:
    settings = lay()
    file = settings.practices / FILES[kind]
    fields = yaml.safe_load(file.read_text("utf-8"))
    del fields[field]
    file.write_text(yaml.safe_dump(fields, allow_unicode=True, sort_keys=False), encoding="utf-8")
    checked = build.check(settings)
    missing = {
        diagnostic.file
        for diagnostic in checked.diagnostics
        if diagnostic.rule == "missing-field" and ("name", field) in diagnostic.message.params
    }
    assert missing == {f"practices/{FILES[kind]}"}
    (entry,) = (entry for entry in checked.loaded.of(kind) if entry.file in missing)
    assert entry.record is None
    assert type(entry.draft) is KINDS[kind].draft


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_draft_has_the_fields_of_the_record_and_may_lack_each(kind: FileKind) -> None:
    assert issubclass(kind.record, kind.draft)
    assert list(kind.record.model_fields) == list(kind.draft.model_fields)
    for name in kind.record.model_fields:
        assert not kind.draft.model_fields[name].is_required()
        assert _asked(kind.draft, name) == _asked(kind.record, name), name
    assert kind.draft() is not None


def test_nothing_of_a_broken_file_is_taken_for_a_sound_record() -> None:
    document = read(b"schema_version: 1\n", file="practice.yml")
    parsed = parse(document, Practice, PracticeDraft, what="practice")
    assert parsed.record is None
    assert not isinstance(parsed.draft, Practice)
    assert parsed.draft is not None
    assert (parsed.draft.title, parsed.draft.problem, parsed.draft.themes) == (None, None, ())


def test_a_warning_of_the_reader_takes_nothing_off_the_site(lay: Lay) -> None:
    settings = lay()
    file = settings.practices / FILES["practices"]
    text = file.read_text("utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    file.write_text(text.replace(title, f"{title} # to be looked at"), encoding="utf-8")
    checked = build.check(settings)
    assert [(one.rule, one.severity.word) for one in checked.diagnostics] == [
        ("lost-after-hash", "warning")
    ]
    assert "clubs" in checked.loaded.collection.practices


def test_no_model_is_made_that_promises_less_than_its_name() -> None:
    package = Path(build.__file__).parent
    for file in package.rglob("*.py"):
        text = file.read_text("utf-8")
        assert "create_model" not in text and "model_construct" not in text, file


def _asked(model: type[Record], name: str) -> dict[str, Any]:
    """What a field of a model asks of its value, if there is one: JSON Schema without words for people."""
    asked: dict[str, Any] = model.model_json_schema()["properties"][name]
    choices = [choice for choice in asked.pop("anyOf", []) if choice != {"type": "null"}]
    for choice in choices if len(choices) == 1 else []:
        asked |= choice
    return {
        key: value
        for key, value in asked.items()
        if key not in ("title", "description", "default", "examples")
    } | ({"anyOf": choices} if len(choices) > 1 else {})
