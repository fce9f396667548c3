"""The programs that tests need beside Python, or one sentence about the one that is missing."""

from __future__ import annotations

import os
import shutil
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest

TOOLS = Path(__file__).parents[1] / ".cache" / "tools"
"""Where `make test` puts the packages of `tests/tools/package.json`."""


@dataclass(frozen=True, kw_only=True)
class Tool:
    """A package of npm that tests use."""

    name: str
    """As it begins the sentence about its absence."""
    file: str
    """The file of it that is used, below the folder of tools."""


AXE = Tool(name="axe-core", file="node_modules/axe-core/axe.min.js")
HTML_CHECKER = Tool(name="The Nu HTML checker", file="node_modules/vnu-jar/build/dist/vnu.jar")
ACORN = Tool(name="acorn (it reads scripts)", file="node_modules/acorn/package.json")
CODE_READER = Tool(
    name="ZBar (it reads QR codes)", file="node_modules/@undecaf/zbar-wasm/package.json"
)


def file_of(tool: Tool, folder: Path = TOOLS, environment: Mapping[str, str] = os.environ) -> Path:
    """The file of a tool. Where it is not installed, the test ends as `missing` says."""
    file = folder / tool.file
    if not file.is_file():
        missing(f"{tool.name} is not installed; `make test` does that.", environment)
    return file


def node(
    scripts: Path | None = None,
    path: str | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Path:
    """Node.js: that of this Python's environment, else the first on the path.

    Where there is none, the test ends as `missing` says.
    """
    own = (scripts or Path(sysconfig.get_path("scripts"))) / "node"
    if own.is_file():
        return own
    if found := shutil.which("node", path=path):
        return Path(found)
    missing("Node.js is not installed; `make test` does that.", environment)


def missing(sentence: str, environment: Mapping[str, str] = os.environ) -> NoReturn:
    """Skip the test for this reason, which pytest prints; where $CI is set, fail with it.

    Somebody's own machine may lack what a test needs. A machine that judges a proposal may not:
    it would call tested what nobody tested.
    """
    if environment.get("CI", "").lower() in ("", "0", "false"):
        pytest.skip(sentence)
    pytest.fail(sentence, pytrace=False)
