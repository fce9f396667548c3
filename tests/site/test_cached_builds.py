"""Builds that share a cache: with those that were killed, with others at once, and with damage."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.site.sites import BIN, SMALL, contents, copy, differences, run

N_PICTURES = 133
"""Of the small site: covers, cards, icons, style sheets, and a Word document in each language."""

_KILLED = """
import os, signal, sys
from komsiluk.mkdocs_plugin.progress import Display

when = sys.argv.pop()

def show(self, what, done, total):
    if what == when and done == 10:
        os.kill(os.getpid(), signal.SIGKILL)

Display.show = show
sys.argv[:] = ["komsiluk", "build"]
from komsiluk.cli.main import main
main()
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A copy of the small site's source that has never been built."""
    return copy(SMALL, tmp_path / "source")


@pytest.fixture(scope="module")
def expected(small: Path) -> Mapping[str, bytes]:
    """The small site, as an undisturbed build makes it."""
    return contents(small)


@pytest.mark.parametrize("when", ["Pictures", "Pages, mk"])
def test_after_a_build_that_was_killed_the_next_one_makes_what_is_missing(
    source: Path, expected: Mapping[str, bytes], when: str
) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", _KILLED, when], cwd=source, capture_output=True, timeout=120
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    told = run("komsiluk", "build", cwd=source).stdout
    n_made, n_found = made(told)
    assert n_made + n_found == N_PICTURES
    assert n_found >= 10
    assert (n_made == 0) == (when == "Pages, mk")
    assert differences(expected, contents(source / "site")) == []


def test_two_builds_at_once_make_the_same_site(
    source: Path, expected: Mapping[str, bytes], tmp_path: Path
) -> None:
    both = [
        subprocess.Popen(
            [BIN / "komsiluk", "build", "-d", tmp_path / name],
            cwd=source,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for name in ("one", "other")
    ]
    told = [build.communicate(timeout=120)[1] for build in both]
    assert [build.returncode for build in both] == [0, 0], told
    assert differences(expected, contents(tmp_path / "one")) == []
    assert differences(expected, contents(tmp_path / "other")) == []


def test_a_cache_of_which_nothing_is_whole_is_made_anew(
    source: Path, expected: Mapping[str, bytes]
) -> None:
    run("komsiluk", "build", cwd=source)
    for file in (source / ".cache").rglob("*"):
        if file.is_file():
            os.truncate(file, file.stat().st_size // 2)
    told = run("komsiluk", "build", cwd=source).stdout
    assert made(told) == (N_PICTURES, 0)
    assert differences(expected, contents(source / "site")) == []


def test_a_build_tells_what_it_made_and_a_second_one_what_had_not_changed(source: Path) -> None:
    first = run("komsiluk", "build", cwd=source).stdout
    second = run("komsiluk", "build", cwd=source).stdout
    pages = [name for name in contents(source / "site") if name.endswith(".html")]
    n_pages = len([name for name in pages if not name.endswith("404.html")])
    assert ours(first)[-2:] == [f"Made {N_PICTURES} pictures, found 0", f"Wrote {n_pages} pages"]
    (told,) = ours(second)
    counted = re.fullmatch(r"Wrote (\d+) pages; (\d+) had not changed", told)
    assert counted and int(counted[1]) + int(counted[2]) == n_pages


def test_where_nothing_can_be_kept_a_site_is_built_all_the_same(
    source: Path, expected: Mapping[str, bytes]
) -> None:
    (source / ".cache").touch()
    told = run("komsiluk", "build", cwd=source).stdout
    assert ours(told)[0] == "Nothing is kept for later builds in .cache/komsiluk: Not a directory"
    assert differences(expected, contents(source / "site")) == []


def ours(told: str) -> list[str]:
    """What our plugin has logged."""
    return re.findall(r"^INFO    -  komsiluk: (.*)$", told, re.MULTILINE)


def made(told: str) -> tuple[int, int]:
    """How many pictures a build has made, and found."""
    found = re.search(r"Made (\d+) pictures?, found (\d+)", told)
    return (int(found[1]), int(found[2])) if found else (0, N_PICTURES)
