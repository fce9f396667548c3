"""Papers: what they say is data, what comes out is whole, tagged and the same every time."""

from __future__ import annotations

from pathlib import Path

import page
import pytest

from komsiluk import build
from komsiluk.pages.papers import Paper, Wanted
from komsiluk.settings import Settings

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "tests" / "cases" / "small"
FONTS = ROOT / ".cache" / "fonts"


def _papers(
    tmp_path: Path, *wanted: Wanted, practices: Path = SMALL / "practices"
) -> dict[str, bytes]:
    settings = Settings(
        root=practices.parent,
        practices=practices,
        languages=("en", "sr-Latn", "sr-Cyrl", "mk"),
        site_url="https://small.example.org/",
        site_names=dict.fromkeys(("en", "sr-Latn", "sr-Cyrl", "mk"), "A small site"),
        fonts=FONTS,
        cache=tmp_path / "cache",
    )
    checked = build.check(settings)
    assert checked.publishable, checked.diagnostics
    planned = build.pages(checked, settings)
    made = build.papers(settings, planned, wanted, lambda done, total: None)
    return {path: Path(file).read_bytes() for path, file in made.files.items()}


@pytest.mark.parametrize("mono", [False, True])
@pytest.mark.parametrize("paper", list(Paper))
def test_a_paper_with_borrowed_passages_breaks_no_rule_of_pdf_ua(
    tmp_path: Path, paper: Paper, mono: bool
) -> None:
    wanted = Wanted(practice_id="tool-library", language="mk", paper=paper, mono=mono)
    (pdf,) = _papers(tmp_path, wanted).values()
    judged = page.validate_pdf_bytes(pdf, profile="ua1")
    assert [failure.message for failure in judged.failures] == []
    assert judged.document.page_count == {Paper.GUIDE: 6, Paper.BRIEF: 2}[paper]


def test_the_same_paper_has_the_same_bytes(tmp_path: Path) -> None:
    wanted = Wanted(practice_id="tool-library", language="en", paper=Paper.BRIEF)
    assert _papers(tmp_path / "one", wanted) == _papers(tmp_path / "other", wanted)
