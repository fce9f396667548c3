"""Texts can be printed.

Each practice is made into papers, and their fonts have the letters of Europe's languages and the
usual signs. On paper □ stands in place of what they do not have, such as a pictogram. A text in
another script is not meant.

Passes:

    title: A welcome desk

Fails:

    title: A welcome desk 👋
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.messages import message
from komsiluk.model.fields import Text
from komsiluk.model.practice import PracticeDraft
from komsiluk.model.walk import marked
from komsiluk.source.collection import Loaded
from komsiluk.text.printable import STANDS_IN, unprintable

_FOREIGN = 0.2
"""From this share of a text on, it is written in a script that the papers do not have."""


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for entry, practice in loaded.drafts(PracticeDraft):
        if not any(
            _missing(value) for mark, value in loaded.marks(entry) if isinstance(mark, Text)
        ):
            continue
        for field in marked(practice):
            missing = _missing(field.value) if isinstance(field.mark, Text) else ""
            if missing:
                yield entry.document.problem(
                    "unprintable-character",
                    message("unprintable-character.message", name=field.path[-1], sign=missing),
                    path=entry.written(field.path),
                    hint=message("unprintable-character.hint", instead=STANDS_IN),
                    severity=Severity.WARNING,
                )


def _missing(text: str) -> str:
    """The first stretch of a text that no font of the papers has; empty for none."""
    if text.isascii():
        return ""
    stretches = [match[0] for match in unprintable(text)]
    return stretches[0] if 0 < sum(map(len, stretches)) < _FOREIGN * len(text) else ""
