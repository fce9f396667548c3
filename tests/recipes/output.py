"""What comes of the recipe for an output: run where it was followed."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from tests.recipes.building import build

ATOM = "{http://www.w3.org/2005/Atom}"
TITLES = {
    "": "Tool library",
    "sr-Latn/": "Biblioteka alata",
    "sr-Cyrl/": "Библиотека алата",
    "mk/": "Библиотека на алати",
}
"""What one of the practices is called, by the folder of a language."""


def main(fonts: Path) -> None:
    """Fail unless each language has a feed of its practices, and each page leads to it."""
    with tempfile.TemporaryDirectory() as folder:
        site = build(Path(folder) / "site")
        for prefix, title in TITLES.items():
            root = ElementTree.parse(site / prefix / "feed.xml").getroot()
            entries = root.findall(f"{ATOM}entry")
            assert len(entries) == 3, prefix
            addresses = {entry.findtext(f"{ATOM}id") for entry in entries}
            assert f"https://small.example.org/{prefix}practices/tool-library/" in addresses
            assert title in {entry.findtext(f"{ATOM}title") for entry in entries}, prefix
            page = (site / prefix / "practices" / "tool-library" / "index.html").read_text("utf-8")
            assert 'type="application/atom+xml" href="../../feed.xml"' in page, prefix


if __name__ == "__main__":
    main(Path(sys.argv[1]))
