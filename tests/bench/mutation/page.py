"""Results to a page for people: how many were noticed, and each that was not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tests.bench.mutation.results import KILLED, NOTICED, SURVIVED, TIMEOUT, UNTESTED, Result

OUTCOMES = (KILLED, TIMEOUT, SURVIVED, UNTESTED)

INTRODUCTION = """\
# What the tests hold

This page is written by `{command} > docs/developers/mutation.md`; do not edit it.

The code is changed on purpose, in one place at a time: a comparison, a number, a text, a condition, an argument.
Tests that hold what the code does fail then: the change is noticed.
The places are drawn at random, by the seed.
The tests that execute the place are asked{whole}.
A change that makes a test run for ever (timeout) is noticed; one that no test executes is not.
{equivalents}
"""


class Sample(NamedTuple):
    """What was tried of a language."""

    title: str
    n_all: int
    """How many mutants there are."""
    results: Sequence[Result]


def page(samples: Sequence[Sample], command: str, n_equivalents: int, *, asks_whole: bool) -> str:
    """The whole page, as Markdown; `command` is what was typed."""
    parts = [
        INTRODUCTION.format(
            command=command,
            whole=", then those of whole sites and of the browser" if asks_whole else "",
            equivalents=f"Changes that nobody can notice are not among them; "
            f"`tests/bench/mutation/equivalents.yml` names {n_equivalents}, with the reason.",
        )
    ]
    for title, n_all, found in samples:
        figure = f"{share(found):.0f} % of {len(found):,} are noticed, of {n_all:,} that there are."
        parts += [f"## {title}\n", f"{figure}\n", report(found)]
    return "\n".join(parts)


def share(found: Sequence[Result]) -> float:
    """How many of a hundred were noticed."""
    return 100 * sum(one.outcome in NOTICED for one in found) / len(found) if found else 0.0


def report(found: Sequence[Result]) -> str:
    """A table of the folders, and each survivor with its difference, as Markdown."""
    folders = sorted({_folder(one) for one in found})
    rows = []
    for folder in (*folders, ""):
        of_it = [one for one in found if not folder or _folder(one) == folder]
        counts = [sum(one.outcome == outcome for one in of_it) for outcome in OUTCOMES]
        name = f"`{folder}`" if folder else "**all**"
        rows.append(
            f"| {name} | {len(of_it)} | {' | '.join(map(str, counts))} | {share(of_it):.0f} % |"
        )
    survivors = [one for one in found if one.outcome not in NOTICED]
    return "\n".join(
        (
            "| folder | mutants | killed | timeout | survived | untested | noticed |",
            "|---|--:|--:|--:|--:|--:|--:|", *rows, "",
            *(_survivor(one) for one in sorted(survivors, key=lambda one: (one.file, one.line))),
        )
    )  # fmt: skip


def _folder(one: Result) -> str:
    return one.file.rpartition("/")[0].removeprefix("scripts/komsiluk/")


def _survivor(one: Result) -> str:
    asked = f"{one.n_tests} tests asked" + (
        f", {one.n_left_out} left out" if one.n_left_out else ""
    )
    return f"`{one.file}:{one.line}` {one.outcome}: {one.operator} ({asked})\n\n```diff\n{one.difference}\n```\n"
