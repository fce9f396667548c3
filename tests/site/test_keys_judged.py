"""Keys of the search before judges who did not make them: lemma lists and the Snowball project."""

from __future__ import annotations

import re

import pytest
import snowballstemmer

from komsiluk.text.keys import fold, key, words
from tests.lemmas import dictionary, judge

AT_LEAST = {"slav": 0.96, "mk": 0.94, "sq": 0.83, "de": 0.95, "en": 0.92}
"""F1 over pairs of forms. English verbs with forms of their own (*went*) are nobody's key."""
OURS = {"children", "men", "nachbarn", "women"}
"""Plurals that Snowball leaves alone and our readers look for."""


@pytest.mark.parametrize("profile", AT_LEAST)
def test_forms_come_together_and_words_stay_apart(profile: str) -> None:
    found = judge(profile)
    print(f"{profile}: R {found.recall:.3f}  P {found.precision:.3f}  F1 {found.f1:.3f}")
    assert found.f1 >= AT_LEAST[profile]


@pytest.mark.parametrize(
    ("profile", "algorithm", "every"), [("de", "german", 80), ("en", "english", 14)]
)
def test_our_tables_are_the_snowball_algorithms(profile: str, algorithm: str, every: int) -> None:
    stemmer = snowballstemmer.stemmer(algorithm)
    known = {word for form, _ in dictionary(profile)[::every] for word in words(form)}
    folded = {fold(word, profile) for word in known} - OURS
    plain = [word for word in folded if re.fullmatch("[a-z]+", word)]
    assert len(plain) > 12_000
    assert not [word for word in plain if key(word, profile) != stemmer.stemWord(word)]
