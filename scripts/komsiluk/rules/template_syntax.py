"""A text holds no commands of templates.

They mean nothing here, but other programs that use the collection might obey them.

Passes:

    summary: The name of the town comes first.

Fails:

    summary: The name of {{ town }} comes first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.source.collection import Loaded


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    return (
        danger.diagnostic() for danger in loaded.dangers if danger.finding.rule == "template-syntax"
    )
