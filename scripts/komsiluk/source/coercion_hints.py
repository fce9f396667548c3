"""A value in the wrong form to the way in which its author should write it."""

from __future__ import annotations

import re
from collections.abc import Callable

from komsiluk.messages import said
from komsiluk.text.slugs import slug


def number_in(text: str) -> str:
    """The only number of a text as digits, with a point before its decimals; empty when it is unclear.

    A mark before exactly three digits parts thousands.

    >>> number_in("2.000,50"), number_in("40 %"), number_in("1,900"), number_in("from 2 to 3")
    ('2000.50', '40', '1900', '')
    """
    found = _NUMERAL.findall(text)
    match = _DECIMALS.fullmatch(found[0]) if len(found) == 1 else None
    if match is None:
        return ""
    return re.sub(r"\D", "", match[1]) + (f".{match[2]}" if match[2] else "")


def _as_name(value: str) -> str:
    return said("how-to-write.id", slug=slug(value))


def _as_date(value: str) -> str:
    match = _BALKAN_DATE.fullmatch(value.strip())
    if match and int(match[2]) <= 12:
        day = f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
        return said("how-to-write.day", day=day)
    return said("how-to-write.date")


def _as_country(value: str) -> str:
    if re.fullmatch("[A-Za-z]{2}", value):
        return said("how-to-write.code", code=value.upper())
    return said("how-to-write.country")


def _as_address(value: str) -> str:
    rest = re.sub("^(?:[a-z]+:)?//", "", value.strip())
    if re.fullmatch(r"[\w.-]+\.\w+(?:/\S*)?", rest):
        return said("how-to-write.whole-address", address=f"https://{rest}")
    return said("how-to-write.address")


def _as_picture(value: str) -> str:
    stem, _, ending = value.rpartition("/")[2].rpartition(".")
    ending = {"jpeg": "jpg"}.get(ending.lower(), ending.lower())
    if ending not in ("jpg", "png", "webp"):
        return said("how-to-write.picture")
    return said("how-to-write.picture-name", name=f"images/{slug(stem)}.{ending}")


LANGUAGE_TAG = re.compile("[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?")
_NUMERAL = re.compile(r"[0-9](?:[0-9.,'’ ]*[0-9])?")
_DECIMALS = re.compile(r"([0-9]{1,3}(?:[.,'’ ][0-9]{3})+|[0-9]+)(?:[.,]([0-9]+))?")
_BALKAN_DATE = re.compile(r"(\d{1,2})[./] ?(\d{1,2})[./] ?(\d{4})\.?")

FORMS: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    ("^[a-z0-9]+(?:-", "id", _as_name),
    ("^[0-9]{4}", "date", _as_date),
    (
        "^[a-z]{2,3}(?:-[A-Z][a-z]",
        "language",
        lambda _: said("how-to-write.language"),
    ),
    ("^[A-Z]{2}$", "country", _as_country),
    (
        "^[A-Z]{3}$",
        "currency",
        lambda _: said("how-to-write.currency"),
    ),
    ("^https://", "address", _as_address),
    ("^images/", "picture", _as_picture),
    (
        "^[A-Za-z0-9._%+-]+@",
        "mailbox",
        lambda _: said("how-to-write.mailbox"),
    ),
)
"""How a form begins, what the catalogue calls it (`wrong-form.id`), and how to write what was meant."""
