"""The results of a practice to rows with planned beside achieved results; the two are never mixed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from komsiluk.model.account import Result
from komsiluk.model.statements import Status


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One row of the table; at least one of its sides is not None."""

    planned: Result | None
    achieved: Result | None
    """Achieved or estimated; the page says which."""

    def share(self, result: Result) -> float:
        """Length of the result's bar, from 0 to 1: a pair shares one scale, a lone figure fills its own.

        A figure below zero (fewer people without work) is as long as the one above.
        """
        sides = (self.planned, self.achieved)
        values = [abs(side.value) for side in sides if side and side.value]
        if not values or not result.value:
            return 0.0
        return float(abs(result.value)) / float(max(values))


def result_rows(results: Sequence[Result]) -> tuple[ResultRow, ...]:
    """The rows: pairs first where the file pairs them, then what was achieved, then what was planned.

    Only `target` makes a pair. Similar figures of two projects are never paired automatically.
    """
    planned = {result.id: result for result in results if result.status is Status.PLANNED}
    rows, answered = [], set()
    for result in results:
        if result.status is Status.PLANNED:
            continue
        target = planned.get(result.target or "")
        if target is not None:
            answered.add(target.id)
        rows.append(ResultRow(planned=target, achieved=result))
    rows.sort(key=lambda row: row.planned is None)
    rows.extend(
        ResultRow(planned=result, achieved=None)
        for result in planned.values()
        if result.id not in answered
    )
    return tuple(rows)
