"""The pages for newcomers name files that exist, and every file of each recipe."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DEVELOPERS = ROOT / "docs" / "developers"
RECIPES = sorted((ROOT / "tests" / "recipes").glob("*.patch"))
PAGES = ("architecture.md", "glossary.md", "where.md")
FROM = (
    "",
    "practices",
    "practices/*",
    "practices/_languages/*",
    "scripts/komsiluk",
    "scripts/komsiluk/languages/*",
    "overrides/assets/komsiluk",
)
"""The folders in which the pages name a file by a short path."""
_CODE = re.compile(r"`([^`]+)`")
_PATH = re.compile(r"[\w<>./-]*(?:/[\w<>./-]*|\.(?:py|md|yml|json|js|html|typ|patch|txt))")
_HOLE = re.compile(r"<\w+>")
_CHANGED = re.compile(r"^\+\+\+ b/(.+)$", re.MULTILINE)
_SECTION = re.compile(r"^## ", re.MULTILINE)


def added() -> Iterator[str]:
    """The files that recipes change or add."""
    for recipe in RECIPES:
        yield from _CHANGED.findall(recipe.read_text("utf-8"))


def paths(text: str) -> Iterator[str]:
    """The paths in backticks, with `*` for each `<name>`.

    >>> list(paths("`rules/<name>.py`, `komsiluk rules`, `Practice`"))
    ['rules/*.py']
    """
    for code in _CODE.findall(text):
        if _PATH.fullmatch(code):
            yield _HOLE.sub("*", code)


@pytest.mark.parametrize("page", PAGES)
def test_every_path_that_a_page_names_exists(page: str) -> None:
    for path in sorted(set(paths((DEVELOPERS / page).read_text("utf-8")))):
        places = [f"{folder}/{path}".strip("/") for folder in FROM]
        exists = any(next(ROOT.glob(place), None) for place in places)
        assert exists or any(fnmatch.fnmatch(file, f"*{path}*") for file in added()), path


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda file: str(file.stem))
def test_a_recipe_has_a_section_that_names_each_of_its_files(recipe: Path) -> None:
    name = f"tests/recipes/{recipe.name}"
    page = (DEVELOPERS / "where.md").read_text("utf-8")
    (section,) = (text for text in _SECTION.split(page) if f"Recipe: `{name}`" in text)
    patterns = [path + "*" * path.endswith("/") for path in paths(section)]
    for file in _CHANGED.findall(recipe.read_text("utf-8")):
        assert any(fnmatch.fnmatch(file, pattern) for pattern in patterns), file
