"""What the model objects to, said to the person who wrote the file."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from typing import NamedTuple

from pydantic_core import ErrorDetails

from komsiluk.messages import said
from komsiluk.source.forms import FORMS, LANGUAGE_TAG, number_in
from komsiluk.text.nearest import nearest


class Objection(NamedTuple):
    """What is wrong with one field, and what the words for it need to know."""

    name: str
    """The field as the file has it."""
    error: ErrorDetails
    required: bool = False
    """Whether it must be there."""
    meaning: str = ""
    """What the model says about the field: a sentence."""
    inside: tuple[str, ...] = ()
    """The fields that a record in its place must have."""
    is_item: bool = False
    """Whether it is about an item of the list `name`."""

    @property
    def quoted(self) -> str:
        """What stands there, for a message."""
        value = self.error["input"]
        if isinstance(value, str):
            return f'"{value[:60]}…"' if len(value) > 60 else f'"{value}"'
        return "a list" if isinstance(value, list) else "a group of fields"

    @property
    def subject(self) -> str:
        """What it is about, for a message."""
        return f'an item of "{self.name}"' if self.is_item else f'"{self.name}"'


_Words = tuple[str, str]
"""Message and hint."""


def saying(objection: Objection) -> tuple[str, str, str]:
    """The rule, the message and the hint for one objection.

    An objection that we have no words for yet is passed on in pydantic's.
    """
    kind, value = objection.error["type"], objection.error["input"]
    if objection.name == "people" and isinstance(value, str) and "child" in value:
        return (
            "child-recognisable",
            said("child-recognisable.message"),
            said("child-recognisable.hint"),
        )
    rule, say = _SAYINGS.get(kind, ("wrong-type", _other))
    if kind != "missing" and (value is None or (isinstance(value, str) and not value.strip())):
        return ("missing-field", *_empty(objection))
    return (rule, *say(objection))


def _missing(objection: Objection) -> _Words:
    meaning = objection.meaning.strip().partition("\n")[0].rstrip(".")
    if meaning[1:2].islower() or meaning[1:2] == " ":
        meaning = meaning[:1].lower() + meaning[1:]
    return "", f'add a line "{objection.name}: …"' + (f": {meaning}." if meaning else ".")


def _empty(objection: Objection) -> _Words:
    kind = objection.error["type"]
    what = "its items below it, each after a hyphen" if kind == "tuple_type" else (
        "its fields below it, indented by two spaces" if kind in _GROUPS else "something after the colon"
    )  # fmt: skip
    if objection.is_item:
        return (
            f"{objection.subject} is empty",
            "write something after the hyphen, or delete the line.",
        )
    return f"{objection.subject} is empty", f"write {what}" + _unless(objection)


def _unless(objection: Objection) -> str:
    return "." if objection.required else ", or delete the line."


def _text(objection: Objection) -> _Words:
    value, name = objection.error["input"], objection.name
    message = f"{objection.subject} should be text, and is {objection.quoted}"
    if isinstance(value, dict) and value and all(LANGUAGE_TAG.fullmatch(str(key)) for key in value):
        return message, (
            f'write it in the original language only: {name}: "…". '
            "Each translation stands in a file of its own, such as t/mk.yml."
        )
    return message, f'write it on one line: {name}: "…"'


def _list(objection: Objection) -> _Words:
    value, name = objection.error["input"], objection.name
    message = f"{objection.subject} should be a list, and is {objection.quoted}"
    if isinstance(value, dict):
        first = next(iter(value), "id")
        return (
            message,
            f'begin each item with a hyphen, as in "- {first}: …", and its other fields below.',
        )
    if objection.inside:
        return message, _model_of(objection, f"{name}:\n  - ", "    ")
    return (
        message,
        f"write {name}: [{value[:40]}], or each item on a line of its own after a hyphen.",
    )


def _group(objection: Objection) -> _Words:
    message = f"{objection.subject} should be a group of fields, and is {objection.quoted}"
    if isinstance(objection.error["input"], list) and not objection.is_item:
        return message, f'take out the hyphens beneath "{objection.name}".'
    if objection.is_item:
        return message, _model_of(objection, "- ", "  ")
    return message, _model_of(objection, f"{objection.name}:\n  ", "  ")


def _model_of(objection: Objection, start: str, indent: str) -> str:
    """The lines to write; `start` stands before the first field, `indent` before the others."""
    fields = f"\n{indent}".join(f"{name}: …" for name in objection.inside or ("…",))
    return f"write it on lines of its own, indented like this:\n{start}{fields}"


def _by_language(objection: Objection) -> _Words:
    return f"{objection.subject} should have a line for each language, and is {objection.quoted}", (
        f'write below "{objection.name}", indented by two spaces: en: …'
    )


def _choice(objection: Objection) -> _Words:
    choices = str(objection.error.get("ctx", {}).get("expected", ""))
    choices = choices.replace("'", '"').replace(" or ", ", ")
    guess = nearest(
        str(objection.error["input"]), [part.strip('" ') for part in choices.split(",")]
    )
    asked = f'did you mean "{guess}"? The' if guess else "the"
    return (
        f'{objection.quoted} is not a choice for "{objection.name}"',
        f"{asked} choices are {choices}.",
    )


def _number(objection: Objection) -> _Words:
    number = number_in(str(objection.error["input"]))
    example = f": {number}" if number else ", with a point before decimals: 2000 or 12.5"
    return (
        f"{objection.subject} should be a number, and is {objection.quoted}",
        f"write digits only{example}.",
    )


def _thousands(objection: Objection) -> _Words:
    value = str(objection.error["input"])
    whole, small = value.replace(".", ""), value.rstrip("0").rstrip(".")
    return f'{objection.quoted} in "{objection.name}" may mean {whole} or {small}', (
        f"write {whole} or {small}; a point stands before decimals and not between thousands."
    )


def _too_exact(objection: Objection) -> _Words:
    value = str(objection.error["input"])
    return f'{objection.quoted} in "{objection.name}" is more exact than a town', (
        f"write at most two decimals, which is a kilometre: {float(value):.2f}."
    )


def _whole(objection: Objection) -> _Words:
    return f"{objection.subject} should be a whole number, and is {objection.quoted}", (
        "write digits only, as in 12."
    )


def _yes_no(objection: Objection) -> _Words:
    return (
        f"{objection.subject} should be true or false, and is {objection.quoted}",
        "write true or false.",
    )


def _pattern(objection: Objection) -> _Words:
    pattern = str(objection.error.get("ctx", {}).get("pattern", ""))
    value = str(objection.error["input"])
    for start, kind, advise in FORMS:
        if pattern.startswith(start):
            return f'{objection.quoted} in "{objection.name}" is not {kind}', advise(value)
    return _other(objection)


def _no_such_day(objection: Objection) -> _Words:
    year, month, _ = map(int, str(objection.error["input"]).split("-"))
    message = f'there is no day {objection.quoted}, as "{objection.name}" has it'
    return message, f"that month has {calendar.monthrange(year, month)[1]} days."


def _too_few(objection: Objection) -> _Words:
    least = objection.error.get("ctx", {}).get("min_length", 1)
    return (
        f"{objection.subject} has nothing in it",
        f"give at least {'one' if least == 1 else least}.",
    )


def _too_many(objection: Objection) -> _Words:
    value, most = objection.error["input"], objection.error.get("ctx", {}).get("max_length", "")
    if isinstance(value, str):
        return (
            f'{objection.quoted} is too long for "{objection.name}"',
            f"use at most {most} characters.",
        )
    return (
        f"{objection.subject} has {len(value)} items",
        f"keep at most {most}, the chief ones first.",
    )


def _range(objection: Objection) -> _Words:
    context, value = objection.error.get("ctx", {}), objection.error["input"]
    bound = f"{context['ge']} or more" if "ge" in context else f"{context.get('le')} or less"
    return f"{objection.subject} cannot be {value}", f"write {bound}."


def _other(objection: Objection) -> _Words:
    said = objection.error["msg"]
    return f"{objection.subject} cannot be read: {objection.quoted}", said[:1].lower() + said[
        1:
    ] + "."


_GROUPS = frozenset({"model_type", "dict_type", "model_attributes_type"})

_SAYINGS: dict[str, tuple[str, Callable[[Objection], _Words]]] = {
    "missing": ("missing-field", _missing),
    "string_type": ("wrong-type", _text),
    "tuple_type": ("wrong-type", _list),
    "model_type": ("wrong-type", _group),
    "dict_type": ("wrong-type", _by_language),
    "model_attributes_type": ("wrong-type", _group),
    "enum": ("unknown-choice", _choice),
    "literal_error": ("unknown-choice", _choice),
    "not_a_number": ("wrong-type", _number),
    "not_a_whole_number": ("wrong-type", _whole),
    "thousands": ("wrong-form", _thousands),
    "too_exact": ("too-precise-place", _too_exact),
    "no_such_day": ("wrong-form", _no_such_day),
    "int_type": ("wrong-type", _whole),
    "float_type": ("wrong-type", _number),
    "not_true_or_false": ("wrong-type", _yes_no),
    "bool_type": ("wrong-type", _yes_no),
    "string_pattern_mismatch": ("wrong-form", _pattern),
    "string_too_short": ("missing-field", _too_few),
    "too_short": ("wrong-count", _too_few),
    "string_too_long": ("too-long", _too_many),
    "too_long": ("wrong-count", _too_many),
    "greater_than_equal": ("out-of-range", _range),
    "less_than_equal": ("out-of-range", _range),
}
