"""The objections of the model to messages for the person who wrote the file."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from typing import NamedTuple

from pydantic_core import ErrorDetails

from komsiluk.diagnostics import Message
from komsiluk.messages import message
from komsiluk.source.coercion_hints import FORMS, LANGUAGE_TAG, number_in
from komsiluk.text.nearest import nearest


class Objection(NamedTuple):
    """What is wrong with one field, and the facts that the message about it needs."""

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
    holder: Message = Message("this.practice")
    """The thing in which the field stands or is missing."""

    @property
    def quoted(self) -> Message:
        """The value of the field, for a message."""
        value = self.error["input"]
        if isinstance(value, str):
            return message("named", name=f"{value[:60]}…" if len(value) > 60 else value)
        return message("piece.a-list" if isinstance(value, list) else "piece.a-group")

    @property
    def subject(self) -> Message:
        """The subject of the objection, for a message."""
        return message("piece.an-item" if self.is_item else "named", name=self.name)


_Words = tuple[Message, Message]
"""Message and hint."""


def saying(objection: Objection) -> tuple[str, Message, Message]:
    """The rule, the message and the hint for one objection.

    An objection without words of ours is passed on in pydantic's words.
    """
    kind, value = objection.error["type"], objection.error["input"]
    rule, say = _SAYINGS.get(kind, ("wrong-type", _other))
    if kind != "missing" and (value is None or (isinstance(value, str) and not value.strip())):
        return ("missing-field", *_empty(objection))
    return (rule, *say(objection))


def _missing(objection: Objection) -> _Words:
    complaint = message("missing-field.message", owner=objection.holder, name=objection.name)
    meaning = objection.meaning.strip().partition("\n")[0].rstrip(".")
    if meaning[1:2].islower() or meaning[1:2] == " ":
        meaning = meaning[:1].lower() + meaning[1:]
    if meaning:
        return complaint, message("missing-field.meaning", name=objection.name, meaning=meaning)
    return complaint, message("missing-field.hint", name=objection.name)


def _empty(objection: Objection) -> _Words:
    kind = objection.error["type"]
    complaint = message("missing-field.nothing.message", subject=objection.subject)
    if objection.is_item:
        return complaint, message("missing-field.item.hint")
    what = "items" if kind == "tuple_type" else "fields" if kind in _GROUPS else "value"
    needed = "needed" if objection.required else "optional"
    return complaint, message(f"missing-field.{what}.{needed}")


def _text(objection: Objection) -> _Words:
    value, name = objection.error["input"], objection.name
    complaint = _should_be("text", objection)
    if isinstance(value, dict) and value and all(LANGUAGE_TAG.fullmatch(str(key)) for key in value):
        return complaint, message("wrong-type.languages.hint", name=name)
    return complaint, message("wrong-type.text.hint", name=name)


def _should_be(what: str, objection: Objection) -> Message:
    return message(f"wrong-type.{what}.message", subject=objection.subject, found=objection.quoted)


def _list(objection: Objection) -> _Words:
    value, name = objection.error["input"], objection.name
    complaint = _should_be("list", objection)
    if isinstance(value, dict):
        first = next(iter(value), "id")
        return complaint, message("wrong-type.hyphens.hint", first=first)
    if objection.inside:
        return complaint, _model_of(objection, f"{name}:\n  - ", "    ")
    return complaint, message("wrong-type.list.hint", name=name, value=value[:40])


def _group(objection: Objection) -> _Words:
    complaint = _should_be("group", objection)
    if isinstance(objection.error["input"], list) and not objection.is_item:
        return complaint, message("wrong-type.group.hint", name=objection.name)
    if objection.is_item:
        return complaint, _model_of(objection, "- ", "  ")
    return complaint, _model_of(objection, f"{objection.name}:\n  ", "  ")


def _model_of(objection: Objection, start: str, indent: str) -> Message:
    """The lines to write; `start` stands before the first field, `indent` before the others."""
    fields = f"\n{indent}".join(f"{name}: …" for name in objection.inside or ("…",))
    return message("wrong-type.lines.hint", lines=f"{start}{fields}")


def _by_language(objection: Objection) -> _Words:
    return _should_be("labels", objection), message("wrong-type.labels.hint", name=objection.name)


def _choice(objection: Objection) -> _Words:
    choices = str(objection.error.get("ctx", {}).get("expected", ""))
    choices = choices.replace("'", '"').replace(" or ", ", ")
    guess = nearest(
        str(objection.error["input"]), [part.strip('" ') for part in choices.split(",")]
    )
    complaint = message("unknown-choice.message", found=objection.quoted, name=objection.name)
    if guess:
        return complaint, message("unknown-choice.guess", guess=guess, choices=choices)
    return complaint, message("unknown-choice.hint", choices=choices)


def _number(objection: Objection) -> _Words:
    number = number_in(str(objection.error["input"]))
    hint = message("wrong-type.number.example", number=number) if number else None
    return _should_be("number", objection), hint or message("wrong-type.number.hint")


def _thousands(objection: Objection) -> _Words:
    value = str(objection.error["input"])
    whole, small = value.replace(".", ""), value.rstrip("0").rstrip(".")
    return (
        message(
            "wrong-form.thousands.message",
            found=objection.quoted,
            name=objection.name,
            whole=whole,
            small=small,
        ),
        message("wrong-form.thousands.hint", whole=whole, small=small),
    )


def _too_exact(objection: Objection) -> _Words:
    value = str(objection.error["input"])
    return (
        message("value-too-exact.message", found=objection.quoted, name=objection.name),
        message("value-too-exact.hint", example=f"{float(value):.2f}"),
    )


def _whole(objection: Objection) -> _Words:
    return _should_be("whole", objection), message("wrong-type.whole.hint")


def _yes_no(objection: Objection) -> _Words:
    return _should_be("truth", objection), message("wrong-type.truth.hint")


def _pattern(objection: Objection) -> _Words:
    pattern = str(objection.error.get("ctx", {}).get("pattern", ""))
    value = str(objection.error["input"])
    for start, kind, advise in FORMS:
        if pattern.startswith(start):
            return (
                message(
                    "wrong-form.message",
                    found=objection.quoted,
                    name=objection.name,
                    kind=message(f"wrong-form.{kind}"),
                ),
                advise(value),
            )
    return _other(objection)


def _no_such_day(objection: Objection) -> _Words:
    year, month, _ = map(int, str(objection.error["input"]).split("-"))
    return (
        message("wrong-form.day.message", found=objection.quoted, name=objection.name),
        message("wrong-form.day.hint", n=calendar.monthrange(year, month)[1]),
    )


def _too_few(objection: Objection) -> _Words:
    least = objection.error.get("ctx", {}).get("min_length", 1)
    return (
        message("wrong-count.few.message", subject=objection.subject),
        message("wrong-count.few.hint", n=least),
    )


def _too_many(objection: Objection) -> _Words:
    value, most = objection.error["input"], objection.error.get("ctx", {}).get("max_length", "")
    if isinstance(value, str):
        return (
            message("value-too-long.message", found=objection.quoted, name=objection.name),
            message("value-too-long.hint", limit=most),
        )
    return (
        message("wrong-count.many-items.message", subject=objection.subject, n=len(value)),
        message("wrong-count.many-items.hint", limit=most),
    )


def _range(objection: Objection) -> _Words:
    context, value = objection.error.get("ctx", {}), objection.error["input"]
    complaint = message("out-of-range.message", subject=objection.subject, value=value)
    if "ge" in context:
        return complaint, message("out-of-range.least", bound=context["ge"])
    return complaint, message("out-of-range.most", bound=context.get("le"))


def _other(objection: Objection) -> _Words:
    english = objection.error["msg"]
    return (
        message("wrong-type.other.message", subject=objection.subject, found=objection.quoted),
        message("sentence", text=f"{english[:1].lower()}{english[1:]}"),
    )


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
    "bool_type": ("wrong-type", _yes_no),
    "string_pattern_mismatch": ("wrong-form", _pattern),
    "string_too_short": ("missing-field", _too_few),
    "too_short": ("wrong-count", _too_few),
    "string_too_long": ("too-long", _too_many),
    "too_long": ("wrong-count", _too_many),
    "greater_than_equal": ("out-of-range", _range),
    "less_than_equal": ("out-of-range", _range),
}
