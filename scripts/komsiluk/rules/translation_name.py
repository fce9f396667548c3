"""A translation stands in a file named after its language, and is no second original.

Passes:

    t/mk.yml with `language: mk`

Fails:

    t/mk.yml with `language: sq`
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.messages import message
from komsiluk.model.practice import PracticeDraft
from komsiluk.model.translation import TranslationHeadDraft, TranslationStatus
from komsiluk.source.collection import Loaded


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    originals = {
        entry.id: practice.original_language for entry, practice in loaded.drafts(PracticeDraft)
    }
    for entry, head in loaded.drafts(TranslationHeadDraft):
        practice_id, _, file = entry.id.partition("/")
        tag = head.language or file  # Reading has told that a broken head has no language.
        if tag != file:
            yield entry.document.problem(
                "translation-name",
                message("translation-name.message", file=file, tag=tag),
                path=("language",),
                hint=message("translation-name.hint", file=file, tag=tag),
            )
        elif originals.get(practice_id) == tag:
            yield entry.document.problem(
                "translation-name",
                message("translation-name.original.message", tag=tag),
                path=("language",),
                hint=message("translation-name.original.hint"),
            )
        elif tag not in languages:
            yield entry.document.problem(
                "translation-name",
                message("translation-name.unspoken.message", tag=tag),
                path=("language",),
                hint=message("translation-name.unspoken.hint", languages=", ".join(languages)),
                severity=Severity.WARNING,
            )
        if head.status is TranslationStatus.REVIEWED and head.by is None:
            yield entry.document.problem(
                "translation-name",
                message("translation-name.reviewer.message"),
                path=("status",),
                hint=message("translation-name.reviewer.hint"),
            )
