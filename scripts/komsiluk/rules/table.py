"""The rules across fields, which the contribution form has too: `table.yml` to findings.

This file and `form/rules.js` interpret the table in the same way; `docs/developers/rules.md` says how.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any, NamedTuple

import yaml
from pydantic import BaseModel

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.messages import message
from komsiluk.model.practice import Practice
from komsiluk.model.walk import Path, record_name, records, records_of
from komsiluk.rules.conditions import CONDITIONS, Condition, Holder
from komsiluk.rules.known import Known
from komsiluk.source.collection import Loaded
from komsiluk.source.entries import Entry
from komsiluk.source.kinds import RECORDS, sound_model


class TableFinding(NamedTuple):
    """What a rule of the table objects to."""

    rule: str
    severity: str
    """`error` or `warning`."""
    at: Path
    """The field to be mended, which may not be there yet."""
    beside: Path
    """What a report points at in its place."""
    at_key: bool
    """Whether the name of the field is meant, and not its value."""
    message: str
    hint: str
    """The keys of both in the catalogue."""
    form: str
    """The phrase of the form that says it, after `form.fault.`; empty where the form says the message."""
    values: Mapping[str, object]
    """What stands in their blanks."""


@functools.cache
def table() -> Mapping[str, Mapping[str, Any]]:
    """What `table.yml` holds, by rule: `about`, its documentation, and `findings`.

    It is kept until the process ends: the file is part of the package.
    """
    text = resources.files("komsiluk").joinpath("rules", "table.yml").read_text("utf-8")
    rules: Mapping[str, Mapping[str, Any]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return rules


def for_browser() -> dict[str, object]:
    """The data by which the form's script judges: `findings` by rule, and `records`, which holds for each
    record the fields that are records themselves, or lists of them."""
    return {
        "findings": {rule: about["findings"] for rule, about in table().items()},
        "records": _records(),
    }


def spoken() -> frozenset[str]:
    """The rules that say in the form what they say in reports."""
    return frozenset(
        rule
        for rule, about in table().items()
        if any("form" not in finding for finding in about["findings"])
    )


def judge(loaded: Loaded, known: Known) -> Iterator[Diagnostic]:
    """What the table objects to in every file, in the words of its catalogue."""
    for entry in loaded.entries:
        if entry.draft is None or not _reaches(type(entry.draft)):
            continue
        for finding in find(entry.draft, known, is_whole=entry.sound):
            if entry.sound or not _was_left_out(entry, finding):
                yield _diagnostic(entry, finding)


def find(record: BaseModel, known: Known, *, is_whole: bool = True) -> Iterator[TableFinding]:
    """What the table objects to in a file's record, by record and then by rule.

    It makes no sums of a record that is not whole: a part of them may be missing.
    """
    for path, inner in records(record):
        for entry in _entries(type(inner)):
            if is_whole or not entry.makes_sums:
                for place, holder in _holders(entry, path, inner, record):
                    finding = _finding(entry, place, holder, known)
                    if finding is not None:
                        yield finding


class _Entry(NamedTuple):
    """One of the `findings` of the table, ready to be looked for."""

    rule: str
    settings: Mapping[str, Any]
    conditions: tuple[tuple[Condition, str, Any, str], ...]
    """For each condition: its function, the field, the argument, and the blank that its answer fills."""
    makes_sums: bool


def _holders(
    entry: _Entry, path: Path, inner: BaseModel, root: BaseModel
) -> Iterator[tuple[Path, Holder]]:
    """The record; where the rule judges each item of a list, the items, and where they stand."""
    each = entry.settings.get("each")
    if each is None:
        yield path, Holder(inner, root)
        return
    for position, item in enumerate(Holder(inner, root).values(each)):
        yield (*path, each, position), Holder(inner, root, item)


def _finding(entry: _Entry, path: Path, holder: Holder, known: Known) -> TableFinding | None:
    bound: dict[str, object] = {}
    for condition, field, argument, blank in entry.conditions:
        value = condition(holder, field, argument, known)
        if value is None:
            return None
        if isinstance(value, Mapping):
            bound |= value
        elif blank:
            bound[blank] = value
    rule, settings = entry.rule, entry.settings
    filled = {blank: holder.value(field) for blank, field in settings.get("fill", {}).items()}
    at = _place(path, settings["at"])
    say = settings.get("say", rule)
    return TableFinding(
        rule=rule,
        severity=settings.get("severity", "error"),
        at=at,
        beside=_place(path, settings["beside"]) if "beside" in settings else at,
        at_key=settings.get("at_key", False),
        message=settings.get("message", f"{say}.message"),
        hint=settings.get("hint", f"{say}.hint"),
        form=settings.get("form", ""),
        values={"name": at[-1], **filled, **bound},
    )


def _place(path: Path, field: str) -> Path:
    """Where a field of the table stands: "." is what is judged itself, "/a" begins at the whole."""
    if field == ".":
        return path
    return (*(() if field.startswith("/") else path), *field.removeprefix("/").split("."))


def _was_left_out(entry: Entry, finding: TableFinding) -> bool:
    """Whether a value that seems to be missing stands in the file and is broken. Reading has reported it."""
    value: Any = entry.document.value
    for part in entry.written(finding.at):
        if isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        elif isinstance(value, dict) and part in value:
            value = value[str(part)]
        else:
            return False
    return finding.at != finding.beside


def _diagnostic(entry: Entry, finding: TableFinding) -> Diagnostic:
    return entry.document.problem(
        finding.rule,
        message(finding.message, **finding.values),
        path=entry.written(finding.beside),
        at_key=finding.at_key,
        hint=message(finding.hint, **finding.values),
        severity=Severity[finding.severity.upper()],
    )


@functools.cache
def _entries(model: type[BaseModel]) -> tuple[_Entry, ...]:
    """What the table may find in a record of a model.

    It is kept until the process ends: the table and the models do not change.
    """
    record = record_name(sound_model(model))
    return tuple(
        _ready(rule, settings)
        for rule, about in table().items()
        for settings in about["findings"]
        if record
        in ([settings["record"]] if isinstance(settings["record"], str) else settings["record"])
    )


def _ready(rule: str, settings: Mapping[str, Any]) -> _Entry:
    kinds = [
        next(kind for kind in condition if kind in CONDITIONS) for condition in settings["when"]
    ]
    return _Entry(
        rule=rule,
        settings=settings,
        conditions=tuple(
            (CONDITIONS[kind], condition["field"], condition[kind], condition.get("as", ""))
            for kind, condition in zip(kinds, settings["when"], strict=True)
        ),
        makes_sums="not_sum_of" in kinds,
    )


@functools.cache
def _reaches(model: type[BaseModel]) -> bool:
    """Whether the table judges a model, or a record within it.

    It is kept until the process ends, as `_entries` is: every file that is judged asks for it.
    """
    inner = records_of(model).values()
    return bool(_entries(model)) or any(_reaches(inner_model) for inner_model in inner)


def _records() -> dict[str, dict[str, str]]:
    """The records within records, by name, of all that the table reaches."""
    inner_records: dict[str, dict[str, str]] = {}
    waiting: list[type[BaseModel]] = [Practice, *(kind.record for kind in RECORDS.values())]
    while waiting:
        model = waiting.pop()
        inner = {
            name: inner_model
            for name, inner_model in records_of(model).items()
            if _reaches(inner_model)
        }
        if inner:
            inner_records[record_name(model)] = {
                name: record_name(inner_model) for name, inner_model in inner.items()
            }
            waiting += inner.values()
    return inner_records
