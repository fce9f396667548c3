"""The judged queries: the right page is among the first three, on the real site and on a large one."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.bench import collection
from tests.browser.kinds import LANGUAGES, prefix
from tests.browser.queries import generated, judged
from tests.browser.queries.judged import Query
from tests.site.sites import once, run

ENOUGH = 0.95
"""Of the queries must have a right page among the first three."""
MANY = 300
"""Practices of the generated collection; `tests/bench/search.py` takes a thousand."""
_ASK = """async ([tag, queries]) => {
  await komsiluk.load(`${tag}/engine`);
  const index = await komsiluk.index(tag);
  const answers = [];
  for (const query of queries) {
    const found = await index.ask(query);
    const shown = [...found.practices.slice(0, 3), ...found.pages.slice(0, 3)];
    answers.push((await index.cards(shown)).map((card) => card.key));
  }
  return answers;
}"""

MOST_SCRIPTS, MOST_BYTES = 12, 30_000
"""What a first query may load, compressed, of a collection of up to a thousand practices."""
_LOADED = """async ([tag, queries]) => {
  await komsiluk.load(`${tag}/engine`);
  const load = komsiluk.load, loaded = [];
  let names;
  komsiluk.load = (name, again) => { names.add(name); return load(name, again); };
  for (const query of queries) {
    names = new Set();
    // Opened anew, an index asks for everything again; its manifest is in the engine.
    const index = await komsiluk.reindex(tag);
    const found = await index.ask(query);
    const most = Math.min(found.whole || 5, 5);
    await index.cards([...found.practices.slice(0, most), ...found.pages.slice(0, 3)]);
    loaded.push([...names].map((name) => name === `${tag}/m` ? `${tag}/engine` : name).filter((name) => name !== "keys"));
  }
  return loaded;
}"""


@pytest.fixture(scope="session")
def large(workshop: Path) -> Path:
    """A generated collection, built without pictures."""

    def made(to: Path) -> None:
        collection.write(MANY, LANGUAGES, to)
        run("komsiluk", "build", cwd=to)

    return once(workshop / "large", made)


def missed(browser: Browser, site: Path, language: str, queries: Sequence[Query]) -> list[str]:
    """The queries without a right page among the first three, with what came instead; from `file://`."""
    page = browser.new_page()
    page.goto((site / prefix(language) / "practices/index.html").as_uri())
    answers = page.evaluate(_ASK, [language, [query.text for query in queries]])
    page.close()
    return [
        f"{query.text} ({query.sort}): {found}"
        for query, found in zip(queries, answers, strict=True)
        if not wanted(query) & set(found)
    ]


def wanted(query: Query) -> set[str]:
    """The keys of the pages that are right."""
    return {key for id in query.expected for key in (id, f"practices/{id}")}


@pytest.mark.parametrize("half", ["tuned", "held"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_right_practice_is_among_the_first_three(
    browser: Browser, built: Path, language: str, half: str
) -> None:
    queries = getattr(judged.read(language), half)
    misses = missed(browser, built, language, queries)
    assert len(misses) <= (1 - ENOUGH) * len(queries), "\n".join(misses)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_holds_among_many(browser: Browser, large: Path, language: str) -> None:
    queries = generated.queries(large, language)
    misses = missed(browser, large / "site", language, queries)
    assert len(misses) <= (1 - ENOUGH) * len(queries), "\n".join(misses)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_query_loads_few_and_small_scripts(
    browser: Browser, large: Path, language: str
) -> None:
    site = large / "site"
    queries = [query.text for query in generated.queries(large, language)]
    page = browser.new_page()
    page.goto((site / prefix(language) / "practices/index.html").as_uri())
    loaded = page.evaluate(_LOADED, [language, queries])
    page.close()
    for query, names in zip(queries, loaded, strict=True):
        n_bytes = sum(_packed(site / "search" / f"{name}.js") for name in names)
        assert len(names) <= MOST_SCRIPTS, (query, names)
        assert n_bytes <= MOST_BYTES, (query, n_bytes, names)
        assert f"{language}/engine" in names


def _packed(file: Path) -> int:
    """Bytes as a host sends them."""
    return len(gzip.compress(file.read_bytes(), 6))
