"""Keys of the search: what shares one, what does not, and the laws that all keys keep."""

from __future__ import annotations

import json
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from komsiluk.text.keys import fold, key, profile, table, words
from komsiluk.text.serbian import to_cyrillic
from tests.lemmas import DICTIONARIES

CASES = Path(__file__).parent / "cases" / "keys"
PROFILES = ("", *DICTIONARIES)

WORDS = st.text(min_size=1, max_size=20)
LATIN = st.text(st.sampled_from(string.ascii_lowercase + "äöüßčćđšžëç"), min_size=1, max_size=16)


def lines(name: str) -> list[str]:
    """The lines of a file of cases, without remarks."""
    text = (CASES / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("name", DICTIONARIES)
def test_all_forms_of_a_word_share_a_key(name: str) -> None:
    groups = [line.split() for line in lines(name) if "≠" not in line]
    assert len(groups) >= (30 if name in ("de", "en") else 60)
    keys = {group[0]: {form: key(form, name) for form in group} for group in groups}
    assert not {first: by_form for first, by_form in keys.items() if len(set(by_form.values())) > 1}


@pytest.mark.parametrize("name", DICTIONARIES)
def test_other_words_have_other_keys(name: str) -> None:
    pairs = [line.split(" ≠ ") for line in lines(name) if "≠" in line]
    assert len(pairs) >= 40
    assert not [(word, other) for word, other in pairs if key(word, name) == key(other, name)]


@pytest.mark.parametrize("name", DICTIONARIES)
@pytest.mark.parametrize(
    "word", ["UNHCR", "unhcr", "NVO", "ngo", "SMS", "IPA", "2026", "1244", "covid19", "18-35"]
)
def test_numbers_and_abbreviations_are_exact(name: str, word: str) -> None:
    if word in ("NVO", "IPA", "ngo") and name in ("slav", "mk", "sq"):
        assert key(word.lower(), name) == key(word, name)
    else:
        assert key(word, name) == word.lower()


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        *(("sr-Latn", "slav"), ("sr-Cyrl", "slav"), ("sr", "slav"), ("bs", "slav"), ("hr", "slav")),
        *(("cnr", "slav"), ("mk", "mk"), ("sq", "sq"), ("sq-XK", "sq"), ("de-AT", "de")),
        *(("en", "en"), ("EN-gb", "en"), ("ar", ""), ("rom", ""), ("", "")),
    ],
)
def test_a_language_has_a_profile(tag: str, name: str) -> None:
    assert profile(tag) == name


def test_a_text_is_taken_apart_into_words() -> None:
    text = "Žene_i d\u0301eca, „Пекара“ (UNHCR-ov): 10.000 €\nnad\u200cživeti sa\u00adrad\u00adnja"
    assert list(words(text)) == [
        *("Žene", "i", "d\u0301eca", "Пекара", "UNHCR", "ov", "10", "000"),
        *("nad\u200cživeti", "sa\u00adrad\u00adnja"),
    ]
    assert fold("sa\u00adrad\u00adnja", "slav") == fold("saradnja", "slav")


@pytest.mark.parametrize("name", PROFILES)
@given(word=WORDS)
def test_a_word_always_has_a_key(name: str, word: str) -> None:
    assert fold(word, name)
    assert key(word, name)


@pytest.mark.parametrize("name", PROFILES)
@given(word=LATIN)
def test_what_is_folded_stays_as_it_is(name: str, word: str) -> None:
    folded = fold(word, name)
    assert fold(folded, name) == folded
    assert key(folded, name) == key(word, name)


@pytest.mark.parametrize("name", PROFILES)
@given(word=LATIN)
def test_capitals_do_not_matter(name: str, word: str) -> None:
    assert key(word.title(), name) == key(word.upper(), name) == key(word, name)


@given(
    word=st.lists(
        st.sampled_from((*"abvgdđežzijklmnoprstćufhcčš", "lj", "nj", "dž")), min_size=1, max_size=9
    ).map("".join)
)
def test_script_and_diacritics_do_not_matter(word: str) -> None:
    expected = key(word, "slav")
    assert key(to_cyrillic(f"{word}").replace("\u200c", ""), "slav") == expected
    assert key(word.translate(str.maketrans("čćšž", "ccsz")).replace("đ", "dj"), "slav") == expected
    assert key(word.translate(str.maketrans("čćšžđ", "ccszd")), "slav") == expected


def test_the_table_is_small_and_plain() -> None:
    assert json.loads(json.dumps(table())) == table()
    assert set(table()["profiles"].values()) == set(DICTIONARIES)
