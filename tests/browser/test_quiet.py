"""Behind every kind of page, in every language, all is quiet: no error, nothing lost, no stranger asked.

The `reader` fixture holds every test of this folder to it. Here every kind of page is opened once in
light, and `test_narrow.py` opens every kind once in dark.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.kinds import LANGUAGES, prefix
from tests.browser.reading import Reader


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_page_loads_without_error_or_stranger(
    reader: Reader, home: str, kind: dict[str, str], language: str
) -> None:
    page = reader(home, prefix(language))
    page.wait_for_load_state("networkidle")
    for address in kind.values():
        page.goto(prefix(language) + address)
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.locator("h1")).to_have_count(1)
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_address_is_told_in_the_language_of_the_place(
    reader: Reader, home: str, language: str
) -> None:
    page = reader(home, f"{prefix(language)}practices/never-there/at-all/", astray=True)
    expect(page.locator("html")).to_have_attribute("lang", language)
    page.get_by_role("main").get_by_role("link").first.click()
    expect(page).to_have_url(home + prefix(language))
