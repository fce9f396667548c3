"""A text holds no HTML.

It is shown as it is typed, so readers would see the marks. CommonMark is understood: `**bold**`,
`*emphasis*`, lists and links.

Passes:

    summary: "**Two towns** opened a club."

Fails:

    summary: "<b>Two towns</b> opened a club."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.source.collection import Loaded


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    return (danger.diagnostic() for danger in loaded.dangers if danger.finding.rule == "raw-html")
