"""An achieved result does not speak of the future.

"Will" in an achieved result is a target that somebody copied into the wrong place.

Passes:

    claim: Ninety people finished a course.
    status: achieved

Fails:

    claim: Ninety people will finish a course.
    status: achieved
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.messages import message
from komsiluk.model.practice import PracticeDraft
from komsiluk.model.statements import Status
from komsiluk.source.collection import Loaded

FUTURE: Mapping[str, re.Pattern[str]] = {
    language: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    for language, words in {
        "en": "will|shall|is going to|are going to",
        "sr-Latn": "će|ćemo|biće",
        "sr-Cyrl": "ће|ћемо|биће",
        "bs": "će|ćemo|bit će",
        "mk": "ќе",
        "sq": "do të",
    }.items()
}
"""Words that mark the future. German is left out: "wird", "werden" mark the passive as well."""


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for entry, practice in loaded.drafts(PracticeDraft):
        pattern = FUTURE.get(practice.original_language or "")
        if pattern is None:
            continue
        for position, result in entry.positions("results", practice.results):
            found = pattern.search(result.claim) if result.status is Status.ACHIEVED else None
            if found:
                yield entry.document.problem(
                    "future-in-achieved",
                    message("future-in-achieved.message", id=result.id, found=found[0]),
                    path=("results", position, "claim"),
                    hint=message("future-in-achieved.hint"),
                )
