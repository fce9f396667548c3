"""Artifacts to files that are made once, and whole."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from komsiluk import artifacts, cache
from komsiluk.artifacts import Artifact


def encoded(text: str) -> bytes:
    return text.encode()


def twice(text: str) -> bytes:
    return text.encode() * 2


def artifact(path: str = "a.txt", text: str = "a") -> Artifact:
    return Artifact(path=path, make=encoded, arguments=(text,))


class Count:
    """A progress that remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[tuple[int, int]] = []

    def __call__(self, done: int, total: int) -> None:
        self.told.append((done, total))


def test_what_is_there_is_not_made_again(tmp_path: Path) -> None:
    wanted = [artifact("a.txt", "a"), artifact("b.txt", "b")]
    first, second = Count(), Count()
    files = cache.make(wanted, tmp_path / "cache", first)
    assert {path: file.read_text() for path, file in files.items()} == {"a.txt": "a", "b.txt": "b"}
    assert first.told == [(1, 2), (2, 2)]
    times = {file: file.stat().st_mtime_ns for file in files.values()}
    assert cache.make(wanted, tmp_path / "cache", second) == files
    assert second.told == []
    assert {file: file.stat().st_mtime_ns for file in files.values()} == times


def test_many_are_made_on_all_cores_with_the_same_bytes(tmp_path: Path) -> None:
    wanted = [artifact(f"{n}.txt", str(n)) for n in range(6)]
    progress = Count()
    files = cache.make(wanted, tmp_path, progress)
    assert {path: file.read_text() for path, file in files.items()} == {
        f"{n}.txt": str(n) for n in range(6)
    }
    assert progress.told[-1] == (6, 6)


def test_a_build_that_is_killed_leaves_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*arguments: object) -> None:
        raise KeyboardInterrupt

    wanted = artifact(text="whole")
    with monkeypatch.context() as patch:
        patch.setattr("os.replace", killed)
        with pytest.raises(KeyboardInterrupt):
            cache.make([wanted], tmp_path)
    assert not (tmp_path / f"{wanted.key}.txt").exists()
    assert cache.make([wanted], tmp_path)["a.txt"].read_text() == "whole"


def test_an_empty_file_of_a_crash_is_made_anew(tmp_path: Path) -> None:
    wanted = artifact(text="whole")
    (tmp_path / f"{wanted.key}.txt").touch()
    assert cache.make([wanted], tmp_path)["a.txt"].read_text() == "whole"


def test_a_fault_while_making_is_not_kept_as_a_file(tmp_path: Path) -> None:
    broken = Artifact(path="a.txt", make=encoded, arguments=(1,))
    with pytest.raises(AttributeError):
        cache.make([broken], tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_equal_artifacts_share_a_file_whatever_their_paths(tmp_path: Path) -> None:
    files = cache.make([artifact("a.txt"), artifact("b.txt")], tmp_path)
    assert files["a.txt"] == files["b.txt"]
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    "changed",
    [
        {"make": twice},
        {"arguments": ("b",)},
        {"arguments": ("a", None)},
        {"arguments": (b"a",)},
        {"depends": "fonts 2"},
    ],
    ids=["make", "arguments", "more arguments", "bytes", "depends"],
)
def test_a_key_changes_with_all_that_the_bytes_depend_on(changed: dict[str, Any]) -> None:
    assert dataclasses.replace(artifact(), **changed).key != artifact().key


def test_a_key_changes_with_our_version_and_not_with_the_path(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = artifact().key
    assert artifact(path="b.txt").key == before
    assert len(before) == 40
    monkeypatch.setattr(artifacts, "__version__", "99")
    assert artifact().key != before


@given(
    st.tuples(st.text(), st.integers(), st.floats(allow_nan=False)),
    st.tuples(st.text(), st.integers(), st.floats(allow_nan=False)),
)
def test_two_artifacts_have_one_key_only_if_they_are_alike(
    one: tuple[Any, ...], other: tuple[Any, ...]
) -> None:
    keys = [Artifact(path="a", make=encoded, arguments=drawn).key for drawn in (one, other)]
    assert (keys[0] == keys[1]) == (repr(one) == repr(other))
