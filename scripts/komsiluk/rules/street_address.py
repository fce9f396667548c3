"""A text names a town, and no house.

Where people live, sleep or get help is not for everybody to know. An office that wants visitors may
give its address: so this only warns.

Passes:

    summary: The club meets in Novi Pazar.

Fails:

    summary: The club meets in Ulica Kneza Miloša 45.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.source.collection import Loaded


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    return (
        danger.diagnostic() for danger in loaded.dangers if danger.finding.rule == "street-address"
    )
