"""A translation stands in a file named after its language, and is no second original.

Passes:

    t/mk.yml with `language: mk`

Fails:

    t/mk.yml with `language: sq`
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.model.practice import Practice
from komsiluk.model.translation import TranslationHead, TranslationStatus
from komsiluk.source.collection import Loaded


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    originals = {
        entry.id: entry.record.original_language
        for entry in loaded.of("practices")
        if isinstance(entry.record, Practice)
    }
    for entry in loaded.of("translations"):
        assert isinstance(entry.record, TranslationHead)
        practice_id, _, file = entry.id.partition("/")
        head = entry.record
        tag = head.language or file  # Reading has told that a broken head has no language.
        if tag != file:
            yield entry.document.problem(
                "translation-name",
                f'the file is called {file}.yml, and its language is "{tag}"',
                path=("language",),
                hint=f"write `language: {file}`, or rename the file to {tag}.yml.",
            )
        elif originals.get(practice_id) == tag:
            yield entry.document.problem(
                "translation-name",
                f'the practice is written in "{tag}" already',
                path=("language",),
                hint="put the text into practice.yml, or mend the language.",
            )
        elif tag not in languages:
            yield entry.document.problem(
                "translation-name",
                f'the site does not speak "{tag}"; nobody will see this translation',
                path=("language",),
                hint=f"its languages are {', '.join(languages)}.",
                severity=Severity.WARNING,
            )
        if head.status is TranslationStatus.REVIEWED and head.by is None:
            yield entry.document.problem(
                "translation-name",
                "a reviewed translation says who reviewed it",
                path=("status",),
                hint="add `by: {organisation: …}`, or write `status: human`.",
            )
