"""A period to words of a language, and to a duration."""

from __future__ import annotations

from dataclasses import dataclass

from komsiluk.model.account import Period
from komsiluk.model.words import Words


@dataclass(frozen=True, slots=True)
class Duration:
    """How long something took."""

    months: int
    """Of the calendar, the first and the last included; a year that is known alone counts whole."""
    is_exact: bool
    """Whether both ends are known to the month."""


def period_line(start: str | None, end: str | None, words: Words) -> str:
    """When something took place, from ISO 8601 years, months or days; empty when neither is known."""
    if start and end:
        return words.say("period.between", start=words.day(start), end=words.day(end))
    if start:
        return words.say("period.since", start=words.day(start))
    return words.say("period.until", end=words.day(end)) if end else ""


def duration(period: Period | None) -> Duration | None:
    """How long a period was; None unless both its ends are known.

    >>> duration(Period(start="2017", end="2018", source={"id": "s", "at": "p. 1"}))
    Duration(months=24, is_exact=False)
    """
    if period is None or not period.start or not period.end:
        return None
    first, last = _month(period.start, otherwise=1), _month(period.end, otherwise=12)
    shorter = min(len(period.start), len(period.end))
    return Duration(months=last - first + 1, is_exact=shorter >= len("2026-11"))


def _month(day: str, *, otherwise: int) -> int:
    """Months since the year 0; `otherwise` is the month of a year that is known alone."""
    year, month = (day.split("-") + [""])[:2]
    return int(year) * 12 + (int(month) if month else otherwise)
