"""The reference for those who build: every command, setting and rule is in it."""

from __future__ import annotations

import ast
import importlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from komsiluk.cli.main import commands
from komsiluk.messages import written
from komsiluk.mkdocs_plugin.config import KomsilukConfig
from komsiluk.rules import DATED, RULES
from tests.site.sites import ROOT

DEVELOPERS = ROOT / "docs" / "developers"
_CONTEXT = click.Context(commands)
COMMANDS = {
    name: command
    for name in commands.list_commands(_CONTEXT)
    if (command := commands.get_command(_CONTEXT, name))
}
_INDEX = (
    "Every message of `komsiluk check` ends with the name of a rule in brackets.\n"
    "Each has a page here: what it wants and why, what passes and what does not, and what it says.\n"
    "`pytest --rewrite tests/site/test_docs.py` writes them anew."
)
_JUDGED = "## What the rules judge\n"
_KEBAB = re.compile(r"[a-z]+(-[a-z]+)+")


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_in_the_reference_with_its_options(name: str) -> None:
    section = _section((DEVELOPERS / "commands.md").read_text("utf-8"), f"`komsiluk {name}`")
    for parameter in COMMANDS[name].params:
        if isinstance(parameter, click.Option):
            assert f"- {', '.join(f'`{option}`' for option in parameter.opts)}: " in section
    options = re.findall(r"`(--?[a-z-]+)`", section)
    assert set(options) <= {
        option for parameter in COMMANDS[name].params for option in parameter.opts
    } | {"--strict"}


def test_the_reference_has_no_other_commands() -> None:
    text = (DEVELOPERS / "commands.md").read_text("utf-8")
    assert re.findall(r"^## `komsiluk (.*)`$", text, re.MULTILINE) == sorted(COMMANDS)


def test_every_setting_is_in_the_reference_with_its_default() -> None:
    text = (DEVELOPERS / "settings.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*?) \|", text, re.MULTILINE))
    assert rows == {name: _default(option) for name, option in KomsilukConfig._schema}


def test_every_rule_is_in_the_reference_in_its_own_words(rewrite: bool) -> None:
    file = DEVELOPERS / "rules.md"
    text = file.read_text("utf-8")
    head, introduction = text[: text.index(_JUDGED)], text[text.index(_JUDGED) :].split("\n\n")[1]
    expected = f"{head}{_JUDGED}\n{introduction.strip()}\n\n{rules_reference()}"
    if rewrite:
        file.write_text(expected, encoding="utf-8")
    assert file.read_text("utf-8") == expected


def test_every_name_that_reading_gives_to_a_fault_is_in_the_reference() -> None:
    text = (DEVELOPERS / "rules.md").read_text("utf-8")
    listed = re.findall(r"^\| `([\w-]+)` \|", text, re.MULTILINE)
    assert listed == sorted(listed)
    named = {*_names_in(ROOT / "scripts/komsiluk/source"), "backslash", "indentation"}
    assert {*listed, *RULES, *DATED} == {*named, *RULES, *DATED}


def test_every_rule_has_a_page_of_its_own(rewrite: bool) -> None:
    folder = ROOT / "docs" / "rules"
    pages = {f"{name}.md": rule_page(name, about) for name, about in _rules()}
    names = "\n".join(f"- [`{name}`]({name}.md)" for name, _ in _rules())
    pages["README.md"] = f"# Rules\n\n{_INDEX}\n\n{names}\n"
    if rewrite:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name, page in pages.items():
            (folder / name).write_text(page, encoding="utf-8")
    assert {file.name: file.read_text("utf-8") for file in folder.iterdir()} == pages


@pytest.mark.parametrize("name", ["commands.md", "settings.md", "rules.md"])
def test_prose_of_the_reference_has_a_sentence_on_each_line(name: str) -> None:
    for line in re.sub(
        r"```.*?```", "", (DEVELOPERS / name).read_text("utf-8"), flags=re.DOTALL
    ).splitlines():
        if not line.startswith(("|", "    ")):
            assert not re.search(r"[a-z`)][.!?] [A-Z]", line), line


def test_the_map_names_every_folder_of_the_package() -> None:
    text = (ROOT / "scripts" / "README.md").read_text("utf-8")
    for folder in sorted((ROOT / "scripts" / "komsiluk").iterdir()):
        if folder.is_dir() and folder.name != "__pycache__":
            assert f"`{folder.name}/`" in text, folder.name


def rule_page(name: str, about: str) -> str:
    """What a rule wants, and all that it says, in each language that has more than the form's words."""
    parts = [f"# `{name}`\n\n{about.strip()}\n"]
    for tag, title in (
        ("en", "In a report"),
        ("sr-Latn", "U izveštaju"),
        ("sr-Cyrl", "У извештају"),
    ):
        held = {key: text for key, text in written(tag).items() if key.startswith(f"{name}.")}
        told = [_one(text) for key, text in held.items() if key.endswith("message")]
        if told:
            parts.append(f"## {title}\n\n" + "\n".join(f"- {text}" for text in told) + "\n")
    return "\n".join(parts)


def _rules() -> list[tuple[str, str]]:
    """Every rule with what its page tells: its docstring, or its line in the table."""
    table = re.findall(r"^\| `([\w-]+)` \| (.*) \|$", _reference(), re.MULTILINE)
    judged = [(name, _sentences(_docstring(name))) for name in {*RULES, *DATED}]
    return sorted([*table, *judged])


def _one(wording: object) -> str:
    text = wording if isinstance(wording, str) else wording["other"]  # type: ignore[index]
    return str(text).replace("<", "&lt;")


def _reference() -> str:
    return (DEVELOPERS / "rules.md").read_text("utf-8")


def _docstring(name: str) -> str:
    module = importlib.import_module(f"komsiluk.rules.{name.replace('-', '_')}")
    assert module.__doc__, name
    return module.__doc__.strip()


def rules_reference() -> str:
    """The docstrings of the rules as Markdown, a heading for each, a sentence on each line."""
    parts = []
    for name in sorted({*RULES, *DATED}):
        parts.append(f"### `{name}`\n\n{_sentences(_docstring(name))}\n")
    return "\n".join(parts)


def _sentences(text: str) -> str:
    """Paragraphs with their sentences on lines of their own; indented code as it is."""
    paragraphs = []
    for paragraph in text.split("\n\n"):
        if not paragraph.startswith("    "):
            paragraph = re.sub(
                r"(?<=[a-z`)\"”][.!?]) (?=[A-Z`\"“])", "\n", " ".join(paragraph.split())
            )
        paragraphs.append(paragraph)
    return "\n\n".join(paragraphs)


def _section(text: str, title: str) -> str:
    """What stands below a heading of the second level."""
    assert f"## {title}\n" in text, title
    return text.split(f"## {title}\n")[1].split("\n## ")[0]


def _default(option: object) -> str:
    value = getattr(option, "default", None)
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, list):
        return f"`[{', '.join(value)}]`"
    return f"`{value}`" if value else "none"


def _names_in(folder: Path) -> Iterator[str]:
    """The strings in kebab-case, which in this folder are names of rules."""
    for file in folder.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            value = node.value if isinstance(node, ast.Constant) else None
            if isinstance(value, str) and _KEBAB.fullmatch(value):
                yield value
