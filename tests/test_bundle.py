"""A built site to a zip: what is in it, byte for byte the same, and what would need a server."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from komsiluk.exports.bundle import strays, write
from komsiluk.messages import render

FILES = frozenset({"site/index.html", "site/mk/index.html", "site/a.css", "site/mk/a b.html"})


def written(files: dict[str, bytes | Path], epoch: int = 0) -> bytes:
    target = io.BytesIO()
    write(target, "town", files, epoch)
    return target.getvalue()


@pytest.mark.parametrize(
    ("tag", "why"),
    [
        ('<a href="../index.html#top">', ""),
        ('<a href="a%20b.html?theme=work">', ""),
        ('<a href="#top">', ""),
        ('<a href="">', ""),
        ('<a href="https://example.org/">', ""),
        ('<a href="mailto:us@example.org">', ""),
        ('<link rel="canonical" href="https://example.org/mk/">', ""),
        ('<img src="data:image/png;base64,AA=="/>', ""),
        ('<a class=x href="../">', "to a folder"),
        ("<a href='../mk'>", "to a folder"),
        ('<a href="./">', "to a folder"),
        ('<a href="/mk/index.html">', "to the root of a server"),
        ('<a href="gone.html">', "to no file"),
        ('<a href="../../index.html">', "to no file"),
        ('<img src="../a.css" srcset="../a.css 1x, ../b.css 2x">', "to no file"),
        ('<script src="https://example.org/a.js">', "to another host"),
        ('<link rel="stylesheet" href="//example.org/a.css">', "to another host"),
        ('<form action="/search">', "to the root of a server"),
    ],
)
def test_ways_that_need_a_server_are_found(tag: str, why: str) -> None:
    outside = strays({"site/mk/index.html": f"<p>{tag}</p>"}, FILES)
    assert [render(stray.where) for stray in outside] == ([why] if why else [])


def test_the_same_files_give_the_same_bytes_whenever_they_were_written(tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_bytes(b"<p>")
    one = written({"b": b"2", "a": file})
    file.unlink()
    file.write_bytes(b"<p>")
    assert written({"a": file, "b": b"2"}) == one


def test_a_bundle_is_one_folder_of_files_of_the_day_that_is_said() -> None:
    data = written({"site/a.png": b"\0" * 999, "READ-ME.txt": b"\0" * 999}, 1_800_000_000)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert packed.namelist() == ["town/READ-ME.txt", "town/site/a.png"]
        assert {entry.date_time[:3] for entry in packed.infolist()} == {(2027, 1, 15)}
        deflated, stored = packed.infolist()
    assert deflated.compress_size < stored.compress_size == 999


def test_nothing_is_older_than_a_zip_can_say() -> None:
    with zipfile.ZipFile(io.BytesIO(written({"a": b""}))) as packed:
        assert packed.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)
