"""What a search at random has found interesting, once more: nothing may be raised, as `fuzz/target.py` says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.target import Target

CASES = sorted((Path(__file__).parent / "cases" / "fuzz").iterdir())
MOST_BYTES = 300_000


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Target:
    return Target(tmp_path_factory.mktemp("fuzz") / "site")


def test_the_corpus_stays_small() -> None:
    assert CASES
    assert sum(file.stat().st_size for file in CASES) < MOST_BYTES


def test_nothing_is_raised_whatever_is_in_a_file(target: Target) -> None:
    for case in CASES:
        try:
            target(case.read_bytes())
        except Exception as error:
            error.add_note(str(case))
            raise
