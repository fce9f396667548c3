"""A value in the wrong form to the way in which its author should write it."""

from __future__ import annotations

import re
from collections.abc import Callable

from komsiluk.diagnostics import Message
from komsiluk.messages import message
from komsiluk.text.slugs import slug


def number_in(text: str) -> str:
    """The only number of a text as digits, with a point before its decimals; empty when it is unclear.

    A mark before exactly three digits parts thousands.

    >>> number_in("2.000,50"), number_in("40 %"), number_in("1,900"), number_in("from 2 to 3")
    ('2000.50', '40', '1900', '')
    """
    numerals = _NUMERAL.findall(text)
    match = _DECIMALS.fullmatch(numerals[0]) if len(numerals) == 1 else None
    if match is None:
        return ""
    return re.sub(r"\D", "", match[1]) + (f".{match[2]}" if match[2] else "")


def _as_name(value: str) -> Message:
    return message("how-to-write.id", slug=slug(value))


def _as_date(value: str) -> Message:
    match = _BALKAN_DATE.fullmatch(value.strip())
    if match and int(match[2]) <= 12:
        day = f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
        return message("how-to-write.day", day=day)
    return message("how-to-write.date")


def _as_country(value: str) -> Message:
    if re.fullmatch("[A-Za-z]{2}", value):
        return message("how-to-write.code", code=value.upper())
    return message("how-to-write.country")


def _as_address(value: str) -> Message:
    rest = re.sub("^(?:[a-z]+:)?//", "", value.strip())
    if re.fullmatch(r"[\w.-]+\.\w+(?:/\S*)?", rest):
        return message("how-to-write.whole-address", address=f"https://{rest}")
    return message("how-to-write.address")


def _as_picture(value: str) -> Message:
    stem, _, ending = value.rpartition("/")[2].rpartition(".")
    ending = {"jpeg": "jpg"}.get(ending.lower(), ending.lower())
    if ending not in ("jpg", "png", "webp"):
        return message("how-to-write.picture")
    return message("how-to-write.picture-name", name=f"images/{slug(stem)}.{ending}")


LANGUAGE_TAG = re.compile("[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?")
_NUMERAL = re.compile(r"[0-9](?:[0-9.,'’ ]*[0-9])?")
_DECIMALS = re.compile(r"([0-9]{1,3}(?:[.,'’ ][0-9]{3})+|[0-9]+)(?:[.,]([0-9]+))?")
_BALKAN_DATE = re.compile(r"(\d{1,2})[./] ?(\d{1,2})[./] ?(\d{4})\.?")

FORMS: tuple[tuple[str, str, Callable[[str], Message]], ...] = (
    ("^[a-z0-9]+(?:-", "id", _as_name),
    ("^[0-9]{4}", "date", _as_date),
    (
        "^[a-z]{2,3}(?:-[A-Z][a-z]",
        "language",
        lambda _: message("how-to-write.language"),
    ),
    ("^[A-Z]{2}$", "country", _as_country),
    (
        "^[A-Z]{3}$",
        "currency",
        lambda _: message("how-to-write.currency"),
    ),
    ("^https://", "address", _as_address),
    ("^images/", "picture", _as_picture),
    (
        "^[A-Za-z0-9._%+-]+@",
        "mailbox",
        lambda _: message("how-to-write.mailbox"),
    ),
)
"""How a form begins, what the catalogue calls it (`wrong-form.id`), and how to write what was meant."""
