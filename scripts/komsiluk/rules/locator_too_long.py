"""The words by which a place is found in a source are at most eight.

They are a finger on the page, not a quotation: more would copy somebody else's text.

Passes:

    source: {id: final-report, at: "98 grants for self-employment"}

Fails:

    source: {id: final-report, at: "98 grants for self-employment that were distributed in these three cities"}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.messages import message
from komsiluk.model.practice import PracticeDraft
from komsiluk.model.statements import Citation
from komsiluk.model.walk import records
from komsiluk.source.collection import Loaded

MOST = 8


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for entry, practice in loaded.drafts(PracticeDraft):
        for path, item in records(practice):
            if isinstance(item, Citation) and len(item.at.split()) > MOST:
                yield entry.document.problem(
                    "locator-too-long",
                    message(
                        "too-long.words.message", name="at", n=len(item.at.split()), limit=MOST
                    ),
                    path=(*entry.written(path), "at"),
                    hint=message("locator-too-long.hint", words=" ".join(item.at.split()[:MOST])),
                )
