"""What a screen reader is told of the search and the facets: read the goldens aloud before you change them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reading import Reader

GOLDEN = Path(__file__).parents[1] / "golden" / "screen-reader"


def same(page: Page, what: str, name: str, rewrite: bool) -> None:
    """Compare the accessibility tree of a part of a page with its golden."""
    told = page.locator(what).aria_snapshot() + "\n"
    file = GOLDEN / f"{name}.yml"
    if rewrite:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(told, encoding="utf-8")
    assert told == file.read_text("utf-8")


@pytest.mark.parametrize(
    ("language", "words", "name"),
    [
        ("en", "bakery", "search-en"),
        ("sr-Cyrl", "pekara", "search-sr-Cyrl"),
        ("sq", "xyzzyq", "search-sq-nothing"),
    ],
)
def test_the_search_box_tells_what_it_found(
    reader: Reader, home: str, pytestconfig: pytest.Config, language: str, words: str, name: str
) -> None:
    page = reader(home, "" if language == "en" else f"{language}/")
    page.get_by_role("combobox").first.click()
    page.keyboard.insert_text(words)
    expect(page.locator(".k-search")).to_have_attribute("data-shown", words)
    page.keyboard.press("ArrowDown")
    same(page, ".md-search__inner", name, pytestconfig.getoption("rewrite"))


def test_the_facets_tell_what_is_chosen(
    reader: Reader, home: str, pytestconfig: pytest.Config
) -> None:
    page = reader(home, "practices/?theme=culture&q=embroidery")
    expect(page.locator(".k-choose__cards .k-card").first).to_be_visible()
    same(page, ".k-choose", "facets-en", pytestconfig.getoption("rewrite"))
