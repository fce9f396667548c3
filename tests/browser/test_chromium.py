"""The browser is found wherever people have it, and a missing one is said in words that help."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.chromium import executable

NOWHERE = Path("/nowhere")


def nothing(name: str) -> None:
    """A search path with no browser on it."""


def made(path: Path) -> Path:
    """An empty file."""
    path.write_bytes(b"")
    return path


def test_the_environment_decides_first(tmp_path: Path) -> None:
    wished, own = made(tmp_path / "wished"), made(tmp_path / "own")
    assert executable(own, {"CHROMIUM": str(wished)}, lambda name: str(own), own) == wished


def test_a_wish_that_leads_nowhere_is_told_and_not_passed_over(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as told:
        executable(made(tmp_path / "own"), {"CHROMIUM": "/nowhere/chrome"}, nothing, NOWHERE)
    assert str(told.value) == "CHROMIUM is set to /nowhere/chrome, and there is no such file."


def test_the_path_is_searched_by_the_names_of_distributions(tmp_path: Path) -> None:
    held = {"google-chrome": "/usr/bin/google-chrome", "chromium": "/usr/bin/chromium"}
    assert executable(made(tmp_path / "own"), {}, held.get, NOWHERE) == Path("/usr/bin/chromium")


def test_a_mac_keeps_it_among_its_applications(tmp_path: Path) -> None:
    mac, own = made(tmp_path / "mac"), made(tmp_path / "own")
    assert executable(own, {}, nothing, mac) == mac


def test_playwrights_own_comes_last(tmp_path: Path) -> None:
    own = made(tmp_path / "own")
    assert executable(own, {}, nothing, NOWHERE) == own


def test_without_any_the_reader_learns_how_to_get_one() -> None:
    with pytest.raises(FileNotFoundError) as told:
        executable(NOWHERE, {}, nothing, NOWHERE)
    assert str(told.value) == (
        "The browser tests need Chromium, and this machine has none.\n"
        "  Debian, Ubuntu:  sudo apt install chromium\n"
        "  anywhere:        .venv/bin/playwright install chromium\n"
        "  elsewhere:       CHROMIUM=/path/to/chrome make test"
    )
