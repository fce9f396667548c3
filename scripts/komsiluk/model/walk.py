"""A record to its marked values: texts, references, concepts; and to the records inside it."""

from __future__ import annotations

import enum
import functools
import re
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


def values(record: BaseModel) -> list[tuple[Mark, str]]:
    """The marks and values that `marked` gives, without places: it takes a fifth of the time."""
    marked_values: list[tuple[Mark, str]] = []
    pending: list[BaseModel] = [record]
    while pending:
        holder = pending.pop()
        attributes = holder.__dict__
        for field, mark, shape in _fields(type(holder)):
            value = attributes.get(field)
            if not value:
                if value is not None and mark is not None and shape is _Shape.VALUE:
                    marked_values.append((mark, value))
            elif shape is _Shape.VALUE:
                marked_values.append((mark, value))  # type: ignore[arg-type]
            elif shape is _Shape.RECORD:
                pending.append(value)
            elif shape is _Shape.RECORDS:
                pending.extend(value)
            else:
                marked_values.extend([(mark, item) for item in value])  # type: ignore[misc]
    return marked_values


def records(record: BaseModel, path: Path = ()) -> list[tuple[Path, BaseModel]]:
    """The record and every record inside it, with where each stands, the outer ones first."""
    all_records: list[tuple[Path, BaseModel]] = []
    _records(record, path, all_records)
    return all_records


def _records(record: BaseModel, path: Path, all_records: list[tuple[Path, BaseModel]]) -> None:
    all_records.append((path, record))
    attributes = record.__dict__
    for field, shape in _holders(type(record)):
        value = attributes.get(field)
        if not value:
            continue
        if shape is _Shape.RECORD:
            _records(value, (*path, field), all_records)
        else:
            for position, item in enumerate(value):
                _records(item, (*path, field, position), all_records)


def lighten(record: BaseModel) -> None:
    """Let the records inside share the sets of field names that pydantic stores with each record.

    A practice has sixty records in it. Half of its memory is such sets, and most of them are equal.
    """
    for _, inner in records(record):
        field_names = inner.__pydantic_fields_set__
        shared = _shared(type(inner), frozenset(field_names))
        object.__setattr__(inner, "__pydantic_fields_set__", shared)


@functools.lru_cache(maxsize=4096)
def _shared(model: type[BaseModel], field_names: frozenset[str]) -> set[str]:
    """One set for all records with the same fields; kept until the process ends, as records are."""
    return set(field_names)


def texts(record: BaseModel) -> dict[str, str]:
    """The translatable texts of a record by name, in the order of the model.

    The names are stable while items keep their ids: `steps.find-rooms.what`.
    """
    texts_by_name: dict[str, str] = {}
    _texts(record, "", texts_by_name)
    return texts_by_name


@functools.lru_cache(maxsize=65536)
def text_mark(model: type[BaseModel], name: str) -> Text | None:
    """The mark of the text of that name in records of a model; None where no text has that name.

    Kept until the process ends: every translation has the same names, and models never change.
    """
    holder: type[BaseModel] | None = model
    mark: Mark | None = None
    skip = False
    for part in name.split("."):
        if skip:
            skip = False
            continue
        if holder is None:
            return None
        field = _inside(holder).get(part)
        if field is None:
            return None
        mark, shape, holder = field
        skip = shape in (_Shape.RECORDS, _Shape.VALUES)
    return mark if isinstance(mark, Text) and holder is None else None


def single_texts(
    model: type[BaseModel], inside: str = ""
) -> Iterator[tuple[str, Text, type[BaseModel], str]]:
    """The texts of a model outside of lists, in the order of the model.

    Each is its name as in `texts`, its mark, the model that has it, and the field there.
    """
    for field, (mark, shape, inner) in _inside(model).items():
        if isinstance(mark, Text) and shape is _Shape.VALUE:
            yield inside + field, mark, model, field
        elif shape is _Shape.RECORD and inner is not None:
            yield from single_texts(inner, f"{inside}{field}.")


def models_within(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The model, and those of all records that can stand in it, each once."""
    pending, visited = [model], set[type[BaseModel]]()
    while pending:
        inner = pending.pop()
        if inner not in visited:
            visited.add(inner)
            yield inner
            pending.extend(records_of(inner).values())


def _texts(record: BaseModel, inside: str, texts_by_name: dict[str, str]) -> None:
    attributes = record.__dict__
    for field, mark, shape in _fields(type(record)):
        value = attributes.get(field)
        if value is None:
            continue
        name = inside + field
        if shape is _Shape.RECORD:
            _texts(value, name + ".", texts_by_name)
        elif shape is _Shape.RECORDS:
            for position, item in enumerate(value):
                _texts(item, f"{name}.{item.__dict__.get('id', position)}.", texts_by_name)
        elif isinstance(mark, Text):
            if shape is _Shape.VALUE:
                texts_by_name[name] = value
            else:
                texts_by_name.update(
                    {f"{name}.{position}": item for position, item in enumerate(value)}
                )


def _marked(record: BaseModel, path: Path, name: str) -> Iterator[Marked]:
    for field, mark, _ in _fields(type(record)):
        value = getattr(record, field)
        field_name = f"{name}.{field}" if name else field
        if isinstance(value, BaseModel):
            yield from _marked(value, (*path, field), field_name)
        elif isinstance(value, tuple):
            for position, item in enumerate(value):
                at = (*path, field, position)
                if isinstance(item, BaseModel):
                    yield from _marked(item, at, f"{field_name}.{getattr(item, 'id', position)}")
                elif mark is not None:
                    yield Marked(at, f"{field_name}.{position}", mark, item)
        elif value is not None and mark is not None:
            yield Marked((*path, field), field_name, mark, value)


class _Shape(enum.Enum):
    """What a field holds."""

    VALUE = enum.auto()
    VALUES = enum.auto()
    RECORD = enum.auto()
    RECORDS = enum.auto()


@functools.cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, Mark | None, _Shape], ...]:
    """The fields of a model that hold marked values or records, with their own mark and shape.

    Kept until the process ends: models never change. The same is true of the caches below.
    """
    fields = []
    for name, info in model.model_fields.items():
        mark = _mark(tuple(info.metadata)) or _mark_within(info.annotation)
        holds_records = _holds_records(info.annotation)
        if mark is not None or holds_records:
            many = _is_tuple(info.annotation)
            shape = (
                (_Shape.RECORDS if many else _Shape.RECORD)
                if holds_records
                else (_Shape.VALUES if many else _Shape.VALUE)
            )
            fields.append((name, mark, shape))
    return tuple(fields)


@functools.cache
def _holders(model: type[BaseModel]) -> tuple[tuple[str, _Shape], ...]:
    """The fields of a model that hold records."""
    return tuple(
        (name, shape)
        for name, _, shape in _fields(model)
        if shape in (_Shape.RECORD, _Shape.RECORDS)
    )


@functools.cache
def _inside(
    model: type[BaseModel],
) -> dict[str, tuple[Mark | None, _Shape, type[BaseModel] | None]]:
    """The fields of `_fields` by name, each with the model of the records that it holds."""
    return {
        name: (mark, shape, _record_in(model.model_fields[name].annotation))
        for name, mark, shape in _fields(model)
    }


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and typing.get_origin(annotation) is None:
        return annotation if issubclass(annotation, BaseModel) else None
    return next(filter(None, map(_record_in, typing.get_args(annotation))), None)


def _is_tuple(annotation: Any) -> bool:
    """Whether a field holds items, or nothing and else items."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Annotated:
        return _is_tuple(arguments[0])
    if origin in (typing.Union, types.UnionType):
        return any(_is_tuple(part) for part in arguments)
    return origin is tuple


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


def record_name(model: type[BaseModel]) -> str:
    """The name of a record's model in kebab-case: `EditorsNote` → `editors-note`."""
    return re.sub("(?<=[a-z])(?=[A-Z])", "-", model.__name__).lower()


@functools.cache
def records_of(model: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """The fields of a model that hold a record or records, with the model of these."""
    inner_models = (
        (name, _record_in(model.model_fields[name].annotation)) for name, _ in _holders(model)
    )
    return {name: inner for name, inner in inner_models if inner is not None}
