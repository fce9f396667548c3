"""The search box finds pages of the page's own language, by any keyboard and eye, and opens them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.kinds import LANGUAGES, prefix
from tests.browser.reading import FORBIDDEN, PHONE, Reader, focus_by_key


def box(page: Page) -> Locator:
    return page.get_by_role("combobox", name=re.compile(".")).first


def type_into(page: Page, words: str) -> Locator:
    """Type words into the box; the options, as soon as they are for these words."""
    box(page).click()
    page.keyboard.insert_text(words)
    expect(page.locator(".k-search")).to_have_attribute("data-shown", words)
    return page.get_by_role("option")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_of_a_title_leads_to_the_practice_in_the_same_language(
    reader: Reader, home: str, kind: dict[str, str], language: str
) -> None:
    page = reader(home, prefix(language) + kind["practice"])
    title = page.get_by_role("heading", level=1).inner_text()
    options = type_into(page, max(re.findall(r"\w+", title), key=len))
    expect(options.first).to_contain_text(title)
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    options.first.click()
    expect(page).to_have_url(home + prefix(language) + kind["practice"])


def test_the_keyboard_alone_finds_and_opens(
    reader: Reader, home: str, kind: dict[str, str]
) -> None:
    page = reader(home, kind["practice"])
    title = page.get_by_role("heading", level=1).inner_text()
    focus_by_key(page, box(page))
    page.keyboard.insert_text(max(re.findall(r"\w+", title), key=len))
    expect(page.get_by_role("option").first).to_contain_text(title)
    page.keyboard.press("ArrowDown")
    first = page.get_by_role("option").first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(box(page)).to_have_attribute(
        "aria-activedescendant", first.get_attribute("id") or "none"
    )
    expect(box(page)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_the_options_are_walked_through_in_a_ring_and_left_with_escape(
    reader: Reader, home: str
) -> None:
    page = reader(home)
    options = type_into(page, "training")
    n = options.count()
    assert n > 2
    page.keyboard.press("ArrowUp")
    expect(options.nth(n - 1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    expect(box(page)).to_have_value("training")
    expect(options).to_have_count(0)


def test_enter_without_a_choice_leads_to_the_list_with_these_words(
    reader: Reader, home: str
) -> None:
    page = reader(home, prefix("mk"))
    type_into(page, "pekara")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{home}mk/practices/?q=pekara")
    expect(page.locator(".k-choose__cards a").first).to_be_visible()


@pytest.mark.parametrize(
    ("language", "typed", "shown"),
    [
        ("sr-Cyrl", "pekara", "пекара"),
        ("sr-Latn", "пекара", "pekara"),
        ("sr-Latn", "utociste", "Utočište"),
        ("mk", "vezenje", "везење"),
    ],
)
def test_what_was_found_is_marked_in_the_readers_script(
    reader: Reader, home: str, language: str, typed: str, shown: str
) -> None:
    page = reader(home, prefix(language))
    marks = type_into(page, typed).first.locator("mark")
    assert shown.casefold() in {text.casefold() for text in marks.all_inner_texts()}


def test_a_practice_in_another_language_says_so_and_is_read_aloud_in_it(
    reader: Reader, home: str
) -> None:
    page = reader(home, prefix("sq"))
    options = type_into(page, "te kthyer")
    borrowed = options.filter(has_text="anglisht").first
    expect(borrowed.locator("strong")).to_have_attribute("lang", "en")


def test_a_practice_that_a_machine_translated_says_so(reader: Reader, home: str) -> None:
    found = type_into(reader(home, prefix("mk")), "везење").filter(has_text="везење").first
    expect(found.locator(".k-badge")).to_have_text("машински превод")


def test_what_is_found_nowhere_offers_near_words_and_the_facets(reader: Reader, home: str) -> None:
    page = reader(home)
    options = type_into(page, "refugxyzs")
    expect(page.locator(".k-results__count")).to_contain_text("Nothing found")
    expect(options.filter(has_text="Choose by theme")).to_have_count(1)
    options.filter(has_text="refugee").first.click()
    expect(page.locator("#k-results mark").first).to_be_visible()


def test_words_of_another_language_show_what_they_were_taken_for(reader: Reader, home: str) -> None:
    page = reader(home)
    options = type_into(page, "zene povratnice")
    expect(page.locator(".k-results__count")).to_contain_text("No practice has all")
    for name in ("Women", "Returnees"):
        expect(options.locator("strong", has_text=re.compile(f"^{name}$"))).to_have_count(1)
    practices = page.locator("#k-results .k-result:not(.k-result--page) mark")
    expect(practices.filter(has_text=re.compile("^wom[ae]n$")).first).to_be_visible()
    expect(practices.filter(has_text=re.compile("^returnees$")).first).to_be_visible()
    page.goto("sq/")
    expect(type_into(page, "zene povratnice").first).to_be_visible()
    expect(practices.filter(has_text="Serbia")).to_have_count(0)


def test_a_mistyped_word_finds_and_tells_what_it_took(reader: Reader, home: str) -> None:
    page = reader(home)
    options = type_into(page, "embroydery")
    expect(options.first).to_contain_text("embroidery")
    expect(page.locator(".k-results__count")).to_contain_text("embroidery")


def test_how_many_were_found_is_said_aloud(reader: Reader, home: str) -> None:
    page = reader(home)
    type_into(page, "women")
    expect(page.get_by_role("status").first).to_have_text(re.compile(r"\d+ practices"))


def test_on_a_phone_the_box_opens_and_fills_the_screen(reader: Reader, home: str) -> None:
    page = reader(home, prefix("sq"), width=PHONE)
    page.locator(".k-search-open").click()
    expect(box(page)).to_be_focused()
    page.keyboard.insert_text("furre")
    options = page.get_by_role("option")
    # The box slides in.
    expect(options.first).to_be_in_viewport(ratio=1)


def test_nothing_is_loaded_before_somebody_searches(reader: Reader, home: str) -> None:
    page = reader(home)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/search/" in url]
    box(page).click()
    page.wait_for_load_state("networkidle")
    first = {url.removeprefix(f"{home}search/") for url in asked if "/search/" in url}
    assert first == {"en/engine.js"}, "what every query needs is there before it is typed"
    page.keyboard.insert_text("bakery")
    expect(page.get_by_role("option").first).to_be_visible()
    loaded = [url for url in asked if "/search/" in url]
    assert 3 <= len(loaded) <= 12, loaded


def test_who_forbids_storage_finds_and_filters_all_the_same(reader: Reader, home: str) -> None:
    page = reader(home)
    page.context.add_init_script(FORBIDDEN)
    page.goto("")
    expect(type_into(page, "bakery").first).to_contain_text("bakery")
    page.goto("practices/?q=bakery&theme=work")
    expect(page.locator(".k-choose__state [role=status]")).to_have_text(re.compile(r"\d"))
    expect(page.locator(".k-choose__cards .k-card")).not_to_have_count(0)


def test_titles_and_passages_are_text_and_never_markup(
    reader: Reader, small_home: str, small: Path
) -> None:
    page = reader(small_home)
    type_into(page, "practice")
    assert page.locator("#k-results script, #k-results img").count() == 0
