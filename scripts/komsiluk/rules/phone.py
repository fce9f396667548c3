"""No telephone number stands in a text.

Numbers of helpers and of people who tell their story are called for years, by whoever reads them.
What is meant for everybody stands in the contact of the practice. Years, amounts, laws, accounts,
tax numbers and ISBNs are none.

Passes:

    summary: The office is open on Mondays.

Fails:

    summary: "Call Mira: 064/123-45-67."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.source.collection import Loaded


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    return (danger.diagnostic() for danger in loaded.dangers if danger.finding.rule == "phone")
