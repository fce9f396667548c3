"""Somebody who can be asked and all queries to what is told of them: right pages, bytes, requests, times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from playwright.sync_api import Browser

from tests.bench.search import asking
from tests.bench.search.asking import Fetched, Searcher
from tests.bench.search.kitchens import Indexed
from tests.bench.search.page import Asked, Relevance
from tests.browser.queries.judged import Query

N_FIRST = 16
"""First queries of each language."""
N_SLOW = 2
"""Of them, how many are asked over 3G."""
_TOO_MUCH = 1_000_000
"""Bytes of a first query that nobody waits for over 3G."""
Queries = Mapping[str, Sequence[Query]]
"""By language."""


def by_language(
    browser: Browser,
    searcher: Searcher,
    indexed: Indexed,
    languages: Sequence[str],
    queries: Queries,
) -> Asked:
    """Everything that is asked of who has an index for each language."""
    right: dict[str, Relevance] = {}
    warm: list[float] = []
    slow: list[float] = []
    opening: list[float] = []
    seconds: list[float] = []
    n_bytes: list[int] = []
    n_requests: list[int] = []
    for tag in languages:
        prefix = prefix_of(tag, languages)
        texts = [query.text for query in queries[tag]]
        visit = asking.visit(browser, searcher, tag, prefix, texts)
        opening.append(visit.opening)
        warm += visit.warm
        slow += visit.warm_slow
        right[tag] = relevance(queries[tag], visit.answers, prefix, languages)
        some = texts[:: max(len(texts) // N_FIRST, 1)][:N_FIRST]
        first = asking.first_queries(browser, searcher, tag, prefix, some)
        n_bytes += first.n_bytes
        n_requests += first.n_requests
        seconds += asking.first_seconds(browser, searcher, tag, prefix, some[:N_SLOW])
        print(f"  {tag}: {right[tag].n_right} of {right[tag].n} found", flush=True)
    return Asked(
        label=searcher.label,
        indexed=indexed,
        relevance=right,
        opening=opening,
        first=Fetched(n_bytes=n_bytes, n_requests=n_requests),
        first_seconds=seconds,
        warm=warm,
        warm_slow=slow,
    )


def at_once(
    browser: Browser,
    searcher: Searcher,
    indexed: Indexed,
    languages: Sequence[str],
    queries: Queries,
) -> Asked:
    """Everything that is asked of who has one index for all languages, which is opened once."""
    searcher.site.asked.clear()
    texts = [query.text for tag in languages for query in queries[tag]]
    visit = asking.visit(browser, searcher, languages[0], "", texts)
    fetched = [size for path, size in searcher.site.asked if path.startswith(searcher.folders)]
    right, start = {}, 0
    for tag in languages:
        end = start + len(queries[tag])
        prefix = prefix_of(tag, languages)
        right[tag] = relevance(queries[tag], visit.answers[start:end], prefix, languages)
        start = end
        print(f"  {tag}: {right[tag].n_right} of {right[tag].n} found", flush=True)
    slow = []
    if sum(fetched) < _TOO_MUCH:
        slow = asking.first_seconds(browser, searcher, languages[0], "", texts[:1])
    return Asked(
        label=searcher.label,
        indexed=indexed,
        relevance=right,
        opening=[visit.opening],
        first=Fetched(n_bytes=[sum(fetched)], n_requests=[len(fetched)]),
        first_seconds=slow,
        warm=visit.warm,
        warm_slow=visit.warm_slow,
    )


def relevance(
    queries: Sequence[Query],
    answers: Sequence[Sequence[str]],
    prefix: str,
    languages: Sequence[str],
) -> Relevance:
    """How many queries of a language have a right page; `prefix` is that of its addresses."""
    others = [other for tag in languages if (other := prefix_of(tag, languages)) != prefix]
    return Relevance(
        n_right=asking.n_right(queries, answers, prefix, others),
        n=len(queries),
        n_empty=sum(not found for found in answers),
    )


def prefix_of(tag: str, languages: Sequence[str]) -> str:
    """How addresses of a language begin; the first one has the root."""
    return "" if tag == languages[0] else f"{tag}/"
