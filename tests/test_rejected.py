"""The folders of `cases/rejected` to the exact reports that their authors read, those of `cases/accepted` to none.

Each holds files that are laid over the small sound site of `cases/base`; those that are rejected also
`expected.txt`, which `pytest --rewrite` writes anew.
"""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from komsiluk import build
from komsiluk import rules as judged
from komsiluk.diagnostics import Diagnostic
from komsiluk.messages import render
from komsiluk.reports import text_report
from komsiluk.rules.reference import reading
from tests.small_site import Lay

CASES = Path(__file__).parent / "cases" / "rejected"
ACCEPTED = CASES.parent / "accepted"
ELSEWHERE = {"file-too-large", "unreadable-photograph", "untranslated-phrases"}
"""Rules whose case is made by a test, here, in `test_photographs` and in `test_languages`: it would be
large, or damaged."""
TODAY = datetime.date(2026, 11, 28)
"""The day of all the checks here."""


def test_the_site_beneath_the_cases_is_sound(lay: Lay) -> None:
    assert build.check(lay()).diagnostics == ()


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: str(case.name))
def test_an_author_reads_exactly_this(case: Path, lay: Lay, rewrite: bool) -> None:
    diagnostics = build.check(lay(case), today=TODAY).diagnostics
    report = text_report(diagnostics) + "\n"
    expected = case / "expected.txt"
    if rewrite:
        expected.write_text(report, encoding="utf-8")
    assert report == expected.read_text(encoding="utf-8")
    assert report != "\n"
    for problem in diagnostics:
        assert _texts(problem, "en") & _texts(problem, "sr-Latn") == set(), problem


def test_every_rule_has_a_case_that_it_rejects() -> None:
    rules = {*judged.names(), *reading()}
    reports = [*CASES.glob("*/expected.txt"), *CASES.parent.glob("syntax/*.txt")]
    told = "".join(report.read_text("utf-8") for report in reports)
    assert {rule for rule in rules if f"[{rule}]" not in told} == ELSEWHERE


def _texts(problem: Diagnostic, tag: str) -> set[str]:
    return {render(text, tag) for text in (problem.message, problem.hint) if text}


@pytest.mark.parametrize("case", sorted(ACCEPTED.iterdir()), ids=lambda case: str(case.name))
def test_nobody_is_bothered_by(case: Path, lay: Lay) -> None:
    assert text_report(build.check(lay(case), today=TODAY).diagnostics) == ""


def test_a_file_beyond_64_kb_is_not_even_read(lay: Lay) -> None:
    settings = lay()
    (settings.practices / "clubs" / "practice.yml").write_text("[" * 300_000, encoding="utf-8")
    assert text_report(build.check(settings).diagnostics) == (
        "practices/clubs/practice.yml: error: the file holds 293 KB; the most is 64 KB [file-too-large]\n"
        "  hint: shorten the text; pictures and papers belong in files of their own.\n"
        "1 error"
    )
