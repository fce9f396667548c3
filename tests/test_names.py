"""One word for one thing: names of classes and modules, and no variable that is called by a participle."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

import komsiluk

PACKAGE = Path(komsiluk.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
RIDDLES = frozenset({"found", "held", "said", "told"})
"""They say that something was done with a value, and not what it is."""
MOST_OF_A_STEM = 2
"""So many modules may share a name, each in a folder that says which is meant."""


def test_no_class_name_means_two_classes() -> None:
    places = defaultdict(list)
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_bytes())):
            if isinstance(node, ast.ClassDef):
                places[node.name].append(file.relative_to(PACKAGE).as_posix())
    assert {name: files for name, files in places.items() if len(files) > 1} == {}


def test_no_name_of_a_module_is_shared_by_three() -> None:
    stems = Counter(file.stem for file in FILES if file.stem != "__init__")
    assert {stem: n for stem, n in stems.items() if n > MOST_OF_A_STEM} == {}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_names_are_nouns_of_what_they_hold(file: Path) -> None:
    named = sorted(set(_names(ast.parse(file.read_bytes()))))
    assert [f"{line}: {name}" for line, name in named if name.lstrip("_") in RIDDLES] == []


def _names(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Everything that the module gives a name to, with its line."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store(), lineno=line):
                yield line, name
            case ast.arg(arg=name, lineno=line):
                yield line, name
            case ast.FunctionDef(name=name, lineno=line):
                yield line, name
            case ast.Attribute(attr=name, ctx=ast.Store(), lineno=line):
                yield line, name
