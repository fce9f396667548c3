"""Without JavaScript everything that a reader needs works, and nothing dead is shown."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.kinds import prefix
from tests.browser.reading import DESK, PHONE, Reader


@pytest.mark.parametrize("name", ["home", "written", "practices", "practice", "borrowed", "themes"])
def test_the_page_reads_the_same_with_and_without_script(
    reader: Reader, home: str, kind: dict[str, str], name: str
) -> None:
    without = reader(home, kind[name], script=False).get_by_role("main").inner_text()
    with_script = reader(home, kind[name])
    tools = with_script.locator("main button, .k-choose > :not(.k-found)")
    tools.evaluate_all("(all) => all.forEach((one) => one.remove())")
    assert without.split() == with_script.get_by_role("main").inner_text().split()
    assert len(without) > 200


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_nothing_dead_is_shown(reader: Reader, home: str, kind: dict[str, str], width: int) -> None:
    """The labels of the contribution form stay: they are the questions, to be read."""
    dead = "button:visible, input:visible, select:visible, textarea:visible, label:visible"
    page = reader(home, width=width, script=False)
    for address in kind.values():
        page.goto(address)
        shown = page.locator(dead).and_(page.locator(":not(.k-form label)"))
        expect(shown).to_have_count(0)


def test_the_language_changes(reader: Reader, home: str, kind: dict[str, str]) -> None:
    page = reader(home, kind["practice"], script=False)
    page.locator(".k-menu--languages summary").click()
    page.get_by_role("link", name="Македонски").click()
    expect(page).to_have_url(home + prefix("mk") + kind["practice"])
    expect(page.locator("html")).to_have_attribute("lang", "mk")


def test_a_phone_leads_from_the_menu_through_a_theme_to_a_practice(
    reader: Reader, home: str
) -> None:
    page = reader(home, width=PHONE, script=False)
    page.locator(".k-menu--doors summary").click()
    page.locator(".k-nav").get_by_role("link", name="Themes").click()
    page.locator(".k-tile a").first.click()
    title = page.locator(".k-card__title a").first
    wanted = title.inner_text()
    title.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(wanted)


def test_the_reasons_for_the_evidence_open(reader: Reader, home: str, kind: dict[str, str]) -> None:
    page = reader(home, kind["practice"], script=False)
    reasons = page.locator(".k-why ul")
    expect(reasons).to_be_hidden()
    page.locator(".k-why summary").click()
    expect(reasons).to_be_visible()


def test_a_source_is_one_click_from_its_number(
    reader: Reader, home: str, kind: dict[str, str]
) -> None:
    page = reader(home, kind["practice"], script=False)
    page.locator(".k-practice sup a").first.click()
    expect(page.locator(".k-sources li:target")).to_be_in_viewport()
