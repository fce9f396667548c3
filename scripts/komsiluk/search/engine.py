"""Everything that each query of a language needs, in one script, so that a browser asks once."""

from __future__ import annotations

from pathlib import Path

from komsiluk.search.bundled import bundled
from komsiluk.search.script import data_script
from komsiluk.text.keys import table

SCRIPTS = ("keys.js", "lookup.js", "search.js", "box.js")
"""In the order in which they build on each other, in the theme's folder of scripts."""


def engine(theme: Path, tag: str, manifest: bytes) -> tuple[str, bytes]:
    """The path and the text of the script: the manifest of a language's index, and the scripts that search.

    `theme` is the theme's folder. Raises `FileNotFoundError`.
    """
    parts = [
        manifest,
        data_script("keys", table())[1],
        bundled(theme, SCRIPTS),
    ]
    path, loaded = data_script(f"{tag}/engine", 1)
    return path, b";\n".join([*parts, loaded])
