"""Recipes for adding something: each is followed in a copy of the project, and what comes of it is looked at."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.sites import ROOT

RECIPES = ROOT / "tests" / "recipes"
NEEDED = (
    "docs",
    "overrides",
    "practices/_schema",
    "scripts",
    "tests/cases/base",
    "tests/cases/small",
    "tests/recipes",
)
"""The folders that recipes change, or that are looked at after they were followed."""
_FILE = re.compile(r"^\+\+\+ b/(.+)$", re.MULTILINE)
_ALLOWED = re.compile(r"^Files: (\d+)$", re.MULTILINE)


def copied(to: Path) -> Path:
    """A copy of the project without what is heavy or made."""
    ignored = shutil.ignore_patterns("__pycache__", "node_modules", ".cache", "site")
    for folder in NEEDED:
        shutil.copytree(ROOT / folder, to / folder, ignore=ignored)
    for file in (*ROOT.glob("tests/*.py"), ROOT / "mkdocs.yml", ROOT / "pyproject.toml"):
        shutil.copy(file, to / file.relative_to(ROOT))
    return to


def run(*command: str, cwd: Path, **environment: str) -> None:
    """Run a command; a test fails with its own words if it does not succeed."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=600,
    )
    assert done.returncode == 0, f"{command} ends with {done.returncode}:\n{done.stdout}"


@pytest.mark.parametrize("name", sorted(file.stem for file in RECIPES.glob("*.patch")))
def test_a_recipe_takes_few_files_and_does_what_it_says(name: str, tmp_path: Path) -> None:
    patch = RECIPES / f"{name}.patch"
    text = patch.read_text("utf-8")
    allowed = _ALLOWED.search(text)
    assert allowed, "how many files it may take stands above the patch: `Files: 3`"
    assert len(_FILE.findall(text)) <= int(allowed[1])
    project = copied(tmp_path / "project")
    run("git", "apply", str(patch), cwd=project, GIT_CEILING_DIRECTORIES=str(tmp_path))
    run(
        sys.executable,
        "-m",
        f"tests.recipes.{name}",
        str(ROOT / ".cache" / "fonts"),
        cwd=project,
        PYTHONPATH=os.pathsep.join((str(project / "scripts"), str(project))),
    )
