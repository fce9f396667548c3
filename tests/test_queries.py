"""Judged queries ask for pages that exist, ask enough in every language, and are always the same."""

from __future__ import annotations

import doctest
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from komsiluk import build
from komsiluk.mkdocs_plugin.config_loader import load_settings
from komsiluk.pages.plan import Plan
from tests.bench import collection
from tests.browser.queries import forms, generated
from tests.browser.queries.judged import CLASSES, FOLDER, read

ROOT = Path(__file__).parents[1]
LANGUAGES = ("en", "sr-Latn", "sr-Cyrl", "bs", "mk", "sq", "de")
CHIEF = CLASSES[:6]
"""The classes that the search is judged by in every language."""
FEWEST, FEWEST_PER_CLASS = 44, 5


@pytest.fixture(scope="module")
def plan() -> Plan:
    return build.pages(build.check(load_settings(ROOT / "mkdocs.yml")))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("queries") / "site"
    collection.write(100, LANGUAGES, folder)
    return folder


@pytest.mark.parametrize("module", [forms, generated])
def test_what_a_docstring_shows_is_so(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0


def test_every_language_of_the_site_is_judged(plan: Plan) -> None:
    assert sorted(file.stem for file in FOLDER.glob("*.yml")) == sorted(plan.languages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_queries_of_each_class(language: str) -> None:
    judged = read(language)
    queries = (*judged.tuned, *judged.held)
    asked = Counter(query.text.casefold() for query in queries)
    of_class = Counter(query.sort for query in queries)
    assert max(asked.values()) == 1, asked.most_common(3)
    assert len(queries) >= FEWEST
    assert sorted(of_class) == sorted(CLASSES)
    assert all(of_class[sort] >= FEWEST_PER_CLASS for sort in CHIEF), of_class


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_held_half_asks_as_the_tuned_one_does(language: str) -> None:
    judged = read(language)
    tuned, held = (Counter(query.sort for query in half) for half in (judged.tuned, judged.held))
    assert all(0 <= tuned[sort] - held[sort] <= 1 for sort in CLASSES), (tuned, held)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_that_is_expected_exists(language: str, plan: Plan) -> None:
    written = {page.stem for page in (ROOT / "docs" / language).glob("*.md")}
    there = plan.collection.practices.keys() | plan.pages.keys(language) | written
    judged = read(language)
    for query in (*judged.tuned, *judged.held):
        assert query.expected, query
        assert set(query.expected) <= there, query
        assert len(set(query.expected)) == len(query.expected), query


def test_the_classes_are_explained() -> None:
    head = (FOLDER / "en.yml").read_text("utf-8").partition("tuned:")[0]
    assert all(f"\n#   {sort} " in head for sort in CLASSES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_generated_collection_gives_queries_on_itself(language: str, site: Path) -> None:
    queries = generated.queries(site, language)
    of_class = Counter(query.sort for query in queries)
    assert all(of_class[sort] >= FEWEST_PER_CLASS for sort in CHIEF), of_class
    assert len({query.text for query in queries}) == len(queries) >= 40
    practices = {file.parent.name for file in site.glob("practices/*/practice.yml")}
    assert all(practices.intersection(query.expected) for query in queries)
    assert generated.queries(site, language) == queries
