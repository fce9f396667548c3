"""A record to the places in it that mean something: texts, references, concepts, statements."""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias

from pydantic import BaseModel

from komsiluk.model.fields import Concept, Reference, Text

Path: TypeAlias = tuple[str | int, ...]
"""Where a value stands in its file: keys and positions, from the outside in."""
Mark: TypeAlias = Text | Reference | Concept


@dataclass(frozen=True, slots=True)
class Marked:
    """A value whose field is marked."""

    path: Path
    """Where it stands in the file, list items by their position."""
    name: str
    """The same with list items by their ids, joined by dots: `results.workshops.claim`."""
    mark: Mark
    value: str


def marked(record: BaseModel) -> Iterator[Marked]:
    """Every text, reference and concept of the record, in the order of the model."""
    yield from _marked(record, (), "")


def records(record: BaseModel, path: Path = ()) -> Iterator[tuple[Path, BaseModel]]:
    """The record and every record inside it, with where each stands."""
    yield path, record
    for name, value in record:
        if isinstance(value, BaseModel):
            yield from records(value, (*path, name))
        elif isinstance(value, tuple):
            for position, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from records(item, (*path, name, position))


def texts(record: BaseModel) -> dict[str, str]:
    """The translatable texts of a record by name, in the order of the model.

    The names are stable while items keep their ids: `steps.find-rooms.what`.
    """
    return {found.name: found.value for found in marked(record) if isinstance(found.mark, Text)}


def _marked(record: BaseModel, path: Path, name: str) -> Iterator[Marked]:
    for field, mark in _fields(type(record)):
        value = getattr(record, field)
        here = f"{name}.{field}" if name else field
        if isinstance(value, BaseModel):
            yield from _marked(value, (*path, field), here)
        elif isinstance(value, tuple):
            for position, item in enumerate(value):
                at = (*path, field, position)
                if isinstance(item, BaseModel):
                    yield from _marked(item, at, f"{here}.{getattr(item, 'id', position)}")
                elif mark is not None:
                    yield Marked(at, f"{here}.{position}", mark, item)
        elif value is not None and mark is not None:
            yield Marked((*path, field), here, mark, value)


@functools.cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, Mark | None], ...]:
    """The fields of a model that can lead to something marked, with their own mark."""
    found = []
    for name, info in model.model_fields.items():
        mark = _mark(tuple(info.metadata)) or _mark_within(info.annotation)
        if mark is not None or _holds_records(info.annotation):
            found.append((name, mark))
    return tuple(found)


def _mark(metadata: tuple[object, ...]) -> Mark | None:
    return next((item for item in metadata if isinstance(item, Text | Reference | Concept)), None)


def _mark_within(annotation: Any) -> Mark | None:
    """The mark of an optional value, or of the items of a tuple."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Annotated:
        return _mark(arguments[1:]) or _mark_within(arguments[0])
    if origin in (typing.Union, types.UnionType, tuple):
        return next((mark for part in arguments if (mark := _mark_within(part))), None)
    return None


def _holds_records(annotation: Any) -> bool:
    if isinstance(annotation, type) and typing.get_origin(annotation) is None:
        return issubclass(annotation, BaseModel)
    return any(_holds_records(part) for part in typing.get_args(annotation))
