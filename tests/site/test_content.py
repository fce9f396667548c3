"""The real content: complete where it says so, and the same in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from komsiluk import build
from komsiluk.build import Checked
from komsiluk.languages import language
from komsiluk.languages.phrases import shipped_phrases
from komsiluk.mkdocs_plugin.config_loader import load_settings
from komsiluk.model.practice import Practice
from komsiluk.model.records import Organisation, Place, Project, Source, VocabularyConcept
from komsiluk.model.walk import records, texts
from komsiluk.model.words import Phrase, Words
from komsiluk.pages.localized_texts import LocalizedTexts
from komsiluk.text.pages import transliterate_page
from tests.site.sites import ROOT, SMALL

LANGUAGES = ("en", "sr-Latn", "sr-Cyrl", "bs", "mk", "sq", "de")
SHOWPIECES = ("embroidery-course", "good-neighbor-clubs", "utociste-social-bakery")
PLURALS = {
    "en": {"one", "other"},
    "sr-Latn": {"one", "few", "other"},
    "sr-Cyrl": {"one", "few", "other"},
    "bs": {"one", "few", "other"},
    "mk": {"one", "other"},
    "sq": {"one", "other"},
    "de": {"one", "other"},
}
"""The plural categories of whole numbers (Unicode CLDR 47, plurals.xml)."""


def _pages(folder: Path) -> list[str]:
    """The hand-written pages of a language, by their paths in its folder."""
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.md"))


PAGES = _pages(ROOT / "docs" / "en")
_HEADING = re.compile(r"^(#+) ", re.MULTILINE)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```(\w*)$", re.MULTILINE)
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


@pytest.fixture(scope="module")
def checked() -> Checked:
    """The real site as `komsiluk check` sees it."""
    return build.check(load_settings(ROOT / "mkdocs.yml"))


@pytest.fixture(scope="module")
def small() -> Checked:
    """The small site."""
    return build.check(load_settings(SMALL / "mkdocs.yml"))


def test_the_checker_has_nothing_to_say(checked: Checked, small: Checked) -> None:
    assert checked.diagnostics == ()
    assert small.diagnostics == ()


def test_the_site_speaks_its_seven_languages(checked: Checked) -> None:
    assert tuple(checked.words) == LANGUAGES


@pytest.mark.parametrize("tag", LANGUAGES[1:])
@pytest.mark.parametrize("practice_id", SHOWPIECES)
def test_three_practices_are_complete_in_every_language(
    checked: Checked, practice_id: str, tag: str
) -> None:
    collection = checked.loaded.collection
    practice, translations = collection.practices[practice_id], collection.translations[practice_id]
    assert set(translations[tag].texts) == set(texts(practice))
    localized = LocalizedTexts(record=practice, language=tag, translation=translations[tag])
    assert localized.count_behind() == (0, 0)
    assert set(localized.current) == set(texts(practice))


@pytest.mark.parametrize("tag", LANGUAGES[1:])
def test_handwritten_pages_are_the_same_in_every_language(tag: str) -> None:
    assert len(PAGES) == 8
    assert _pages(ROOT / "docs" / tag) == PAGES
    for name in PAGES:
        assert _shape(ROOT / "docs" / tag / name) == _shape(ROOT / "docs" / "en" / name), name


@pytest.mark.parametrize("tag", LANGUAGES[1:])
def test_handwritten_pages_have_titles_of_their_own_and_say_who_translated(tag: str) -> None:
    for name in PAGES:
        original, found = _head(ROOT / "docs" / "en" / name), _head(ROOT / "docs" / tag / name)
        assert found["title"] != original["title"], name
        assert found["description"] != original["description"], name
        assert found["translation"] == "machine", name
        assert found.get("template") == original.get("template"), name


@pytest.mark.parametrize("source", [ROOT, SMALL], ids=["real", "small"])
def test_the_cyrillic_pages_are_the_latin_ones_in_the_other_script(source: Path) -> None:
    latin, cyrillic = source / "docs/sr-Latn", source / "docs/sr-Cyrl"
    assert _pages(latin) == _pages(cyrillic)
    for name in _pages(latin):
        expected = transliterate_page((latin / name).read_text("utf-8"), "sr-Latn", "sr-Cyrl")
        assert (cyrillic / name).read_text("utf-8") == expected, (
            "run: komsiluk transliterate docs/sr-Latn docs/sr-Cyrl"
        )


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_phrase_of_the_interface_is_there_with_its_blanks(checked: Checked, tag: str) -> None:
    english, spoken = checked.words["en"].phrases, checked.words[tag].phrases
    assert set(spoken) == set(english)
    assert tag == "sr-Cyrl" or set(shipped_phrases(tag)) == set(english)
    for key, phrase in english.items():
        (wanted, *others) = {_blanks(form) for form in _forms(phrase)}
        assert not others, key
        assert {_blanks(form) for form in _forms(spoken[key])} == {wanted}, key


@pytest.mark.parametrize("tag", LANGUAGES)
def test_phrases_with_a_number_have_the_plural_forms_of_their_language(
    checked: Checked, tag: str
) -> None:
    assert {language(tag).locale.plural_form(number) for number in range(1000)} == PLURALS[tag]
    phrases = checked.words[tag].phrases
    counted = [key for key, phrase in shipped_phrases("en").items() if not isinstance(phrase, str)]
    assert counted
    for key in counted:
        assert set(phrases[key]) == PLURALS[tag], key


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", ["1 practice", "2 practices", "5 practices", "21 practices"]),
        ("sr-Latn", ["1 praksa", "2 prakse", "5 praksi", "21 praksa"]),
        ("sr-Cyrl", ["1 пракса", "2 праксе", "5 пракси", "21 пракса"]),
    ],
)
def test_practices_are_counted_as_people_count(
    checked: Checked, tag: str, expected: list[str]
) -> None:
    words: Words = checked.words[tag]
    assert [words.count("count.practices", number) for number in (1, 2, 5, 21)] == expected


@pytest.mark.parametrize("tag", [tag for tag in LANGUAGES if tag != "sr-Cyrl"])
def test_everything_that_has_labels_has_one_in_every_language(checked: Checked, tag: str) -> None:
    """Serbian in Cyrillic is transliterated; a country's name comes from the Unicode CLDR."""
    collection = checked.loaded.collection
    missing = []
    for vocabulary_id, vocabulary in collection.vocabularies.items():
        missing += [vocabulary_id] if tag not in vocabulary.title else []
        for concept in vocabulary.concepts:
            for labels in (concept.label, concept.definition):
                missing += [f"{vocabulary_id}/{concept.id}"] if labels and tag not in labels else []
    for place_id, place in collection.places.items():
        missing += [place_id] if place.kind != "country" and tag not in place.name else []
    told: list[Project | Organisation] = [
        *collection.projects.values(),
        *collection.organisations.values(),
    ]
    missing += [record.name for record in told if tag not in record.description]
    assert not missing


def test_the_small_site_uses_every_field_of_the_model(small: Checked) -> None:
    """So that what is drawn of it, and checked of it here, is everything that can be written."""
    collection = small.loaded.collection
    held: list[BaseModel] = [
        found for p in collection.practices.values() for _, found in records(p)
    ]
    for kind in (
        collection.places,
        collection.organisations,
        collection.projects,
        collection.sources,
    ):
        held += kind.values()
    held += [
        concept
        for vocabulary in collection.vocabularies.values()
        for concept in vocabulary.concepts
    ]
    used = {(type(record), name) for record in held for name, value in record if value}
    known = {type(record) for record in held}
    assert {Practice, Place, Organisation, Project, Source, VocabularyConcept} <= known
    unused = {
        f"{model.__name__}.{name}"
        for model in known
        for name in model.model_fields
        if (model, name) not in used
    }
    assert not unused


def _shape(file: Path) -> Mapping[str, object]:
    """What translations of a page share: levels of headings, links, code."""
    text = file.read_text("utf-8")
    return {
        "headings": [len(marks) for marks in _HEADING.findall(_FRONT_MATTER.sub("", text))],
        "links": sorted(_LINK.findall(text)),
        "fences": _FENCE.findall(text),
        "head": sorted(name for name in _head(file) if name != "translation"),
    }


def _head(file: Path) -> dict[str, str]:
    found = _FRONT_MATTER.match(file.read_text("utf-8"))
    assert found, f"{file} has no front matter"
    head: dict[str, str] = yaml.safe_load(found[1])
    return head


def _forms(phrase: Phrase) -> Iterator[str]:
    yield from [phrase] if isinstance(phrase, str) else phrase.values()


def _blanks(phrase: str) -> frozenset[str]:
    return frozenset(re.findall(r"\{(\w*)\}", phrase))
