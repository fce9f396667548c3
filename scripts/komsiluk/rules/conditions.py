"""The conditions of which the table of rules is made: what each asks of a record.

`form/rules.js` has the same ones. A condition that holds gives a value, which the message may name:
anything but None. One of these names goes with `field` in each condition of `table.yml`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from komsiluk.rules.known import Known
from komsiluk.text.dangers import is_few_people, names
from komsiluk.text.days import is_before, last_day


class Holder(NamedTuple):
    """A record that is judged, and where it stands."""

    record: object
    root: object
    """The whole file's record."""
    item: object = None
    """The item of the list `each`, which a rule calls "."."""

    def value(self, field: str) -> Any:
        """What stands at `a.b` of the record, or at `/a.b` of the whole; None for what says nothing."""
        if field == ".":
            return self.item
        is_of_root, names = _way(field)
        value: object = self.root if is_of_root else self.record
        for name in names:
            value = getattr(value, name, None)
        return None if value == "" or value == () else value

    def values(self, field: str) -> Sequence[Any]:
        """The items of the list at `a`, or of one field of each for `a.b`; one value is a list of one."""
        name, _, inner = field.partition(".")
        value = self.value(name or ".")
        items = value if isinstance(value, tuple) else () if value is None else (value,)
        return [getattr(item, inner, None) for item in items] if inner else items


@functools.cache
def _way(field: str) -> tuple[bool, tuple[str, ...]]:
    """Whether a path begins at the whole, and its names.

    Both are kept until the process ends: the table has few paths, and each is needed often.
    """
    return field.startswith("/"), tuple(field.removeprefix("/").split("."))


Condition = Callable[[Holder, str, Any, Known], Any]
"""Judges the field of a record by the argument that the table gives."""


def _is(holder: Holder, field: str, choices: list[str], known: Known) -> Any:
    value = holder.value(field)
    return value if value in choices else None


def _is_not(holder: Holder, field: str, choices: list[str], known: Known) -> Any:
    value = holder.value(field)
    return None if value in choices else value


def _given(holder: Holder, field: str, is_wanted: bool, known: Known) -> Any:
    return True if (holder.value(field) is not None) is is_wanted else None


def _lacks(holder: Holder, field: str, needed: list[str], known: Known) -> Any:
    missing = [name for name in needed if holder.value(f"{field}.{name}") is None]
    return ", ".join(missing) or None


def _before(holder: Holder, field: str, other: str, known: Known) -> Any:
    end, start = holder.value(field), holder.value(other)
    if end is None or start is None:
        return None
    is_wrong = is_before(end, start) if isinstance(end, str) else end < start
    return end if is_wrong else None


def _not_sum_of(holder: Holder, field: str, parts: str, known: Known) -> Any:
    """A sum is known when every part is."""
    value, numbers = holder.value(field), holder.values(parts)
    if value is None or None in numbers:
        return None
    total = sum(numbers)
    return None if total == value else total


def _days_past(holder: Holder, field: str, days: tuple[int, int], known: Known) -> Any:
    value = holder.value(field)
    if value is None or known.today is None:
        return None
    n_days = (known.today - last_day(value)).days
    return n_days if days[0] <= n_days <= days[1] else None


def _words_over(holder: Holder, field: str, limit: int, known: Known) -> Any:
    words = (holder.value(field) or "").split()
    if len(words) <= limit:
        return None
    return {"n": len(words), "limit": limit, "words": " ".join(words[:limit])}


def _among(holder: Holder, field: str, name: str, known: Known) -> Any:
    return next((value for value in holder.values(field) if value in getattr(known, name)), None)


def _counts(holder: Holder, field: str, what: str, known: Known) -> Any:
    status, unit, claim = (holder.value(name) for name in ("status", "unit", "claim"))
    value = holder.value(field)
    return value if is_few_people(status or "", value, unit, claim or "") else None


def _names(holder: Holder, field: str, what: str, known: Known) -> Any:
    language = holder.value("/original_language") or ""
    persons: Iterator[str] = names(holder.value(field) or "", language)
    return next(
        (person for person in persons if not any(person in name for name in known.called)), None
    )


CONDITIONS: Mapping[str, Condition] = {
    "is": _is,
    "is_not": _is_not,
    "given": _given,
    "lacks": _lacks,
    "before": _before,
    "not_sum_of": _not_sum_of,
    "days_past": _days_past,
    "words_over": _words_over,
    "among": _among,
    "counts": _counts,
    "names": _names,
}
"""The conditions by the names that the table gives them."""
