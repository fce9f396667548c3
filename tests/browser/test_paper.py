"""On paper stands everything that a reader came for, and nothing that only a screen can use."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.kinds import prefix
from tests.browser.reading import Reader

ON_SCREEN_ONLY = (
    ".k-header, .k-actions, .k-doors, .k-contents, .k-related, button, .headerlink, "
    ".k-choose__ask, .k-facets, .k-choose__state label, .k-choose__more, .k-plural"
)

NOT_PRINTED = """(except) => [...document.querySelectorAll("main *")]
  .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .filter((one) => !one.closest(except) && !one.closest("script"))
  .filter((one) => !one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .map((one) => one.textContent.trim().slice(0, 60))"""
"""Words of the page that are not on paper."""


def words_on_paper(page: Page) -> str:
    """The words of the page's PDF, without white space, which a PDF has only by its looks."""
    leaves = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    return "".join("".join(leaf.extract_text() for leaf in leaves).split())


@pytest.mark.parametrize("name", ["practice", "borrowed", "written", "practices", "themes one"])
def test_only_the_tools_of_the_screen_are_missing(
    reader: Reader, home: str, kind: dict[str, str], name: str
) -> None:
    page = reader(home, kind[name])
    page.emulate_media(media="print")
    shown = page.locator(ON_SCREEN_ONLY).evaluate_all(
        "(all) => all.filter((one) => one.checkVisibility()).map((one) => one.className)"
    )
    assert not shown, "\n".join(shown)
    missing = page.evaluate(NOT_PRINTED, ON_SCREEN_ONLY)
    assert not missing, "\n".join(missing)


def test_paper_is_white_and_ink_black_for_a_reader_in_the_dark(
    reader: Reader, home: str, kind: dict[str, str]
) -> None:
    page = reader(home, kind["practice"], scheme="dark", calm=True)
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    pale = page.evaluate(
        """() => [...document.querySelectorAll("main *")].filter((one) => one.checkVisibility()
            && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
            && getComputedStyle(one).color.match(/\\d+/g).slice(0, 3).every((part) => part > 140))
          .map((one) => one.className + ": " + one.textContent.trim().slice(0, 40))"""
    )
    assert not pale, "\n".join(pale)


@pytest.mark.parametrize("language", ["en", "sr-Cyrl"])
def test_the_pdf_holds_every_suggested_step(
    reader: Reader, home: str, kind: dict[str, str], language: str
) -> None:
    page = reader(home, prefix(language) + kind["practice"])
    steps = page.locator(".k-plan__step h3").all_inner_texts()
    paper = words_on_paper(page)
    assert len(steps) >= 3
    missing = [step for step in steps if "".join(step.split()) not in paper]
    assert not missing, "\n".join(missing)
