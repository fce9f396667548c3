"""A link leads to a web page or to a mailbox.

Links to scripts, data or files can do harm in the hands of others who use the collection; our own
pages drop them.

Passes:

    summary: See [the report](https://example.org/report).

Fails:

    summary: See [the report](javascript:alert(1)).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.source.collection import Loaded


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    return (
        danger.diagnostic() for danger in loaded.dangers if danger.finding.rule == "unsafe-link"
    )
