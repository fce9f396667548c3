"""The map: each point is hit by a finger, found by the keyboard, and tells its name."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.axe import prepare, violations
from tests.browser.kinds import prefix
from tests.browser.reading import PHONE, Reader
from tests.site.sites import ROOT, Site
from tests.site.test_map import told

_TARGETS = """() => [...document.querySelectorAll(".k-sign__target")].map((target) => {
  const box = target.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2, box.width];
})"""


def test_a_finger_hits_one_point_and_no_other(reader: Reader, home: str) -> None:
    page = reader(home, "map/", width=PHONE)
    targets = page.evaluate(_TARGETS)
    assert len(targets) > 20
    assert min(width for _, _, width in targets) >= 24
    for number, one in enumerate(targets):
        assert all(math.dist(one[:2], other[:2]) >= 24 for other in targets[:number])


def test_the_keyboard_brings_up_a_name_that_had_no_room(reader: Reader, home: str) -> None:
    page = reader(home, "map/", width=PHONE)
    town = page.get_by_role("link", name="Bujanovac: 4 practices")
    name = town.locator(".k-name")
    assert name.evaluate("name => getComputedStyle(name).visibility") == "hidden"
    town.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert name.evaluate("name => getComputedStyle(name).visibility") == "visible"
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Bujanovac")


def test_the_map_works_without_scripts(reader: Reader, home: str) -> None:
    page = reader(home, "mk/map/", script=False)
    page.get_by_role("link", name="Нови Пазар: 5 практики").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Нови Пазар")


@pytest.mark.parametrize("language", ["en", "sr-Cyrl", "sq"])
def test_points_and_rows_show_what_a_facet_leaves(
    reader: Reader, home: str, built: Path, language: str
) -> None:
    site = Site(ROOT, built)
    wanted = {id for id, practice in site.practices.items() if "women" in practice["groups"]}
    rows = told(site, language, "tr")
    left = {place: held & wanted for place, held in rows.items() if held & wanted}
    assert 2 < len(left) < len(rows)
    page = reader(home, f"{prefix(language)}map/?group=women")
    expect(page.locator("a.k-sign:visible")).to_have_count(len(left))
    expect(page.locator("tr[data-practices]:visible")).to_have_count(len(left))
    for place, held in left.items():
        name = page.locator(f".k-sign[data-place={place}] title")
        expect(name).to_have_text(re.compile(rf": {len(held)}\b"))
        links = page.locator(f"tr[data-place={place}] td a:visible")
        ways = links.evaluate_all("(links) => links.map((link) => link.href)")
        assert set(ways) == {f"{home}{prefix(language)}practices/{id}/" for id in held}
    expect(page.locator(".k-choose [role=status]")).to_have_text(re.compile(rf"^{len(wanted)}\b"))


def test_the_choice_is_kept_in_the_address_and_taken_along(reader: Reader, home: str) -> None:
    page = reader(home, "practices/?group=women&q=course")
    expect(page.locator(".k-choose__cards .k-card").first).to_be_visible()
    page.locator(".k-doors").get_by_role("link", name="Map").click()
    expect(page).to_have_url(re.compile(r"/map/\?group=women$"))
    page.get_by_label("Skills").check()
    expect(page).to_have_url(re.compile(r"\?theme=skills&group=women$"))
    expect(page.locator(".k-choose [role=status]")).to_have_text("2 practices")
    page.locator("a.k-sign:visible").first.click()
    expect(page.locator("tr:target")).to_be_visible()
    page.get_by_role("link", name="Show as a list").click()
    expect(page).to_have_url(re.compile(r"/practices/\?theme=skills&group=women$"))
    expect(page.locator(".k-choose__cards .k-card")).to_have_count(2)
    page.go_back()
    page.get_by_role("button", name="Clear all").click()
    expect(page).to_have_url(re.compile(r"/map/$"))
    expect(page.get_by_role("link", name="Novi Pazar: 5 practices")).to_be_visible()
    expect(page.locator(".k-choose__list")).to_be_hidden()


def test_the_map_is_narrowed_down_with_a_thumb(reader: Reader, home: str) -> None:
    page = reader(home, "mk/map/", width=PHONE)
    page.locator(".k-choose__open").click()
    page.locator("input[name=theme][value=culture]").check()
    page.locator(".k-facets__show").click()
    expect(page.locator(".k-facets")).to_be_hidden()
    expect(page.locator(".k-chips li")).to_have_count(1)
    page.locator(".k-chips button").click()
    expect(page.locator(".k-chips li")).to_have_count(0)


def test_the_map_is_without_fault(reader: Reader, home: str) -> None:
    page = reader(home, "sr-Cyrl/map/", calm=True)
    prepare(page)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.goto("sr-Cyrl/map/")
        assert violations(page) == [], scheme
