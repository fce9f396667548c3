"""Every kind of page works under a strict Content-Security-Policy, and its console stays clean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.kinds import prefix
from tests.browser.reading import Reader
from tests.browser.serving import POLICY, serving
from tests.site.sites import ROOT

TOOLS = ("map/", "coverage/", "compare/", "shortlist/")


@pytest.fixture(scope="module")
def strict_home(built: Path) -> Iterator[str]:
    """The address of the real site on a server that sends the policy with every answer."""
    with serving(built, {"Content-Security-Policy": POLICY}) as address:
        yield address


@pytest.mark.parametrize("language", ["en", "sr-Cyrl"])
def test_every_kind_of_page_works_under_the_policy(
    reader: Reader, strict_home: str, kind: dict[str, str], language: str
) -> None:
    page = reader(strict_home, prefix(language))
    for address in (*kind.values(), *TOOLS):
        page.goto(prefix(language) + address)
        expect(page.locator("html.js")).to_have_count(1)
        expect(page.locator(".k-scheme")).to_be_visible()
        page.wait_for_load_state("networkidle")


def test_the_search_box_works_under_the_policy(reader: Reader, strict_home: str) -> None:
    page = reader(strict_home)
    page.locator(".md-search__input").click()
    page.keyboard.type("bakery")
    expect(page.get_by_role("option").first).to_contain_text("bakery")


def test_words_and_facets_work_under_the_policy(reader: Reader, strict_home: str) -> None:
    page = reader(strict_home, "practices/?q=bakery&theme=work")
    expect(page.locator(".k-choose__state [role=status]")).to_have_text(re.compile(r"\d"))
    expect(page.locator(".k-choose__cards .k-card")).not_to_have_count(0)


def test_what_material_keeps_on_the_device_is_there_without_its_inline_script(
    reader: Reader, strict_home: str, kind: dict[str, str]
) -> None:
    page = reader(strict_home, kind["practice"])
    assert page.evaluate("() => __md_scope.href") == strict_home
    assert page.evaluate("() => __md_get('__tabs')") is None
    assert page.evaluate("() => (__md_set('__tabs', ['a']), __md_get('__tabs'))") == ["a"]
    assert page.evaluate("() => localStorage['/.__tabs']") == '["a"]'
    assert page.evaluate("() => __md_hash('abc')") == 96354


def test_the_policy_is_the_documented_one() -> None:
    text = (ROOT / "docs/developers/publishing.md").read_text("utf-8")
    assert f"Content-Security-Policy: {POLICY}\n" in text
