"""Scripts of the theme in Node, asked again and again without being started each time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Any

from tests import equipment

SCRIPTS = Path(__file__).parents[1] / "overrides" / "assets" / "komsiluk"

_TURN = """
const fs = require("fs"), vm = require("vm");
globalThis.komsiluk = {};
const [asked, ...files] = process.argv.slice(1);
for (const file of files) vm.runInThisContext(fs.readFileSync(file, "utf8"), { filename: file });
const answer = vm.runInThisContext(asked);
require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  let said;
  try { said = { value: answer(JSON.parse(line)) }; } catch (error) { said = { error: error.message }; }
  process.stdout.write(JSON.stringify(said) + "\\n");
});
"""


class Node:
    """A function of JavaScript that can be called."""

    def __init__(self, process: Popen[str]) -> None:
        self._process = process

    def __call__(self, given: object) -> Any:
        """What it gives for a value; both as JSON. Raises `ValueError` with what it threw."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps(given) + "\n")
        self._process.stdin.flush()
        said = json.loads(self._process.stdout.readline())
        if "error" in said:
            raise ValueError(said["error"])
        return said.get("value")


@contextmanager
def node(function: str, scripts: Iterable[str]) -> Iterator[Node]:
    """The function, an expression that may name `komsiluk`, after scripts of the theme have run."""
    files = [str(SCRIPTS / name) for name in scripts]
    with Popen(
        [str(equipment.node()), "-e", _TURN, function, *files], stdin=PIPE, stdout=PIPE, text=True
    ) as process:
        yield Node(process)
        assert process.stdin is not None
        process.stdin.close()
