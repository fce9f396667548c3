"""Scripts of the pages to every change of them that a test should notice; `javascript.mjs` finds them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests import equipment
from tests.bench.mutation.mutant import Mutant

FINDER = Path(__file__).with_name("javascript.mjs")


def mutants(root: Path, files: list[str]) -> Iterator[Mutant]:
    """All changes of these files below a root, in the order of their text."""
    done = subprocess.run(
        [str(equipment.node()), str(FINDER), str(equipment.TOOLS), *files],
        cwd=root, stdout=subprocess.PIPE, encoding="utf-8", check=True,
    )  # fmt: skip
    texts = {file: (root / file).read_text("utf-8") for file in files}
    for found in json.loads(done.stdout):
        text = texts[found["file"]].encode("utf-16-le")
        start, end = (
            len(text[: 2 * found[side]].decode("utf-16-le").encode()) for side in ("start", "end")
        )
        line = text[: 2 * found["start"]].decode("utf-16-le").count("\n") + 1
        yield Mutant(
            file=found["file"], start=start, end=end, replacement=found["replacement"],
            operator=found["operator"], first_line=line, last_line=line,
        )  # fmt: skip
