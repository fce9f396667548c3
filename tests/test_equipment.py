"""A tool that is missing is one sentence: a skipped test on somebody's machine, a failure in CI."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import equipment
from tests.equipment import ACORN, AXE, CODE_READER, HTML_CHECKER, Tool, file_of

SENTENCES = {
    ACORN: "acorn (it reads scripts) is not installed; `make test` does that.",
    AXE: "axe-core is not installed; `make test` does that.",
    HTML_CHECKER: "The Nu HTML checker is not installed; `make test` does that.",
    CODE_READER: "ZBar (it reads QR codes) is not installed; `make test` does that.",
}
ROOT = Path(__file__).parents[1]

NEEDY = """
from pathlib import Path
from tests.equipment import AXE, file_of

def test_a_page():
    file_of(AXE, Path("/nowhere"))

def test_another_page():
    file_of(AXE, Path("/nowhere"))
"""


@pytest.mark.parametrize("tool", SENTENCES, ids=lambda tool: tool.name)
def test_a_missing_package_skips_the_test_with_one_sentence(tool: Tool, tmp_path: Path) -> None:
    with pytest.raises(pytest.skip.Exception) as skipped:
        file_of(tool, tmp_path, {})
    assert str(skipped.value) == SENTENCES[tool]


@pytest.mark.parametrize("tool", SENTENCES, ids=lambda tool: tool.name)
def test_where_proposals_are_judged_it_fails_with_the_same_sentence(
    tool: Tool, tmp_path: Path
) -> None:
    with pytest.raises(pytest.fail.Exception) as failed:
        file_of(tool, tmp_path, {"CI": "true"})
    assert str(failed.value) == SENTENCES[tool]
    assert not failed.value.pytrace


def test_a_package_that_is_there_is_used(tmp_path: Path) -> None:
    file = tmp_path / AXE.file
    file.parent.mkdir(parents=True)
    file.write_text("", "utf-8")
    assert file_of(AXE, tmp_path, {"CI": "true"}) == file


def test_node_is_the_environments_own_or_the_first_on_the_path(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(pytest.skip.Exception) as skipped:
        equipment.node(tmp_path / "empty", str(tmp_path / "empty"), {})
    assert str(skipped.value) == "Node.js is not installed; `make test` does that."
    (tmp_path / "node").write_text("#!/bin/sh\n", "utf-8")
    (tmp_path / "node").chmod(0o755)
    assert equipment.node(tmp_path / "empty", str(tmp_path), {}) == tmp_path / "node"
    assert equipment.node(tmp_path, str(tmp_path / "empty"), {}) == tmp_path / "node"


@pytest.mark.parametrize(
    ("ci", "expected"),
    [("", "SKIPPED [2] tests/equipment.py"), ("true", "2 failed")],
)
def test_a_run_says_it_aloud_and_shows_no_traceback(tmp_path: Path, ci: str, expected: str) -> None:
    (tmp_path / "test_needy.py").write_text(NEEDY, "utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", ROOT / "pyproject.toml",
         "--rootdir", ROOT, tmp_path],
        cwd=ROOT,
        env={**os.environ, "CI": ci},
        capture_output=True,
        encoding="utf-8",
    )  # fmt: skip
    assert expected in run.stdout
    assert SENTENCES[AXE] in run.stdout
    assert "Traceback" not in run.stdout + run.stderr
    assert "def " not in run.stdout
