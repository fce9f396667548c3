"""Artifacts to files that are made once, and whole, whatever happens to those who make them."""

from __future__ import annotations

import builtins
import dataclasses
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from komsiluk import artifacts, cache
from komsiluk.artifacts import Artifact
from komsiluk.cache import store, workers
from komsiluk.cache.store import DAY, prune, writable
from tests import making
from tests.making import HEAVY, artifact, encoded

ROOT = Path(__file__).parents[1]


class Count:
    """A progress that remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[tuple[int, int]] = []

    def __call__(self, done: int, total: int) -> None:
        self.told.append((done, total))


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """What happens on a machine with two cores, wherever the test runs."""
    monkeypatch.setattr(workers, "_n_cores", lambda: 2)


@pytest.fixture
def processes(two_cores: None, monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The processes that are started."""
    started: list[subprocess.Popen[bytes]] = []

    class Process(subprocess.Popen[bytes]):
        def __init__(self, *arguments: Any, **more: Any) -> None:
            started.append(self)
            super().__init__(*arguments, **more)

    monkeypatch.setattr(subprocess, "Popen", Process)
    return started


def texts(made: cache.Made) -> dict[str, str]:
    return {path: Path(file).read_text("utf-8") for path, file in made.files.items()}


def only_file(folder: Path) -> Path:
    (file,) = (file for file in folder.iterdir() if not file.name.startswith("."))
    return file


def aged(file: Path, days: int) -> Path:
    """The file, as if a build had last found it so many days ago."""
    then = time.time_ns() // DAY * DAY - days * DAY
    os.utime(file, ns=(then, then))
    return file


def in_python(script: str, *arguments: str | Path, **environment: str) -> subprocess.Popen[str]:
    """Another Python, in which a build takes place."""
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


# What is made, and what is found


def test_what_is_there_is_not_made_again(tmp_path: Path) -> None:
    wanted = [artifact("a.txt"), artifact("b.txt")]
    first, second = Count(), Count()
    made = cache.make(wanted, tmp_path / "cache", first)
    assert texts(made) == {"a.txt": "a.txt", "b.txt": "b.txt"}
    assert (made.n_made, made.n_found) == (2, 0)
    assert first.told == [(1, 2), (2, 2)]
    again = cache.make(wanted, tmp_path / "cache", second)
    assert again == dataclasses.replace(made, n_made=0, n_found=2)
    assert second.told == []


def test_a_second_build_looks_at_each_file_once_and_opens_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """5,000 artifacts are found in 40 milliseconds; a second look at each would take 20 more."""
    wanted = [artifact(f"{n}.txt") for n in range(50)]
    cache.make(wanted, tmp_path)
    seen: list[str] = []
    look = os.stat

    def stat(path: str, *arguments: Any, **more: Any) -> os.stat_result:
        seen.append(path)
        return look(path, *arguments, **more)

    def refuse(*arguments: object) -> None:
        raise AssertionError("a file is opened")

    with monkeypatch.context() as patch:
        patch.setattr(os, "stat", stat)
        patch.setattr(builtins, "open", refuse)
        cache.make(wanted, tmp_path)
    assert len([path for path in seen if str(path).endswith(".txt")]) == 50


def test_equal_artifacts_share_a_file_whatever_their_paths(tmp_path: Path) -> None:
    made = cache.make([artifact("a.txt", "same"), artifact("b.txt", "same")], tmp_path)
    assert made.files["a.txt"] == made.files["b.txt"]
    assert made.n_made == 1
    assert Path(made.files["a.txt"]) == only_file(tmp_path)


def test_a_fault_while_making_is_not_kept_as_a_file(tmp_path: Path) -> None:
    with pytest.raises(AttributeError):
        cache.make([artifact("a.txt", 1)], tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == [".lock"]


# Keys


@pytest.mark.parametrize(
    "changed",
    [
        {"make": making.twice},
        {"arguments": ("b",)},
        {"arguments": ("a.txt", None)},
        {"arguments": (b"a.txt",)},
        {"depends": "fonts 2"},
    ],
    ids=["make", "arguments", "more arguments", "bytes", "depends"],
)
def test_a_key_changes_with_all_that_the_bytes_depend_on(changed: dict[str, Any]) -> None:
    assert dataclasses.replace(artifact(), **changed).key != artifact().key


@pytest.mark.parametrize("changed", [{"path": "b.txt"}, {"inputs": ("/elsewhere",)}, {"weight": 9}])
def test_a_key_does_not_change_with_what_leaves_the_bytes_alone(changed: dict[str, Any]) -> None:
    assert dataclasses.replace(artifact(), **changed).key == artifact().key


def test_a_key_changes_with_our_version(monkeypatch: pytest.MonkeyPatch) -> None:
    before = artifact().key
    assert len(before) == store.KEY_LENGTH
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


# Damage


def truncated(file: Path) -> None:
    os.truncate(file, 3)


def emptied(file: Path) -> None:
    os.truncate(file, 0)


def overwritten(file: Path) -> None:
    file.write_bytes(b"x" * file.stat().st_size)


def lengthened(file: Path) -> None:
    with file.open("ab") as opened:
        opened.write(b"more")


def rotten_for_a_week(file: Path) -> None:
    overwritten(file)
    aged(file, 7)


def from_the_future(file: Path) -> None:
    overwritten(file)
    aged(file, -1)


@pytest.mark.parametrize(
    "damage", [truncated, emptied, overwritten, lengthened, rotten_for_a_week, from_the_future]
)
def test_a_damaged_file_is_made_anew_and_the_others_are_found(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    cache.make([artifact("whole.txt")], tmp_path)
    damage(only_file(tmp_path))
    cache.make([artifact("other.txt")], tmp_path)
    made = cache.make([artifact("whole.txt"), artifact("other.txt")], tmp_path)
    assert (made.n_made, made.n_found) == (1, 1)
    assert texts(made) == {"whole.txt": "whole.txt", "other.txt": "other.txt"}
    assert cache.make([artifact("whole.txt")], tmp_path).n_made == 0


@pytest.mark.parametrize("days", [0, 6, 7, 29, 400])
def test_a_whole_file_is_found_however_old_it_is(tmp_path: Path, days: int) -> None:
    cache.make([artifact()], tmp_path)
    aged(only_file(tmp_path), days)
    assert cache.make([artifact()], tmp_path).n_made == 0


def test_a_copy_without_the_dates_is_read_once_and_then_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.make([artifact()], tmp_path)
    only_file(tmp_path).touch()
    assert cache.make([artifact()], tmp_path).n_made == 0
    monkeypatch.setattr(store, "_digest", lambda data: "not asked for")
    assert cache.make([artifact()], tmp_path).n_made == 0


# Those who are killed


@pytest.mark.parametrize("when", ["os.replace", "os.chmod", "store.tempfile.mkstemp"])
def test_a_build_that_is_killed_while_it_writes_leaves_no_half_file(
    tmp_path: Path, when: str
) -> None:
    script = (
        "import os, signal, sys; from pathlib import Path; from komsiluk import cache\n"
        "from komsiluk.cache import store; from tests.making import artifact\n"
        "cache.make([artifact('before.txt')], Path(sys.argv[1]))\n"
        f"{when} = lambda *given, **more: os.kill(os.getpid(), signal.SIGKILL)\n"
        "cache.make([artifact('whole.txt')], Path(sys.argv[1]))\n"
    )
    killed = in_python(script, tmp_path)
    killed.communicate(timeout=60)
    assert killed.returncode == -signal.SIGKILL
    made = cache.make([artifact("before.txt"), artifact("whole.txt")], tmp_path)
    assert (made.n_made, made.n_found) == (1, 1)
    assert texts(made) == {"before.txt": "before.txt", "whole.txt": "whole.txt"}


def test_a_worker_that_is_killed_ends_the_build_and_the_next_one_goes_on(
    tmp_path: Path, two_cores: None
) -> None:
    grave = str(tmp_path / "grave")
    wanted = [artifact(f"{n}.txt", weight=HEAVY) for n in range(6)]
    wanted.insert(3, artifact("mortal.txt", "m", grave, make=making.mortal, weight=HEAVY))
    progress = Count()
    with pytest.raises(workers.WorkerDiedError, match="ended with -9 "):
        cache.make(wanted, tmp_path / "cache", progress)
    n_kept = progress.told[-1][0]
    made = cache.make(wanted, tmp_path / "cache")
    assert made.n_found >= n_kept
    assert made.n_made + made.n_found == 7
    assert texts(made)["mortal.txt"] == "m"


def test_workers_end_when_the_build_is_killed_and_the_next_one_goes_on(tmp_path: Path) -> None:
    script = (
        "import os, signal, sys; from pathlib import Path; from komsiluk import cache\n"
        "from komsiluk.cache import workers; from tests.making import HEAVY, artifact\n"
        "workers._n_cores = lambda: 2\n"
        "def progress(done, total):\n"
        "    if done == 3: os.kill(os.getpid(), signal.SIGKILL)\n"
        "wanted = [artifact(f'{n}.txt', weight=HEAVY) for n in range(9)]\n"
        "cache.make(wanted, Path(sys.argv[1]), progress)\n"
    )
    killed = in_python(script, tmp_path)
    # The pipes are closed when the last process has ended that had them: the workers too.
    told = killed.communicate(timeout=60)
    assert (killed.returncode, *told) == (-signal.SIGKILL, "", "")
    made = cache.make([artifact(f"{n}.txt") for n in range(9)], tmp_path)
    assert made.n_found >= 3
    assert texts(made) == {f"{n}.txt": f"{n}.txt" for n in range(9)}


def test_two_builds_at_once_both_succeed_with_the_same_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "meeting")
    script = (
        "import sys; from pathlib import Path; from komsiluk import cache; from tests import making\n"
        "wanted = [making.artifact('met.txt', make=making.together)]\n"
        "wanted += [making.artifact(f'{n}.txt') for n in range(200)]\n"
        "made = cache.make(wanted, Path(sys.argv[1]))\n"
        "assert all(Path(file).read_text() == path for path, file in made.files.items())\n"
        "print(sorted(made.files.items()), end='')\n"
    )
    both = [
        in_python(script, tmp_path / "cache", ROLE=role, MEETING=str(tmp_path / "meeting"))
        for role in ("first", "second")
    ]
    told = [build.communicate(timeout=60) for build in both]
    assert [build.returncode for build in both] == [0, 0], told
    assert told[0] == told[1]
    assert len(list((tmp_path / "cache").iterdir())) == 202


# Processes


def test_what_is_soon_made_is_made_without_starting_processes(
    tmp_path: Path, processes: list[subprocess.Popen[bytes]]
) -> None:
    cache.make([artifact(f"{n}.txt") for n in range(900)], tmp_path)
    cache.make([artifact("heavy.txt", weight=999)], tmp_path)
    assert processes == []


def test_what_takes_long_is_made_on_all_cores_with_the_same_bytes(
    tmp_path: Path, processes: list[subprocess.Popen[bytes]]
) -> None:
    progress = Count()
    made = cache.make([artifact(f"{n}.txt", weight=HEAVY) for n in range(6)], tmp_path, progress)
    assert texts(made) == {f"{n}.txt": f"{n}.txt" for n in range(6)}
    assert progress.told == [(done, 6) for done in range(7)]
    assert [process.returncode for process in processes] == [-signal.SIGKILL, -signal.SIGKILL]


def test_a_process_imports_nothing_but_what_it_makes(tmp_path: Path, two_cores: None) -> None:
    wanted = [artifact(f"{n}", f"{n}", make=making.modules, weight=HEAVY) for n in range(2)]
    for told in texts(cache.make(wanted, tmp_path)).values():
        assert "tests.making" in told.split()
        assert {"mkdocs", "click", "pytest", "komsiluk.build"} & {*told.split()} == set()


def test_a_fault_in_a_process_is_told_with_its_place(tmp_path: Path, two_cores: None) -> None:
    wanted = [artifact(f"{n}.txt", n, weight=HEAVY) for n in range(2)]
    with pytest.raises(AttributeError) as raised:
        cache.make(wanted, tmp_path)
    assert "in encoded" in raised.value.__notes__[0]


def test_what_cannot_be_sent_to_a_process_is_told(tmp_path: Path, two_cores: None) -> None:
    wanted = [artifact(f"{n}.txt", make=lambda text: b"", weight=HEAVY) for n in range(2)]
    with pytest.raises((AttributeError, TypeError), match="pickle"):
        cache.make(wanted, tmp_path)


def test_what_a_library_prints_does_not_disturb(
    tmp_path: Path, two_cores: None, capfd: pytest.CaptureFixture[str]
) -> None:
    wanted = [
        artifact(f"{n}.txt", f"{n}.txt", make=making.talkative, weight=HEAVY) for n in range(2)
    ]
    assert texts(cache.make(wanted, tmp_path)) == {"0.txt": "0.txt", "1.txt": "1.txt"}


def test_an_interrupted_build_ends_its_processes_at_once(
    tmp_path: Path, processes: list[subprocess.Popen[bytes]]
) -> None:
    def interrupt(done: int, total: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cache.make([artifact(f"{n}.txt", weight=HEAVY) for n in range(9)], tmp_path, interrupt)
    assert [process.returncode for process in processes] == [-signal.SIGKILL, -signal.SIGKILL]


# What is removed


def test_what_no_build_has_asked_for_in_a_month_is_removed(tmp_path: Path) -> None:
    for days in (0, 8, 29, 31, 400):
        cache.make([artifact(f"{days}.txt")], tmp_path / str(days))
        file = only_file(tmp_path / str(days))
        aged(file.rename(tmp_path / file.name), days)
    prune(tmp_path)
    made = cache.make([artifact(f"{days}.txt") for days in (0, 8, 29, 31, 400)], tmp_path)
    assert (made.n_found, made.n_made) == (3, 2)


def test_what_a_running_build_has_found_is_not_removed(tmp_path: Path) -> None:
    cache.make([artifact()], tmp_path)
    aged(only_file(tmp_path), 400)
    found = cache.make([artifact()], tmp_path)
    prune(tmp_path)
    assert texts(found) == {"a.txt": "a.txt"}


def test_nothing_is_removed_while_another_build_looks_for_its_files(tmp_path: Path) -> None:
    cache.make([artifact()], tmp_path)
    file = aged(only_file(tmp_path), 400)
    with store._locked(str(tmp_path), alone=False):
        prune(tmp_path)
        assert file.exists()
    prune(tmp_path)
    assert not file.exists()


def test_what_killed_builds_left_is_removed_after_an_hour(tmp_path: Path) -> None:
    cache.make([artifact()], tmp_path)
    fresh, old = tmp_path / ".making-fresh", tmp_path / ".making-old"
    fresh.touch()
    old.touch()
    then = time.time() - 3700
    os.utime(old, (then, then))
    prune(tmp_path)
    assert fresh.exists()
    assert not old.exists()


@pytest.mark.parametrize(
    "name", ["notes.txt", f"{40 * 'a'}.png", f"{40 * 'a'}-12-old.png", "templates-0.1.0/x.cache"]
)
def test_files_that_are_not_ours_stay_however_old(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.touch()
    aged(file, 400)
    aged(file.parent, 400)
    prune(tmp_path)
    assert file.exists()


def test_pruning_a_folder_that_is_not_there_does_nothing(tmp_path: Path) -> None:
    prune(tmp_path / "nothing")
    assert not (tmp_path / "nothing").exists()


# Where nothing can be written


def test_where_nothing_can_be_written_a_folder_for_the_moment_takes_its_place(
    tmp_path: Path,
) -> None:
    (tmp_path / "file").touch()
    folder, trouble = writable(tmp_path / "file" / "cache")
    assert trouble == "Not a directory"
    assert texts(cache.make([artifact()], folder)) == {"a.txt": "a.txt"}
    assert writable(tmp_path / "file" / "cache")[0] == folder, "the next build of a server"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_one_where_nothing_can_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert writable(tmp_path / "cache")[1] == "Permission denied"


def test_a_folder_that_can_be_written_to_is_taken_and_left_empty(tmp_path: Path) -> None:
    assert writable(tmp_path / "cache") == (tmp_path / "cache", "")
    assert list((tmp_path / "cache").iterdir()) == []
