"""On paper stands everything that a reader came for, and nothing that only a screen can use."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.kinds import LANGUAGES, prefix
from tests.browser.reading import Reader

ON_SCREEN_ONLY = (
    ".k-header, .k-actions, .k-papers, .k-doors, .k-contents, .k-related, button, .headerlink, "
    ".k-choose__ask, .k-facets, .k-choose__state label, .k-choose__more, .k-plural, "
    ".k-ledger .k-absent [aria-hidden], .k-state a, .k-notice a"
)

NOT_PRINTED = """(except) => [...document.querySelectorAll("main *")]
  .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .filter((one) => !one.closest(except) && !one.closest("script"))
  .filter((one) => !one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .map((one) => one.textContent.trim().slice(0, 60))"""
"""Words of the page that are not on paper."""


def leaves(page: Page) -> list[str]:
    """The words of each leaf of the page's PDF, without white space, which a PDF has only by its looks."""
    paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return ["".join(leaf.extract_text().split()) for leaf in paper.pages]


def words_on_paper(page: Page) -> str:
    """The same of all leaves, one after the other."""
    return "".join(leaves(page))


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_heading_stands_alone_at_the_foot_of_a_leaf(
    reader: Reader, home: str, kind: dict[str, str], language: str
) -> None:
    page = reader(home, prefix(language) + kind["practice"])
    page.emulate_media(media="print")
    headings = page.locator("main :is(h1, h2, h3)").evaluate_all(
        "(all) => all.filter((one) => one.checkVisibility()).map((one) => one.innerText)"
    )
    told = {"".join(heading.split()).removesuffix("#") for heading in headings}
    found = leaves(page)
    for number, leaf in enumerate(found, 1):
        assert leaf.startswith(f"{number}/{len(found)}"), "it says which it is, and of how many"
        assert not leaf.endswith(tuple(told)), leaf[-60:]


@pytest.mark.parametrize("name", ["practice", "practices", "map", "written"])
def test_paper_says_where_the_page_is_to_be_found(
    reader: Reader, home: str, kind: dict[str, str], name: str
) -> None:
    page = reader(home, kind[name])
    address = page.locator("link[rel=canonical]").get_attribute("href")
    assert address
    assert address in leaves(page)[-1]


@pytest.mark.parametrize(
    "address",
    [
        "practices/?group=women",
        "map/?theme=skills&group=women",
        "compare/?p=utociste-social-bakery,embroidery-course",
    ],
)
def test_paper_says_what_was_chosen(reader: Reader, home: str, address: str) -> None:
    page = reader(home, address)
    expect(
        page.locator(".k-card:visible, .k-sign:visible, .k-comparison__title").first
    ).to_be_visible()
    told = "".join(leaves(page)[-1].split())
    assert told.count(f"komsiluk.example.org/{address}") == 1


def test_a_gap_in_the_ledger_is_said_in_words(
    reader: Reader, home: str, kind: dict[str, str]
) -> None:
    page = reader(home, kind["practice"])
    gaps = page.locator(".k-ledger .k-absent")
    expect(gaps.first).to_be_attached()
    page.emulate_media(media="print")
    assert set(gaps.all_inner_texts()) == {"not reported"}


def test_planned_and_achieved_differ_without_colours(reader: Reader, small_home: str) -> None:
    page = reader(small_home, "practices/tool-library/")
    page.emulate_media(media="print")
    fills = {
        status: page.locator(f"svg.k-bar--{status} rect").first.evaluate(
            "(bar) => getComputedStyle(bar).fill"
        )
        for status in ("planned", "achieved", "estimated")
    }
    assert fills == {
        "planned": "rgba(0, 0, 0, 0)",
        "achieved": "rgb(0, 0, 0)",
        "estimated": "rgb(255, 255, 255)",
    }


@pytest.mark.parametrize("name", ["practices", "coverage", "places"])
def test_nothing_is_wider_than_the_paper(
    reader: Reader, home: str, kind: dict[str, str], name: str
) -> None:
    page = reader(home, kind[name], width=665)  # 176 mm, between the margins of A4
    page.emulate_media(media="print")
    wide = page.evaluate(
        """() => [...document.querySelectorAll("main *")]
          .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1)
          .filter((one) => !one.closest(".k-hidden"))
          .map((one) => one.outerHTML.slice(0, 80))"""
    )
    assert not wide, "\n".join(wide[:5])
