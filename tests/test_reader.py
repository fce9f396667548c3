"""A folder that is read again: only what has changed is read, and what was read is the same as at first."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from komsiluk import build
from komsiluk.source import file_bytes
from komsiluk.source import reader as reading
from komsiluk.source.collection import Loaded, load
from komsiluk.source.reader import Reader
from komsiluk.text.paragraphs import digests
from tests.small_site import BASE, LANGUAGES, Lay

Look = Callable[[], tuple[list[str], Loaded]]
"""Reads the folder with the same reader: the files that were opened, and what is in the folder."""


@pytest.fixture
def folder(lay: Lay) -> Path:
    return lay().practices


@pytest.fixture
def look(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Look:
    reader, read, opened = Reader(), file_bytes.read_bytes, list[str]()

    def watched(path: str) -> file_bytes.FileBytes:
        opened.append(Path(path).relative_to(folder).as_posix())
        return read(path)

    monkeypatch.setattr(reading, "read_bytes", watched)

    def look() -> tuple[list[str], Loaded]:
        opened.clear()
        found = load(folder, LANGUAGES, root=folder.parent, reader=reader)
        files = list(opened)
        fresh = load(folder, LANGUAGES, root=folder.parent)
        assert told(found) == told(fresh)
        return files, found

    return look


def told(loaded: Loaded) -> object:
    """What reading gave, but for where texts wait."""
    held = loaded.collection
    return (
        [(entry.kind, entry.id, entry.file, entry.record, entry.sound) for entry in loaded.entries],
        loaded.problems,
        {
            id: {
                tag: (one.head, dict(one.texts), dict(one.seen), one.n_missing, one.derived_from)
                for tag, one in found.items()
            }
            for id, found in held.translations.items()
        },
        {id: dict(texts) for id, texts in held.originals.items()},
    )


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_folder_in_which_nothing_has_changed_is_not_read_again(look: Look) -> None:
    first, _ = look()
    assert sorted(first) == sorted(
        file.relative_to(BASE / "practices").as_posix()
        for file in (BASE / "practices").rglob("*.yml")
    )
    assert look()[0] == []


def test_a_changed_translation_is_read_alone(folder: Path, look: Look) -> None:
    look()
    edit(folder / "clubs/t/mk.yml", "Клубови", "Нашите клубови")
    files, found = look()
    assert files == ["clubs/t/mk.yml"]
    assert found.collection.translations["clubs"]["mk"].texts["title"].startswith("Нашите")


def test_a_changed_practice_is_read_with_its_translations(folder: Path, look: Look) -> None:
    look()
    edit(folder / "clubs/practice.yml", "updated: ", "# Changed.\nupdated: ")
    assert look()[0] == ["clubs/practice.yml", "clubs/t/mk.yml"]
    assert look()[0] == []


def test_a_translation_is_read_again_when_it_is_stamped(folder: Path, look: Look) -> None:
    look()
    lock = folder / "clubs/t/mk.lock.json"
    lock.write_text(json.dumps({"title": digests("Another title")}), encoding="utf-8")
    files, found = look()
    assert files == ["clubs/t/mk.yml", "clubs/t/mk.lock.json"]
    assert set(found.collection.translations["clubs"]["mk"].seen) == {"title"}
    lock.unlink()
    files, found = look()
    assert files == ["clubs/t/mk.yml"]
    assert not found.collection.translations["clubs"]["mk"].seen


def test_what_is_gone_is_forgotten_and_what_is_new_is_read(folder: Path, look: Look) -> None:
    look()
    (folder / "clubs").rename(folder / "our-clubs")
    files, found = look()
    assert files == ["our-clubs/practice.yml", "our-clubs/t/mk.yml"]
    assert list(found.collection.practices) == ["our-clubs"]
    (folder / "our-clubs").rename(folder / "clubs")
    assert look()[0] == ["clubs/practice.yml", "clubs/t/mk.yml"]


def test_a_file_put_in_the_place_of_another_of_the_same_size_and_age_is_read(
    folder: Path, look: Look
) -> None:
    look()
    file = folder / "_places/novi-pazar.yml"
    before = file.stat()
    other = folder / "other"
    other.write_text(file.read_text("utf-8").replace("Novi", "Nova"), encoding="utf-8")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(file)
    assert look()[0] == ["_places/novi-pazar.yml"]


def test_a_fault_is_told_again_until_it_is_mended(folder: Path, look: Look) -> None:
    file = folder / "clubs/practice.yml"
    edit(file, "title:", "titel:")
    problems = look()[1].problems
    assert [problem.rule for problem in problems] == ["unknown-field"]
    files, found = look()
    assert (files, found.problems) == ([], problems)
    edit(file, "titel:", "title:")
    files, found = look()
    assert (files, found.problems) == (["clubs/practice.yml", "clubs/t/mk.yml"], ())


def test_a_rule_points_at_the_file_as_it_is_now(lay: Lay) -> None:
    """`serve` checks again and again in one process."""
    settings = lay(BASE.parent / "rejected" / "unknown-concept")
    (found,) = build.check(settings).diagnostics
    assert found.span is not None
    file = settings.root / found.file
    file.write_text("# A remark.\n" + file.read_text("utf-8"), encoding="utf-8")
    (later,) = build.check(settings).diagnostics
    assert later.span is not None
    assert later.span.line == found.span.line + 1
    assert later.excerpt == found.excerpt
