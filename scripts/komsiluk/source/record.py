"""A document to a record of the model, or to diagnostics in an author's words."""

from __future__ import annotations

import copy
import functools
import typing
from collections.abc import Mapping
from typing import Any, Optional, TypeVar

from pydantic import BaseModel, ValidationError, create_model
from pydantic_core import ErrorDetails

from komsiluk.diagnostics import Diagnostic
from komsiluk.model.walk import Path
from komsiluk.source.document import Document
from komsiluk.source.sayings import saying
from komsiluk.text.nearest import lookalikes, nearest

Model = TypeVar("Model", bound=BaseModel)

_ROUNDS = 6
"""How often a broken record is mended before we give up on what is left of it."""


def parse(
    document: Document, model: type[Model], *, what: str, only: frozenset[str] | None = None
) -> tuple[Model | None, tuple[Diagnostic, ...]]:
    """The record, and what is wrong with it.

    A broken record comes back with the broken parts left out, so that the rules can judge the
    rest in the same run; it must not be published. `what` names the thing in messages
    ("practice"); `only` these fields of the file are looked at. None when nothing usable is left.
    """
    if not isinstance(document.value, dict):
        if document.problems:
            return None, ()
        return None, (
            document.problem(
                "wrong-type",
                f"this file holds no fields of a {what}",
                path=(),
                hint='write one field a line, as in `title: "…"`.',
            ),
        )
    value = document.value
    if only is not None:
        value = {key: held for key, held in value.items() if key in only}
    try:
        return model.model_validate(value), ()
    except ValidationError as error:
        errors = error.errors(include_url=False)
    if not document.complete:
        errors = [error for error in errors if error["type"] != "missing"]
    return _mended(value, model), _report(document, model, errors, what)


def _report(
    document: Document, model: type[BaseModel], errors: list[ErrorDetails], what: str
) -> tuple[Diagnostic, ...]:
    """One diagnostic for each cause: a misspelt name explains the missing field it stands for."""
    missing = {error["loc"] for error in errors if error["type"] == "missing"}
    explained: set[tuple[str | int, ...]] = set()
    found: list[Diagnostic] = []
    for error in errors:
        if error["type"] == "extra_forbidden":
            diagnostic, explains = _unknown_field(document, model, error["loc"], missing, what)
            found.append(diagnostic)
            explained.add(explains)
    for error in errors:
        if error["type"] == "extra_forbidden" or error["loc"] in explained:
            continue
        found.append(_problem(document, error, what))
    return tuple(found)


def _unknown_field(
    document: Document,
    model: type[BaseModel],
    location: tuple[str | int, ...],
    missing: set[tuple[str | int, ...]],
    what: str,
) -> tuple[Diagnostic, tuple[str | int, ...]]:
    path, parent, name = _path(document, location), location[:-1], str(location[-1])
    fields = _field_names(model, parent)
    absent = [str(loc[-1]) for loc in missing if loc[:-1] == parent]
    owner = _owner(path, what)
    look = lookalikes(name)
    guess = look.latin if look and look.latin in fields else nearest(name, absent) or nearest(name, fields)
    if look and guess == look.latin:
        hint = (
            f'"{look.letters}" is a {look.alphabet} letter that looks like a Latin one; '
            f'type "{guess}" again with a Latin keyboard.'
        )
    elif guess in absent:
        hint = f'did you mean "{guess}"? "{guess}" is also required and is missing.'
    elif guess:
        hint = f'did you mean "{guess}"?'
    else:
        hint = f"the fields here are: {', '.join(sorted(fields))}."
    diagnostic = document.problem(
        "unknown-field", f'"{name}" is not a field of {owner}', path=path, at_key=True, hint=hint
    )
    return diagnostic, (*parent, guess or name)


def _problem(document: Document, error: ErrorDetails, what: str) -> Diagnostic:
    path = _path(document, error["loc"])
    name = next((str(part) for part in reversed(path) if isinstance(part, str)), what)
    rule, message, hint = saying(name, error)
    if error["type"] == "missing":
        path = path[:-1]
        message = f'{_owner(path, what)} has no "{name}"'.removeprefix("a ").removeprefix("an ")
        message = f"this {message}"
    return document.problem(rule, message, path=path, hint=hint)


def _path(document: Document, location: tuple[str | int, ...]) -> Path:
    """The place in the file of a place in pydantic's terms, which also name members of unions."""
    path: list[str | int] = []
    value: Any = document.value
    for part in location:
        if isinstance(value, dict) and part in value:
            value = value[part]
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        elif part is location[-1] and isinstance(value, dict) and "[" not in str(part):
            value = None
        else:
            continue
        path.append(part)
    return tuple(path)


def _owner(path: Path, what: str) -> str:
    """The thing that a field stands in, in words: `a practice`, `"transfer"`, `an item of "steps"`."""
    inside = path[:-1]
    if not inside:
        return f"{'an' if what[0] in 'aeiou' else 'a'} {what}"
    if isinstance(inside[-1], int):
        return f'an item of "{inside[-2]}"'
    return f'"{inside[-1]}"'


@functools.cache
def _field_names(model: type[BaseModel], location: tuple[str | int, ...]) -> frozenset[str]:
    """The names of the fields of the record that stands at a place of the model."""
    for part in location:
        if isinstance(part, str) and part in model.model_fields:
            inner = _record_in(model.model_fields[part].annotation)
            if inner is not None:
                model = inner
    return frozenset(model.model_fields)


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in typing.get_args(annotation) if (found := _record_in(part))), None)


def _mended(value: Mapping[str, Any], model: type[Model]) -> Model | None:
    """The record without its broken parts; inside a list, what is required and broken takes its item along."""
    forgiving = _forgiving(model)
    rest = copy.deepcopy(dict(value))
    for _ in range(_ROUNDS):
        try:
            return forgiving.model_validate(rest)
        except ValidationError as error:
            locations = [found["loc"] for found in error.errors(include_url=False)]
        for location in sorted(locations, key=_depth_first):
            _remove(rest, location)
    return None


@functools.cache
def _forgiving(model: type[Model]) -> type[Model]:
    """The same model with nothing required of its own fields: what is missing is None."""
    fields: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        if info.is_required():
            optional = copy.copy(info)
            optional.default = None
            fields[name] = (Optional[info.annotation], optional)  # noqa: UP045 (a value, not a hint)
    return create_model(model.__name__, __base__=model, **fields)


def _depth_first(location: tuple[str | int, ...]) -> tuple[object, ...]:
    """Deeper places first, later items of a list before earlier ones."""
    return (-len(location), *(-part if isinstance(part, int) else 0 for part in location))


def _remove(value: Any, location: tuple[str | int, ...]) -> None:
    """Take out what stands at a place; a missing field takes out the thing that lacks it."""
    trail: list[tuple[Any, str | int]] = []
    for part in location:
        present = (isinstance(value, dict) and part in value) or (
            isinstance(value, list) and isinstance(part, int) and part < len(value)
        )
        if not present:
            continue
        trail.append((value, part))
        value = value[part]
    if trail:
        container, part = trail[-1]
        del container[part]
