"""What was measured of the search to the page of the developers' documentation."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from string import Template

from tests.bench import report
from tests.bench.search.asking import Fetched
from tests.bench.search.kitchens import Indexed
from tests.bench.search.lighthouse import CATEGORIES, ENOUGH, Judged

PAGE = Path(__file__).with_name("page.md")
"""The page, with `$names` where figures belong."""
_LITTLE = 2_000
_FIRST = {1000: 30_000, 10_000: 40_000}
_BROWSING = {1000: 25_000, 10_000: 80_000}
"""Bytes that our budget allows, by the number of practices up to which it holds."""


@dataclass(frozen=True, kw_only=True)
class Relevance:
    """How many of so many queries have a right page among the first three."""

    n_right: int
    n: int
    n_empty: int
    """How many found nothing at all."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What everybody was measured at; times are milliseconds, and seconds over 3G."""

    label: str
    indexed: Indexed
    relevance: Mapping[str, Relevance]
    """By language."""
    first: Fetched
    first_seconds: Sequence[float]
    """Empty where nobody would have waited."""
    warm: Sequence[float]
    warm_slow: Sequence[float]


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What one search was measured at."""

    asked: Asked
    idle: Mapping[str, int]
    """What pages on which nobody searches ask for: name and bytes."""
    browsing: Fetched | None = None
    """Only we filter without words."""
    recount: Sequence[float] = ()
    recount_slow: Sequence[float] = ()


@dataclass(frozen=True, kw_only=True)
class Told:
    """Everything that the page tells."""

    n_practices: int
    languages: Sequence[str]
    n_queries: Mapping[str, int]
    measured: Sequence[Measured]
    left_out: Sequence[str]
    real: Mapping[str, Mapping[str, Relevance]]
    """Our search on the real site, by half of the judged queries and language."""
    rivals: Mapping[str, Mapping[str, Relevance]] = field(default_factory=dict)
    """Everybody on the real site, with the judged queries that a practice answers."""
    lighthouse: Sequence[Judged] = field(default_factory=list)


def page(told: Told) -> str:
    """The page in Markdown."""
    return Template(PAGE.read_text("utf-8")).substitute(
        date=report.today().isoformat(),
        practices=f"{told.n_practices:,}",
        n_languages=len(told.languages),
        languages=", ".join(told.languages),
        cores=report.cores(),
        n_queries=sum(told.n_queries.values()),
        relevance=_relevance(told),
        real=_real(told),
        figures=_figures(told),
        missing="".join(f"\nNot measured: {sentence}.\n" for sentence in told.left_out),
        lighthouse=_lighthouse(told.lighthouse),
        versions=", ".join(_versions()),
    )


def _relevance(told: Told) -> str:
    rows = []
    for found in told.measured:
        by_language = [found.asked.relevance[tag] for tag in told.languages]
        rows.append(
            (
                found.asked.label,
                *(f"{one.n_right}/{one.n}" for one in by_language),
                _share(by_language),
                f"{sum(one.n_empty for one in by_language)}",
            )
        )
    return report.table(("", *told.languages, "in all", "nothing found"), rows)


def _real(told: Told) -> str:
    languages = list(next(iter(told.real.values())))
    rows = [
        (name, *(f"{one.n_right}/{one.n}" for one in found.values()), _share(found.values()))
        for name, found in (
            *((f"Komšiluk, {half} half", found) for half, found in told.real.items()),
            *(
                (f"{name}, those that a practice answers", found)
                for name, found in told.rivals.items()
            ),
        )
    ]
    return report.table(("", *languages, "in all"), rows)


def _share(found: Iterable[Relevance]) -> str:
    held = list(found)
    return f"{sum(one.n_right for one in held) / sum(one.n for one in held):.1%}"


def _figures(told: Told) -> str:
    thousands = told.n_practices * len(told.languages) / 1000
    rows: list[tuple[str, ...]] = []

    def row(name: str, budget: str, of: Iterable[str]) -> None:
        rows.append((name, *of, budget))

    measured = told.measured
    asked = [found.asked for found in measured]
    row("pages where nobody searches, kB", f"{_LITTLE / 1000:.0f}", (
        _kilobytes([sum(found.idle.values())]) for found in measured))  # fmt: skip
    row("first query, kB", _allowed(_FIRST, told), (_kilobytes(one.first.n_bytes) for one in asked))
    row("first query, requests", "12", (_span(one.first.n_requests) for one in asked))
    row("first query over 3G, s", "3", (_span(one.first_seconds) for one in asked))
    row("only filters, kB", _allowed(_BROWSING, told), (
        _kilobytes(found.browsing.n_bytes) if found.browsing else "–" for found in measured))  # fmt: skip
    row("only filters, requests", "", (
        _span(found.browsing.n_requests) if found.browsing else "–" for found in measured))  # fmt: skip
    row("warm query, ms", "5", (_times(one.warm) for one in asked))
    row("warm query, slow CPU, ms", "", (_times(one.warm_slow) for one in asked))
    row("recount of facets, ms", "50", (_times(found.recount) for found in measured))
    row("recount of facets, slow CPU, ms", "", (_times(found.recount_slow) for found in measured))
    row("index, s of CPU for 1,000 records and a language", "1.2", (
        f"{one.indexed.cpu / thousands:.2f}" for one in asked))  # fmt: skip
    row("memory that making it takes, MB", "500", (
        f"{one.indexed.memory - one.indexed.before:.0f}" for one in asked))  # fmt: skip
    row("memory of the process that makes it, MB", "", (
        f"{one.indexed.memory:.0f}" for one in asked))  # fmt: skip
    row("index on disk, MB", "", (f"{sum(one.indexed.sizes) / 1e6:.1f}" for one in asked))
    row("its files", "", (f"{len(one.indexed.sizes):,}" for one in asked))
    return report.table(("", *(one.label for one in asked), "our budget"), rows)


def _allowed(budget: Mapping[int, int], told: Told) -> str:
    fitting = [size for n, size in budget.items() if told.n_practices <= n]
    return f"{fitting[0] / 1000:.0f}" if fitting else ""


def _kilobytes(sizes: Sequence[int]) -> str:
    return _span([size / 1000 for size in sizes])


def _span(values: Sequence[float]) -> str:
    """The median, and the most behind it where that is more."""
    if not values:
        return "–"
    middle, most = statistics.median(values), max(values)
    return _number(middle) + (
        f" (most {_number(most)})" if _number(most) != _number(middle) else ""
    )


def _times(values: Sequence[float]) -> str:
    if not values:
        return "–"
    tenth = sorted(values)[int(len(values) * 0.9)]
    return f"{statistics.median(values):.1f} (p90 {tenth:.1f})"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.1f}"


def _lighthouse(judged: Sequence[Judged]) -> str:
    if not judged:
        return "Lighthouse was not asked."
    head = ("", *CATEGORIES, "machine")
    rows = (
        (one.name, *(str(one.scores[category]) for category in CATEGORIES), str(one.speed))
        for one in judged
    )
    reasons = [f"- {one.name}: {reason}" for one in judged for reason in one.reasons]
    below = f"\n\nWhat keeps a score below {ENOUGH}:\n\n" + "\n".join(reasons) if reasons else ""
    return report.table(head, rows) + below


def _versions() -> Iterable[str]:
    yield from report.versions()
    try:
        yield f"Pagefind {metadata.version('pagefind_bin')}"
    except metadata.PackageNotFoundError:
        return
