"""axe-core finds nothing wrong: WCAG 2.2 AA and its best practices, in light and in dark.

Readers are calm here (reduced motion), so that no colour is measured half-way between two.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import COLOURS, prepare, violations
from tests.browser.kinds import pages
from tests.browser.reading import PHONE, Reader
from tests.site.sites import SMALL, Site


def found_at(page: Page, address: str) -> list[str]:
    """What is wrong with a page in light; and, as its colours are all that changes, with them in dark."""
    page.emulate_media(color_scheme="light")
    page.goto(address)
    found = [f"{address or 'home'} in light: {line}" for line in violations(page)]
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    return found + [f"{address or 'home'} in dark: {line}" for line in violations(page, COLOURS)]


@pytest.mark.parametrize("language", Site(SMALL, SMALL).languages)
def test_every_page_of_the_small_site_is_without_fault(
    reader: Reader, small: Path, small_home: str, language: str
) -> None:
    languages = Site(SMALL, small).languages
    own = [
        address
        for address in pages(small)
        if language
        == (first if (first := address.partition("/")[0]) in languages else languages[0])
    ]
    assert len(own) > 20
    page = reader(small_home, calm=True)
    prepare(page)
    found = [line for address in own for line in found_at(page, address)]
    assert not found, "\n".join(found)


def test_one_page_of_each_kind_is_without_fault_on_a_phone(
    reader: Reader, home: str, kind: dict[str, str]
) -> None:
    page = reader(home, width=PHONE, calm=True)
    prepare(page)
    found = [line for address in kind.values() for line in found_at(page, address)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [1440, PHONE])
def test_open_menus_and_a_search_with_results_are_without_fault(
    reader: Reader, home: str, kind: dict[str, str], width: int
) -> None:
    page = reader(home, width=width, calm=True)
    prepare(page)
    page.goto(kind["practice"])
    found = []
    page.locator(".k-why summary").click()
    found += violations(page)
    page.goto(kind["written"])
    for summary in page.locator(".k-menu:visible summary").all():
        summary.click()
        found += violations(page)
    if width == PHONE:
        page.locator(".k-search-open").click()
    page.get_by_role("combobox").first.click()
    page.keyboard.insert_text("training")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    found += violations(page)
    page.emulate_media(color_scheme="dark")
    found += violations(page, COLOURS)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [1440, PHONE])
def test_a_list_that_is_narrowed_down_is_without_fault(
    reader: Reader, home: str, width: int
) -> None:
    page = reader(home, width=width, calm=True)
    prepare(page)
    page.goto("practices/?theme=skills&q=training")
    page.locator(".k-choose__cards .k-card").first.wait_for()
    found = violations(page)
    if width == PHONE:
        page.locator(".k-choose__open").click()
        found += violations(page)
    page.emulate_media(color_scheme="dark")
    found += violations(page, COLOURS)
    page.goto("practices/?q=xyzzyq")
    page.locator(".k-choose__none").wait_for()
    found += violations(page)
    assert not found, "\n".join(found)
