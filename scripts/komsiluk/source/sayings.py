"""What the model objects to, said to the person who wrote the file."""

from __future__ import annotations

from collections.abc import Callable

from pydantic_core import ErrorDetails

from komsiluk.text.nearest import nearest


def saying(name: str, error: ErrorDetails) -> tuple[str, str, str]:
    """The rule, the message and the hint for one objection to the field `name`.

    An objection that we have no words for yet is passed on in pydantic's.
    """
    rule, say = _SAYINGS.get(error["type"], ("wrong-type", _other))
    return (rule, *say(name, error))


def _quoted(error: ErrorDetails) -> str:
    text = str(error["input"])
    return f'"{text[:60]}…"' if len(text) > 60 else f'"{text}"'


def _missing(name: str, error: ErrorDetails) -> tuple[str, str]:
    return "", f'add a line "{name}: …".'


def _text(name: str, error: ErrorDetails) -> tuple[str, str]:
    if error["input"] is None:
        return f'"{name}" is empty', "write the text after the colon, or delete the line."
    kind = "a list" if isinstance(error["input"], list) else "a group of fields"
    return f'"{name}" should be text, and is {kind}', f'write it on one line: {name}: "…"'


def _list(name: str, error: ErrorDetails) -> tuple[str, str]:
    if error["input"] is None:
        return f'"{name}" is empty', "write the items below it, each after a hyphen, or delete the line."
    if isinstance(error["input"], str):
        return f'"{name}" should be a list, and is the text {_quoted(error)}', (
            f"write {name}: [{error['input'][:40]}], or each item on a line of its own after a hyphen."
        )
    return f'"{name}" should be a list', "write each item on a line of its own after a hyphen."


def _group(name: str, error: ErrorDetails) -> tuple[str, str]:
    if error["input"] is None:
        return f'"{name}" is empty', "write its fields below it, indented, or delete the line."
    if isinstance(error["input"], list):
        return f'"{name}" should be one group of fields, and is a list', "take out the hyphens."
    return f'"{name}" should be a group of fields, and is the text {_quoted(error)}', (
        "write its fields below it, each on a line of its own and indented by two spaces."
    )


def _choice(name: str, error: ErrorDetails) -> tuple[str, str]:
    choices = str(error.get("ctx", {}).get("expected", "")).replace("'", '"').replace(" or ", ", ")
    guess = nearest(str(error["input"]), [part.strip('" ') for part in choices.split(",")])
    asked = f'did you mean "{guess}"? ' if guess else ""
    return f'{_quoted(error)} is not a choice for "{name}"', f"{asked}The choices are {choices}."


def _number(name: str, error: ErrorDetails) -> tuple[str, str]:
    return f'"{name}" should be a number, and is {_quoted(error)}', (
        "write digits only, with a point before decimals: 2000 or 12.5."
    )


def _whole(name: str, error: ErrorDetails) -> tuple[str, str]:
    return f'"{name}" should be a whole number, and is {_quoted(error)}', "write digits only: 12."


def _yes_no(name: str, error: ErrorDetails) -> tuple[str, str]:
    return f'"{name}" should be true or false, and is {_quoted(error)}', "write true or false."


def _pattern(name: str, error: ErrorDetails) -> tuple[str, str]:
    pattern = str(error.get("ctx", {}).get("pattern", ""))
    hint = next((hint for start, hint in _PATTERNS if pattern.startswith(start)), f"it should match {pattern}.")
    return f'{_quoted(error)} cannot stand in "{name}"', hint


def _too_few(name: str, error: ErrorDetails) -> tuple[str, str]:
    least = error.get("ctx", {}).get("min_length", 1)
    if isinstance(error["input"], str):
        return f'"{name}" is empty', "write the text after the colon, or delete the line."
    return f'"{name}" has too few items', f"give at least {least}."


def _too_many(name: str, error: ErrorDetails) -> tuple[str, str]:
    most = error.get("ctx", {}).get("max_length", "")
    if isinstance(error["input"], str):
        return f'{_quoted(error)} is too long for "{name}"', f"use at most {most} characters."
    return f'"{name}" has {len(error["input"])} items', f"keep at most {most}, the chief ones first."


def _range(name: str, error: ErrorDetails) -> tuple[str, str]:
    context = error.get("ctx", {})
    bound = f"at least {context['ge']}" if "ge" in context else f"at most {context.get('le')}"
    return f'"{name}" is {_quoted(error)}', f"it should be {bound}."


def _other(name: str, error: ErrorDetails) -> tuple[str, str]:
    return f'"{name}" cannot be read: {_quoted(error)}', error["msg"][:1].lower() + error["msg"][1:] + "."


_PATTERNS = (
    ("^[a-z0-9]+(?:-", "use small letters without accents, digits and single hyphens: good-neighbor-clubs."),
    ("^[0-9]{4}", 'write a year, a month or a day as "2017", "2017-02" or "2017-02-01".'),
    ("^[a-z]{2,3}(?:-[A-Z][a-z]", "write the language as en, mk, sq, bs, de, sr-Latn or sr-Cyrl."),
    ("^[A-Z]{2}$", "write the country as its two capital letters: RS, MK, AL, BA."),
    ("^[A-Z]{3}$", "write the currency as its three capital letters: EUR."),
    ("^https://", "write a whole address that begins with https://."),
)

_SAYINGS: dict[str, tuple[str, Callable[[str, ErrorDetails], tuple[str, str]]]] = {
    "missing": ("missing-field", _missing),
    "string_type": ("wrong-type", _text),
    "tuple_type": ("wrong-type", _list),
    "model_type": ("wrong-type", _group),
    "dict_type": ("wrong-type", _group),
    "model_attributes_type": ("wrong-type", _group),
    "enum": ("unknown-choice", _choice),
    "literal_error": ("unknown-choice", _choice),
    "not_a_number": ("wrong-type", _number),
    "not_a_whole_number": ("wrong-type", _whole),
    "int_type": ("wrong-type", _whole),
    "float_type": ("wrong-type", _number),
    "not_true_or_false": ("wrong-type", _yes_no),
    "string_pattern_mismatch": ("wrong-form", _pattern),
    "string_too_short": ("missing-field", _too_few),
    "too_short": ("wrong-count", _too_few),
    "string_too_long": ("too-long", _too_many),
    "too_long": ("wrong-count", _too_many),
    "greater_than_equal": ("out-of-range", _range),
    "less_than_equal": ("out-of-range", _range),
}
