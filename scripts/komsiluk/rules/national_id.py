"""Nobody's national number stands in a text.

A JMBG, EMBG or EMŠO identifies one person for life, and opens doors to offices and banks. Published
once, it cannot be taken back. It is told by its date and its control digit; after words such as
*passport* or *matični broj građanina* any number is taken for one. An Albanian number only warns,
because tax numbers of organisations look alike.

Passes:

    summary: The returnees got their documents.

Fails:

    summary: The returnee with the number 0101099710005 got her documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.source.collection import Loaded


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    return (
        danger.diagnostic() for danger in loaded.dangers if danger.finding.rule == "national-id"
    )
