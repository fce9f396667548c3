"""The plan of a session on the page of a practice says what the papers say."""

from __future__ import annotations

from pathlib import Path

import pytest

TOLD = (
    "Sketch a tool library on one page",
    "A tool can <em>hurt</em>; nobody tells whether it did.",
    "Borrow the key of a shed",
    "Would you take the <strong>damp</strong> shed?",
)


@pytest.mark.parametrize("text", TOLD)
def test_a_page_tells_all_of_a_session(small: Path, text: str) -> None:
    page = (small / "practices" / "tool-library" / "index.html").read_text("utf-8")
    session = page[page.index('id="session"') :]
    assert text in session
    assert session.index(text) < session.index('id="sources"')


def test_where_nothing_is_told_of_a_session_no_heading_stands(small: Path) -> None:
    page = (small / "practices" / "repair-evenings" / "index.html").read_text("utf-8")
    assert "Bear in mind" not in page
    assert "To prepare" not in page
