"""The reference for those who build: every command, setting and rule is in it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from komsiluk import rules
from komsiluk.cli.main import commands
from komsiluk.mkdocs_plugin.config import KomsilukConfig
from komsiluk.rules.reference import pages, reading
from tests.site.sites import ROOT

DEVELOPERS = ROOT / "docs" / "developers"
_CONTEXT = click.Context(commands)
COMMANDS = {
    name: command
    for name in commands.list_commands(_CONTEXT)
    if (command := commands.get_command(_CONTEXT, name))
}
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


def test_every_name_that_reading_gives_to_a_fault_is_in_the_reference() -> None:
    listed = [*reading()]
    assert listed == sorted(listed)
    named = {*_names_in(ROOT / "scripts/komsiluk/source"), "backslash", "indentation"}
    assert {*listed, *rules.names()} == {*named, *rules.names()}


def test_every_rule_has_the_page_that_the_command_writes(tmp_path: Path) -> None:
    CliRunner().invoke(COMMANDS["rules"], [str(tmp_path)], catch_exceptions=False)
    written, committed = (
        {file.name: file.read_text("utf-8") for file in folder.iterdir()}
        for folder in (tmp_path, ROOT / "docs" / "rules")
    )
    assert committed == written == pages(), "write them anew with `komsiluk rules`"


@pytest.mark.parametrize("name", rules.names())
def test_a_rule_says_why_and_shows_what_passes_and_what_fails(name: str) -> None:
    about = rules.about(name)
    assert re.fullmatch(r"[^\n]+[.]", about.partition("\n\n")[0].replace("\n", " "))
    assert "\nPasses:\n" in about and "\nFails:\n" in about


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
