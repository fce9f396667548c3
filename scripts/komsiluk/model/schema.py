"""The model to JSON Schemas (2020-12): closed, with titles, descriptions and examples."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from komsiluk.model.practice import Practice
from komsiluk.model.records import Anthology, Organisation, Place, Project, Source, Vocabulary
from komsiluk.model.translation import TranslationHead
from komsiluk.model.withdrawal import Withdrawal

DIALECT = "https://json-schema.org/draft/2020-12/schema"
MODELS: Mapping[str, type[BaseModel]] = {
    "practice": Practice,
    "organisation": Organisation,
    "place": Place,
    "project": Project,
    "source": Source,
    "vocabulary": Vocabulary,
    "collection": Anthology,
    "withdrawn": Withdrawal,
}


@functools.cache
def schemas() -> Mapping[str, str]:
    """The text of each schema by its file's name, such as `practice.v1.json`.

    Made once, in 80 ms, and kept until the process ends: the questions of the form need them one by one,
    and the model never changes.
    """
    by_name = {name: _schema(model) for name, model in MODELS.items()}
    by_name["translation"] = _translation(by_name["practice"])
    return {
        f"{name}.v1.json": json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
        for name, schema in sorted(by_name.items())
    }


def _schema(model: type[BaseModel]) -> dict[str, Any]:
    schema: dict[str, Any] = _tidied(model.model_json_schema())
    return {"$schema": DIALECT, **schema}


def _tidied(value: Any, *, names: bool = False) -> Any:
    """Bounds by their names in JSON Schema, optional fields without null, titles for people.

    `names` is whether the keys of a mapping are names of fields and not words of JSON Schema.
    """
    if isinstance(value, list):
        return [_tidied(item) for item in value]
    if not isinstance(value, dict):
        return value
    if names:
        return {key: _titled(key, _tidied(item)) for key, item in value.items()}
    tidied = {
        {"ge": "minimum", "le": "maximum"}.get(key, key): _tidied(
            item, names=key in ("properties", "$defs")
        )
        for key, item in value.items()
    }
    choices = tidied.get("anyOf")
    if isinstance(choices, list) and {"type": "null"} in choices:
        rest = [choice for choice in choices if choice != {"type": "null"}]
        tidied.pop("anyOf")
        tidied.pop("default", None)
        tidied = {**(rest[0] if len(rest) == 1 else {"anyOf": rest}), **tidied}
    if isinstance(tidied.get("title"), str):
        tidied["title"] = _words(tidied["title"])
    if "description" in tidied:
        tidied["description"] = " ".join(tidied["description"].split())
    return tidied


def _titled(name: str, schema: Any) -> Any:
    """A field of its own record has no title from pydantic; it gets one from its name."""
    return schema if "title" in schema else {"title": _words(name), **schema}


def _words(name: str) -> str:
    """`EditorsNote` → `Editors note`, `not_suitable_when` → `Not suitable when`."""
    words = re.sub("(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ")
    return words[:1].upper() + words[1:].lower()


def _translation(practice: dict[str, Any]) -> dict[str, Any]:
    """The schema of `t/<language>.yml`: the texts of a practice, lists by the ids of their items."""
    head = _schema(TranslationHead)
    texts = _texts(practice, practice["$defs"])
    return {
        **head,
        "title": "Translation",
        "description": "A translation of a practice: its texts under the same names, items by their ids.",
        "properties": {**head["properties"], **texts["properties"]},
    }


def _texts(schema: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """The part of an object's schema that is text for readers; nothing in it is required."""
    properties: dict[str, Any] = {}
    for name, field in schema.get("properties", {}).items():
        text = _text_of(field, definitions)
        if text is not None:
            properties[name] = {
                "title": field["title"],
                "description": field["description"],
                **text,
            }
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _text_of(field: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any] | None:
    if field.get("x-i18n"):
        return {
            key: field[key]
            for key in ("type", "description", "x-i18n", "x-markdown")
            if key in field
        }
    if "$ref" in field:
        inner = _texts(definitions[field["$ref"].rsplit("/", 1)[-1]], definitions)
        return inner if inner["properties"] else None
    if field.get("type") == "array" and "$ref" in field.get("items", {}):
        item = _text_of(field["items"], definitions)
        if item is None:
            return None
        return {
            "type": "object",
            "description": "Each item by its id.",
            "additionalProperties": item,
        }
    return None
