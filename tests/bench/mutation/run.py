"""Mutants to results, by several threads, each with a copy of the checkout."""

from __future__ import annotations

import queue
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import yaml

from tests.bench.mutation import noticing, results
from tests.bench.mutation.mutant import Mutant, identity
from tests.bench.mutation.noticing import SCRIPTS, Noticing, Seen
from tests.bench.mutation.results import NOTICED, Result
from tests.bench.mutation.trying import attempt, attempt_whole
from tests.bench.mutation.workplace import ROOT, Workplace

KEPT = ROOT / ".cache" / "mutation"
"""Where results stand, and who tests what."""
WHOLE = Path(__file__).with_name("whole.yml")
MOST_SECONDS = 180
"""How long the quick tests of a mutant may have taken when they were recorded, which slows them down."""

Item = TypeVar("Item")


class Run:
    """One run of the command."""

    def __init__(
        self, workplaces: Sequence[Workplace], sources: Mapping[str, bytes], file: Path
    ) -> None:
        """The workplaces are copies of the same files; `sources` is what stands in those that change.

        Results are added to `file`.
        """
        self._workplaces, self._sources, self._file = workplaces, sources, file
        self._key = noticing.digest(workplaces[0].folder)
        self._lock = threading.Lock()

    def id(self, mutant: Mutant) -> str:
        """Its name among the results."""
        return identity(mutant, self._sources[mutant.file])

    def ask_quick(self, mutants: Sequence[Mutant]) -> None:
        """Ask the quick tests about all that have no result yet."""
        known = results.read(self._file)
        waiting = [one for one in mutants if self.id(one) not in known]
        if waiting:
            who = Noticing(self._seen(), self._sources)
            self._each("mutants", waiting, lambda at, one: self._try(at, one, who))

    def ask_whole(self, mutants: Sequence[Mutant]) -> None:
        """Ask the tests of whole sites about all that nobody has noticed."""
        known = results.read(self._file)
        left = [one for one in mutants if not _is_done(known[self.id(one)])]
        files = sorted({file for mutant in left for file in whole_files(mutant.file)})
        seen: dict[str, Seen] = {}
        self._each(
            "files of whole sites' tests", files,
            lambda at, file: seen.update({file: noticing.record(at, file, is_whole=True)}),
        )  # fmt: skip
        self._each(
            "survivors", left, lambda at, one: self._try_whole(at, one, known[self.id(one)], seen)
        )

    def _try(self, workplace: Workplace, mutant: Mutant, who: Noticing) -> None:
        source = self._sources[mutant.file]
        self._keep(attempt(workplace, mutant, source, who, MOST_SECONDS))

    def _try_whole(
        self, workplace: Workplace, mutant: Mutant, quick: Result, seen: Mapping[str, Seen]
    ) -> None:
        files = whole_files(mutant.file)
        tests = {name: took for file in files for name, took in seen[file].seconds.items()}
        source = self._sources[mutant.file]
        self._keep(attempt_whole(workplace, mutant, source, tests, quick))

    def _seen(self) -> Mapping[str, Seen]:
        """Who tests what; from the last run if nothing has changed since."""
        file = KEPT / "seen.json"
        seen = noticing.load(file, self._key)
        if not seen:
            files = noticing.test_files(self._workplaces[0].folder)
            self._each(
                "files of tests", files,
                lambda at, name: seen.update({name: noticing.record(at, name)}),
            )  # fmt: skip
            noticing.save(seen, file, self._key)
            for name, one in sorted(seen.items()):
                if one.failed:
                    print(
                        f"{name}: left out, for they fail: {', '.join(one.failed)}", file=sys.stderr
                    )
        return seen

    def _keep(self, one: Result) -> None:
        with self._lock:
            results.append(self._file, one)

    def _each(
        self, what: str, items: Sequence[Item], work: Callable[[Workplace, Item], None]
    ) -> None:
        """Do the work for all items, at every workplace at once; the first error ends it."""
        waiting: queue.SimpleQueue[Item] = queue.SimpleQueue()
        for item in items:
            waiting.put(item)
        errors: list[BaseException] = []
        n_done, start = 0, time.monotonic()

        def work_at(workplace: Workplace) -> None:
            nonlocal n_done
            while not errors:
                try:
                    item = waiting.get_nowait()
                except queue.Empty:
                    return
                try:
                    work(workplace, item)
                except BaseException as error:
                    errors.append(error)
                n_done += 1
                minutes = (time.monotonic() - start) / 60
                print(f"{what}: {n_done} of {len(items)}, {minutes:.1f} min", file=sys.stderr)

        threads = [
            threading.Thread(target=work_at, args=(one,), daemon=True) for one in self._workplaces
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if errors:
            raise errors[0]


def whole_files(file: str) -> Sequence[str]:
    """The tests of whole sites that are asked about a mutant of this file."""
    table = yaml.safe_load(WHOLE.read_text("utf-8"))
    if file.endswith(".py"):
        return list(table["python"])
    name = file.removeprefix(f"{SCRIPTS}/")
    starts = [start for start in table["javascript"] if name.startswith(start)]
    return list(table["javascript"][max(starts, key=len)])


def _is_done(one: Result) -> bool:
    return one.outcome in NOTICED or one.is_final
