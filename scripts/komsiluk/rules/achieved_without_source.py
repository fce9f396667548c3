"""An achieved result says where it is reported.

A reader who copies a practice rests a decision on what it achieved. A figure that nobody can look
up is a rumour, and planned figures have been printed as achievements often enough.

Passes:

    results:
      - id: workshops
        claim: Workshops were held for children.
        value: 900
        status: achieved
        source: {id: final-report, at: "more than 900 workshops"}

Fails:

    results:
      - id: workshops
        claim: Workshops were held for children.
        value: 900
        status: achieved
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.messages import message
from komsiluk.model.practice import PracticeDraft
from komsiluk.model.statements import Status
from komsiluk.source.collection import Loaded


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for entry, practice in loaded.drafts(PracticeDraft):
        for position, result in entry.positions("results", practice.results):
            if result.status is Status.ACHIEVED and result.source is None:
                yield entry.document.problem(
                    "achieved-without-source",
                    message("achieved-without-source.message", id=result.id),
                    path=("results", position, "status"),
                    hint=message("achieved-without-source.hint"),
                )
