"""The map: each point is hit by a finger, found by the keyboard, and tells its name."""

from __future__ import annotations

import math

from playwright.sync_api import expect

from tests.browser.axe import prepare, violations
from tests.browser.reading import PHONE, Reader

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


def test_the_map_is_without_fault(reader: Reader, home: str) -> None:
    page = reader(home, "sr-Cyrl/map/", calm=True)
    prepare(page)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.goto("sr-Cyrl/map/")
        assert violations(page) == [], scheme
