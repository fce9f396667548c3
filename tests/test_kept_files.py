"""Files of a site's folder: those that are made of the same stay, and nothing else does."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from komsiluk.cache.kept_files import KeptFiles
from tests.site.sites import contents

A, B = b"a" * 16, b"b" * 16


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cache").mkdir()
    return tmp_path / "site"


def opened(folder: Path, *, empty: bool = False) -> KeptFiles:
    """The folder as the next build finds it, cleaned."""
    kept = KeptFiles(str(folder), folder.parent / "cache", empty=empty)
    kept.clean()
    return kept


def leave(kept: KeptFiles) -> None:
    kept.remove_rest()
    kept.leave()


def made(folder: Path, *paths: str) -> None:
    """A first build that makes these files."""
    kept = opened(folder)
    for path in paths:
        kept.write(path, A, path.encode())
    leave(kept)


def test_a_file_that_is_made_of_the_same_stays(folder: Path) -> None:
    made(folder, "a/index.html", "b.js")
    kept = opened(folder)
    assert kept.has("a/index.html", A)
    assert kept.has("b.js", A)
    assert not kept.has("c.js", A)
    leave(kept)
    assert contents(folder) == {"a/index.html": b"a/index.html", "b.js": b"b.js"}


def test_a_file_that_is_made_of_something_else_is_made_again(folder: Path) -> None:
    made(folder, "a.html")
    kept = opened(folder)
    assert not kept.has("a.html", B)
    kept.write("a.html", B, b"new")
    leave(kept)
    assert opened(folder).has("a.html", B)
    assert contents(folder) == {"a.html": b"new"}


def test_what_nobody_wants_any_more_goes_with_its_folder(folder: Path) -> None:
    made(folder, "a.html", "b/c/d.html", "b/e.html")
    kept = opened(folder)
    kept.has("a.html", A)
    leave(kept)
    assert sorted(path.name for path in folder.rglob("*")) == ["a.html"]


@pytest.mark.parametrize("change", ["text", "same size and time", "gone", "a folder", "a link"])
def test_a_file_that_somebody_has_touched_does_not_stay(folder: Path, change: str) -> None:
    made(folder, "a.html")
    file = folder / "a.html"
    before = file.stat()
    file.unlink()
    if change == "a folder":
        (file / "inside").mkdir(parents=True)
    elif change == "a link":
        (folder.parent / "elsewhere").write_text("theirs", "utf-8")
        file.symlink_to(folder.parent / "elsewhere")
    elif change != "gone":
        file.write_bytes(b"x" * before.st_size if change != "text" else b"text")
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    kept = opened(folder)
    assert not kept.has("a.html", A)
    kept.write("a.html", A, b"ours")
    leave(kept)
    assert contents(folder) == {"a.html": b"ours"}
    if change == "a link":
        assert (folder.parent / "elsewhere").read_text("utf-8") == "theirs"


def test_what_others_have_put_there_goes_but_what_is_hidden_stays(folder: Path) -> None:
    made(folder, "a.html")
    (folder / "stray" / "deep").mkdir(parents=True)
    (folder / "stray" / "deep" / "file").touch()
    (folder / "stray" / ".hidden").touch()
    (folder / ".git").mkdir()
    (folder / ".git" / "HEAD").touch()
    opened(folder)
    assert sorted(contents(folder)) == [".git/HEAD", "a.html"]


def test_what_the_host_writes_over_a_file_of_ours_stays_the_hosts(folder: Path) -> None:
    made(folder, "a.html", "b.html")
    kept = opened(folder)
    (folder / "a.html").write_bytes(b"theirs")
    (folder / "b.html").write_bytes(b"theirs")
    assert not kept.has("a.html", A)
    leave(kept)
    assert contents(folder) == {"a.html": b"theirs", "b.html": b"theirs"}


def test_another_name_of_a_file_keeps_what_it_says(folder: Path, tmp_path: Path) -> None:
    made(folder, "a.html")
    backup = tmp_path / "backup.html"
    backup.hardlink_to(folder / "a.html")
    kept = KeptFiles(str(folder), folder.parent / "cache")
    kept.write("a.html", B, b"new")
    assert backup.read_bytes() == b"a.html"


def test_a_group_stays_as_a_whole(folder: Path) -> None:
    first = opened(folder)
    first.write_all("index", A, [("1.js", b"1"), ("2.js", b"2")])
    first.note_content("index", b"said", {"a": b"1"})
    leave(first)
    for key, content, stays in ((A, b"", True), (B, b"", False), (B, b"said", True)):
        kept = opened(folder)
        assert kept.has_all("index", key, content) == stays
        assert not kept.has_all("another", key, content)
    leave(kept)
    assert opened(folder).has_all("index", B), "the new key is known from now on"
    (folder / "2.js").unlink()
    kept = opened(folder)
    assert not kept.has_all("index", B)
    kept.write_all("index", B, [("3.js", b"3")])
    leave(kept)
    assert contents(folder) == {"3.js": b"3"}


def test_a_copy_is_known_by_the_name_of_its_source(folder: Path, tmp_path: Path) -> None:
    source = tmp_path / "picture"
    source.write_bytes(b"pixels")
    first = opened(folder)
    first.copy("a/b.webp", A, str(source))
    leave(first)
    assert opened(folder).has("a/b.webp", A)
    assert contents(folder) == {"a/b.webp": b"pixels"}


def test_checksums_are_those_of_the_files_as_they_are(folder: Path, tmp_path: Path) -> None:
    kept = opened(folder)
    kept.write("a.html", A, b"123456789")
    file = folder / "a.html"
    assert kept.checksum("a.html", file.stat()) == 0xCBF43926
    file.write_bytes(b"12345678")
    assert kept.checksum("a.html", file.stat()) is None
    (tmp_path / "picture").write_bytes(b"pixels")
    kept.copy("b.webp", A, str(tmp_path / "picture"))
    status = (folder / "b.webp").stat()
    assert kept.checksum("b.webp", status) is None
    kept.note_checksum("b.webp", 7)
    leave(kept)
    later = opened(folder)
    assert later.has("b.webp", A)
    assert later.checksum("b.webp", status) == 7


@pytest.mark.parametrize("part", [0.0, 0.1, 0.5, 0.99])
def test_a_damaged_list_costs_time_and_nothing_else(folder: Path, part: float) -> None:
    for damage in ("cut", "flipped"):
        made(folder, "a.html", "b.html")
        (table,) = (folder.parent / "cache").glob("site-*")
        data = bytearray(table.read_bytes())
        at = int(len(data) * part)
        if damage == "cut":
            del data[at:]
        else:
            data[at] ^= 0xFF
        table.write_bytes(data)
        kept = opened(folder)
        assert not kept.has("a.html", A)
        leave(kept)
        assert contents(folder) == {}


def test_from_nothing_nothing_stays_and_all_is_left(folder: Path) -> None:
    made(folder, "a.html")
    kept = opened(folder, empty=True)
    assert contents(folder) == {}
    kept.write("a.html", A, b"again")
    leave(kept)
    assert opened(folder).has("a.html", A)


def test_without_a_store_nothing_is_found_or_left(folder: Path) -> None:
    kept = KeptFiles(str(folder))
    assert not kept.remembers
    kept.write("a.html", A, b"a")
    leave(kept)
    assert list((folder.parent / "cache").iterdir()) == []
    assert not KeptFiles(str(folder)).has("a.html", A)
