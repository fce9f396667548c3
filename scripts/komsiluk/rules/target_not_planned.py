"""An achieved result answers a planned one of the same ledger.

`target` puts two figures on one scale. That is only fair when they are the plan and the outcome of
the same undertaking, so it must name a planned result of the same file.

Passes:

    results:
      - {id: grants-planned, status: planned, …}
      - {id: grants-given, status: achieved, target: grants-planned, …}

Fails:

    results:
      - {id: grants-given, status: achieved, target: grants, …}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.messages import message
from komsiluk.model.practice import PracticeDraft
from komsiluk.model.statements import Status
from komsiluk.source.collection import Loaded
from komsiluk.text.nearest import nearest


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for entry, practice in loaded.drafts(PracticeDraft):
        planned = [item.id for item in practice.results if item.status is Status.PLANNED]
        for position, result in entry.positions("results", practice.results):
            if result.target is None or result.target in planned:
                continue
            guess = nearest(result.target, planned)
            yield entry.document.problem(
                "target-not-planned",
                message("target-not-planned.message", target=result.target),
                path=("results", position, "target"),
                hint=message("piece.did-you-mean", guess=guess)
                if guess
                else message("target-not-planned.hint"),
            )
