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
from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.languages.folders import kept
from komsiluk.languages.traits import traits
from komsiluk.messages import message
from komsiluk.model.practice import PracticeDraft
from komsiluk.model.statements import Status
from komsiluk.source.collection import Loaded


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for entry, practice in loaded.drafts(PracticeDraft):
        pattern = future_words(practice.original_language or "")
        if pattern is None:
            continue
        for position, result in entry.positions("results", practice.results):
            match = pattern.search(result.claim) if result.status is Status.ACHIEVED else None
            if match:
                yield entry.document.problem(
                    "future-in-achieved",
                    message("future-in-achieved.message", id=result.id, found=match[0]),
                    path=("results", position, "claim"),
                    hint=message("future-in-achieved.hint"),
                )


@kept
def future_words(language: str) -> re.Pattern[str] | None:
    """The pattern of the words that mark the future in a language; None where nobody has listed them.

    It is kept until languages are looked for anew (`look_in`): every practice asks for it.
    """
    words = "|".join(map(re.escape, traits(language).future))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) if words else None
