"""The law of the builds that take up what the last one left: the site is the same, byte for byte, and
says the same, as if it had been built from nothing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from random import Random

import pytest

from komsiluk import theme
from tests.bench import collection
from tests.site.editing import EDITS, WARNED
from tests.site.sites import contents, differences, run

LANGUAGES = ("en", "sr-Latn", "sr-Cyrl")
N_PRACTICES = 12
N_CHAINS = 4
"""Each takes up every fourth of the edits, in an order of its own."""
_VOLATILE = re.compile(
    r"Building .*|Cleaning site .*|Overriding .*|.*built in .*|.*: (Wrote|Made) .*|.*Building '.*"
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A site of a dozen practices in two scripts and two languages, with a theme of its own."""
    folder = tmp_path / "source"
    collection.write(N_PRACTICES, LANGUAGES, folder)
    own = folder / "own"
    (own / "komsiluk").mkdir(parents=True)
    shutil.copy(theme.folder() / "komsiluk" / "_card.html", own / "komsiluk")
    (own / "partials").mkdir()
    (own / "partials" / "copyright.html").write_text("<p>Ours</p>", "utf-8")
    (own / "own.css").write_text("p { margin: 0 }", "utf-8")
    configuration = folder / "mkdocs.yml"
    text = configuration.read_text("utf-8")
    configuration.write_text(text.replace("theme:\n", "theme:\n  custom_dir: own\n"), "utf-8")
    return folder


def from_nothing(source: Path) -> tuple[dict[str, bytes], list[str], int]:
    """What a build of a copy makes that finds nothing of an earlier one, what it says, how it ends."""
    copied = source.with_name("copied")
    shutil.copytree(source, copied, ignore=shutil.ignore_patterns("site", "read-*", "site-*"))
    try:
        return _built(copied, "mkdocs", "build", "--strict")
    finally:
        shutil.rmtree(copied)


def _built(source: Path, *command: str) -> tuple[dict[str, bytes], list[str], int]:
    done = run(*command, cwd=source, check=False)
    said = [line for line in done.stdout.splitlines() if not _VOLATILE.search(line)]
    files = dict(contents(source / "site")) if (source / "site").is_dir() else {}
    files = {path: data for path, data in files.items() if not path.startswith(".")}
    return files, said, done.returncode


@pytest.mark.parametrize("chain", range(N_CHAINS))
def test_a_site_that_is_built_again_is_the_site_that_is_built_from_nothing(
    source: Path, chain: int
) -> None:
    chance = Random(chain)
    names = list(EDITS)[chain::N_CHAINS]
    chance.shuffle(names)
    assert _built(source, "komsiluk", "build")[2] == 0
    for name in names:
        EDITS[name](source, chance)
        warm, *told = _built(source, "komsiluk", "build")
        expected, *told_from_nothing = from_nothing(source)
        assert told == told_from_nothing, name
        assert told[1] == 0, name
        assert differences(warm, expected) == [], name


def test_what_a_build_warns_of_is_told_again_and_stops_it_again(source: Path) -> None:
    assert _built(source, "komsiluk", "build")[2] == 0
    ends = []
    for edit in WARNED.values():
        edit(source, Random(0))
        warm, *told = _built(source, "komsiluk", "build")
        expected, *told_from_nothing = from_nothing(source)
        assert told == told_from_nothing
        ends.append(told[1])
    assert ends == [1, 1, 0]
    assert differences(warm, expected) == []


def test_what_has_not_changed_stays(source: Path) -> None:
    _built(source, "komsiluk", "build")
    pages = {file: file.stat() for file in source.glob("site/**/practices/*/index.html")}
    EDITS["a sentence"](source, Random(0))
    _built(source, "komsiluk", "build")
    stayed = [file for file, before in pages.items() if file.stat() == before]
    assert len(pages) / 2 < len(stayed) < len(pages)
    _built(source, "komsiluk", "build")
    assert [file for file in stayed if file.stat() != pages[file]] == []
    _built(source, "komsiluk", "build", "--clean")
    assert [file for file in stayed if file.stat() == pages[file]] == []
