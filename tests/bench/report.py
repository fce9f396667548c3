"""What was measured to the page of the developers' documentation, and its drawings."""

from __future__ import annotations

import datetime
import os
import platform
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from string import Template

from komsiluk.pages.paging import CARDS
from tests.bench.contenders import CONTENDERS
from tests.bench.measuring import Measured, ratio
from tests.bench.plot import Bar, bars, lines, number
from tests.bench.run import Output

PAGE = Path(__file__).with_name("benchmarks.md")
"""The page, with `$names` where figures belong."""
YARDSTICKS = ("ours-covers", "hugo", "hugo-search", "material", "material-outside")
"""Whom everybody is compared with."""
_PACKAGES = ("komsiluk", "mkdocs", "mkdocs-material", "mkdocs-static-i18n")
_IN_MEMORY = (
    "All files, read and written, are in memory (`tmpfs`): what a disk that others use asks of the "
    "kernel for the same site differs tenfold from one minute to the next."
)
_ON_DISK = "Files are on the disk of the machine."
_SCALE = """
## Growing

![Seconds of CPU by the number of practices, both axes doubling](benchmarks-scale.svg)

Medians of three runs for each size; on this drawing, what grows in step with the practices has the slope one.

$table
"""


@dataclass(frozen=True, kw_only=True)
class Report:
    """Everything that the page tells."""

    n_practices: int
    languages: Sequence[str]
    measured: Sequence[Measured]
    left_out: Sequence[str]
    """Who could not be measured, and why, in a sentence each."""
    rounds: int
    slow_rounds: int
    patience: int
    """Seconds of CPU after which a run was stopped."""
    scale: Mapping[int, Sequence[Measured]]
    """By number of practices; empty when that was not asked for."""
    in_memory: bool
    """Whether files were kept in memory, so that no disk was measured."""


def write(report: Report, folder: Path) -> None:
    """Write `benchmarks.md` and its drawings into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "benchmarks.md").write_text(page(report), "utf-8")
    (folder / "benchmarks.svg").write_text(_bars(report), "utf-8")
    if report.scale:
        (folder / "benchmarks-scale.svg").write_text(_lines(report), "utf-8")


def page(report: Report) -> str:
    """The page in Markdown."""
    by_name = {found.name: found for found in report.measured}
    yardsticks = [by_name[name] for name in YARDSTICKS if name in by_name]
    lacks = (
        f"- **{CONTENDERS[found.name].label}:** {CONTENDERS[found.name].lacks}"
        for found in report.measured
    )
    return Template(PAGE.read_text("utf-8")).substitute(
        date=today().isoformat(),
        practices=f"{report.n_practices:,}",
        n_languages=len(report.languages),
        languages=", ".join(report.languages),
        cores=cores(),
        table=_figures(report.measured),
        missing="".join(f"Not measured: {sentence}.\n" for sentence in report.left_out),
        ratios=_ratios(report.measured, yardsticks) if yardsticks else "Nobody else was measured.",
        scale=Template(_SCALE).substitute(table=_sizes(report.scale)) if report.scale else "",
        lacks="\n".join(lacks),
        rounds=_rounds(report),
        patience=report.patience,
        place=_IN_MEMORY if report.in_memory else _ON_DISK,
        cards=CARDS,
        versions=", ".join(versions()),
    )


def _figures(measured: Iterable[Measured]) -> str:
    rows = []
    for found in measured:
        lowest, highest = found.spread
        rows.append(
            (
                CONTENDERS[found.name].label,
                f"more than {number(lowest)}"
                if found.was_stopped
                else f"{number(found.cpu)} ({number(lowest)}–{number(highest)})",
                number(found.wall),
                f"{found.memory:.0f}",
                *(_left_behind(found.output) if not found.was_stopped else ("stopped", "", "")),
            )
        )
    head = ("", "CPU, s", "clock, s", "memory, MB", "pages", "kB a page", "whole site, MB")
    return table(head, rows)


def _ratios(measured: Sequence[Measured], yardsticks: Sequence[Measured]) -> str:
    head = ("", *(CONTENDERS[other.name].label for other in yardsticks))
    rows = (
        (
            CONTENDERS[found.name].label,
            *("1" if found is other else _told_ratio(found, other) for other in yardsticks),
        )
        for found in measured
    )
    return table(head, rows)


def _left_behind(output: Output) -> tuple[str, str, str]:
    return (
        f"{output.n_pages:,}",
        f"{output.html / max(output.n_pages, 1) / 1000:.1f}",
        f"{output.total / 1e6:.0f}",
    )


def _told_ratio(one: Measured, other: Measured) -> str:
    """The ratio, or what is known of it when one of them was stopped."""
    if one.was_stopped and other.was_stopped:
        return ""
    bound = "> " if one.was_stopped else "< " if other.was_stopped else ""
    return bound + number(ratio(one, other))


def _sizes(scale: Mapping[int, Sequence[Measured]]) -> str:
    names = [found.name for found in next(iter(scale.values()))]
    head = ("practices", *(f"{CONTENDERS[name].label}, s" for name in names))
    rows = (
        (f"{size:,}", *(number(found.cpu) for found in measured))
        for size, measured in scale.items()
    )
    return table(head, rows)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown, its figures to the right."""
    rule = ["---", *["--:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))


def _bars(report: Report) -> str:
    return bars(
        f"{report.n_practices:,} practices in {len(report.languages)} languages",
        "seconds of CPU; less is better",
        [
            Bar(
                label=CONTENDERS[found.name].label,
                value=found.cpu,
                lowest=found.spread[0],
                highest=found.spread[1],
                is_ours=CONTENDERS[found.name].is_ours,
            )
            for found in report.measured
        ],
    )


def _lines(report: Report) -> str:
    held: dict[str, list[tuple[float, float]]] = {}
    for size, measured in report.scale.items():
        for found in measured:
            held.setdefault(CONTENDERS[found.name].label, []).append((size, found.cpu))
    ours = [contender.label for contender in CONTENDERS.values() if contender.is_ours]
    return lines("Growing", "practices", "seconds of CPU", held, ours)


def _rounds(report: Report) -> str:
    told = f"{report.rounds} rounds" if report.rounds > 1 else "one round"
    if report.slow_rounds < report.rounds:
        told += f" ({report.slow_rounds} of them with Material by hand)"
    return told


def cores() -> str:
    """How many cores this process may use, in words."""
    n_cores = len(os.sched_getaffinity(0))
    return f"{n_cores} cores" if n_cores > 1 else "one core"


def today() -> datetime.date:
    """The day of `SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch/)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = (
        datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
        if epoch
        else datetime.datetime.now(datetime.UTC)
    )
    return moment.date()


def versions() -> Iterable[str]:
    """Names and versions of what builds sites here."""
    yield f"Python {platform.python_version()}"
    for package in _PACKAGES:
        yield f"{package} {metadata.version(package)}"
    if shutil.which("hugo"):
        told = subprocess.run(["hugo", "version"], capture_output=True, text=True, check=True)
        found = re.search(r"v\d+(?:\.\d+)+", told.stdout)
        yield f"Hugo {found[0].removeprefix('v') if found else told.stdout.strip()}"
