"""The scripts that search, in one, so that a browser asks once: keys, their table, and the index."""

from __future__ import annotations

from pathlib import Path

from komsiluk.search import script
from komsiluk.search.script import data_script
from komsiluk.text.keys import table

FOLDER = "assets/komsiluk/"
SCRIPTS = ("keys.js", "search.js", "box.js")
"""In the order in which they build on each other, in the theme's folder of scripts."""


def engine(theme: Path) -> tuple[str, bytes]:
    """The path of the script and what it says. Raises `FileNotFoundError`."""
    parts = [data_script("keys", table())[1]]
    parts += [_bare((theme / FOLDER / name).read_text("utf-8")).encode() for name in SCRIPTS]
    parts.append(data_script("engine", 1)[1])
    return f"{script.FOLDER}engine.js", b";\n".join(parts)


def _bare(script: str) -> str:
    """A script without indentation and without lines that only remark: a tenth less to send.

    >>> _bare("// Why.\\n  const a = 1; // what\\n\\n  b(a);\\n")
    'const a = 1; // what\\nb(a);'
    """
    lines = (line.strip() for line in script.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))
