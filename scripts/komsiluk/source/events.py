"""The events of libyaml to plain values and the place of each, in one pass without recursion."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from komsiluk.source.pure import PatientLoader

Path: TypeAlias = tuple[str | int, ...]
"""The way to a value: names of fields and places in lists, counted from 0."""

MAX_DEPTH = 12
"""The most levels of fields and lists; a practice has 5."""

Value: TypeAlias = dict[str, Any] | list[Any] | str | None
"""Fields, items, a text as written, or nothing."""

_NOTHING = frozenset({"", "~", "null"})
"""What stands for nothing when it is not quoted (YAML 1.2.2 §10.2.1.1, less `Null` and `NULL`)."""


class Position(NamedTuple):
    """Where a value stands, as offsets into the text."""

    name_start: int
    """Start of its name; for an item of a list and for the whole file, of the value."""
    name_end: int
    start: int
    end: int
    """End of the value; -1 for fields and lists, which end lines further down."""


class ParseRefusal(NamedTuple):
    """Something YAML allows and we do not."""

    rule: str
    start: int
    end: int
    word: str
    """The name or mark in question."""
    first: int = -1
    """For what stands there twice: the start of the first one."""


@dataclass(slots=True)
class Reading:
    """What was understood of a text."""

    value: Value = None
    places: dict[Path, tuple[int, int, int, int]] = field(default_factory=dict)
    """A `Position` for each path, as a bare tuple because there are a hundred in each file."""
    refused: list[ParseRefusal] = field(default_factory=list)
    error: yaml.MarkedYAMLError | None = None
    """What stopped the parser; the value is what stands before it."""
    complete: bool = False
    """Whether the text was read to its end."""


def follow(text: str) -> Reading:
    """The values of the first document of a YAML text, all of them text as written.

    The text must hold printable characters only. Refuses duplicate-key, no-references, no-tags,
    empty-name and goes on; stops at complex-key, too-deep, second-document
    and an alias for a name.
    """
    reading = Reading()
    parser = _PARSER(text)
    try:
        _build(iter(parser.get_event, None), reading)
    except yaml.MarkedYAMLError as error:
        reading.error = error
    return reading


def _build(events: Iterable[Any], reading: Reading) -> None:
    """The hot loop: about a hundred rounds for each file, so it calls nothing it can do itself."""
    places, stack = reading.places, list[tuple[Any, bool, Path]]()
    container, in_fields, path = _OUTSIDE
    name: Any = None
    name_start = name_end = 0
    for event in events:
        kind = type(event)
        if kind is ScalarEvent:
            value, start, end = event.value, event.start_mark.index, event.end_mark.index
            if event.anchor is not None or event.tag is not None:
                _refuse_properties(reading, event)
            if in_fields and name is None:
                name, name_start, name_end = value, start, end
                if name in container or name in _ODD_NAMES:
                    _refuse_name(reading, event, path)
                continue
            if value in _NOTHING and event.implicit[0]:
                value = None
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            container, in_fields, path = stack.pop()
            continue
        elif kind in _BEGINNINGS:
            value, start, end = _BEGINNINGS[kind](), event.start_mark.index, -1
            if not _may_begin(reading, event, in_fields and name is None, len(stack)):
                return
        elif kind is AliasEvent:
            value, start, end = None, event.start_mark.index, event.end_mark.index
            reading.refused.append(ParseRefusal("no-references", start, end, f"*{event.anchor}"))
            if in_fields and name is None:
                return
        elif kind is DocumentStartEvent and () in places:
            reading.refused.append(ParseRefusal("second-document", event.start_mark.index, -1, ""))
            return
        else:
            continue
        if in_fields:
            container[name] = value
            here, name = (*path, name), None
        elif container is not None:
            here, name_start, name_end = (*path, len(container)), start, end
            container.append(value)
        else:
            here, name_start, name_end = (), start, end
            reading.value = value
        places[here] = (name_start, name_end, start, end)
        if end < 0:
            stack.append((container, in_fields, path))
            container, in_fields, path = value, kind is MappingStartEvent, here
    reading.complete = True


def _may_begin(reading: Reading, event: Any, as_name: bool, depth: int) -> bool:
    """Whether fields or a list may begin here."""
    start = event.start_mark.index
    if event.anchor is not None or event.tag is not None:
        _refuse_properties(reading, event)
    if as_name:
        reading.refused.append(ParseRefusal("complex-key", start, start + 1, ""))
    elif depth >= MAX_DEPTH:
        reading.refused.append(ParseRefusal("too-deep", start, start + 1, ""))
    else:
        return True
    return False


def _refuse_properties(reading: Reading, event: Any) -> None:
    start = event.start_mark.index
    if event.anchor is not None:
        word = f"&{event.anchor}"
        reading.refused.append(ParseRefusal("no-references", start, start + len(word), word))
    if event.tag is not None:
        reading.refused.append(ParseRefusal("no-tags", start, start + 1, event.tag))


def _refuse_name(reading: Reading, event: Any, path: Path) -> None:
    name, start, end = event.value, event.start_mark.index, event.end_mark.index
    if name == "<<" and event.implicit[0]:
        reading.refused.append(ParseRefusal("no-references", start, end, name))
    elif name == "" and event.implicit[0]:
        reading.refused.append(ParseRefusal("empty-name", start, end, name))
    if (*path, name) in reading.places:
        first = reading.places[(*path, name)][0]
        reading.refused.append(ParseRefusal("duplicate-key", start, end, name, first))


_PARSER: Any = getattr(yaml, "CSafeLoader", PatientLoader)
"""libyaml's parser, which is ten times as fast, wherever PyYAML was built with it."""

_BEGINNINGS: dict[type, type] = {MappingStartEvent: dict, SequenceStartEvent: list}
_OUTSIDE: tuple[Any, bool, Path] = (None, False, ())
_ODD_NAMES = frozenset({"", "<<"})
