"""No coordinates stand in a text, and no link to a point on a map.

Three decimals of a degree are a hundred metres: a door. Whom somebody looks for there, nobody knows.

Passes:

    summary: The house stands in Novi Pazar.

Fails:

    summary: The house stands at 43.13667, 20.51222.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.source.collection import Loaded


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    return (
        danger.diagnostic()
        for danger in loaded.dangers
        if danger.finding.rule == "coordinates-in-text"
    )
