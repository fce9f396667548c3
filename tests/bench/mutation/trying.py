"""A mutant to whether one of the tests that can notice it does."""

from __future__ import annotations

import signal
import time
from collections.abc import Mapping, Sequence
from typing import Any

from tests.bench.mutation.mutant import Mutant, mutated
from tests.bench.mutation.noticing import Noticing
from tests.bench.mutation.results import KILLED, SURVIVED, TIMEOUT, UNTESTED, Result, result
from tests.bench.mutation.workplace import Workplace

GRACE = 30
"""Seconds of CPU for a run, beside four times what its tests took when they were recorded."""


def attempt(
    workplace: Workplace, mutant: Mutant, source: bytes, noticing: Noticing, most_seconds: float
) -> Result:
    """Ask the quick tests that execute what is changed."""
    tests, n_left_out = noticing.tests(mutant, most_seconds)
    if not tests:
        return result(mutant, source, UNTESTED)
    return _tried(workplace, mutant, source, tests, most_seconds, n_left_out=n_left_out)


def attempt_whole(
    workplace: Workplace, mutant: Mutant, source: bytes, tests: Mapping[str, float], quick: Result
) -> Result:
    """Ask the tests of whole sites as well; `tests` has their seconds, `quick` is what the others said."""
    if not tests:
        return result(mutant, source, quick.outcome, n_tests=quick.n_tests, is_final=True)
    seconds, n_left_out = sum(tests.values()), quick.n_left_out
    return _tried(
        workplace, mutant, source, list(tests), seconds, n_left_out=n_left_out, is_final=True
    )


def _tried(
    workplace: Workplace,
    mutant: Mutant,
    source: bytes,
    tests: Sequence[str],
    seconds: float,
    **more: object,
) -> Result:
    start = time.monotonic()
    patience = GRACE + round(4 * seconds)
    with workplace.changed(mutant.file, mutated(mutant, source)):
        outcome, by = _asked(workplace, tests, patience)
    took = round(time.monotonic() - start, 1)
    return result(mutant, source, outcome, by=by, n_tests=len(tests), seconds=took, **more)


def _asked(workplace: Workplace, tests: Sequence[str], patience: int) -> tuple[str, str]:
    """How the tests end, and which was the first to fail."""
    for file in (name for name in tests if name.endswith("js")):
        code = workplace.ask_node(patience, file)
        if code:
            return (TIMEOUT if code == -9 else KILLED), file
    chosen = [name for name in tests if not name.endswith("js")]
    if not chosen:
        return SURVIVED, ""
    files = list(dict.fromkeys(name.partition("::")[0] for name in chosen))
    answer: dict[str, Any] = workplace.ask(patience, files=files, tests=chosen)
    if answer["code"] == 0:
        return SURVIVED, ""
    if answer["code"] in (-signal.SIGXCPU, -signal.SIGKILL):
        return TIMEOUT, ""
    return KILLED, next(iter(answer.get("failed", ())), f"pytest ended with {answer['code']}")
