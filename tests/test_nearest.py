"""Words that nobody knows to the words that their authors meant."""

from __future__ import annotations

import pytest

from komsiluk.text.nearest import Lookalikes, lookalikes, nearest

FIELDS = ["title", "summary", "themes", "groups", "place", "places", "original_language"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("titel", "title"),
        ("Title", "title"),
        ("sumary", "summary"),
        ("titl\u0435", "title"),
        ("рlасе", "place"),
        ("темес", "themes"),
        ("original language", "original_language"),
        ("grúps", "groups"),
        ("places", "places"),
        ("naslov", None),
        ("", None),
        ("x" * 5000, None),
    ],
)
def test_the_nearest_word_is_found_in_any_script(word: str, meant: str | None) -> None:
    assert nearest(word, FIELDS) == meant


def test_serbian_words_are_near_in_both_scripts_and_without_diacritics() -> None:
    known = ["žene", "deca", "mladi", "povratnici", "ђаци", "љубав"]
    assert nearest("zene", known) == "žene"
    assert nearest("жене", known) == "žene"
    assert nearest("djaci", known) == "ђаци"
    assert nearest("ljubav", known) == "љубав"
    assert nearest("повратници", known) == "povratnici"


def test_the_first_of_equally_near_words_is_taken() -> None:
    assert nearest("plac", ["place", "placa"]) == "place"
    assert nearest("plac", ["placa", "place"]) == "placa"
    assert nearest("title", []) is None


@pytest.mark.parametrize(
    ("word", "lookalike"),
    [
        ("titl\u0435", Lookalikes("\u0435", "title", "Cyrillic")),
        ("рlасе", Lookalikes("расе", "place", "Cyrillic")),
        ("ѕummary", Lookalikes("ѕ", "summary", "Cyrillic")),
        ("gr\u03bfups", Lookalikes("\u03bf", "groups", "Greek")),
        ("title", None),
        ("žene", None),
        ("наслов", None),
        ("", None),
    ],
)
def test_letters_that_look_latin_are_told_apart(word: str, lookalike: Lookalikes | None) -> None:
    assert lookalikes(word) == lookalike
