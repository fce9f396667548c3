"""Light and dark: as the device has it until the reader chooses, and then as chosen."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reading import Reader

Scheme = Literal["light", "dark"]
OTHER: dict[Scheme, Scheme] = {"light": "dark", "dark": "light"}

BRIGHTNESS = """() => getComputedStyle(document.body).backgroundColor.match(/\\d+/g)
  .slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3"""

MOVING = """() => [...document.querySelectorAll("*")].filter((one) => ["", "::before", "::after"].some((part) => {
    const style = getComputedStyle(one, part || null);
    return /[1-9]/.test(style.transitionDuration) || style.animationName !== "none";
  })).length"""


def expect_scheme(page: Page, scheme: Scheme) -> None:
    """The page is light or dark, its form controls too, and the button offers the other."""
    expect(page.get_by_role("button", name=f"Switch to {OTHER[scheme]} colours")).to_be_visible()
    assert (page.evaluate(BRIGHTNESS) > 128) == (scheme == "light")
    assert page.evaluate("() => getComputedStyle(document.body).colorScheme") == scheme


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_device_decides_at_first(reader: Reader, home: str, scheme: Scheme) -> None:
    page = reader(home, scheme=scheme)
    expect_scheme(page, scheme)
    page.emulate_media(color_scheme=OTHER[scheme])
    expect_scheme(page, OTHER[scheme])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_readers_choice_is_remembered_across_pages(
    reader: Reader, home: str, kind: dict[str, str], scheme: Scheme
) -> None:
    page = reader(home, scheme=scheme)
    page.locator(".k-scheme").click()
    expect_scheme(page, OTHER[scheme])
    page.goto(kind["practice"])
    expect_scheme(page, OTHER[scheme])
    page.locator(".k-scheme").click()
    expect_scheme(page, scheme)
    page.goto(kind["themes"])
    expect_scheme(page, scheme)


def test_the_page_is_dark_before_its_first_words_are_there(reader: Reader, home: str) -> None:
    page = reader(home, scheme="dark")
    page.add_init_script(
        """new MutationObserver((_, watch) => { if (document.querySelector("h1")) {
          window.schemeAtFirst = document.body.dataset.mdColorScheme; watch.disconnect(); } })
          .observe(document, { childList: true, subtree: true })"""
    )
    page.reload()
    assert page.evaluate("() => window.schemeAtFirst") == "slate"


def test_a_reader_who_forbids_storage_can_still_switch(reader: Reader, home: str) -> None:
    page = reader(home)
    page.add_init_script(
        """Object.defineProperty(window, "localStorage",
          { get() { throw new DOMException("denied", "SecurityError"); } })"""
    )
    page.reload()
    page.locator(".k-scheme").click()
    expect_scheme(page, "dark")


def test_nothing_moves_for_a_reader_who_asks_for_calm(
    reader: Reader, home: str, kind: dict[str, str]
) -> None:
    assert reader(home, kind["practice"], calm=True).evaluate(MOVING) == 0
    assert reader(home, kind["practice"]).evaluate(MOVING) > 0
