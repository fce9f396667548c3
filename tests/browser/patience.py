"""One Chromium for all tests; one that hangs is ended, so that its test fails and the next has another.

Some calls of Playwright wait for ever for a browser that does not answer (`new_page`, `close`,
`evaluate`). Ended, it makes them raise `TargetClosedError`; the Makefile has such a test run once more.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Iterator

from playwright.sync_api import Browser, BrowserType

from tests.browser.chromium import launch

PATIENCE = 120
"""Seconds that a test may take; the slowest takes about 20."""


class Chromium:
    """A browser that is started when it is wanted, and again when it is gone."""

    def __init__(self, kind: BrowserType) -> None:
        """`kind` starts it."""
        self._kind = kind
        self._browser: Browser | None = None
        self._process = 0

    def running(self) -> Browser:
        """The browser. Raises `FileNotFoundError`, with a text for people, where there is none."""
        if self._browser is None or not self._browser.is_connected():
            self._browser = launch(self._kind)
            self._process = _process(self._browser)
        return self._browser

    @contextlib.contextmanager
    def patient(self, seconds: float = PATIENCE) -> Iterator[None]:
        """End the browser if what is done in the block takes longer."""
        watch = threading.Timer(seconds, self._kill)
        watch.start()
        try:
            yield
        finally:
            watch.cancel()

    def close(self) -> None:
        """End the browser, if there is one."""
        if self._browser is not None:
            with self.patient(20):
                self._browser.close()

    def _kill(self) -> None:
        if self._process:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGKILL)


def _process(browser: Browser) -> int:
    """The number of the browser's chief process."""
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return int(next(process["id"] for process in processes if process["type"] == "browser"))
