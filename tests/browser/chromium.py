"""Where this machine's Chromium is, and how the tests start it. As a script: says where, or ends with 1."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from playwright.sync_api import Browser, BrowserType, sync_playwright

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Containers have no sandbox and no GPU; the rest keeps Chromium from calling its maker."""

NAMES = ("chromium", "chromium-browser", "google-chrome")
"""What distributions call it."""

MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")

NONE_FOUND = """\
The browser tests need Chromium, and this machine has none.
  Debian, Ubuntu:  sudo apt install chromium
  anywhere:        .venv/bin/playwright install chromium
  elsewhere:       CHROMIUM=/path/to/chrome make test"""


def launch(chromium: BrowserType) -> Browser:
    """Chromium, started. Raises `FileNotFoundError` with `NONE_FOUND` where there is none."""
    return chromium.launch(
        executable_path=executable(Path(chromium.executable_path)), args=list(FLAGS)
    )


def executable(
    playwrights: Path,
    environment: Mapping[str, str] = os.environ,
    which: Callable[[str], str | None] = shutil.which,
    mac: Path = MAC,
) -> Path:
    """The file to run: $CHROMIUM, else the first of `NAMES` on the path, macOS's, Playwright's own.

    Raises `FileNotFoundError`, with a text for people, when $CHROMIUM leads nowhere or none is there.
    """
    if wished := environment.get("CHROMIUM"):
        if not Path(wished).is_file():
            raise FileNotFoundError(f"CHROMIUM is set to {wished}, and there is no such file.")
        return Path(wished)
    for name in NAMES:
        if found := which(name):
            return Path(found)
    for place in (mac, playwrights):
        if place.is_file():
            return place
    raise FileNotFoundError(NONE_FOUND)


if __name__ == "__main__":
    with sync_playwright() as playwright:
        try:
            print(executable(Path(playwright.chromium.executable_path)))
        except FileNotFoundError as error:
            sys.exit(str(error))
