"""No person is named together with an age.

In a town of twenty thousand a first name, an age and what happened are enough to know who is meant.

Passes:

    summary: A mother of three tells how she found work.

Fails:

    summary: Marija P. (34) tells how she found work.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.source.collection import Loaded


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    return (
        danger.diagnostic() for danger in loaded.dangers if danger.finding.rule == "name-and-age"
    )
