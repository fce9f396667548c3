"""Sites on this machine, one browser for all tests, and readers who notice what goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Unpack

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.kinds import kinds
from tests.browser.patience import Chromium
from tests.browser.reading import Reader, Watch, Wishes, open_context
from tests.browser.serving import serving
from tests.equipment import missing
from tests.site.conftest import built, bundle, small, small_source, workshop

__all__ = ["built", "bundle", "small", "small_source", "workshop"]


@pytest.fixture(scope="session")
def home(built: Path) -> Iterator[str]:
    """The address of the real site."""
    with serving(built) as address:
        yield address


@pytest.fixture(scope="session")
def small_home(small: Path) -> Iterator[str]:
    """The address of the small site."""
    with serving(small) as address:
        yield address


@pytest.fixture(scope="session")
def kind(built: Path) -> dict[str, str]:
    """The address of one page of each kind of the real site, by kind, without the language."""
    return kinds(built)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    """One Chromium for all tests."""
    with sync_playwright() as playwright:
        chromium = Chromium(playwright.chromium)
        absence = ""
        try:
            chromium.running()
        except FileNotFoundError as error:
            absence = str(error)
        if absence:
            missing(absence)
        yield chromium
        chromium.close()


@pytest.fixture
def browser(chromium: Chromium) -> Iterator[Browser]:
    """A browser that answers; a test for which it does not is ended."""
    with chromium.patient():
        yield chromium.running()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Reader]:
    """Opens pages; at the end of the test, nothing must have gone wrong behind any of them."""
    contexts: list[BrowserContext] = []
    watches: list[Watch] = []

    def read(home: str, address: str = "", **wishes: Unpack[Wishes]) -> Page:
        context = open_context(browser, home, wishes)
        watch = Watch(home, astray=address if wishes.get("astray") else "")
        watch.follow(context)
        contexts.append(context)
        watches.append(watch)
        page = context.new_page()
        page.goto(address)
        return page

    yield read
    for context in contexts:
        context.close()
    troubles = [trouble for watch in watches for trouble in watch.troubles]
    assert not troubles, "\n".join(troubles)
