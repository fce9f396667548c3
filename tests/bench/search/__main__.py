"""A thousand and ten thousand practices to how well and how cheaply they are found.

    python -m tests.bench.search --practices 1000 --languages en,sr-Latn,mk,sq

writes `docs/developers/benchmarks-search.md`: our search beside Pagefind and Material's own, which
are measured with the smallest number of practices only.
"""

from __future__ import annotations

import argparse
import contextlib
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Browser, Error, sync_playwright

from tests.bench.collection import ROOT
from tests.bench.search import asking, kitchens, lighthouse, page, visits
from tests.bench.search.asking import Searcher
from tests.bench.search.kitchens import Indexed
from tests.bench.search.packed import Site, packed, serving
from tests.bench.search.page import Measured, Relevance, Size, Told
from tests.bench.search.visits import Queries
from tests.browser import kinds
from tests.browser.chromium import executable, launch
from tests.browser.queries import generated, judged
from tests.browser.queries.judged import Query

MEMORY = Path("/dev/shm")
"""Where files are in memory, so that no disk is measured."""
ROOM = 12 << 30
"""Bytes that ten thousand practices in seven languages take there, with what is built beside them."""


def main(arguments: Sequence[str] = ()) -> None:
    """Measure as the arguments of the command say; without any, as `make bench` does."""
    asked = _parser().parse_args(list(arguments))
    languages = asked.languages.split(",")
    left_out: list[str] = []
    with contextlib.ExitStack() as stack:
        home = MEMORY if _has_room() else None
        place = tempfile.TemporaryDirectory(prefix="komsiluk-search-", dir=home)
        folder = Path(stack.enter_context(place))
        browser = launch(stack.enter_context(sync_playwright()).chromium)
        stack.callback(browser.close)
        sizes: list[Size] = []
        for n_practices in sorted(asked.practices):
            only = asked.only if not sizes else ()
            sizes.append(_size(browser, folder, n_practices, languages, only, left_out))
            shutil.rmtree(folder / f"{n_practices}")
        _tell("the real site")
        kitchens.real(folder / "real")
        real = folder / "real" / "site"
        told = Told(
            languages=languages,
            sizes=sizes,
            left_out=left_out,
            real=_real(browser, real),
            rivals=dict(_rivals(browser, folder, asked.only)),
            lighthouse=_lighthouse(browser, real, asked.lighthouse_rounds, left_out),
        )
    asked.output.mkdir(parents=True, exist_ok=True)
    written = page.page(told)
    (asked.output / "benchmarks-search.md").write_text(written, "utf-8")
    print(written)


def _size(
    browser: Browser,
    place: Path,
    n_practices: int,
    languages: Sequence[str],
    only: Sequence[str],
    left_out: list[str],
) -> Size:
    """What so many practices cost us, and those who are wanted beside us."""
    folder = place / f"{n_practices}"
    _tell(f"writing {n_practices} practices in {len(languages)} languages")
    kitchens.write(n_practices, languages, folder, rival="material" in only)
    queries = {tag: generated.queries(folder / "ours", tag) for tag in languages}
    return Size(
        n_practices=n_practices,
        n_queries=sum(map(len, queries.values())),
        measured=list(_measure(browser, folder, languages, queries, left_out, only)),
    )


def _measure(
    browser: Browser,
    folder: Path,
    languages: Sequence[str],
    queries: Queries,
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
                searcher = asking.pagefind(site)
                found = visits.by_language(browser, searcher, indexed, languages, queries)
                yield Measured(asked=found, idle={})
    if "material" in only:
        yield from _material(browser, folder / "material", languages, queries, left_out)


def _material(
    browser: Browser,
    folder: Path,
    languages: Sequence[str],
    queries: Queries,
    left_out: list[str],
) -> Iterator[Measured]:
    indexed = kitchens.plain(folder)
    _tell(f"Material: {indexed.cpu:.1f} s of CPU for its index")
    root = folder / "site"
    worker, script = _worker(root)
    idle = {
        "search/search_index.json": len(packed(root / "search" / "search_index.json")),
        worker.name: len(packed(worker)),
    }
    with serving(root) as site:
        try:
            searcher = asking.material(site, script)
            found = visits.at_once(browser, searcher, indexed, languages, queries)
            yield Measured(asked=found, idle=idle)
        except Error as error:
            left_out.append(
                f"Material, because its worker gave up on {idle['search/search_index.json']:,} "
                f"bytes of index ({str(error).splitlines()[0]})"
            )


def _worker(root: Path) -> tuple[Path, str]:
    """The script of Material's worker, and its address."""
    worker = next(root.glob("assets/javascripts/workers/search.*.min.js"))
    return worker, f"/{worker.relative_to(root).as_posix()}"


def _ours(
    browser: Browser,
    site: Site,
    indexed: Indexed,
    folder: Path,
    languages: Sequence[str],
    queries: Queries,
) -> Measured:
    found = visits.by_language(browser, asking.ours(site), indexed, languages, queries)
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
            found["tuned"][tag] = visits.relevance(
                whole.tuned, answers[:n], prefix, kinds.LANGUAGES
            )
            found["held"][tag] = visits.relevance(whole.held, answers[n:], prefix, kinds.LANGUAGES)
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
        with serving(root) as site:
            searcher = asking.material(site, _worker(root)[1])
            yield "Material", _everywhere(browser, searcher, practical)


def _practical(tag: str) -> Iterator[Query]:
    """The judged queries of a language to which a practice is a right answer."""
    whole = judged.read(tag)
    for query in (*whole.tuned, *whole.held):
        if any((ROOT / "practices" / id / "practice.yml").is_file() for id in query.expected):
            yield query


def _everywhere(browser: Browser, searcher: Searcher, queries: Queries) -> Mapping[str, Relevance]:
    found = {}
    for tag, asked in queries.items():
        prefix = kinds.prefix(tag)
        answers = _answers(browser, searcher, tag, prefix, asked)
        found[tag] = visits.relevance(asked, answers, prefix, kinds.LANGUAGES)
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


def _has_room() -> bool:
    return MEMORY.is_dir() and shutil.disk_usage(MEMORY).free >= ROOM


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--practices",
        type=lambda told: [int(size) for size in told.split(",")],
        default=(1000, 10_000),
        help="how many there are, with commas",
    )
    parser.add_argument(
        "--languages", default=",".join(kinds.LANGUAGES), help="BCP 47 tags, with commas"
    )
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
