"""`komsiluk guide`: which papers it makes, where to, and what it cannot."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.commands import run
from tests.small_site import BASE
from tests.test_guides import ROOT


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The configuration of a small site that has fonts."""
    shutil.copytree(BASE, tmp_path / "site")
    file = tmp_path / "site" / "mkdocs.yml"
    text = file.read_text("utf-8")
    assert "  - komsiluk" in text
    fonts = f"  - komsiluk:\n      fonts: {ROOT / '.cache' / 'fonts'}\n"
    rest = text.partition("  - komsiluk")[2].partition("\n")[2]
    file.write_text(text.partition("  - komsiluk")[0] + fonts + rest, encoding="utf-8")
    return file


def test_papers_are_made_once_and_found_again(config: Path, tmp_path: Path) -> None:
    call = ("guide", "-f", config, "--all", "-l", "mk", "--paper", "brief", "-o", tmp_path / "to")
    first, second = run(*call), run(*call)
    assert (first.exit_code, second.exit_code) == (0, 0), first.output
    papers = sorted(file.name for file in (tmp_path / "to").iterdir())
    assert papers == ["clubs-brief.mk.pdf"]
    assert first.output.rstrip().endswith("made 1, found 0")
    assert second.output.rstrip().endswith("made 0, found 1")


def test_black_ink_has_a_file_of_its_own(config: Path, tmp_path: Path) -> None:
    to = tmp_path / "to"
    run("guide", "-f", config, "clubs", "-l", "en", "--paper", "guide", "--mono", "-o", to)
    assert [file.name for file in to.iterdir()] == ["clubs-guide-mono.en.pdf"]


@pytest.mark.parametrize(
    "arguments", [("clobs",), ("--theme", "meating"), ("clubs", "-l", "fr"), ()]
)
def test_what_is_not_there_is_refused(
    config: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    result = run("guide", "-f", config, *arguments, "-o", tmp_path / "to")
    assert result.exit_code == 2
    assert not (tmp_path / "to").exists()


def test_without_fonts_there_are_no_papers(tmp_path: Path) -> None:
    result = run("guide", "-f", BASE / "mkdocs.yml", "clubs", "-o", tmp_path / "to")
    assert result.exit_code == 2
    assert "komsiluk fonts" in result.output
