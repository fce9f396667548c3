"""The language of a practice is one that the site knows.

A practice is shown in the language in which it was written, with the marks and hyphens of that
language, wherever nobody has translated it. Readers switch to it if the site speaks it.

Passes:

    original_language: sr-Latn        # on a site in sr-Latn and en

Fails:

    original_language: xx
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.languages import language
from komsiluk.messages import message
from komsiluk.model.practice import PracticeDraft
from komsiluk.source.collection import Loaded


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for entry, practice in loaded.drafts(PracticeDraft):
        tag = practice.original_language
        if not tag or tag in languages:
            continue
        known = _is_known(tag)
        guess = next((other for other in languages if other.startswith(f"{tag}-")), None)
        tags = ", ".join(languages)
        yield entry.document.problem(
            "original-language",
            message(f"original-language.{'unspoken' if known else 'unknown'}.message", tag=tag),
            path=("original_language",),
            hint=message("original-language.guess", guess=guess, languages=tags)
            if guess
            else message("original-language.hint", languages=tags),
            severity=Severity.WARNING if known and not guess else Severity.ERROR,
        )


def _is_known(tag: str) -> bool:
    try:
        language(tag)
    except LookupError:
        return False
    return True
