"""The JSON Schema of practices to the questions of the contribution form, in the order of the file."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from komsiluk.model.schema import schemas
from komsiluk.pages.declared import headings

SHORT = frozenset(
    {
        "original_language", "title", "tagline", "summary", "themes", "groups", "type", "countries",
        "organisations", "problem",
    }
)  # fmt: skip
"""The ten questions that everybody is asked; the others open on demand."""

NEW = {
    "organisations": ("organisation", ("type", "country", "url")),
    "places": ("place", ("kind", "country")),
    "projects": ("project", ()),
    "sources": ("source", ("language", "date", "url")),
}
"""The folders of records that a practice may name before they are there: what each holds, and the
fields of a new one beside its name."""

SCRIPTS = tuple(
    f"form/{name}.js"
    for name in (
        "yaml", "reader", "slugs", "answers", "base", "items", "names", "fields", "together", "dangers",
        "rules", "checks", "photographs", "zip", "pack", "drafts", "draft", "open", "translation", "send",
    )
)  # fmt: skip
"""The scripts of the form in the theme's folder, in the order in which they build on each other."""

_PARTS = {
    "schema_version": "what",
    "countries": "where",
    "organisations": "who",
    "problem": "problem",
    "steps": "steps",
    "results": "results",
    "resources": "resources",
    "participation": "learnt",
    "evaluation": "after",
    "transfer": "transfer",
    "session": "session",
    "related": "related",
    "images": "images",
    "stories": "stories",
    "contact": "safe",
}
"""The field with which each part of the form begins; fields that are not listed stay in the part before them."""

_FORMS = (
    ("^[0-9]{4}", "day"),
    ("^[a-z]{2,3}(?:-[A-Z][a-z]", "language"),
    ("^[A-Z]{2}$", "country"),
    ("^[A-Z]{3}$", "currency"),
    ("^https://", "web"),
    ("^images/", "photograph"),
    ("^[A-Za-z0-9._%+-]+@", "mailbox"),
)
"""How a pattern begins, and the kind of question that it makes."""

_OWN = {
    ("practice", "updated"): "today",
    ("provenance", "route"): "route",
    ("provenance", "licence_agreed"): "agreed",
}
"""Fields that the form answers by itself, or by a tick."""

_LONG = 120
"""A text of more characters than that gets more than one line to write in."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """One field of a file, as a form asks for it."""

    name: str
    """The field's name in the file."""
    kind: str
    """`line`, `text`, `number`, `whole`, `choice`, `concept`, `concepts`, `reference`, `references`,
    `countries`, `sibling` (another item of the same list), `labels` (words by language), one of
    `_FORMS`, one of `_OWN`, `constant`, `id`; `group` and `list` hold parts."""
    record: str
    """The record it belongs to, in kebab-case: `step`, `editors-note`."""
    required: bool = False
    characters: int | None = None
    words: int | None = None
    most: int | None = None
    """The highest number, or the most items."""
    least: int | None = None
    pattern: str = ""
    choices: tuple[str, ...] = ()
    default: str = ""
    of: str = ""
    """The vocabulary or the folder of records that it chooses from."""
    example: str = ""
    parts: tuple[Question, ...] = ()

    @property
    def phrases(self) -> tuple[str, ...]:
        """The keys of its label: its own, the one that records share, and the heading above it on pages,
        if the model names one."""
        name = self.name.replace("_", "-")
        heading = headings().get((self.record, self.name))
        own = (f"form.{self.record}.{name}", f"form.any.{name}")
        return (*own, heading) if heading else own


@dataclass(frozen=True, kw_only=True)
class FormPart:
    """A part of the form, with a heading of its own."""

    name: str
    questions: tuple[Question, ...]

    @property
    def is_short(self) -> bool:
        """Whether everybody is asked something in it."""
        return any(question.name in SHORT for question in self.questions)


@functools.cache
def parts() -> tuple[FormPart, ...]:
    """The parts of the form for a practice. Kept until the process ends: the schema never changes."""
    questions_by_part: list[tuple[str, list[Question]]] = []
    for question in questions("practice"):
        if question.name in _PARTS:
            questions_by_part.append((_PARTS[question.name], []))
        questions_by_part[-1][1].append(question)
    return tuple(
        FormPart(name=name, questions=tuple(part_questions))
        for name, part_questions in questions_by_part
    )


@functools.cache
def questions(kind: str) -> tuple[Question, ...]:
    """The questions for a file of a kind: `practice`, `organisation`, `place`, `source`, `project`.

    Kept until the process ends: the schemas never change.
    """
    schema = json.loads(schemas()[f"{kind}.v1.json"])
    return tuple(_of_record(kind, schema, schema.get("$defs", {})))


def _of_record(
    record: str, schema: Mapping[str, Any], definitions: Mapping[str, Any]
) -> Iterator[Question]:
    required = frozenset(schema.get("required", ()))
    for name, field in schema["properties"].items():
        default = field.get("default")
        yield Question(
            name=name,
            record=record,
            required=name in required or (name == "basis" and default is not None),
            default=default if isinstance(default, str) else "",
            **_kind_of(record, name, field, definitions),
        )


def _kind_of(
    record: str, name: str, field: Mapping[str, Any], definitions: Mapping[str, Any]
) -> dict[str, Any]:
    """The kind of question for a field, with its limits and choices."""
    if own := _OWN.get((record, name)):
        return {"kind": own}
    if "const" in field:
        return {"kind": "constant", "choices": (str(field["const"]),)}
    if "$ref" in field:
        title, definition = _definition(field["$ref"], definitions)
        if "enum" in definition:
            return {"kind": "choice", "choices": tuple(definition["enum"])}
        return {"kind": "group", "parts": tuple(_of_record(title, definition, definitions))}
    if field.get("type") == "array":
        return _many(field, definitions)
    if "enum" in field:
        return {"kind": "choice", "choices": tuple(field["enum"])}
    if "anyOf" in field or field.get("type") in ("integer", "number"):
        kind = "whole" if field.get("type") == "integer" else "number"
        return {"kind": kind, "least": field.get("minimum"), "most": field.get("maximum")}
    if field.get("type") == "object":
        return {"kind": "labels" if "additionalProperties" in field else "group"}
    return _text(name, field)


def _many(field: Mapping[str, Any], definitions: Mapping[str, Any]) -> dict[str, Any]:
    items = field["items"]
    size = {"least": field.get("minItems"), "most": field.get("maxItems")}
    if "$ref" in items:
        title, definition = _definition(items["$ref"], definitions)
        return {"kind": "list", "parts": tuple(_of_record(title, definition, definitions)), **size}
    if "x-vocabulary" in items:
        return {"kind": "concepts", "of": items["x-vocabulary"], **size}
    if "x-reference" in items:
        return {"kind": "references", "of": items["x-reference"], **size}
    return {"kind": "countries", "of": "countries", **size}


def _text(name: str, field: Mapping[str, Any]) -> dict[str, Any]:
    pattern = field.get("pattern", "")
    limits = {"characters": field.get("maxLength"), "words": field.get("x-max-words")}
    example = str(next(iter(field.get("examples", ())), ""))
    if "x-vocabulary" in field:
        return {"kind": "concept", "of": field["x-vocabulary"]}
    if "x-reference" in field:
        return {"kind": "reference", "of": field["x-reference"]}
    for beginning, kind in _FORMS:
        if pattern.startswith(beginning):
            return {"kind": kind, "pattern": pattern, "example": example}
    if pattern.startswith("^[a-z0-9]+(?:-"):
        return {"kind": "id" if name == "id" else "sibling"}
    is_long = bool(limits["words"] and not limits["characters"])
    is_long = is_long or (limits["characters"] or 0) > _LONG
    return {"kind": "text" if is_long else "line", "example": example, **limits}


def _definition(reference: str, definitions: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    """The record that a reference names, in kebab-case: `EditorsNote` → `editors-note`."""
    name = reference.rsplit("/", 1)[-1]
    return re.sub("(?<=[a-z])(?=[A-Z])", "-", name).lower(), definitions[name]
