"""Plain values to YAML as people write it here: folded texts, citations on one line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

_WIDTH = 100
_PLAIN = re.compile(r"[^\W\d_][^\n:#]*[^\s:#]")
_WORDS = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}
"""What some readers take for something else than text."""


def manuscript(value: dict[str, Any], schema: str = "") -> str:
    """The text of a file; `schema` is the way to the JSON Schema that editors shall use.

    >>> print(manuscript({"steps": [{"id": "ask", "source": {"id": "ab", "at": "b: c"}}]}), end="")
    steps:
      - id: ask
        source: {id: ab, at: "b: c"}
    """
    head = [f"# yaml-language-server: $schema={schema}"] if schema else []
    return "\n".join([*head, *_mapping(value, 0)]) + "\n"


def _mapping(value: dict[str, Any], indent: int) -> Iterator[str]:
    for key, item in value.items():
        yield from _entry(f"{' ' * indent}{key}:", item, indent)


def _entry(head: str, item: Any, indent: int) -> Iterator[str]:
    if isinstance(item, dict):
        if set(item) == {"id", "at"}:
            yield f"{head} {_flow(item)}"
        else:
            yield head
            yield from _mapping(item, indent + 2)
    elif isinstance(item, list):
        if all(isinstance(part, str) for part in item):
            yield f"{head} [{', '.join(map(_scalar, item))}]"
        else:
            yield head
            for part in item:
                yield from _item(part, indent + 2)
    else:
        yield from _text(head, item, indent)


def _item(part: dict[str, Any], indent: int) -> Iterator[str]:
    if set(part) == {"id", "at"}:
        yield f"{' ' * indent}- {_flow(part)}"
        return
    lines = _mapping(part, indent + 2)
    yield f"{' ' * indent}- {next(lines)[indent + 2 :]}"
    yield from lines


def _flow(value: dict[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {_scalar(item, True)}" for key, item in value.items()) + "}"


def _text(head: str, item: Any, indent: int) -> Iterator[str]:
    """A scalar behind its key, or below it when it does not fit into the line."""
    if isinstance(item, str) and ("\n" in item or len(head) + len(item) > _WIDTH - 4):
        yield f"{head} {'|-' if chr(10) in item else '>-'}"
        for line in item.split("\n"):
            yield from _folded(line, " " * (indent + 2))
    else:
        yield f"{head} {_scalar(item)}"


def _folded(text: str, margin: str) -> Iterator[str]:
    room = _WIDTH - len(margin)
    while len(text) > room:
        cut = text.rfind(" ", 1, room + 1)
        if cut < 0:
            break
        yield margin + text[:cut]
        text = text[cut + 1 :]
    yield margin + text if text else ""


def _scalar(item: Any, in_flow: bool = False) -> str:
    if not isinstance(item, str):
        return str(item)
    is_plain = _PLAIN.fullmatch(item) and item.lower() not in _WORDS
    if is_plain and not (in_flow and re.search(r"[,\[\]{}]", item)):
        return item
    return json.dumps(item, ensure_ascii=False)
