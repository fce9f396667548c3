"""What comes of the recipe for a rule: run where it was followed."""

from __future__ import annotations

import datetime
import sys
import tempfile
from pathlib import Path

from komsiluk import build, rules
from komsiluk.messages import REFERENCE, render
from komsiluk.reports import text_report
from komsiluk.rules import table
from komsiluk.rules.reference import pages
from tests.small_site import laid

RULE = "result-before-start"
OTHERS = ("bs", "de", "mk", "sq", "sr-Cyrl", "sr-Latn")
"""The languages of the package but English."""
CASE = Path("tests/cases/rejected/result-before-the-practice-began")
TODAY = datetime.date(2026, 11, 28)


def main(fonts: Path) -> None:
    """Fail unless the rule is found by looking, its case has its report, and the form gets it too."""
    assert RULE in rules.names()
    assert f"{RULE}.md" in pages()
    assert RULE in str(table.for_browser()), "the form judges by the same table"
    with tempfile.TemporaryDirectory() as folder:
        diagnostics = build.check(laid(Path(folder), CASE), today=TODAY).diagnostics
    assert [diagnostic.rule for diagnostic in diagnostics] == [RULE]
    assert text_report(diagnostics) + "\n" == (CASE / "expected.txt").read_text("utf-8")
    for tag in OTHERS:
        for text in (diagnostics[0].message, diagnostics[0].hint):
            assert text and render(text, tag) != render(text, REFERENCE), (tag, text)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
