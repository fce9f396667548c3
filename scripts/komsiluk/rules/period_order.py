"""A period ends after it begins.

Passes:

    period: {start: "2017-02", end: "2019-01", source: …}

Fails:

    period: {start: "2019-01", end: "2017-02", source: …}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.messages import message
from komsiluk.model.practice import PracticeDraft
from komsiluk.source.collection import Loaded


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for entry, practice in loaded.drafts(PracticeDraft):
        period = practice.period
        if period and period.start and period.end and period.end < period.start[: len(period.end)]:
            yield entry.document.problem(
                "period-order",
                message("period-order.message", start=period.start, end=period.end),
                path=("period", "end"),
                hint=message("period-order.hint"),
            )
