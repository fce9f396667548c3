"""Dates that are known by year, by month or by day (ISO 8601), to days and to their order."""

from __future__ import annotations

import datetime


def last_day(day: str) -> datetime.date:
    """The last day of a year, of a month of a year, or the day itself.

    >>> last_day("2026"), last_day("2028-02"), last_day("2026-11-22")
    (datetime.date(2026, 12, 31), datetime.date(2028, 2, 29), datetime.date(2026, 11, 22))
    """
    parts = [int(part) for part in day.split("-")]
    if len(parts) == 3:
        return datetime.date(parts[0], parts[1], parts[2])
    year, month = parts[0], parts[1] if len(parts) == 2 else 12
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return following - datetime.timedelta(days=1)


def is_before(date: str, other: str) -> bool:
    """Whether a date is surely before another. They are compared by the parts that both have.

    >>> is_before("2010", "2022-07-15"), is_before("2017", "2017-05"), is_before("2017-04", "2017-05")
    (True, False, True)
    """
    length = min(len(date), len(other))
    return date[:length] < other[:length]
