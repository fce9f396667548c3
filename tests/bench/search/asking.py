"""Sites that can be searched to what their visitors get: right pages, after how many bytes and how long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from tests.bench.search.packed import Site
from tests.browser.queries.judged import Query

SHOWN = 5
"""Results that our box shows at first."""
TIMED = 40
"""About how many queries are timed."""
THROTTLE = 4
"""How many times slower the page's CPU is made, as a phone's."""

_OURS = """async ([tag]) => {
  await komsiluk.load(`${tag}/engine`);
  const index = await komsiluk.index(tag);
  window.answer = async (query, n) => {
    const found = await index.ask(query);
    const most = Math.min(found.whole || n, n);
    const pages = [...found.practices.slice(0, most), ...found.pages.slice(0, 3)];
    return (await index.cards(pages)).map((card) => card.key);
  };
}"""
_PAGEFIND = """async () => {
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.init();
  window.answer = async (query, n) => {
    const found = await pagefind.search(query);
    const shown = await Promise.all(found.results.slice(0, n).map((result) => result.data()));
    return shown.map((page) => page.url);
  };
}"""
_MATERIAL = """async ([tag, script]) => {
  const PATIENCE = 1_800_000;
  const held = await (await fetch("/search/search_index.json")).json();
  const worker = new Worker(script);
  const say = (type, data) => new Promise((done, lost) => {
    worker.onmessage = (message) => done(message.data.data);
    worker.onerror = (error) => lost(new Error(error.message));
    setTimeout(() => lost(new Error("no answer")), PATIENCE);
    worker.postMessage({ type, data });
  });
  await say(0, { ...held, options: { suggest: false } });
  window.answer = async (query, n) => {
    const found = await say(2, query);
    return found.items.slice(0, n).map(([first]) => `/${first.location.split("#")[0]}`);
  };
}"""
_WARM = """async ([queries, n]) => {
  const spent = [];
  for (const query of queries) {
    await answer(query, n);
    const start = performance.now();
    let times = 0;
    do { await answer(query, n); times++; } while (times < 5 && performance.now() - start < 500);
    spent.push((performance.now() - start) / times);
  }
  return spent;
}"""
_ALL = """async ([queries, n]) => {
  const answers = [];
  for (const query of queries) answers.push(await answer(query, n));
  return answers;
}"""
_RECOUNT = """async () => {
  const form = document.querySelector(".k-choose");
  const flip = (box) => new Promise((done) => {
    const start = performance.now();
    new MutationObserver((seen, self) => { self.disconnect(); done(performance.now() - start); })
      .observe(form, { attributes: true, attributeFilter: ["data-shown"] });
    box.click();
  });
  const boxes = [...form.querySelectorAll("input[type=checkbox]")].filter((box, i) => i % 4 === 0).slice(0, 16);
  const spent = [];
  for (const box of boxes) {
    await flip(box);
    await flip(box);
    spent.push(await flip(box));
    await flip(box);
  }
  return spent;
}"""


@dataclass(frozen=True, kw_only=True)
class Searcher:
    """Somebody who can be asked in the page."""

    label: str
    site: Site
    opening: str
    """Defines `answer(query, n)` in the page, which gives keys or addresses of pages."""
    folders: tuple[str, ...]
    """Paths, as they begin, of what is there for the search only."""
    deep: int
    """How many results hold the first three practices and the first three other pages."""
    script: str = ""
    """The address of its worker."""


@dataclass(frozen=True, kw_only=True)
class Visit:
    """What queries got, and what they take when all that they need is there."""

    answers: Sequence[Sequence[str]]
    """Keys or addresses for each query, best first."""
    opening: float
    """Seconds until the first query can be asked, with no network in the way."""
    warm: Sequence[float]
    """Milliseconds for each of about `TIMED` queries, results included."""
    warm_slow: Sequence[float]
    """The same with a slow CPU."""


@dataclass(frozen=True, kw_only=True)
class Fetched:
    """What was fetched with an empty cache, each time."""

    n_bytes: Sequence[int]
    n_requests: Sequence[int]


def ours(site: Site) -> Searcher:
    """Our search."""
    return Searcher(label="Komšiluk", site=site, opening=_OURS, folders=("/search/",), deep=3)


def pagefind(site: Site) -> Searcher:
    """Pagefind, on our pages."""
    return Searcher(
        label="Pagefind", site=site, opening=_PAGEFIND, folders=("/pagefind/",), deep=40
    )


def material(site: Site, script: str) -> Searcher:
    """Material's search, whose worker is `script`."""
    return Searcher(
        label="Material",
        site=site,
        opening=_MATERIAL,
        folders=("/search/", "/assets/javascripts/workers/", "/assets/javascripts/lunr/"),
        deep=200,
        script=script,
    )


def visit(
    browser: Browser, searcher: Searcher, tag: str, prefix: str, queries: Sequence[str]
) -> Visit:
    """Ask everything in one page: once for the answers, then again for the time that it takes."""
    with _page(browser, searcher.site, prefix) as page:
        opening = page.evaluate(
            f"async (asked) => {{ const start = performance.now(); await ({searcher.opening})(asked); "
            "return (performance.now() - start) / 1000; }",
            [tag, searcher.script],
        )
        found = page.evaluate(_ALL, [list(queries), searcher.deep])
        timed = [list(queries[:: max(len(queries) // TIMED, 1)]), SHOWN]
        quick = page.evaluate(_WARM, timed)
        slow_down(page)
        slowly = page.evaluate(_WARM, timed)
        return Visit(answers=found, opening=opening, warm=quick, warm_slow=slowly)


def n_right(
    queries: Sequence[Query], found: Sequence[Sequence[str]], prefix: str, others: Iterable[str]
) -> int:
    """How many queries have a right page among the first three practices or other pages.

    `prefix` is that of the reader's language; pages below those of `others` are not theirs.
    """
    foreign = tuple(f"/{other}" for other in others if other)
    n = 0
    for query, pages in zip(queries, found, strict=True):
        keys = [_key(page, prefix, foreign) for page in pages]
        practices = [key for key in keys if key.startswith("practices/")][:3]
        rest = [key for key in keys if not key.startswith("practices/")][:3]
        wanted = {key for id in query.expected for key in (id, f"practices/{id}")}
        n += bool(wanted & {*practices, *rest})
    return n


def first_queries(
    browser: Browser, searcher: Searcher, tag: str, prefix: str, queries: Iterable[str]
) -> Fetched:
    """What each query takes of somebody who has not searched before, results included."""
    sizes, requests = [], []
    for query in queries:
        searcher.site.asked.clear()
        with _page(browser, searcher.site, prefix) as page:
            page.evaluate(searcher.opening, [tag, searcher.script])
            page.evaluate(_ALL, [[query], SHOWN])
        found = [size for path, size in searcher.site.asked if path.startswith(searcher.folders)]
        sizes.append(sum(found))
        requests.append(len(found))
    return Fetched(n_bytes=sizes, n_requests=requests)


def first_seconds(
    browser: Browser, searcher: Searcher, tag: str, prefix: str, queries: Iterable[str]
) -> list[float]:
    """Seconds over 3G, with a slow CPU, until a first query is answered."""
    spent = []
    for query in queries:
        with _page(browser, searcher.site, prefix) as page:
            slow_down(page)
            searcher.site.is_slow = True
            try:
                opening = f"({searcher.opening})(asked[0])"
                spent.append(
                    page.evaluate(
                        f"async (asked) => {{ const start = performance.now(); await {opening}; "
                        "await answer(asked[1], asked[2]); return performance.now() - start; }",
                        [[tag, searcher.script], query, SHOWN],
                    )
                    / 1000
                )
            finally:
                searcher.site.is_slow = False
    return spent


def filtering(browser: Browser, site: Site, prefix: str, *, n: int = 8) -> Fetched:
    """What ticking one box of the list of practices takes of data and of the script that does it."""
    sizes, requests = [], []
    for place in range(n):
        site.asked.clear()
        with _page(browser, site, f"{prefix}practices/") as page:
            page.wait_for_function("document.querySelector('.k-choose:not([hidden])')")
            page.evaluate(
                "(n) => document.querySelectorAll('.k-choose input[type=checkbox]')[n].click()",
                place * 5,
            )
            page.wait_for_function("document.querySelector('.k-choose').dataset.shown > 1")
        found = [
            size
            for path, size in site.asked
            if path.startswith("/search/") or path.endswith(("/browse.js", "/facets.js"))
        ]
        sizes.append(sum(found))
        requests.append(len(found))
    return Fetched(n_bytes=sizes, n_requests=requests)


def recounts(browser: Browser, site: Site, prefix: str, *, slow: bool) -> list[float]:
    """Milliseconds from a tick to new counts and cards, what is needed for them being there."""
    with _page(browser, site, f"{prefix}practices/") as page:
        page.wait_for_function("document.querySelector('.k-choose:not([hidden])')")
        if slow:
            slow_down(page)
        found: list[float] = page.evaluate(_RECOUNT)
        return found


def unasked(browser: Browser, site: Site, path: str) -> Mapping[str, int]:
    """The scripts and data, with their bytes, that a page asks for of its own accord."""
    site.asked.clear()
    with _page(browser, site, path) as page:
        page.wait_for_timeout(500)
    return {path: size for path, size in site.asked if path.endswith((".js", ".json"))}


def slow_down(page: Page) -> None:
    """Give the page's own thread a phone's CPU; workers stay as they are."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})


@contextmanager
def _page(browser: Browser, site: Site, path: str) -> Iterator[Page]:
    """A page in a browser that has seen nothing before; what it still fetches is awaited."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    try:
        page = context.new_page()
        page.goto(f"{site.root}{path}", wait_until="networkidle")
        yield page
    finally:
        context.close()


def _key(page: str, prefix: str, foreign: tuple[str, ...]) -> str:
    """The key of a page from its address; of a page in another language one that nobody wants."""
    if not page.startswith("/"):
        return page
    path = urlsplit(page).path
    if path.startswith(foreign) or not path.startswith(f"/{prefix}"):
        return "practices/?" if "/practices/" in path else "?"
    return path.removeprefix(f"/{prefix}").strip("/")
