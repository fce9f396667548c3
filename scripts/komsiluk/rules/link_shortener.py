"""A link names the page that it leads to.

A shortened address hides where it leads, counts who follows it, and dies with its service.

Passes:

    summary: See [the report](https://example.org/report).

Fails:

    summary: See [the report](https://bit.ly/3abc).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.source.collection import Loaded


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    return (
        danger.diagnostic() for danger in loaded.dangers if danger.finding.rule == "link-shortener"
    )
