"""A site whose every field means harm, in a browser: no script of theirs runs, and nothing of theirs is fetched.

The reader of these tests notices every message on the console and every request to another host; under
the policy, what was only tried would be such a message.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page

from tests.browser.reading import Reader
from tests.browser.serving import POLICY, serving
from tests.hostile import payloads
from tests.site.conftest import hostile

__all__ = ["hostile"]
NAMES = tuple(payloads())
LISTS = ("", "practices/", "themes/meeting/", "organisations/neighbours/", "places/novi-pazar/")


@pytest.fixture(scope="module")
def hostile_home(hostile: Path) -> Iterator[str]:
    """The address of the site of harm, on a server that sends the policy."""
    with serving(hostile / "site", {"Content-Security-Policy": POLICY}) as address:
        yield address


@pytest.fixture(scope="module")
def bare_home(hostile: Path) -> Iterator[str]:
    """The same on a server that knows no policy."""
    with serving(hostile / "site") as address:
        yield address


def listening(page: Page) -> list[str]:
    """The dialogs that open from now on."""
    dialogs: list[str] = []

    def close(dialog: Dialog) -> None:
        dialogs.append(f"{page.url}: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", close)
    return dialogs


def pointed_at(page: Page) -> None:
    """Point at, focus and press everything that is no link, in case that wakes something."""
    page.evaluate(
        """() => {
            for (const element of document.querySelectorAll(".k-content *")) {
                for (const name of ["mouseover", "focus", "toggle", "begin", "error"])
                    element.dispatchEvent(new Event(name));
            }
        }"""
    )


def test_a_payload_that_lived_would_be_heard(reader: Reader, bare_home: str) -> None:
    page = reader(bare_home)
    dialogs = listening(page)
    payload = payloads()["details-toggle"]
    page.evaluate("(html) => document.body.insertAdjacentHTML('beforeend', html)", payload)
    page.wait_for_function("() => document.querySelector('body > details')")
    page.wait_for_timeout(200)
    assert dialogs == [f"{bare_home}: 1"]


@pytest.mark.parametrize("home", ["hostile_home", "bare_home"])
def test_no_practice_does_anything(
    reader: Reader, request: pytest.FixtureRequest, home: str
) -> None:
    page = reader(request.getfixturevalue(home))
    dialogs = listening(page)
    for name in NAMES:
        page.goto(f"practices/{name}/", wait_until="load")
        pointed_at(page)
        assert page.locator("h1").count() == 1
    assert dialogs == []


def test_no_list_comparison_or_search_does_anything(reader: Reader, hostile_home: str) -> None:
    page = reader(hostile_home)
    dialogs = listening(page)
    for address in LISTS:
        for tag in ("", "mk/"):
            page.goto(tag + address)
            page.wait_for_load_state("networkidle")
            pointed_at(page)
    for first in range(0, len(NAMES), 4):
        page.goto(f"compare/?p={','.join(NAMES[first : first + 4])}")
        page.locator(".k-comparison table").wait_for()
        pointed_at(page)
    page.goto("practices/")
    for words in ("alert", "script", "<img src=x onerror=alert(1)>", "__proto__", "constructor"):
        page.locator(".md-search__input").fill(words)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(250)
        pointed_at(page)
    assert dialogs == []
