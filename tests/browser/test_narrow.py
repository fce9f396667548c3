"""Nothing is lost on a phone, at 200 % zoom, or with the reader's own text spacing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import LANGUAGES, prefix
from tests.browser.reading import DESK, PHONE, Reader

STICKING_OUT = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const scrolls = (one) => one !== document.body
    && (getComputedStyle(one).overflowX !== "visible" || scrolls(one.parentElement));
  return [`${root.scrollWidth} px wide`, ...[...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1)
    .filter((one) => !scrolls(one.parentElement) && one.checkVisibility({ visibilityProperty: true }))
    .map((one) => `${one.tagName.toLowerCase()}.${one.className} sticks out`)];
}"""
"""What makes a page wider than its screen."""

CUT_OFF = """() => [...document.querySelectorAll("body *")]
  .filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .filter((one) => one.innerText?.trim() && !one.closest(".k-hidden"))
  .filter((one) => getComputedStyle(one).clipPath === "none")
  .filter((one) => ["hidden", "clip"].includes(getComputedStyle(one).overflowX)
    && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1))
  .map((one) => `${one.tagName.toLowerCase()}.${one.className} cuts off: ${one.innerText.trim().slice(0, 40)}`)"""
"""Elements that hide a part of their own words."""

OVERLAPPING = """() => {
  const boxes = [...document.querySelectorAll(".k-header a, .k-header button, .k-header summary, .k-header input")]
    .filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .map((one) => [one.innerText || one.className, one.getBoundingClientRect()]);
  return boxes.flatMap(([name, one], i) => boxes.slice(i + 1)
    .filter(([, other]) => one.left < other.right - 1 && other.left < one.right - 1
      && one.top < other.bottom - 1 && other.top < one.bottom - 1)
    .map(([rest]) => `${name} lies over ${rest}`));
}"""
"""Things of the header that share a place."""

SMALL_TARGETS = """() => [...document.querySelectorAll(".k-header a, .k-header button, .k-header summary")]
  .filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .map((one) => [one.getAttribute("aria-label") || one.innerText, one.getBoundingClientRect()])
  .filter(([, box]) => box.width < 44 || box.height < 44)
  .map(([name, box]) => `${name}: ${box.width} x ${box.height}`)"""
"""Things of the header that are under 44 CSS pixels wide or high."""

SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }
"""
"""What readers may set for themselves: WCAG 2.2, 1.4.12."""


def lost(page: Page) -> list[str]:
    """What a reader of the page at hand cannot see."""
    found: list[str] = []
    for question in (STICKING_OUT, CUT_OFF, OVERLAPPING):
        found += page.evaluate(question)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_page_fits_a_phone(
    reader: Reader, home: str, kind: dict[str, str], language: str
) -> None:
    page = reader(home, prefix(language), width=PHONE, scheme="dark", calm=True)
    found = []
    for address in kind.values():
        page.goto(prefix(language) + address)
        found += [f"{address}: {line}" for line in lost(page)]
    page.wait_for_load_state("networkidle")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_headers_targets_are_44_pixels_wide_and_high(
    reader: Reader, home: str, language: str
) -> None:
    page = reader(home, prefix(language), width=PHONE)
    found = page.evaluate(SMALL_TARGETS)
    for menu in (".k-menu--languages", ".k-menu--doors"):
        page.locator(f"{menu} summary").click()
        found += page.evaluate(SMALL_TARGETS)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", ["mk", "de"])
def test_a_zoom_of_200_percent_loses_nothing(
    reader: Reader, home: str, kind: dict[str, str], language: str
) -> None:
    page = reader(home, width=640, height=450, pixels=2)
    found = []
    for address in kind.values():
        page.goto(prefix(language) + address)
        found += [f"{address}: {line}" for line in lost(page)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [DESK, 1024, 320])
def test_the_readers_own_text_spacing_loses_nothing(
    reader: Reader, home: str, kind: dict[str, str], width: int
) -> None:
    page = reader(home, width=width)
    found = []
    for name in ("home", "practice", "practices", "written", "places"):
        page.goto(prefix("sq") + kind[name])
        page.add_style_tag(content=SPACING)
        found += [f"{name}: {line}" for line in lost(page)]
    assert not found, "\n".join(found)
