"""The scripts that search, in one, so that a browser asks once: keys, their table, and the index."""

from __future__ import annotations

from pathlib import Path

from komsiluk.search import script
from komsiluk.search.bundled import bundled
from komsiluk.search.script import data_script
from komsiluk.text.keys import table

SCRIPTS = ("keys.js", "search.js", "box.js")
"""In the order in which they build on each other, in the theme's folder of scripts."""


def engine(theme: Path) -> tuple[str, bytes]:
    """The path of the script and what it says. Raises `FileNotFoundError`."""
    parts = [
        data_script("keys", table())[1],
        bundled(theme, SCRIPTS),
        data_script("engine", 1)[1],
    ]
    return f"{script.FOLDER}engine.js", b";\n".join(parts)
