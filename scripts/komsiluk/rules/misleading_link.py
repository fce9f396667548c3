"""The words of a link do not name another website than the one it leads to.

Passes:

    summary: See [www.example.org](https://example.org/report).

Fails:

    summary: See [www.example.org](https://example.com/report).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.source.collection import Loaded


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    return (
        danger.diagnostic() for danger in loaded.dangers if danger.finding.rule == "misleading-link"
    )
