"""Everything can be reached, seen and used with the keyboard alone."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reading import DESK, PHONE, Reader, focus_by_key

STOP = """() => {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return null;
  const box = at.getClientRects()[0] || at.getBoundingClientRect();
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  let ringed = at;
  while (ringed && (getComputedStyle(ringed).outlineStyle === "none" || !ringed.matches(":focus-within")))
    ringed = ringed.parentElement;
  at.dataset.reached = "";
  const faults = [];
  if (!at.checkVisibility({ opacityProperty: true, visibilityProperty: true })) faults.push("is not visible");
  else if (right - left < 4 || bottom - top < 4) faults.push("has no room on the screen");
  else if (!there || !(at.contains(there) || there.contains(at))) faults.push("is covered");
  if (!ringed) faults.push("has no ring");
  const name = at.getAttribute("aria-label") || at.textContent.trim().slice(0, 40) || at.tagName;
  return [`${at.tagName.toLowerCase()}.${at.className}: ${name}`, faults.join(", ")];
}"""
"""The element with the focus and what is wrong with it; None when the page has been passed."""

PASSED_OVER = """() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")]
  .filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .filter((one) => !("reached" in one.dataset))
  .map((one) => one.outerHTML.slice(0, 120))"""
"""What can be seen and used, and was never reached."""


def faults_of_stops(page: Page, key: str) -> list[str]:
    """Press a key from one end of the page to the other: the stops that a reader cannot see."""
    found: list[str] = []
    for _ in range(600):
        page.keyboard.press(key)
        stop: Any = page.evaluate(STOP)
        if stop is None:
            return found
        name, faults = stop
        if faults:
            found.append(f"{name} {faults}")
    return [*found, "there is no way out of the page"]


@pytest.mark.parametrize("width", [DESK, PHONE])
@pytest.mark.parametrize("name", ["home", "practice", "practices", "written", "missing"])
def test_every_stop_is_seen_and_nothing_is_passed_over(
    reader: Reader, home: str, kind: dict[str, str], name: str, width: int
) -> None:
    page = reader(home, kind[name], width=width, calm=True)
    faults = [*faults_of_stops(page, "Tab"), *faults_of_stops(page, "Shift+Tab")]
    assert not faults, "\n".join(faults)
    passed_over = page.evaluate(PASSED_OVER)
    assert not passed_over, "\n".join(passed_over)


@pytest.mark.parametrize("name", ["home", "practice", "practices", "written", "missing"])
def test_the_skip_link_comes_first_and_leads_past_the_header(
    reader: Reader, home: str, kind: dict[str, str], name: str
) -> None:
    page = reader(home, kind[name], calm=True)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(page.locator("main :focus")).to_have_count(1)


def test_a_card_opens_its_practice(reader: Reader, home: str, kind: dict[str, str]) -> None:
    page = reader(home, kind["themes one"])
    title = page.locator(".k-card__title a").first
    wanted = title.inner_text()
    focus_by_key(page, title)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(wanted)


def test_the_reasons_for_the_evidence_open_and_close(
    reader: Reader, home: str, kind: dict[str, str]
) -> None:
    page = reader(home, kind["practice"])
    summary, reasons = page.locator(".k-why summary"), page.locator(".k-why ul")
    focus_by_key(page, summary)
    page.keyboard.press("Enter")
    expect(reasons).to_be_visible()
    page.keyboard.press("Space")
    expect(reasons).to_be_hidden()
    expect(summary).to_be_focused()


def test_a_wide_table_scrolls_by_arrow_keys(reader: Reader, home: str) -> None:
    page = reader(home, width=PHONE, calm=True)
    region = page.get_by_role("region", name="What is missing")
    focus_by_key(page, region, "Shift+Tab")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.activeElement.scrollLeft > 0")


def test_a_heading_that_was_jumped_to_is_not_under_the_header(
    reader: Reader, home: str, kind: dict[str, str]
) -> None:
    page = reader(home, kind["practice"], calm=True)
    header = page.locator(".k-header").bounding_box()
    assert header
    for link in page.locator(".k-contents a").all():
        link.click()
        heading = page.locator(":target").bounding_box()
        assert heading
        assert heading["y"] >= header["y"] + header["height"]
        page.evaluate("scrollTo(0, 0)")
