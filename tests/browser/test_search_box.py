"""The search box finds practices of the page's own language, and opens them."""

from __future__ import annotations

import contextlib
import re

import pytest
from playwright.sync_api import Page, TimeoutError, expect

from tests.browser.kinds import LANGUAGES, prefix
from tests.browser.reading import PHONE, Reader, focus_by_key


def search_for_title(page: Page) -> str:
    """Type the longest word of the page's title into the box; the title, when results are there."""
    title = page.get_by_role("heading", level=1).inner_text()
    word = max(re.findall(r"\w+", title), key=len)
    box, found = page.get_by_role("textbox"), page.locator(".md-search-result__item").first
    box.press_sequentially(word)
    # The theme listens to keys, of which Playwright has none for Cyrillic letters, and is deaf until
    # it has read its index.
    for _ in range(20):
        box.press("End")
        with contextlib.suppress(TimeoutError):
            found.wait_for(timeout=500)
            break
    found.wait_for()
    return title


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_of_a_title_leads_to_the_practice_in_the_same_language(
    reader: Reader, home: str, kind: dict[str, str], language: str
) -> None:
    page = reader(home, prefix(language) + kind["practice"])
    title = search_for_title(page)
    addresses = page.locator(".md-search-result__link").evaluate_all(
        "(links) => links.map((link) => link.href)"
    )
    others = tuple(home + prefix(other) for other in LANGUAGES[1:] if other != language)
    strangers = [address for address in addresses if address.startswith(others)]
    assert not strangers, "\n".join(strangers)
    assert all(address.startswith(home + prefix(language)) for address in addresses)
    # Only the first of a page's entries is open; those below it lie folded under "more".
    page.locator(".md-search-result__link:visible", has_text=title).first.click()
    expect(page).to_have_url(re.compile(re.escape(home + prefix(language) + kind["practice"])))
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_the_keyboard_alone_finds_and_opens(
    reader: Reader, home: str, kind: dict[str, str]
) -> None:
    page = reader(home, kind["practice"])
    focus_by_key(page, page.get_by_role("textbox"))
    title = search_for_title(page)
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result__link", has_text=title).first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_on_a_phone_a_button_opens_the_box_and_escape_gives_the_focus_back(
    reader: Reader, home: str
) -> None:
    page = reader(home, width=PHONE)
    box, button = page.get_by_role("textbox"), page.get_by_role("button", name="Search")
    expect(box).to_be_hidden()
    focus_by_key(page, button)
    page.keyboard.press("Enter")
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(button).to_be_focused()
