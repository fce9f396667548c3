"""The list of all practices, narrowed down: by words and facets, with the address for a memory."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.kinds import LANGUAGES, prefix
from tests.browser.reading import PHONE, Reader
from tests.site.sites import ROOT, Site


@pytest.fixture(scope="module")
def site(built: Path) -> Site:
    """The real site with its source."""
    return Site(ROOT, built)


def cards(page: Page) -> Locator:
    return page.locator(".k-choose__cards > .k-card")


def tick(page: Page, facet: str, value: str) -> None:
    """Tick a value, and wait until the list and the counts have followed."""
    ticked = page.locator(f'input[name="{facet}"][value="{value}"]')
    ticked.evaluate("box => { box.closest('details').open = true }")
    before = page.locator(".k-choose").get_attribute("data-shown")
    ticked.check()
    page.wait_for_function(
        "before => (document.querySelector('.k-choose').dataset.shown ?? null) !== before",
        arg=before,
    )


@pytest.mark.parametrize("language", ["en", "sr-Cyrl", "sq"])
def test_a_facet_leaves_the_practices_that_have_it(
    reader: Reader, home: str, site: Site, language: str
) -> None:
    page = reader(home, f"{prefix(language)}practices/")
    tick(page, "group", "women")
    wanted = {id for id, held in site.practices.items() if "women" in held["groups"]}
    expect(cards(page)).to_have_count(len(wanted))
    shown = cards(page).locator("a").evaluate_all("(links) => links.map((link) => link.href)")
    assert set(shown) == {f"{home}{prefix(language)}practices/{id}/" for id in wanted}
    expect(page).to_have_url(re.compile(r"\?group=women$"))
    expect(page.locator(".k-choose__state [role=status]")).to_have_text(
        re.compile(rf"\b{len(wanted)}\b")
    )


@pytest.mark.parametrize("language", ["en", "mk"])
def test_what_a_facet_leaves_keeps_the_order_of_the_list(
    reader: Reader, home: str, language: str
) -> None:
    page = reader(home, f"{prefix(language)}practices/")
    titles = ".k-card__title a"
    whole = page.locator(f".k-found {titles}").evaluate_all("(all) => all.map((a) => a.href)")
    tick(page, "evidence", "1")
    left = cards(page).locator("h3 a, .k-card__title a")
    shown = left.evaluate_all("(all) => all.map((a) => a.href)")
    assert len(shown) > 3
    assert shown == [one for one in whole if one in shown]


def test_values_of_a_facet_add_up_and_facets_narrow_down(
    reader: Reader, home: str, site: Site
) -> None:
    page = reader(home, "practices/")
    for facet, value in (("theme", "skills"), ("theme", "work"), ("group", "returnees")):
        tick(page, facet, value)
    wanted = [
        id
        for id, held in site.practices.items()
        if {"skills", "work"} & set(held["themes"]) and "returnees" in held["groups"]
    ]
    assert wanted
    expect(cards(page)).to_have_count(min(12, len(wanted)))


def test_a_count_is_what_ticking_it_would_show(reader: Reader, home: str) -> None:
    page = reader(home, "practices/")
    tick(page, "theme", "skills")
    row = page.locator("li", has=page.locator('input[name="group"][value="migrants"]'))
    before = row.locator(".k-facet__n").inner_text()
    tick(page, "group", "migrants")
    expect(page.locator(".k-choose__state [role=status]")).to_have_text(
        re.compile(rf"^{before} practices?$")
    )
    expect(row.locator(".k-facet__n")).to_have_text(before)


def test_words_and_facets_go_together_and_chips_take_them_away(reader: Reader, home: str) -> None:
    page = reader(home, "practices/?q=training&group=returnees")
    expect(page.locator("#k-query")).to_have_value("training")
    expect(cards(page).first.locator("mark").first).to_be_visible()
    n = cards(page).count()
    chip = page.locator(".k-chips").get_by_role("button", name="Remove the filter “Returnees”")
    chip.click()
    expect(page).to_have_url(re.compile(r"\?q=training$"))
    expect(cards(page)).not_to_have_count(n)


def test_going_back_brings_back_what_was_chosen(reader: Reader, home: str) -> None:
    page = reader(home, "practices/")
    tick(page, "theme", "culture")
    expect(cards(page)).to_have_count(3)
    tick(page, "group", "refugees")
    expect(page).to_have_url(re.compile("group=refugees"))
    page.go_back()
    expect(page).to_have_url(re.compile(r"\?theme=culture$"))
    expect(cards(page)).to_have_count(3)
    page.go_back()
    expect(page.locator(".k-found")).to_be_visible()
    expect(cards(page)).to_have_count(0)


def test_a_country_in_the_address_is_its_place(reader: Reader, home: str) -> None:
    page = reader(home, "practices/?country=MK&theme=culture")
    expect(page.locator('input[name="place"][data-country="MK"]')).to_be_checked()
    expect(cards(page).first).to_be_visible()


def test_the_order_can_be_chosen(reader: Reader, home: str) -> None:
    page = reader(home, "practices/?group=migrants")
    expect(cards(page).first).to_be_visible()
    page.locator("select[name=sort]").select_option("title")
    expect(page).to_have_url(re.compile("sort=title"))
    page.wait_for_function(
        "() => { const titles = [...document.querySelectorAll('.k-choose__cards a')].map((link) => link.textContent);"
        " return titles.length > 2 && titles.every((title, i) => !i || titles[i - 1].localeCompare(title, 'en') <= 0); }"
    )


def test_nothing_left_says_so_and_offers_a_way_out(reader: Reader, home: str) -> None:
    page = reader(home, "practices/?q=refugxyzs")
    none = page.locator(".k-choose__none")
    expect(none).to_contain_text("No practice has all of this")
    none.get_by_role("button").first.click()
    expect(cards(page).first).to_be_visible()


def test_on_a_phone_the_facets_open_over_the_list_and_close_with_one_thumb(
    reader: Reader, home: str
) -> None:
    page = reader(home, "mk/practices/", width=PHONE, height=844)
    opener = page.locator(".k-choose__open")
    expect(page.locator(".k-facets")).to_be_hidden()
    opener.click()
    expect(opener).to_have_attribute("aria-expanded", "true")
    page.locator("input[name=theme]").first.check()
    show = page.locator(".k-facets__show")
    place = show.bounding_box()
    assert place is not None and place["y"] > 600, "within reach of the thumb"
    show.click()
    expect(page.locator(".k-facets")).to_be_hidden()
    expect(cards(page).first).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_javascript_the_list_is_whole_and_nothing_promises_more(
    reader: Reader, home: str, language: str
) -> None:
    page = reader(home, f"{prefix(language)}practices/", script=False)
    expect(page.locator(".k-choose")).to_be_hidden()
    expect(page.locator(".k-found .k-card")).to_have_count(22)
    assert page.locator(".k-doors a").count() >= 5
