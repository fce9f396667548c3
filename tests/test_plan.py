"""A collection to its pages in every language: what each says in its own words, and what it borrows."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from komsiluk import build
from komsiluk.model.practice import Practice
from komsiluk.model.translation import Translation, TranslationHead, TranslationStatus
from komsiluk.model.walk import texts
from komsiluk.pages.addresses import Addresses
from komsiluk.pages.language_context import label
from komsiluk.pages.localized_text import LocalizedText, Paragraph
from komsiluk.pages.localized_texts import LocalizedTexts
from komsiluk.pages.page import Kind
from komsiluk.pages.plan import Plan
from komsiluk.pages.translation_state import Standing, translation_state
from komsiluk.text.paragraphs import digests, split
from tests.small_site import BASE, LANGUAGES, Lay, practice


def localized(
    practice: Practice, tag: str, translations: Mapping[str, Translation]
) -> LocalizedTexts:
    translation = None if tag == practice.original_language else translations.get(tag)
    return LocalizedTexts(record=practice, language=tag, translation=translation)


@pytest.mark.parametrize(
    ("tag", "labels", "otherwise", "paragraph"),
    [
        ("mk", {"en": "Bread", "mk": "Леб"}, "", Paragraph("Леб", "mk")),
        ("mk", {"en": "Bread", "sr-Latn": "Hleb"}, "", Paragraph("Bread", "en")),
        ("sr-Cyrl", {"en": "Bread", "sr-Latn": "Hleb"}, "", Paragraph("Хлеб", "sr-Cyrl")),
        ("sr-Latn", {"en": "Bread", "sr-Cyrl": "Хлеб"}, "", Paragraph("Hleb", "sr-Latn")),
        ("mk", {"sq": "Bukë", "de": "Brot"}, "", Paragraph("Bukë", "sq")),
        ("mk", {"sq": "Bukë"}, "ASB", Paragraph("ASB", "mk")),
        ("mk", {}, "bread", Paragraph("bread", "mk")),
    ],
)
def test_a_label_falls_back_in_the_order_that_readers_understand(
    tag: str, labels: Mapping[str, str], otherwise: str, paragraph: Paragraph
) -> None:
    assert label(labels, tag, "en", otherwise).paragraphs == (paragraph,)


ORIGINAL = practice(problem={"text": "First.\n\nSecond.\n\nThird."})


def translation(text: str, seen: str | None, tag: str = "mk") -> Translation:
    head = TranslationHead(schema_version="1", language=tag, status=TranslationStatus.HUMAN)
    return Translation(
        practice_id="clubs",
        head=head,
        texts={"problem.text": text},
        seen={} if seen is None else {"problem.text": digests(seen)},
    )


def said(held: Translation | None, tag: str = "mk") -> tuple[Paragraph, ...]:
    localized_texts = LocalizedTexts(record=ORIGINAL, language=tag, translation=held)
    found = localized_texts.text("problem.text")
    assert found is not None
    return found.paragraphs


def test_a_practice_that_nobody_translated_is_shown_in_its_own_language() -> None:
    borrowed = translation_state(localized(ORIGINAL, "mk", {}))
    assert (borrowed.standing, borrowed.original_language) == (Standing.BORROWED, "en")
    assert said(None) == (
        Paragraph("First.", "en"),
        Paragraph("Second.", "en"),
        Paragraph("Third.", "en"),
    )
    assert translation_state(localized(ORIGINAL, "en", {})).standing is Standing.ORIGINAL


def test_a_translation_that_was_never_stamped_is_shown_whole() -> None:
    assert said(translation("Прво.\n\nВторо.", None)) == (
        Paragraph("Прво.", "mk"),
        Paragraph("Второ.", "mk"),
    )


def test_a_paragraph_that_has_changed_since_is_marked() -> None:
    held = translation("Прво.\n\nВторо.\n\nТрето.", "First.\n\nAnother.\n\nThird.")
    assert said(held) == (
        Paragraph("Прво.", "mk"),
        Paragraph("Второ.", "mk", outdated=True),
        Paragraph("Трето.", "mk"),
    )


def test_a_paragraph_that_is_new_is_shown_in_the_language_of_the_original() -> None:
    held = translation("Прво.\n\nТрето.", "First.\n\nThird.")
    assert said(held) == (
        Paragraph("Прво.", "mk"),
        Paragraph("Second.", "en"),
        Paragraph("Трето.", "mk"),
    )


def test_a_text_that_nobody_translated_is_shown_in_the_language_of_the_original() -> None:
    localized_texts = LocalizedTexts(
        record=ORIGINAL, language="mk", translation=translation("Прво.", None)
    )
    title = localized_texts.text("title")
    assert title is not None
    assert (title.plain, title.language) == ("Clubs for neighbours", "en")
    assert localized_texts.text("steps.none.what") is None
    assert translation_state(localized_texts).standing is Standing.TRANSLATED


def test_paragraphs_are_counted_by_what_they_are_worth(lay: Lay) -> None:
    """The third of the problem is new, the second has changed; title, tagline and summary are missing."""
    settings = lay()
    folder = settings.practices / "third"
    write(
        folder / "practice.yml",
        json.dumps({**ORIGINAL.model_dump(mode="json"), "schema_version": 1}),
    )
    head = {"schema_version": 1, "language": "mk", "status": "human"}
    write(folder / "t/mk.yml", json.dumps({**head, "problem": {"text": "Прво.\n\nВторо."}}))
    write(folder / "t/mk.lock.json", json.dumps({"problem.text": digests("First.\n\nAnother.")}))
    plan = build.pages(build.check(settings))
    states = {tag: plan.practice(tag, "third").state for tag in LANGUAGES}
    assert (states["mk"].n_missing, states["mk"].n_outdated) == (4, 1)
    assert (states["en"].n_missing, states["en"].n_outdated) == (0, 0)
    assert (states["sr-Latn"].n_missing, states["sr-Latn"].n_outdated) == (0, 0)
    assert [tag for tag in LANGUAGES if states[tag].is_behind] == ["mk"]
    texts = plan.practice("mk", "third").texts
    assert dict(texts.current) == {}
    assert texts.heading("title") is None


@given(st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), unique=True, min_size=1))
def test_readers_get_every_paragraph_of_the_original_in_its_order(seen: list[str]) -> None:
    original = practice(problem={"text": "\n\n".join("abcd")})
    held = translation("\n\n".join(word.upper() for word in seen), "\n\n".join(seen))
    localized_texts = LocalizedTexts(record=original, language="mk", translation=held)
    found = localized_texts.text("problem.text")
    assert found is not None
    assert len(found.paragraphs) == 4
    for now, paragraph in zip("abcd", found.paragraphs, strict=True):
        if paragraph.language == "en":
            assert paragraph.text == now
        elif not paragraph.outdated:
            assert paragraph.text == now.upper()


TRANSLATED = st.fixed_dictionaries(
    {},
    optional={
        name: st.sampled_from(["Прво.", "Прво.\n\nВторо.", "Прво.\n\nВторо.\n\nТрето."])
        for name in ("title", "tagline", "summary", "problem.text")
    },
)
"""Texts of a translation, some of them missing, with as many paragraphs as somebody wrote."""
SEEN = st.dictionaries(
    st.sampled_from(["title", "summary", "problem.text"]),
    st.sampled_from(["First.", "Another.", "First.\n\nAnother.\n\nThird."]).map(digests),
)
"""What the translator saw of texts that have changed since."""


@given(TRANSLATED, SEEN, st.sampled_from(["en", "mk", "sq"]))
def test_a_text_that_is_current_is_said_as_it_is_and_no_other_is_called_current(
    translated: dict[str, str], seen: dict[str, tuple[str, ...]], tag: str
) -> None:
    """Pages ask for what is current first: it is quicker to have, and must be the same."""
    head = TranslationHead(schema_version="1", language="mk", status=TranslationStatus.HUMAN)
    held = Translation(practice_id="clubs", head=head, texts=translated, seen=seen)
    localized_texts = localized(ORIGINAL, tag, {"mk": held})
    fresh = localized(ORIGINAL, tag, {"mk": held})
    for name in texts(ORIGINAL):
        found = localized_texts.text(name)
        assert found is not None
        current = localized_texts.current.get(name)
        if current is not None:
            assert found.paragraphs == tuple(Paragraph(text, tag) for text in split(current))
        else:
            assert tag != "en"
            assert tag == "sq" or name not in translated or name in seen
        assert fresh.heading(name) == current


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("One line.", "One line."),
        ("Two  spaces.", "Two  spaces."),
        ("One.\n\nTwo.", "One. Two."),
        ("One,\n  two.\n", "One, two."),
    ],
)
def test_a_text_fits_into_one_line(text: str, line: str) -> None:
    assert LocalizedText((Paragraph(text, "en"),)).line == line


def test_descriptions_are_one_line_each(lay: Lay) -> None:
    """So that nothing that comes between a page and its readers need ask what a line break means."""
    settings = lay()
    write(
        settings.practices / "third" / "practice.yml",
        json.dumps(
            {
                **practice(tagline="A room.\n\nIn town.").model_dump(mode="json"),
                "schema_version": 1,
            }
        ),
    )
    pages = build.pages(build.check(settings)).pages
    held = {page.key: page for page in pages.of("en")}
    assert held["practices/third"].description == "A room. In town."
    assert not any("\n" in page.title + page.description for page in held.values())


def planned(lay: Lay) -> Plan:
    """The pages of the small site, with a second practice in Serbian."""
    settings = lay()
    write(
        settings.practices / "klub" / "practice.yml",
        json.dumps(
            {
                **practice(original_language="sr-Latn", title="Klub komšija").model_dump(
                    mode="json"
                ),
                "schema_version": 1,
            }
        ),
    )
    checked = build.check(settings)
    assert checked.diagnostics == ()
    return build.pages(checked)


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_every_page_is_there_in_every_language(lay: Lay) -> None:
    pages = planned(lay).pages
    keys = [[page.key for page in pages.of(tag)] for tag in LANGUAGES]
    assert keys == [
        [
            "compare",
            "contribute/form",
            "coverage",
            "groups",
            "groups/everybody",
            "map",
            "offline",
            "organisations",
            "organisations/neighbours",
            "places",
            "places/novi-pazar",
            "practices",
            "practices/clubs",
            "practices/klub",
            "projects",
            "shortlist",
            "themes",
            "themes/meeting",
        ]
    ] * len(LANGUAGES)
    assert all(page.language == tag for tag in LANGUAGES for page in pages.of(tag))


def test_no_two_pages_share_an_address(lay: Lay) -> None:
    pages = planned(lay).pages
    for directory_urls in (True, False):
        addresses = Addresses(default_language="en", directory_urls=directory_urls)
        files = [addresses.file(page.key, tag) for tag in LANGUAGES for page in pages.of(tag)]
        assert len(files) == len(set(files))


def test_alternates_are_true_translations_only(lay: Lay) -> None:
    pages = planned(lay).pages
    for tag in LANGUAGES:
        held = {page.key: page for page in pages.of(tag)}
        assert held["practices/clubs"].alternates == ("en", "mk")
        assert held["practices/klub"].alternates == ("sr-Latn", "sr-Cyrl")
        assert {page.alternates for page in held.values() if page.kind is not Kind.PRACTICE} == {
            LANGUAGES
        }
        for page in held.values():
            assert page.is_borrowed == (tag not in page.alternates)
            assert page.text_language in page.alternates


def test_a_page_says_where_it_can_be_mended(lay: Lay) -> None:
    pages = planned(lay).pages
    sources = {
        (tag, page.key): page.source for tag in LANGUAGES for page in pages.of(tag) if page.subject
    }
    assert sources["en", "practices/clubs"] == "clubs/practice.yml"
    assert sources["mk", "practices/clubs"] == "clubs/t/mk.yml"
    assert sources["sr-Latn", "practices/clubs"] == "clubs/practice.yml"
    assert sources["sr-Cyrl", "practices/klub"] == "klub/practice.yml"
    assert sources["mk", "places/novi-pazar"] == "_places/novi-pazar.yml"
    assert sources["mk", "themes/meeting"] == "_vocabularies/themes.yml"


def test_titles_speak_the_language_of_the_page_or_of_the_original(lay: Lay) -> None:
    pages = planned(lay).pages
    titles = {
        tag: {page.key: page.title for page in pages.of(tag) if page.subject} for tag in LANGUAGES
    }
    assert [titles[tag]["practices/klub"] for tag in LANGUAGES] == [
        "Klub komšija",
        "Klub komšija",
        "Клуб комшија",
        "Klub komšija",
    ]
    assert [titles[tag]["practices/clubs"] for tag in LANGUAGES] == [
        "Clubs for neighbours",
        "Clubs for neighbours",
        "Clubs for neighbours",
        "Клубови за соседи",
    ]
    assert [titles[tag]["themes/meeting"] for tag in LANGUAGES] == [
        "Meeting",
        "Susreti",
        "Сусрети",
        "Средби",
    ]
    assert [titles[tag]["places/novi-pazar"] for tag in LANGUAGES] == [
        "Novi Pazar",
        "Novi Pazar",
        "Нови Пазар",
        "Нови Пазар",
    ]


def test_two_plans_of_one_collection_are_equal(lay: Lay) -> None:
    checked = build.check(lay())
    assert build.pages(checked).pages == build.pages(checked).pages


@pytest.mark.parametrize(
    "case", ["future-in-achieved", "unknown-field", "unclosed-quote", "utf-16"]
)
def test_a_practice_with_a_fault_has_no_page_and_the_others_have(lay: Lay, case: str) -> None:
    checked = build.check(lay(BASE.parent / "rejected" / case))
    assert not checked.publishable
    keys = [page.key for page in build.pages(checked).pages.of("mk")]
    assert "practices/clubs" not in keys
    assert "practices" in keys
