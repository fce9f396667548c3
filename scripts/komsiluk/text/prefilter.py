"""A text to whether `dangers.find` has to look at it: a collection has tens of thousands of texts.

The filter looks first for signs that prose seldom has, and for what stands around numbers. Looking for
one character is the quickest search in Python, and many times quicker than the patterns.
"""

from __future__ import annotations

import re


def is_suspect(text: str) -> bool:
    """Whether `dangers.find` may find something, in any context but degrees.

    It may suspect a harmless text, but it never passes a dangerous one; tests check that.

    >>> is_suspect("Od 2019. do 2021. u 3 grada"), is_suspect("Zovite 064/123-45-67")
    (False, True)
    """
    return _has_signs(text) or _has_numbers(text)


def _has_signs(text: str) -> bool:
    """Whether there are mailboxes, links, marks of other languages, or signs of coordinates."""
    return (
        "@" in text
        or "°" in text
        or ("{" in text and _BRACE.search(text) is not None)
        or ("]" in text and _BRACKET.search(text) is not None)
        or ("<" in text and _TAG.search(text) is not None)
        or ("+" in text and _PLUS.search(text) is not None)
        or ("=" in text and _EQUALS.search(text) is not None)
        or ("!" in text and ("!3d" in text or "!4d" in text))
        or ("(" in text and ("(at" in text or "(et" in text))
        or ("[" in text and ("[at" in text or "[et" in text))
        or (":" in text and _COLON.search(text) is not None)
        or ("/" in text and _SLASH.search(text) is not None)
    )


def _has_numbers(text: str) -> bool:
    """Whether there are numbers of people, telephones, points of the earth, ages, or houses."""
    has_numbers = False
    for run in _RUNS.finditer(text):
        has_numbers = True
        start, end = run.span()
        if (end - start != _A_YEAR or not text[start:end].isdigit()) and (
            (end - start >= _SHORTEST and _is_long(text, start, end))
            or (text[start - 1 : start] in _BEFORE_AGES and _AGE.match(text, max(0, start - 2)))
            or (
                _HOUSE.search(text, start, end + 1)
                and _STREET.search(text, max(0, start - _LONGEST_ADDRESS), start)
            )
        ):
            return True
        if text[end : end + 2] in _NOT_BEFORE_STREETS:
            continue
        if _STREET_BEHIND.match(text, end):
            return True
    return has_numbers and any(word in text for word in _AGED) and bool(_AGED_NUMBER.search(text))


def _is_long(text: str, start: int, end: int) -> bool:
    if _LONG.search(text, start, end + 2):
        return True
    before = text[start - 1 : start]
    return bool(
        (before in _BEFORE_LABELLED or before.isalpha())
        and _SIX_DIGITS.search(text, start, end)
        and _LABEL.search(text, max(0, start - _LONGEST_LABEL), start)
    )


_BRACE = re.compile(r"\{[{%#:]")
_BRACKET = re.compile(r"\][(:\[]")
_TAG = re.compile(r"<[/A-Za-z!]|<(?<=--8<)")
_PLUS = re.compile(
    r"\+[2-9CFGHJMPQRVWX]{2}(?<=[2-9CFGHJMPQRVWX]\+..)|\+(?=[ \u00a0]?[1-9][0-9 \u00a0()/.\-–]{6})"
)
_EQUALS = re.compile(r"=(?<=(?:lat|lon|lng|ude)=)")
_COLON = re.compile(
    r":(?<=(?:geo|lat|lon|lng|ude):)|:::"
    r"|:(?<=[Rr][Ii][Pp][Tt]:)|:(?<=[Rr][Ii][Pp][Tt][ \u00a0]:)|:(?<=[Aa][Tt][Aa]:)[tia]"
)
_SLASH = re.compile(r"/(?<=\.[A-Za-z]{2}/)|/(?<=\.[A-Za-z]{3}/)|/(?<=\.[A-Za-z]{4}/)|///")

_A_YEAR, _SHORTEST = 4, 5
"""The characters of a year, and of the shortest number of anything else."""
_LONGEST_LABEL = 60
"""The most characters between a number and the start of the word that makes it a telephone's or person's."""
_LONGEST_ADDRESS = 150
_BEFORE_LABELLED = " \u00a0.:"
_BEFORE_AGES = "( \u00a0"
_NOT_BEFORE_STREETS = frozenset({").", ")", ") ", ".", "\n", ".\n", ")\n", ". ", ", ", ""})
_RUNS = re.compile(r"[0-9][0-9]*(?:[ \u00a0()/.,\-–]{1,3}[0-9]+)*")
_LONG = re.compile(
    r"[0-9]{8}"
    r"|(?<![0-9])0[ \u00a0]?(?:[ \u00a0()/.\-–]{0,3}[0-9]){8}"
    r"|[0-9][.,][0-9]{3,}(?:[0-9]|[ \u00a0]?[NSEW])"
)
_SIX_DIGITS = re.compile(r"[0-9](?:[ \u00a0()/.\-–]{0,2}[0-9]){5}")
_LABEL = re.compile(
    r"(?:[Tt]el|TEL|[Тт]ел|hone|[Mm]ob|[Мм]об|[Ff]a[xk]|[Фф]акс|iber|ајбер|hats[Aa]pp|[Hh]andy|[Cc]el"
    r"|MBG|ЈМБГ|ЕМБГ|MŠO|OIB|broj|број|građan|грађан|kart|карт|asoš|асош|ersonal|njoftim|asaport"
    r"|assport|pass)[A-Za-zÀ-ɏЀ-ӿ]{0,8}[ \u00a0.:]{0,3}"
    r"(?:(?:br|бр|broj|број|nr|Nr|no|No|number|ID)\.?[ \u00a0.:]{0,3})?[A-Z]{0,2}\Z"
)
_AGE = re.compile(
    r".?\([1-9][0-9]?[ \u00a0]?[)A-Za-zА-я]|,[ \u00a0][1-9][0-9]?(?:,|[ \u00a0][yJv])", re.DOTALL
)
_AGED = ("year-old", "odišn", "одишњ", "одишн", "vjeçar", "jährig")
_AGED_NUMBER = re.compile(r"[0-9]-?[ \u00a0]?(?:year-old|godišn|годишњ|годишн|vjeçar|jährig)")
_HOUSE = re.compile(r"(?<=[ \u00a0.jј])[0-9]{1,3}(?![0-9%])")
_STREET = re.compile(
    r"(?<![A-Za-zÀ-ÖØ-öø-ɏЀ-ӿ])(?:[Uu]l\.|[Uu]lic|[Уу]л\.|[Уу]лиц|[Bb]ul\.|[Bb]ulev|[Бб]ул\.|[Бб]улев"
    r"|[Rr]r\.|[Rr]rug|RRUGA|Trg|Трг|Sheshi|Šetal|Шет|Kej|Кеј)"
    r"|(?:[Ss]tra(?:ß|ss)e|str\.|[Gg]asse|[Aa]llee)[ \u00a0](?:(?:der|des|am|zum|zur)[ \u00a0][^0-9\n]+)?\Z"
)
_STREET_BEHIND = re.compile(
    r"[A-Za-z]?[ \u00a0][A-ZÀ-ÞĀ-ɏЀ-Я][^0-9\n]{0,100}(?:Street|Road|Avenue|Lane|Square|St\.|Rd\.|Ave\.)"
)
