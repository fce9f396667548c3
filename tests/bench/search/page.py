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
Budget = float | Mapping[int, float] | None
"""What our budget allows, perhaps by the number of practices up to which it holds."""


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
    opening: Sequence[float]
    """Seconds until the first query can be asked, in each language."""
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
class Size:
    """What so many practices cost."""

    n_practices: int
    n_queries: int
    """In all languages."""
    measured: Sequence[Measured]


@dataclass(frozen=True, kw_only=True)
class Told:
    """Everything that the page tells."""

    languages: Sequence[str]
    sizes: Sequence[Size]
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
        practices=" and ".join(f"{size.n_practices:,}" for size in told.sizes),
        n_languages=len(told.languages),
        languages=", ".join(told.languages),
        cores=report.cores(),
        n_queries=" and ".join(f"{n:,}" for n in dict.fromkeys(s.n_queries for s in told.sizes)),
        relevance=_relevance(told),
        real=_real(told),
        figures=_figures(told),
        missing="".join(f"\nNot measured: {sentence}.\n" for sentence in told.left_out),
        lighthouse=_lighthouse(told.lighthouse),
        versions=", ".join(_versions()),
    )


def _relevance(told: Told) -> str:
    rows = []
    for size in told.sizes:
        for found in size.measured:
            by_language = [found.asked.relevance[tag] for tag in told.languages]
            rows.append(
                (
                    f"{found.asked.label}, {size.n_practices:,}",
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
    """A column for each who was measured, and behind those of a size what our budget is for it."""
    head = [""]
    columns: list[Sequence[str]] = [[name for name, _ in _ROWS]]
    for size in told.sizes:
        thousands = size.n_practices * len(told.languages) / 1000
        for found in size.measured:
            head.append(f"{found.asked.label}, {size.n_practices:,}")
            columns.append(_column(found, thousands))
        head.append(f"budget, {size.n_practices:,}")
        columns.append([_allowed(budget, size.n_practices) for _, budget in _ROWS])
    return report.table(head, list(zip(*columns, strict=True)))


_ROWS: Sequence[tuple[str, Budget]] = (
    ("pages where nobody searches, kB", 2),
    ("opening, s", None),
    ("first query, kB", {1000: 30, 10_000: 40}),
    ("first query, requests", 12),
    ("first query over 3G, s", 3),
    ("only filters, kB", {1000: 25, 10_000: 80}),
    ("only filters, requests", None),
    ("warm query, ms", 5),
    ("warm query, slow CPU, ms", None),
    ("recount of facets, ms", 50),
    ("recount of facets, slow CPU, ms", None),
    ("index, s of CPU for 1,000 records and a language", 1.2),
    ("memory that making it takes, MB", 500),
    ("memory of the process that makes it, MB", None),
    ("index on disk, MB", None),
    ("its files", None),
)
"""What is measured, in the order of `_column`, and what our budget allows."""


def _column(found: Measured, thousands: float) -> Sequence[str]:
    """The figures of somebody, who made an index of so many thousand records."""
    asked, indexed = found.asked, found.asked.indexed
    return (
        _kilobytes([sum(found.idle.values())]),
        _span(asked.opening),
        _kilobytes(asked.first.n_bytes),
        _span(asked.first.n_requests),
        _span(asked.first_seconds),
        _kilobytes(found.browsing.n_bytes) if found.browsing else "–",
        _span(found.browsing.n_requests) if found.browsing else "–",
        _times(asked.warm),
        _times(asked.warm_slow),
        _times(found.recount),
        _times(found.recount_slow),
        f"{indexed.cpu / thousands:.2f}",
        f"{indexed.memory - indexed.before:.0f}",
        f"{indexed.memory:.0f}",
        f"{sum(indexed.sizes) / 1e6:.1f}",
        f"{len(indexed.sizes):,}",
    )


def _allowed(budget: Budget, n_practices: int) -> str:
    if isinstance(budget, Mapping):
        budget = next((most for n, most in sorted(budget.items()) if n_practices <= n), None)
    return "" if budget is None else f"{budget:g}"


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
    if 0 < value < 0.05:
        return f"{value:.2f}"
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
