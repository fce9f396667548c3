"""A browser that does not answer holds nothing up: its test fails, and the next test has another."""

from __future__ import annotations

import pytest
from playwright.sync_api import Error

from tests.browser.patience import Chromium


def test_a_browser_that_hangs_is_ended_and_another_started(chromium: Chromium) -> None:
    hanging = chromium.running().new_page()
    with chromium.patient(1), pytest.raises(Error, match="closed"):
        hanging.evaluate("() => new Promise(() => {})")
    page = chromium.running().new_page()
    assert page.evaluate("() => 6 * 7") == 42
    page.close()
