"""The language switch changes the language and nothing else: the reader stays on the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import LANGUAGES, prefix
from tests.browser.reading import PHONE, Reader, focus_by_key

NAMES = {
    "en": "English",
    "sr-Latn": "Srpski (latinica)",
    "sr-Cyrl": "Српски (ћирилица)",
    "bs": "Bosanski",
    "mk": "Македонски",
    "sq": "Shqip",
    "de": "Deutsch",
}
ROUND = ("sr-Latn", "sr-Cyrl", "bs", "mk", "de", "sq", "en")
"""From English through all languages and back."""

KINDS = ["home", "written", "practices", "practice", "borrowed", "themes one"]


def expect_page(page: Page, home: str, address: str, language: str) -> None:
    """The page at hand is this one, in this language, and its switch says so."""
    expect(page).to_have_url(home + prefix(language) + address)
    expect(page.locator("html")).to_have_attribute("lang", language)
    current = page.locator(".k-menu--languages a[aria-current]")
    expect(current).to_have_text(NAMES[language])


@pytest.mark.parametrize("name", KINDS)
def test_the_switch_stays_on_the_page_in_all_languages(
    reader: Reader, home: str, kind: dict[str, str], name: str
) -> None:
    page = reader(home, kind[name])
    for language in ROUND:
        page.locator(".k-menu--languages summary").click()
        page.get_by_role("link", name=NAMES[language], exact=True).click()
        expect_page(page, home, kind[name], language)


def test_the_switch_names_every_language_in_itself(reader: Reader, home: str) -> None:
    links = reader(home).locator(".k-menu--languages a")
    assert links.all_text_contents() == [NAMES[language] for language in LANGUAGES]
    assert [link.get_attribute("lang") for link in links.all()] == list(LANGUAGES)


@pytest.mark.parametrize("width", [1440, PHONE])
def test_the_switch_obeys_the_keyboard_alone(
    reader: Reader, home: str, kind: dict[str, str], width: int
) -> None:
    page = reader(home, kind["practice"], width=width)
    for language in ROUND:
        focus_by_key(page, page.locator(".k-menu--languages summary"))
        page.keyboard.press("Enter")
        focus_by_key(page, page.get_by_role("link", name=NAMES[language], exact=True))
        page.keyboard.press("Enter")
        expect_page(page, home, kind["practice"], language)


def test_escape_closes_the_switch_and_gives_the_focus_back(reader: Reader, home: str) -> None:
    page = reader(home)
    menu, summary = page.locator(".k-menu--languages"), page.locator(".k-menu--languages summary")
    focus_by_key(page, summary)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(summary).to_be_focused()


def test_one_menu_is_open_at_a_time_and_a_click_beside_closes_it(reader: Reader, home: str) -> None:
    page = reader(home, width=PHONE)
    languages, doors = page.locator(".k-menu--languages"), page.locator(".k-menu--doors")
    languages.locator("summary").click()
    doors.locator("summary").click()
    expect(doors).to_have_attribute("open", "")
    expect(languages).not_to_have_attribute("open", "")
    page.mouse.click(20, 800)
    expect(doors).not_to_have_attribute("open", "")


def test_the_switch_says_its_purpose_and_the_language_at_hand(reader: Reader, home: str) -> None:
    page = reader(home, "sq/")
    summary = page.locator(".k-menu--languages summary")
    expect(summary).to_have_accessible_name("Gjuha: Shqip SQ")
