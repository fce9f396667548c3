"""A text that is there says something.

A blank left over from the starter file would be a heading with nothing under it.

Passes:

    tagline: Clubs where neighbours meet.

Fails:

    tagline: ""
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.model.fields import Text
from komsiluk.model.walk import marked
from komsiluk.source.collection import Loaded


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for entry in loaded.of("practices"):
        assert entry.record is not None
        for found in marked(entry.record):
            if isinstance(found.mark, Text) and not found.value.strip():
                yield entry.document.problem(
                    "empty-text",
                    f'"{found.path[-1]}" is empty',
                    path=entry.written(found.path),
                    hint="write the text after the colon, or delete the line if nobody can tell.",
                )
