"""Whatever the package defines, the package uses: nothing lives for tests alone, or for nobody.

A name counts as used where code of the package says it outside its own definition, whoever else bears it.
Exempt are those that something else calls, by the way in which it does (`_is_called_by_others`).
"""

from __future__ import annotations

import ast
import enum
import importlib
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import click
import pydantic
from mkdocs.plugins import EVENTS, BasePlugin

from komsiluk.model.shown import Shown

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "scripts" / "komsiluk"


class Definition(NamedTuple):
    """A name that the package gives to something."""

    file: Path
    line: int
    owner: str
    """The class in which it stands, or nothing."""
    name: str
    last_line: int

    def __str__(self) -> str:
        owner = f"{self.owner}." if self.owner else ""
        return f"{self.file.relative_to(PACKAGE).as_posix()}:{self.line}: {owner}{self.name}"


def test_everything_that_is_defined_is_used() -> None:
    trees = {file: ast.parse(file.read_bytes()) for file in sorted(PACKAGE.rglob("*.py"))}
    uses = _uses(trees)
    asked_by_templates, entries = _words_of_templates(), _entry_points()
    dead = [
        definition
        for file, tree in trees.items()
        for definition in _definitions(tree, file)
        if not _is_used(definition, uses)
        and not (definition.owner and definition.name in asked_by_templates)
        and definition.name not in entries
        and not _is_called_by_others(definition)
    ]
    assert not dead, "used by nobody:\n" + "\n".join(map(str, dead))


def test_a_definition_that_only_itself_uses_is_found(tmp_path: Path) -> None:
    tree = ast.parse(
        "def one():\n    return one()\n\nLIMIT = 3\nclass Two:\n    def three(self): ...\n"
    )
    names = {file.name for file in _definitions(tree, tmp_path / "x.py")}
    assert names == {"one", "LIMIT", "Two", "three"}
    (one,) = [found for found in _definitions(tree, tmp_path) if found.name == "one"]
    assert not _is_used(one, _uses({tmp_path: tree}))


def _definitions(tree: ast.AST, file: Path, owner: str = "") -> Iterator[Definition]:
    """Functions, classes, methods, fields and constants; what stands within a function is its own."""
    for node in ast.iter_child_nodes(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                names = [name]
            case ast.ClassDef(name=name):
                names = [name]
                yield from _definitions(node, file, name)
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                names = [name]
            case ast.If() | ast.Try():
                yield from _definitions(node, file, owner)
                continue
            case _:
                continue
        for name in names:
            if not (name.startswith("__") and name.endswith("__")):
                yield Definition(file, node.lineno, owner, name, node.end_lineno or node.lineno)


def _is_used(one: Definition, uses: Mapping[str, set[tuple[Path, int]]]) -> bool:
    """Whether somebody else says its name."""
    return any(
        file != one.file or not one.line <= line <= one.last_line
        for file, line in uses.get(one.name, ())
    )


def _uses(trees: Mapping[Path, ast.Module]) -> Mapping[str, set[tuple[Path, int]]]:
    """The lines that say a name; a text that is one counts, too: `getattr` and tables know it so."""
    uses: dict[str, set[tuple[Path, int]]] = {}
    for file, tree in trees.items():
        for node in ast.walk(tree):
            match node:
                case ast.Name(id=name, ctx=ast.Load()) | ast.Attribute(attr=name):
                    uses.setdefault(name, set()).add((file, node.lineno))
                case ast.Constant(value=str(name)) if name.isidentifier():
                    uses.setdefault(name, set()).add((file, node.lineno))
    return uses


def _words_of_templates() -> set[str]:
    """What templates may ask of an object: every word between their braces."""
    code = re.compile(r"{[{%](.*?)[}%]}", re.DOTALL)
    return {
        word
        for file in (ROOT / "overrides").rglob("*.html")
        if "node_modules" not in file.parts
        for part in code.findall(file.read_text("utf-8"))
        for word in re.findall(r"\w+", part)
    }


def _entry_points() -> set[str]:
    """What pyproject.toml names for others: the command and the plugin of MkDocs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = {**project["scripts"], **project["entry-points"]["mkdocs.plugins"]}
    return {address.partition(":")[2] for address in named.values()}


def _is_called_by_others(definition: Definition) -> bool:
    """Whether a library finds it by its own rule.

    - A command: click finds it in the module that has its name.
    - A field of the model, and what sets up a model: it is what a file may hold, whoever shows it.
      So `region_code` of a place and `exact_match` of a concept stay, which no output shows yet.
    - What a mark of the model declares: the law of completeness (`tests/promises.py`) holds outputs to it.
    - A member of an enumeration: it is found by its value.
    - An event of MkDocs' plugins.
    - What takes the place of something in a class that is not ours: a method of Jinja's or click's.
    """
    module = importlib.import_module(_module_name(definition.file))
    if not definition.owner:
        return isinstance(getattr(module, definition.name, None), click.Command)
    owner = getattr(module, definition.owner, None)
    if not isinstance(owner, type):
        return False
    if issubclass(owner, pydantic.BaseModel) and (
        definition.name in owner.model_fields or definition.name == "model_config"
    ):
        return True
    if issubclass(owner, enum.Enum | Shown):
        return True
    if issubclass(owner, BasePlugin) and definition.name.removeprefix("on_") in EVENTS:
        return True
    others = [base for base in owner.__mro__ if not base.__module__.startswith("komsiluk")]
    return any(definition.name in _names(base) for base in others)


def _names(base: type) -> set[str]:
    return {*vars(base), *getattr(base, "__annotations__", ())}


def _module_name(file: Path) -> str:
    parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
