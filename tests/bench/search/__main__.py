"""A thousand practices in four languages to how well and how cheaply they are found.

    python -m tests.bench.search --practices 1000 --languages en,sr-Latn,mk,sq

writes `docs/developers/benchmarks-search.md`: our search beside Pagefind and Material's own.
"""

from __future__ import annotations

import argparse
import contextlib
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Browser, Error, sync_playwright

from tests.bench.collection import ROOT
from tests.bench.search import asking, kitchens, lighthouse, page
from tests.bench.search.asking import Fetched, Searcher
from tests.bench.search.kitchens import Indexed
from tests.bench.search.packed import Site, packed, serving
from tests.bench.search.page import Asked, Measured, Relevance, Told
from tests.browser import kinds
from tests.browser.chromium import executable, launch
from tests.browser.queries import generated, judged
from tests.browser.queries.judged import Query

N_FIRST = 8
"""First queries of each language."""
N_SLOW = 2
"""Of them, how many are asked over 3G."""
_TOO_MUCH = 1_000_000
"""Bytes of a first query that nobody waits for over 3G."""


def main(arguments: Sequence[str] = ()) -> None:
    """Measure as the arguments of the command say; without any, as `make bench` does."""
    asked = _parser().parse_args(list(arguments))
    languages = asked.languages.split(",")
    left_out: list[str] = []
    with contextlib.ExitStack() as stack:
        place = tempfile.TemporaryDirectory(prefix="komsiluk-search-")
        folder = Path(stack.enter_context(place))
        browser = launch(stack.enter_context(sync_playwright()).chromium)
        stack.callback(browser.close)
        _tell(f"writing {asked.practices} practices in {len(languages)} languages")
        kitchens.write(asked.practices, languages, folder, rival="material" in asked.only)
        queries = {tag: generated.queries(folder / "ours", tag) for tag in languages}
        measured = list(_measure(browser, folder, languages, queries, left_out, asked.only))
        _tell("the real site")
        kitchens.real(folder / "real")
        real = folder / "real" / "site"
        told = Told(
            n_practices=asked.practices,
            languages=languages,
            n_queries={tag: len(found) for tag, found in queries.items()},
            measured=measured,
            left_out=left_out,
            real=_real(browser, real),
            rivals=dict(_rivals(browser, folder, asked.only)),
            lighthouse=_lighthouse(browser, real, asked.lighthouse_rounds, left_out),
        )
    asked.output.mkdir(parents=True, exist_ok=True)
    written = page.page(told)
    (asked.output / "benchmarks-search.md").write_text(written, "utf-8")
    print(written)


def _measure(
    browser: Browser,
    folder: Path,
    languages: Sequence[str],
    queries: Mapping[str, Sequence[Query]],
    left_out: list[str],
    only: Sequence[str],
) -> Iterator[Measured]:
    indexed = kitchens.ours(folder / "ours", languages)
    with serving(folder / "ours" / "site") as site:
        _tell(f"Komšiluk: {indexed.cpu:.1f} s of CPU for its index")
        yield _ours(browser, site, indexed, folder, languages, queries)
    if "pagefind" in only:
        if kitchens.pagefind_binary() is None:
            left_out.append("Pagefind, because it is not installed (pip install pagefind_bin)")
        else:
            indexed = kitchens.pagefind(folder / "ours")
            with serving(folder / "ours" / "site") as site:
                _tell(f"Pagefind: {indexed.cpu:.1f} s of CPU for its index")
                found = _asked(browser, asking.pagefind(site), indexed, languages, queries)
                yield Measured(asked=found, idle={})
    if "material" in only:
        indexed = kitchens.plain(folder / "material")
        _tell(f"Material: {indexed.cpu:.1f} s of CPU for its index")
        root = folder / "material" / "site"
        worker = next(root.glob("assets/javascripts/workers/search.*.min.js"))
        idle = {
            "search/search_index.json": len(packed(root / "search" / "search_index.json")),
            worker.name: len(packed(worker)),
        }
        with serving(root) as site:
            searcher = asking.material(site, f"/{worker.relative_to(root).as_posix()}")
            try:
                found = _mixed(browser, searcher, indexed, languages, queries)
                yield Measured(asked=found, idle=idle)
            except Error as error:
                left_out.append(
                    f"Material, because its worker gave up on {idle['search/search_index.json']:,} "
                    f"bytes of index ({str(error).splitlines()[0]})"
                )


def _ours(
    browser: Browser,
    site: Site,
    indexed: Indexed,
    folder: Path,
    languages: Sequence[str],
    queries: Mapping[str, Sequence[Query]],
) -> Measured:
    found = _asked(browser, asking.ours(site), indexed, languages, queries)
    practice = next((folder / "ours" / "site" / "practices").glob("*-*/index.html")).parent.name
    idle = {
        path: size
        for path, size in asking.unasked(browser, site, f"practices/{practice}/").items()
        if path.startswith("/search/") or path.endswith("/site.js")
    }
    return Measured(
        asked=found,
        idle=idle,
        browsing=asking.filtering(browser, site, ""),
        recount=asking.recounts(browser, site, "", slow=False),
        recount_slow=asking.recounts(browser, site, "", slow=True),
    )


def _asked(
    browser: Browser,
    searcher: Searcher,
    indexed: Indexed,
    languages: Sequence[str],
    queries: Mapping[str, Sequence[Query]],
) -> Asked:
    """Everything that is asked of who has an index for each language."""
    right: dict[str, Relevance] = {}
    warm: list[float] = []
    slow: list[float] = []
    seconds: list[float] = []
    n_bytes: list[int] = []
    n_requests: list[int] = []
    for tag in languages:
        prefix = _prefix(tag, languages)
        texts = [query.text for query in queries[tag]]
        visit = asking.visit(browser, searcher, tag, prefix, texts)
        warm += visit.warm
        slow += visit.warm_slow
        right[tag] = _relevance(queries[tag], visit.answers, prefix, languages)
        some = texts[:: max(len(texts) // N_FIRST, 1)][:N_FIRST]
        first = asking.first_queries(browser, searcher, tag, prefix, some)
        n_bytes += first.n_bytes
        n_requests += first.n_requests
        seconds += asking.first_seconds(browser, searcher, tag, prefix, some[:N_SLOW])
        _tell(f"  {tag}: {right[tag].n_right} of {right[tag].n} found")
    return Asked(
        label=searcher.label,
        indexed=indexed,
        relevance=right,
        first=Fetched(n_bytes=n_bytes, n_requests=n_requests),
        first_seconds=seconds,
        warm=warm,
        warm_slow=slow,
    )


def _mixed(
    browser: Browser,
    searcher: Searcher,
    indexed: Indexed,
    languages: Sequence[str],
    queries: Mapping[str, Sequence[Query]],
) -> Asked:
    """Everything that is asked of who has one index for all languages, which is opened once."""
    searcher.site.asked.clear()
    texts = [query.text for tag in languages for query in queries[tag]]
    visit = asking.visit(browser, searcher, languages[0], "", texts)
    fetched = [size for path, size in searcher.site.asked if path.startswith(searcher.folders)]
    right, start = {}, 0
    for tag in languages:
        end = start + len(queries[tag])
        prefix = _prefix(tag, languages)
        right[tag] = _relevance(queries[tag], visit.answers[start:end], prefix, languages)
        start = end
        _tell(f"  {tag}: {right[tag].n_right} of {right[tag].n} found")
    slow = []
    if sum(fetched) < _TOO_MUCH:
        slow = asking.first_seconds(browser, searcher, languages[0], "", texts[:1])
    return Asked(
        label=searcher.label,
        indexed=indexed,
        relevance=right,
        first=Fetched(n_bytes=[sum(fetched)], n_requests=[len(fetched)]),
        first_seconds=slow,
        warm=visit.warm,
        warm_slow=visit.warm_slow,
    )


def _real(browser: Browser, folder: Path) -> Mapping[str, Mapping[str, Relevance]]:
    """How many judged queries our search answers on the real site, by half and language."""
    found: dict[str, dict[str, Relevance]] = {"tuned": {}, "held": {}}
    with serving(folder) as site:
        for tag in kinds.LANGUAGES:
            whole = judged.read(tag)
            queries = [*whole.tuned, *whole.held]
            answers = _answers(browser, asking.ours(site), tag, kinds.prefix(tag), queries)
            n = len(whole.tuned)
            prefix = kinds.prefix(tag)
            found["tuned"][tag] = _relevance(whole.tuned, answers[:n], prefix, kinds.LANGUAGES)
            found["held"][tag] = _relevance(whole.held, answers[n:], prefix, kinds.LANGUAGES)
    return found


def _rivals(
    browser: Browser, folder: Path, only: Sequence[str]
) -> Iterator[tuple[str, Mapping[str, Relevance]]]:
    """How many of the judged queries that a practice answers everybody answers on the real site."""
    site_folder = folder / "real" / "site"
    practical = {tag: list(_practical(tag)) for tag in kinds.LANGUAGES}
    if "pagefind" in only and kitchens.pagefind_binary() is not None:
        kitchens.pagefind(folder / "real")
    with serving(site_folder) as site:
        yield "Komšiluk", _everywhere(browser, asking.ours(site), practical)
        if (site_folder / "pagefind").is_dir():
            yield "Pagefind", _everywhere(browser, asking.pagefind(site), practical)
    if "material" in only:
        kitchens.write_real(kinds.LANGUAGES, folder / "real-material")
        kitchens.plain(folder / "real-material")
        root = folder / "real-material" / "site"
        worker = next(root.glob("assets/javascripts/workers/search.*.min.js"))
        with serving(root) as site:
            searcher = asking.material(site, f"/{worker.relative_to(root).as_posix()}")
            yield "Material", _everywhere(browser, searcher, practical)


def _practical(tag: str) -> Iterator[Query]:
    """The judged queries of a language to which a practice is a right answer."""
    whole = judged.read(tag)
    for query in (*whole.tuned, *whole.held):
        if any((ROOT / "practices" / id / "practice.yml").is_file() for id in query.expected):
            yield query


def _everywhere(
    browser: Browser, searcher: Searcher, queries: Mapping[str, Sequence[Query]]
) -> Mapping[str, Relevance]:
    found = {}
    for tag, asked in queries.items():
        prefix = kinds.prefix(tag)
        answers = _answers(browser, searcher, tag, prefix, asked)
        found[tag] = _relevance(asked, answers, prefix, kinds.LANGUAGES)
    return found


def _answers(
    browser: Browser, searcher: Searcher, tag: str, prefix: str, queries: Sequence[Query]
) -> Sequence[Sequence[str]]:
    return asking.visit(browser, searcher, tag, prefix, [query.text for query in queries]).answers


def _lighthouse(
    browser: Browser, folder: Path, rounds: int, left_out: list[str]
) -> list[lighthouse.Judged]:
    if not rounds:
        return []
    if reason := lighthouse.missing():
        left_out.append(f"Lighthouse, because {reason}")
        return []
    practice = kinds.kinds(folder)["practice"]
    paths = {"home": "", "browse": "practices/", "practice": practice, "map": "map/"}
    chromium = executable(Path(browser.browser_type.executable_path))
    found = []
    with serving(folder) as site:
        for name, path in paths.items():
            found.append(lighthouse.judge(name, f"{site.root}{path}", rounds, chromium))
            _tell(f"Lighthouse: {name} {found[-1].scores}")
    return found


def _relevance(
    queries: Sequence[Query],
    answers: Sequence[Sequence[str]],
    prefix: str,
    languages: Sequence[str],
) -> Relevance:
    others = [other for tag in languages if (other := _prefix(tag, languages)) != prefix]
    return Relevance(
        n_right=asking.n_right(queries, answers, prefix, others),
        n=len(queries),
        n_empty=sum(not found for found in answers),
    )


def _prefix(tag: str, languages: Sequence[str]) -> str:
    return "" if tag == languages[0] else f"{tag}/"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--practices", type=int, default=1000)
    parser.add_argument("--languages", default="en,sr-Latn,mk,sq", help="BCP 47 tags, with commas")
    parser.add_argument(
        "--only",
        type=lambda told: told.split(","),
        default=("pagefind", "material"),
        help="who is measured beside us, of pagefind, material; none for nobody",
    )
    parser.add_argument("--lighthouse-rounds", type=int, default=3, help="0 for none")
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "developers")
    return parser


def _tell(sentence: str) -> None:
    print(sentence, flush=True)


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
