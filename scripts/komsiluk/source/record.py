"""A document to a record of the model, or to diagnostics in an author's words."""

from __future__ import annotations

import copy
import functools
import typing
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from komsiluk.diagnostics import Diagnostic, Message, Severity
from komsiluk.messages import message
from komsiluk.model.walk import Path
from komsiluk.source.document import Document
from komsiluk.source.pydantic_messages import Objection, saying
from komsiluk.text.nearest import lookalikes, nearest

Sound = TypeVar("Sound", bound=BaseModel)
Draft = TypeVar("Draft", bound=BaseModel)

_ROUNDS = 6
"""How often a broken record is mended before we give up on what is left of it."""


@dataclass(frozen=True, kw_only=True)
class Parsed(Generic[Sound, Draft]):
    """The result of parsing a document."""

    record: Sound | None = None
    """The sound record; None when anything is wrong with it."""
    draft: Sound | Draft | None = None
    """The record as far as it was understood; None when nothing usable is left."""
    problems: tuple[Diagnostic, ...] = ()
    """What is wrong with the record."""


def parse(
    document: Document,
    model: type[Sound],
    draft: type[Draft],
    *,
    what: str,
    only: frozenset[str] | None = None,
) -> Parsed[Sound, Draft]:
    """The record, and what is wrong with it.

    A broken record comes back as a draft with the broken parts left out, so that the rules can judge
    the rest in the same run. `model` is derived from `draft`, and only asks for more. `what` names the
    thing in messages ("practice"). With `only`, no other fields of the file are looked at.
    """
    if not isinstance(document.value, dict):
        return Parsed(problems=() if document.problems else (_no_fields(document, what),))
    value = document.value
    if only is not None:
        value = {key: field_value for key, field_value in value.items() if key in only}
    try:
        record = model.model_validate(value)
    except ValidationError as error:
        errors = _causes(error)
    else:
        return Parsed(record=record, draft=record)
    if not document.complete:
        errors = [error for error in errors if error["type"] != "missing"]
    problems = _report(document, model, errors, what)
    return Parsed(draft=_mended(value, draft), problems=problems)


def _no_fields(document: Document, what: str) -> Diagnostic:
    is_empty = not document.manuscript.text.strip()
    return document.problem(
        "wrong-type",
        message("wrong-type.empty.message")
        if is_empty
        else message("wrong-type.no-fields.message", owner=_kind(what)),
        path=(),
        hint=message("wrong-type.no-fields.hint"),
    )


def _causes(error: ValidationError) -> list[ErrorDetails]:
    """The objections, less those that only follow from another: a list is not "too short" because
    its items are wrong, and no number is neither a whole one nor another."""
    errors = [
        detail for detail in error.errors(include_url=False) if detail["loc"][-1:] != ("int",)
    ]
    within = {detail["loc"][:depth] for detail in errors for depth in range(len(detail["loc"]))}
    return [
        detail for detail in errors if detail["type"] != "too_short" or detail["loc"] not in within
    ]


def _report(
    document: Document, model: type[BaseModel], errors: list[ErrorDetails], what: str
) -> tuple[Diagnostic, ...]:
    """One diagnostic for each cause: a misspelt name explains the missing field it stands for, and
    what cannot be read explains everything else about its line."""
    missing = {error["loc"] for error in errors if error["type"] == "missing"}
    diagnostics: list[Diagnostic] = []
    for error in errors:
        if error["type"] == "extra_forbidden":
            diagnostic, explains = _unknown_field(document, model, error["loc"], missing, what)
            diagnostics.append(diagnostic)
            missing.discard(explains)
        elif error["type"] != "missing":
            diagnostics.append(_problem(document, model, error, what))
    absent = [
        _problem(document, model, error, what)
        for error in errors
        if error["type"] == "missing" and error["loc"] in missing
    ]
    return (*without_consequences(diagnostics, document), *absent)


def without_consequences(
    diagnostics: Iterable[Diagnostic], document: Document
) -> tuple[Diagnostic, ...]:
    """The diagnostics of lines that could be read. Reading has reported the other lines already."""
    unread = {
        problem.span.line
        for problem in document.problems
        if problem.span and problem.severity is Severity.ERROR
    }
    return tuple(
        diagnostic
        for diagnostic in diagnostics
        if not diagnostic.span or diagnostic.span.line not in unread
    )


def _unknown_field(
    document: Document,
    model: type[BaseModel],
    location: tuple[str | int, ...],
    missing: set[tuple[str | int, ...]],
    what: str,
) -> tuple[Diagnostic, tuple[str | int, ...]]:
    path, parent, name = _path(document, location), location[:-1], str(location[-1])
    owner = record_at(model, parent)
    fields = frozenset(owner.model_fields if owner else ())
    absent = [str(loc[-1]) for loc in missing if loc[:-1] == parent]
    look = lookalikes(name)
    guess = (
        look.latin
        if look and look.latin in fields
        else nearest(name, absent) or nearest(name, fields)
    )
    if look and guess == look.latin:
        hint = message(
            "unknown-field.lookalike",
            letters=look.letters,
            alphabet=message(f"unknown-field.{look.alphabet.lower()}"),
            guess=guess,
        )
    elif guess in absent:
        hint = message("unknown-field.required", guess=guess)
    elif guess:
        hint = message("piece.did-you-mean", guess=guess)
    else:
        hint = message("unknown-field.hint", fields=", ".join(sorted(fields)))
    diagnostic = document.problem(
        "unknown-field",
        message("unknown-field.message", name=name, owner=_owner(path, what)),
        path=path,
        at_key=True,
        hint=hint,
    )
    return diagnostic, (*parent, guess or name)


def _problem(
    document: Document, model: type[BaseModel], error: ErrorDetails, what: str
) -> Diagnostic:
    path, location = _path(document, error["loc"]), error["loc"]
    is_key = location[-1] == "[key]"
    names = [part for part in (path[:-1] if is_key else path) if isinstance(part, str)]
    name = names[-1] if names else what
    owner, inner = record_at(model, location[:-1]), record_at(model, location)
    field = owner.model_fields.get(name) if owner else None
    objection = Objection(
        name=name,
        error=error,
        required=field is not None and field.is_required(),
        meaning=(field.description if field else None) or "",
        inside=_required(inner) if inner else (),
        is_item=bool(path) and isinstance(path[-1], int),
        holder=_holder(path[:-1], what),
    )
    rule, complaint, hint = saying(objection)
    if error["type"] == "missing":
        path = path[:-1]
    return document.problem(rule, complaint, path=path, at_key=is_key, hint=hint)


def _holder(path: Path, what: str) -> Message:
    """The thing at a place of the file, for a message: `this practice`, `"transfer"`, `this item of "steps"`."""
    if not path:
        return message(f"this.{what}")
    if isinstance(path[-1], str):
        return message("named", name=path[-1])
    return message("piece.this-item-of", name=path[-2])


def _required(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(name for name, info in model.model_fields.items() if info.is_required())


def _path(document: Document, location: tuple[str | int, ...]) -> Path:
    """The place in the file of a place in pydantic's terms, which also name members of unions."""
    path: list[str | int] = []
    value: Any = document.value
    for part in location:
        if _holds(value, part):
            value = value[part]
        elif part is location[-1] and isinstance(value, dict) and "[" not in str(part):
            value = None
        else:
            continue
        path.append(part)
    return tuple(path)


def _holds(value: Any, part: str | int) -> bool:
    if isinstance(value, list):
        return isinstance(part, int) and part < len(value)
    return isinstance(value, dict) and part in value


def _owner(path: Path, what: str) -> Message:
    """The thing that a field stands in, in words: `a practice`, `"transfer"`, `an item of "steps"`."""
    inside = path[:-1]
    if not inside:
        return _kind(what)
    if isinstance(inside[-1], int):
        return message("piece.an-item", name=inside[-2])
    return message("named", name=inside[-1])


def _kind(what: str) -> Message:
    return message(f"kind.{what}")


@functools.cache
def record_at(model: type[BaseModel], location: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The model of the record that stands at a place of a record, or of the items of a list there.

    It is kept until the process ends: models do not change, and faults of many files ask for the same.
    """
    record_model: type[BaseModel] | None = model
    for part in location:
        if isinstance(part, str) and record_model is not None:
            info = record_model.model_fields.get(part)
            record_model = _record_in(info.annotation) if info else None
    return record_model


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(
        (
            record_model
            for part in typing.get_args(annotation)
            if (record_model := _record_in(part))
        ),
        None,
    )


def _mended(value: Mapping[str, Any], draft: type[Draft]) -> Draft | None:
    """The record without its broken parts; inside a list, what is required and broken takes its item along."""
    rest = copy.deepcopy(dict(value))
    for _ in range(_ROUNDS):
        try:
            return draft.model_validate(rest)
        except ValidationError as error:
            locations = [detail["loc"] for detail in _causes(error)]
        for location in sorted(locations, key=_depth_first):
            _remove(rest, location)
    return None


def _depth_first(location: tuple[str | int, ...]) -> tuple[object, ...]:
    """Deeper places first, later items of a list before earlier ones."""
    return (-len(location), *(-part if isinstance(part, int) else 0 for part in location))


def _remove(value: Any, location: tuple[str | int, ...]) -> None:
    """Take out what stands at a place; a missing field takes out the thing that lacks it."""
    trail: list[tuple[Any, str | int]] = []
    for part in location:
        if not _holds(value, part):
            continue
        trail.append((value, part))
        value = value[part]
    if trail:
        container, part = trail[-1]
        del container[part]
