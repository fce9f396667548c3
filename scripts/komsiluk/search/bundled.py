"""Scripts of the theme to one, so that a browser asks once, without remarks for people who read them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

FOLDER = "assets/komsiluk/"


def bundled(theme: Path, names: Iterable[str]) -> bytes:
    """The scripts of these names, in the order in which they build on each other, as one.

    `theme` is the theme's folder. Raises `FileNotFoundError`.
    """
    return b";\n".join(bare((theme / FOLDER / name).read_text("utf-8")).encode() for name in names)


def bare(script: str) -> str:
    """A script without indentation, types (JSDoc) and lines of remarks: a fifth less to send.

    >>> bare("// Why.\\n/** @type {number} */\\n  const a = 1; // what\\n\\n  b(a);\\n")
    'const a = 1; // what\\nb(a);'
    """
    lines = (line.strip() for line in _TYPES.sub("", script).splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


_TYPES = re.compile(r"/\*\*.*?\*/ ?", re.DOTALL)
