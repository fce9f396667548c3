"""What pytest is told and what it tells, while it runs the tests of one mutant or records who tests what."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest


class Listening:
    """Runs the tests that were chosen, in their order, and remembers how they ended."""

    def __init__(self, chosen: Sequence[str] | None, without: Collection[str] = ()) -> None:
        """`chosen` are the ids of tests; None takes all but those that want a fixture of `without`."""
        self._without = {*without}
        self._places = None if chosen is None else {name: n for n, name in enumerate(chosen)}
        self.seconds: dict[str, float] = {}
        """How long each test took, what it was set up with included."""
        self.failed: list[str] = []
        self.skipped: list[str] = []

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keep what was chosen, in its order."""
        places = self._places
        if places is not None:
            items[:] = sorted(
                (one for one in items if one.nodeid in places), key=lambda one: places[one.nodeid]
            )
        items[:] = [
            one for one in items if self._without.isdisjoint(getattr(one, "fixturenames", ()))
        ]

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file that cannot be imported any more is a failure of it."""
        if report.failed:
            self.failed.append(report.nodeid)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember the end of a test, or of what comes before and after it."""
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0.0) + report.duration
        if report.failed:
            self.failed.append(report.nodeid)
        if report.skipped:
            self.skipped.append(report.nodeid)


class Recording:
    """Has coverage.py write down under the name of each test which lines it executes."""

    def __init__(self, source: Path, target: Path) -> None:
        """Start with the lines below `source`; `target` is the file that coverage.py writes."""
        import coverage

        self._coverage = coverage.Coverage(
            data_file=str(target), source=[str(source)], config_file=False, messages=False
        )
        self._coverage.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """All that happens until the next test is this one's: its fixtures as well."""
        self._coverage.switch_context(item.nodeid)
        return (yield)

    def pytest_sessionfinish(self) -> None:
        """Write down what was seen."""
        self._coverage.stop()
        self._coverage.save()


def run(
    files: Sequence[str],
    chosen: Sequence[str] | None,
    record: tuple[Path, Path] | None,
    *,
    without: Collection[str] = (),
    is_patient: bool = False,
) -> dict[str, Any]:
    """Run tests of these files in this process; how it ended, as a value of JSON.

    Stops at the first failure, unless it records or is patient.
    """
    listening = Listening(chosen, without)
    plugins: list[object] = [listening]
    if record is not None:
        plugins.append(Recording(*record))
    arguments = [
        "-q", "--no-header", "--tb=short", "-p", "no:cacheprovider", "-p", "no:xdist",
        "-p", "no:rerunfailures", "-W", "ignore::pytest.PytestAssertRewriteWarning", "--hypothesis-seed=0", *([] if record or is_patient else ["-x"]), *files,
    ]  # fmt: skip
    main: Callable[..., int] = pytest.main
    code = main(arguments, plugins=plugins)
    return {
        "code": int(code),
        "failed": listening.failed,
        "skipped": listening.skipped,
        "seconds": listening.seconds,
    }
