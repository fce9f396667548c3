"""What is reported has a source, and what is suggested has none.

Readers see which sentences a source tells and which are the editors' advice; the two never blur.

Passes:

    steps:
      - id: opened
        what: Opened a club in each town
        basis: reported
        source: {id: final-report, at: "In each of the three cities"}

Fails:

    steps:
      - id: opened
        what: Opened a club in each town
        basis: reported
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.messages import message
from komsiluk.model.account import Step
from komsiluk.model.practice import PracticeDraft
from komsiluk.model.statements import Basis, Statement
from komsiluk.model.walk import records
from komsiluk.source.collection import Loaded


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for entry, practice in loaded.drafts(PracticeDraft):
        for path, item in records(practice):
            if not isinstance(item, Statement | Step):
                continue
            if item.basis is Basis.REPORTED and item.source is None:
                yield entry.document.problem(
                    "reported-without-source",
                    message("reported-without-source.message", id=item.id),
                    path=(*entry.written(path), "basis"),
                    hint=message("reported-without-source.hint"),
                )
            elif item.basis is Basis.SUGGESTED and item.source is not None:
                yield entry.document.problem(
                    "reported-without-source",
                    message("reported-without-source.suggested.message", id=item.id),
                    path=(*entry.written(path), "source"),
                    at_key=True,
                    hint=message("reported-without-source.suggested.hint"),
                )
