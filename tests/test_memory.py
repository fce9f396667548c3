"""What a build leaves to the next: it is taken up where nothing has changed, and never shows or passes
over what has."""

from __future__ import annotations

import dataclasses
import os
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from komsiluk import build
from komsiluk.build import Checked
from komsiluk.cache import program
from komsiluk.memory import Memory
from komsiluk.settings import Settings
from komsiluk.source import reader
from komsiluk.source.file_bytes import FileBytes, read_bytes
from tests.small_site import BASE, Lay
from tests.test_reader import told

CASES = sorted((BASE.parent / "rejected").iterdir())[::6]
"""Some of every kind: all of them take a minute."""

Look = Callable[..., tuple[list[str], Checked]]
"""Checks the site as a process of its own would: the files that were opened, and what was found."""


@pytest.fixture
def site(lay: Lay, tmp_path: Path) -> Settings:
    settings = lay()
    return _cached(settings)


@pytest.fixture
def look(monkeypatch: pytest.MonkeyPatch) -> Look:
    read, opened = read_bytes, list[str]()

    def watched(path: str) -> FileBytes:
        opened.append(path)
        return read(path)

    monkeypatch.setattr(reader, "read_bytes", watched)

    def look(settings: Settings, *, empty: bool = False) -> tuple[list[str], Checked]:
        opened.clear()
        found = build.check(settings, memory=Memory(settings, empty=empty))
        files = [Path(path).relative_to(settings.practices).as_posix() for path in opened]
        fresh = build.check(settings)
        assert told(found.loaded) == told(fresh.loaded)
        assert found.diagnostics == fresh.diagnostics
        return files, found

    return look


def _cached(settings: Settings) -> Settings:
    cache = settings.root / ".cache"
    cache.mkdir()
    settle(settings.practices)
    return dataclasses.replace(settings, cache=cache)


def settle(folder: Path) -> None:
    """Wait until the clock of the files has gone on: what changes now is seen to have changed."""
    latest = max(file.stat().st_ctime_ns for file in folder.rglob("*"))
    while time.time_ns() < latest + 110_000_000:
        os.sched_yield()


def test_the_second_time_nothing_is_read(site: Settings, look: Look) -> None:
    assert look(site)[0]
    assert look(site)[0] == []
    assert look(site)[0] == []


def test_a_file_that_has_changed_is_read_and_nothing_else(site: Settings, look: Look) -> None:
    look(site)
    file = site.practices / "_places" / "novi-pazar.yml"
    file.write_text(file.read_text("utf-8").replace("Novi", "Nov"), "utf-8")
    settle(site.practices)
    assert look(site)[0] == ["_places/novi-pazar.yml"]
    assert look(site)[0] == []


def test_a_file_that_was_changed_a_moment_ago_is_read_again(site: Settings, look: Look) -> None:
    file = site.practices / "_places" / "novi-pazar.yml"
    ahead = time.time_ns() + 10**10
    os.utime(file, ns=(ahead, ahead))
    look(site)
    assert look(site)[0] == ["_places/novi-pazar.yml"]


def test_a_file_with_its_old_time_and_length_is_read(site: Settings, look: Look) -> None:
    look(site)
    file = site.practices / "_places" / "novi-pazar.yml"
    before = file.stat()
    file.write_bytes(file.read_bytes().replace(b"Novi", b"Nova"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert look(site)[0] == ["_places/novi-pazar.yml"]


def test_nothing_is_taken_up_if_all_is_to_be_from_nothing(site: Settings, look: Look) -> None:
    everything, _ = look(site)
    assert look(site, empty=True)[0] == everything
    assert look(site)[0] == []


def test_another_program_reads_everything(
    site: Settings, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything, _ = look(site)
    monkeypatch.setattr("komsiluk.memory.program_digest", lambda: b"another")
    assert look(site)[0] == everything


@pytest.mark.parametrize("part", [0.0, 0.2, 0.5, 0.9, 0.999])
def test_a_cut_file_counts_as_not_there(site: Settings, look: Look, part: float) -> None:
    everything, _ = look(site)
    (file,) = site.cache.glob("read-*")
    os.truncate(file, int(file.stat().st_size * part))
    assert look(site)[0] == everything
    assert look(site)[0] == []


@pytest.mark.parametrize("part", [0.0, 0.1, 0.3, 0.6, 0.9, 0.97, 0.99, 0.999])
def test_a_damaged_file_harms_nobody(site: Settings, look: Look, part: float) -> None:
    look(site)
    (file,) = site.cache.glob("read-*")
    data = bytearray(file.read_bytes())
    at = int(len(data) * part)
    data[at] ^= 0xFF
    file.write_bytes(data)
    look(site)
    assert look(site)[0] == []


def test_two_builds_at_once_leave_what_can_be_taken_up(site: Settings, look: Look) -> None:
    threads = [
        threading.Thread(target=lambda: build.check(site, memory=Memory(site))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert look(site)[0] == []
    assert len(list(site.cache.iterdir())) == 1


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_faults_are_told_again_and_new_ones_noticed(site: Settings, look: Look, case: Path) -> None:
    look(site)
    shutil.copytree(case, site.root, dirs_exist_ok=True)
    settle(site.practices)
    _, faulty = look(site)
    assert look(site)[1].diagnostics == faulty.diagnostics


def test_a_verdict_falls_with_what_it_rests_on(site: Settings, look: Look) -> None:
    look(site)
    (site.practices / "_places" / "novi-pazar.yml").unlink()
    _, found = look(site)
    assert {one.rule for one in found.diagnostics} >= {"dangling-reference"}


def test_the_digest_of_the_program_knows_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "_PACKAGE", tmp_path)
    digest = program.program_digest.__wrapped__
    (tmp_path / "words").mkdir()
    file = tmp_path / "words" / "en.yml"
    seen = [digest()]
    for text in ("a", "b"):
        file.write_text(text, "utf-8")
        seen.append(digest())
    file.rename(tmp_path / "words" / "mk.yml")
    seen.append(digest())
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").touch()
    assert digest() == seen[-1]
    assert len(set(seen)) == 4
