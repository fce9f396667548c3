"""A value in the wrong form to the way in which its author should write it."""

from __future__ import annotations

import re
from collections.abc import Callable

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
    return f"use small letters without accents, digits and single hyphens: {slug(value)}."


def _as_date(value: str) -> str:
    match = _BALKAN_DATE.fullmatch(value.strip())
    if match and int(match[2]) <= 12:
        return f'write the year first: "{match[3]}-{int(match[2]):02}-{int(match[1]):02}".'
    return 'write a year, a month or a day as "2017", "2017-02" or "2017-02-01".'


def _as_country(value: str) -> str:
    example = value.upper() if re.fullmatch("[A-Za-z]{2}", value) else "RS, MK, AL or BA"
    return f"write the country as its two capital letters: {example}."


def _as_address(value: str) -> str:
    rest = re.sub("^(?:[a-z]+:)?//", "", value.strip())
    whole = f": https://{rest}" if re.fullmatch(r"[\w.-]+\.\w+(?:/\S*)?", rest) else ""
    return f"write the whole address, with https:// at its beginning{whole}"


def _as_picture(value: str) -> str:
    stem, _, ending = value.rpartition("/")[2].rpartition(".")
    ending = {"jpeg": "jpg"}.get(ending.lower(), ending.lower())
    if ending not in ("jpg", "png", "webp"):
        return "save the picture as JPEG, PNG or WebP, and write images/, its name and its ending: images/kitchen.jpg."
    return f"call the file by small letters without accents, digits and hyphens, and write: images/{slug(stem)}.{ending}."


LANGUAGE_TAG = re.compile("[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?")
_NUMERAL = re.compile(r"[0-9](?:[0-9.,'’ ]*[0-9])?")
_DECIMALS = re.compile(r"([0-9]{1,3}(?:[.,'’ ][0-9]{3})+|[0-9]+)(?:[.,]([0-9]+))?")
_BALKAN_DATE = re.compile(r"(\d{1,2})[./] ?(\d{1,2})[./] ?(\d{4})\.?")

FORMS: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    ("^[a-z0-9]+(?:-", "written as an id", _as_name),
    ("^[0-9]{4}", "written as a date", _as_date),
    (
        "^[a-z]{2,3}(?:-[A-Z][a-z]",
        "the short name of a language",
        lambda _: "write the language as en, mk, sq, bs, de, sr-Latn or sr-Cyrl.",
    ),
    ("^[A-Z]{2}$", "the short name of a country", _as_country),
    (
        "^[A-Z]{3}$",
        "the short name of a currency",
        lambda _: "write the currency as its three capital letters: EUR.",
    ),
    ("^https://", "a whole web address", _as_address),
    ("^images/", "the name of a picture in the folder images", _as_picture),
    (
        "^[A-Za-z0-9._%+-]+@",
        "an e-mail address",
        lambda _: "write the whole address and nothing else: office@example.org.",
    ),
)
"""How a form begins, what it is called, and how to write what was meant."""
