"""A folder to the files in it."""

from __future__ import annotations

from pathlib import Path

from komsiluk.source.folder import files
from tests.small_site import BASE


def written(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("", encoding="utf-8")


def test_a_practice_comes_before_its_translations_and_neighbours_do_not_mix(tmp_path: Path) -> None:
    names = [
        "b/t/mk.yml",
        "b/practice.yml",
        "b-c/practice.yml",
        "a.yml",
        "_places/z.yml",
        "b/t/en.yml",
    ]
    written(tmp_path, *names)
    assert files(tmp_path) == (
        "_places/z.yml",
        "a.yml",
        "b/practice.yml",
        "b/t/en.yml",
        "b/t/mk.yml",
        "b-c/practice.yml",
    )


def test_what_is_hidden_is_left_out(tmp_path: Path) -> None:
    written(tmp_path, "a.yml", ".b.yml", ".git/c.yml", "d/.e/f.yml", "d/g.yml")
    assert files(tmp_path) == ("a.yml", "d/g.yml")


def test_a_folder_that_is_not_there_has_no_files(tmp_path: Path) -> None:
    assert files(tmp_path / "nothing") == ()
    written(tmp_path, "file")
    assert files(tmp_path / "file") == ()


def test_a_folder_that_leads_back_to_itself_ends_no_program(tmp_path: Path) -> None:
    written(tmp_path, "a/b.yml")
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    assert files(tmp_path) == ("a/again", "a/b.yml")


def test_they_are_all_files_below_it() -> None:
    expected = [file.relative_to(BASE).as_posix() for file in BASE.rglob("*") if file.is_file()]
    assert sorted(files(BASE)) == sorted(expected)
