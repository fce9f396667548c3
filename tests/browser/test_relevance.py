"""The judged queries: the right page is among the first three, on the real site and on a large one."""

from __future__ import annotations

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
