"""The contracts about imports have no hole: what is new in the package is held by them, too."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "scripts" / "komsiluk"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package in a folder of its own, with the contracts."""
    shutil.copytree(PACKAGE, tmp_path / "komsiluk", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path / "komsiluk"


def broken(copy: Path) -> tuple[int, str]:
    """How the linter ends, and what it says about the contracts."""
    linter = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run(
        [linter, "--no-cache"], cwd=copy.parent, capture_output=True, encoding="utf-8"
    )
    return run.returncode, run.stdout + run.stderr


def test_the_package_keeps_its_contracts(copy: Path) -> None:
    code, told = broken(copy)
    assert (code, "0 broken" in told) == (0, True), told


def test_a_new_module_must_be_given_its_floor(copy: Path) -> None:
    (copy / "newthing.py").write_text('"""A new thing."""\n', "utf-8")
    code, told = broken(copy)
    assert code == 1
    assert "every module has its floor BROKEN" in told
    assert "newthing" in told


def test_a_new_module_may_not_import_what_only_the_rims_may(copy: Path) -> None:
    names = ("mkdocs", "material", "mkdocs_static_i18n", "click", "rich")
    (copy / "newthing.py").write_text("".join(f"import {name}\n" for name in names), "utf-8")
    with (copy / "artifacts.py").open("a", encoding="utf-8") as file:
        file.write("from komsiluk import newthing\n")
    code, told = broken(copy)
    assert code == 1
    assert "Only the plugin knows MkDocs and its theme BROKEN" in told
    assert "Nobody imports mkdocs-static-i18n: the plugin asks MkDocs for it BROKEN" in told
    assert "Only the commands know click BROKEN" in told
    assert "Only the rims draw bars BROKEN" in told
