"""A reader with a browser: what a test wishes of both, and what went wrong behind the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, Protocol, TypedDict, Unpack

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    Response,
    WebError,
    expect,
)

DESK, PHONE = 1440, 390
"""Widths of screens in CSS pixels."""
FORBIDDEN = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("refused", "SecurityError"); } });"""
"""What a page meets in a browser that lets no site store anything."""


NOISE = ("was preloaded using link preload but not used within a few seconds",)
"""Warnings that are no faults: Chromium's clock runs out on a busy machine. `test_fonts.py` looks
whether each font that is preloaded is used.
"""


class Wishes(TypedDict, total=False):
    """How a reader reads; each may be left out."""

    width: int
    """CSS pixels; `DESK` where it is left out."""
    height: int
    scheme: Literal["light", "dark"]
    """What the reader's device prefers."""
    script: bool
    """Whether JavaScript runs."""
    calm: bool
    """Whether the device asks for less motion."""
    pixels: int
    """Device pixels to a CSS pixel: 2 with half the width is a zoom of 200 %."""
    astray: bool
    """Whether the first address leads nowhere, as it should."""


class Reader(Protocol):
    """Opens a browser of its own on a page of a site."""

    def __call__(self, home: str, address: str = "", **wishes: Unpack[Wishes]) -> Page: ...


@dataclass
class Watch:
    """What no reader sees and no page should cause: errors, failed requests, calls to strangers."""

    home: str
    astray: str = ""
    """The one address that leads nowhere, as it should."""
    troubles: list[str] = field(default_factory=list)

    def follow(self, context: BrowserContext) -> None:
        """Listen to every page of a context, its workers included."""
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("request", self._request)
        context.on("requestfailed", self._failed)
        context.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type not in ("error", "warning", "assert"):
            return
        noise = any(noise in message.text for noise in NOISE)
        if not noise and not self._led_astray(message.location["url"]):
            self.troubles.append(
                f"console {message.type} at {message.location['url']}: {message.text}"
            )

    def _error(self, error: WebError) -> None:
        self.troubles.append(f"error of a script: {error.error}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:")):
            self.troubles.append(f"request to another host: {request.url}")

    def _failed(self, request: Request) -> None:
        # Leaving a page ends what it was still fetching; nothing is wrong with either.
        if request.failure != "net::ERR_ABORTED":
            self.troubles.append(f"failed request: {request.url}: {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and not self._led_astray(response.url):
            self.troubles.append(f"{response.status}: {response.url}")

    def _led_astray(self, address: str) -> bool:
        return bool(self.astray) and address == self.home + self.astray


def open_context(browser: Browser, home: str, wishes: Wishes) -> BrowserContext:
    """A browser as a reader wishes it, without anybody's memory, at home on a site."""
    context = browser.new_context(
        base_url=home,
        viewport={"width": wishes.get("width", DESK), "height": wishes.get("height", 900)},
        device_scale_factor=wishes.get("pixels", 1),
        color_scheme=wishes.get("scheme", "light"),
        java_script_enabled=wishes.get("script", True),
        reduced_motion="reduce" if wishes.get("calm", False) else "no-preference",
    )
    context.set_default_timeout(10_000)
    return context


def focus_by_key(page: Page, wanted: Locator, key: str = "Tab", limit: int = 60) -> None:
    """Press a key until an element has the focus; fail when `limit` times do not bring it there."""
    for _ in range(limit):
        page.keyboard.press(key)
        if wanted.evaluate("(element) => element === document.activeElement"):
            return
    expect(wanted).to_be_focused()
