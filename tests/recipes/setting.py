"""What comes of the recipe for a setting: run where it was followed."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.recipes.building import build

FORBIDDING = '<meta name="robots" content="noindex, noarchive">'
PAGES = ("index.html", "practices/tool-library/index.html", "mk/practices/index.html", "404.html")


def main(fonts: Path) -> None:
    """Fail unless `listed: false` forbids search engines every page, and nothing does without it."""
    with tempfile.TemporaryDirectory() as folder:
        open_site = build(Path(folder) / "open")
        hidden = build(Path(folder) / "hidden", "      listed: false\n")
        for page in PAGES:
            assert FORBIDDING not in (open_site / page).read_text("utf-8"), page
            assert FORBIDDING in (hidden / page).read_text("utf-8"), page


if __name__ == "__main__":
    main(Path(sys.argv[1]))
