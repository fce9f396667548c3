"""The lemma lists of simplemma to groups of forms, by which the keys of the search are judged.

They are made from dictionaries of many hands, with errors; so shares count, and not single words.
"""

from __future__ import annotations

import functools
import itertools
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from komsiluk.text.keys import fold, key

DICTIONARIES = {"slav": "hbs", "mk": "mk", "sq": "sq", "de": "de", "en": "en"}
"""simplemma's name of the language by which a profile is judged; `hbs` holds both scripts."""
N_LEMMAS = 5000
"""Lemmas that are drawn for a profile: about the words of a collection of a thousand practices."""


class Judgement(NamedTuple):
    """How well keys sort forms into lemmas, over pairs of forms."""

    recall: float
    """Of the pairs of forms of one lemma, the share that has one key."""
    precision: float
    """Of the pairs with one key, the share that is of one lemma."""

    @property
    def f1(self) -> float:
        return 2 * self.recall * self.precision / (self.recall + self.precision)


def judge(profile: str) -> Judgement:
    """The keys of a profile against a fixed sample of its nouns and adjectives."""
    groups = lemmas(profile)
    cells = {
        lemma: Counter(key(form, profile) for form in forms) for lemma, forms in groups.items()
    }
    n_by_key: Counter[str] = Counter()
    for counts in cells.values():
        n_by_key.update(counts)
    n_right = _pairs(itertools.chain.from_iterable(counts.values() for counts in cells.values()))
    return Judgement(
        recall=n_right / _pairs(len(forms) for forms in groups.values()),
        precision=n_right / _pairs(n_by_key.values()),
    )


@functools.cache
def lemmas(profile: str) -> Mapping[str, frozenset[str]]:
    """Folded lemma → its folded forms. Lemmas that fold to the same word count as one."""
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for form, lemma in dictionary(profile):
        if form.isalpha() and lemma.isalpha() and min(len(form), len(lemma)) > 2:
            forms[lemma].add(form)
    groups: defaultdict[str, set[str]] = defaultdict(set)
    n_drawn = 0
    for lemma in sorted(forms, key=lambda lemma: zlib.crc32(lemma.encode())):
        kept = _KEPT[profile](lemma, forms[lemma])
        if kept - {lemma}:
            groups[fold(lemma, profile)].update(fold(form, profile) for form in (lemma, *kept))
            n_drawn += 1
        if n_drawn == N_LEMMAS:
            break
    return {lemma: frozenset(found) for lemma, found in groups.items()}


@functools.cache
def dictionary(profile: str) -> tuple[tuple[str, str], ...]:
    """All forms that are known for a profile, each with its lemma."""
    found = DefaultDictionaryFactory().get_dictionary(DICTIONARIES[profile])
    return tuple(found.items())


def _pairs(counts: Iterable[int]) -> int:
    return sum(n * (n - 1) // 2 for n in counts)


def _slavic(lemma: str, forms: set[str]) -> set[str]:
    """Without verbs and degrees of comparison."""
    if lemma.endswith(("ti", "ći", "ти", "ћи")):
        return set()
    latin = fold(lemma, "")
    graded = not re.search("ij[aei]?$", latin)
    return {
        form
        for form in forms
        if latin.startswith("naj") or not fold(form, "").startswith("naj")
        if not (graded and _COMPARATIVE.search(fold(form, "")))
    }


def _macedonian(lemma: str, forms: set[str]) -> set[str]:
    """Without verbs (-ме, -те of the aorist) and degrees of comparison."""
    if any(form.endswith(("вме", "вте")) for form in forms):
        return set()
    return {form for form in forms if not form.startswith(("нај", "по")) or form[:2] == lemma[:2]}


def _albanian(lemma: str, forms: set[str]) -> set[str]:
    """Without verbs and spellings with a stress mark or of the old North."""
    if lemma.endswith(("oj", "em", "ej", "aj", "ur", "uar", "ij", "uaj")) or len(forms) > 16:
        return set()
    if any(form.endswith(("ur", "kam", "kemi", "uam", "uat", "uan")) for form in forms):
        return set()
    return {form for form in forms if not re.search("[áéíóúýâêîôû]", form + lemma)}


def _german(lemma: str, forms: set[str]) -> set[str]:
    """Without verbs."""
    return set() if lemma[0].islower() and lemma.endswith("n") else forms


def _english(lemma: str, forms: set[str]) -> set[str]:
    """Without names and degrees of comparison."""
    if not lemma.islower():
        return set()
    graded = not lemma.endswith(("er", "est"))
    return {form for form in forms if not (graded and form.endswith(("er", "est")))}


_COMPARATIVE = re.compile(r"[^aeiou]ij(?:[iaeu]|ega?|emu?|ima?|ih|o[jm])$")
_KEPT: Mapping[str, Callable[[str, set[str]], set[str]]] = {
    "slav": _slavic,
    "mk": _macedonian,
    "sq": _albanian,
    "de": _german,
    "en": _english,
}
