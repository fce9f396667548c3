"""Contenders and a size to what building cost each of them, in turns, round by round."""

from __future__ import annotations

import multiprocessing
import shutil
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench import collection
from tests.bench.contenders import CONTENDERS
from tests.bench.rivals.telling import told
from tests.bench.run import Cost, Output, output, run

Tell = Callable[[str], None]
"""Says what is being done now."""


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What one contender was measured at."""

    name: str
    costs: tuple[Cost, ...]
    """One for each round."""
    output: Output

    @property
    def cpu(self) -> float:
        """Median of the seconds of CPU."""
        return statistics.median(cost.cpu for cost in self.costs)

    @property
    def spread(self) -> tuple[float, float]:
        """Fewest and most seconds of CPU."""
        spent = [cost.cpu for cost in self.costs]
        return min(spent), max(spent)

    @property
    def was_stopped(self) -> bool:
        """Whether it was not done in any round: what it took is known from below only."""
        return any(cost.was_stopped for cost in self.costs)

    @property
    def wall(self) -> float:
        """Median of the seconds on the clock."""
        return statistics.median(cost.wall for cost in self.costs)

    @property
    def memory(self) -> float:
        """Largest memory of any round, in megabytes."""
        return max(cost.memory for cost in self.costs)


def ratio(one: Measured, other: Measured) -> float:
    """How many times the CPU of the other it takes: the median over the rounds that both had.

    Rounds are compared with themselves, because machines slow down and speed up.
    """
    return statistics.median(
        mine.cpu / theirs.cpu for mine, theirs in zip(one.costs, other.costs, strict=False)
    )


def measure(
    names: Sequence[str],
    n_practices: int,
    languages: Sequence[str],
    folder: Path,
    rounds: int,
    slow_rounds: int,
    patience: int,
    tell: Tell,
) -> list[Measured]:
    """Measure contenders in their order, one after the other in each round.

    Who uses more than `patience` seconds of CPU is stopped. Each has a kitchen in `folder`, which is written before anything is timed and cleared away at the end.
    """
    tell(f"writing {n_practices} practices in {len(languages)} languages")
    _apart(_prepare, tuple(names), n_practices, tuple(languages), folder)
    costs: dict[str, list[Cost]] = {name: [] for name in names}
    left: dict[str, Output] = {}
    built: set[str] = set()
    for turn in range(rounds):
        for name in names:
            contender = CONTENDERS[name]
            if turn >= (slow_rounds if contender.is_slow else rounds):
                continue
            kitchen_folder = folder / contender.kitchen
            if contender.is_warm and contender.kitchen not in built:
                run(contender.command, kitchen_folder, _quiet(folder), patience)
            built.add(contender.kitchen)
            contender.before(kitchen_folder, turn)
            costs[name].append(run(contender.command, kitchen_folder, _quiet(folder), patience))
            left[name] = output(kitchen_folder / contender.site)
            spent = costs[name][-1]
            tell(
                f"round {turn + 1}: {contender.label}, {spent.cpu:.1f} s of CPU, "
                f"{spent.wall:.1f} s, {spent.memory:.0f} MB, {left[name].n_pages} pages"
                + (", stopped" if spent.was_stopped else "")
            )
    for kitchen in {CONTENDERS[name].kitchen for name in names}:
        shutil.rmtree(folder / kitchen)
    return [Measured(name=name, costs=tuple(costs[name]), output=left[name]) for name in names]


def _apart(work: Callable[..., None], *arguments: object) -> None:
    """Do something in a process of its own: Linux counts as a child's memory what its parent had
    when it was started (`exec_mmap` in the kernel's fs/exec.c), so the parent stays small."""
    process = multiprocessing.get_context("spawn").Process(target=work, args=arguments)
    process.start()
    process.join()
    if process.exitcode:
        raise RuntimeError(f"{work.__name__} ended with {process.exitcode}")


def _prepare(
    names: Sequence[str], n_practices: int, languages: Sequence[str], folder: Path
) -> None:
    """Write the collection once, and from it the kitchen of each contender."""
    source = folder / "source"
    collection.write(n_practices, languages, source)
    site = told(source, languages)
    for kitchen, name in {CONTENDERS[name].kitchen: name for name in names}.items():
        CONTENDERS[name].prepare(site, folder / kitchen)
    shutil.rmtree(source)


def _quiet(folder: Path) -> dict[str, str]:
    """What the environment of every run has: no advertisements, caches in the bench's own folder."""
    return {"NO_MKDOCS_2_WARNING": "1", "HUGO_CACHEDIR": str(folder / "hugo-cache")}
