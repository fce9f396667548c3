"""Answers as values to YAML that a person goes on writing in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Value: TypeAlias = "str | Plain | Mapping[str, Value] | Sequence[Value]"

_BLOCK = re.compile(r"[^\s#][^\n]*[^\s](?:\n\n?[^\s][^\n]*[^\s])*")
"""What a block keeps as it is: lines that begin and end with something, paragraphs apart by one."""

_HIDDEN = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""What a file of ours never holds as it is: controls, ends of line of others, marks of direction."""


class Plain(str):
    """A text that stands without quotation marks: a number, an id, a short name of a language."""


def written(values: Mapping[str, Value], kind: str, up: str = "../") -> str:
    """The file of a record: the place of its schema, and its fields in their order.

    Texts of one line stand in quotation marks, those of several below their names.
    """
    head = f"# yaml-language-server: $schema={up}_schema/{kind}.v1.json\n"
    return head + "\n".join(_fields(values, "")) + "\n"


def _fields(values: Mapping[str, Value], indent: str) -> Iterator[str]:
    for name, value in values.items():
        yield from _field(f"{indent}{name}:", value, indent)


def _field(start: str, value: Value, indent: str) -> Iterator[str]:
    if isinstance(value, str):
        yield from _text(start, value, indent)
    elif isinstance(value, Mapping):
        yield start
        yield from _fields(value, indent + "  ")
    elif all(isinstance(item, Plain) for item in value):
        yield f"{start} [{', '.join(map(str, value))}]"
    else:
        yield start
        for item in value:
            yield from _item(item, indent + "  ")


def _item(item: Value, indent: str) -> Iterator[str]:
    if not isinstance(item, Mapping):
        yield from _field(f"{indent}-", item, indent)
        return
    first, *rest = _fields(item, f"{indent}  ")
    yield f"{indent}- {first.lstrip(' ')}"
    yield from rest


def _text(start: str, text: str, indent: str) -> Iterator[str]:
    if isinstance(text, Plain):
        yield f"{start} {text}"
    elif "\n" in text and _BLOCK.fullmatch(text) and not _HIDDEN.search(text):
        yield f"{start} |-"
        yield from (f"{indent}  {line}" if line else "" for line in text.split("\n"))
    else:
        yield f"{start} {_quoted(text)}"


def _quoted(text: str) -> str:
    """JSON's way to quote is YAML's as well, but for characters that nobody sees."""
    return _HIDDEN.sub(
        lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False)
    )
