"""An unknown word to the known word that its author probably meant."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple


class Lookalikes(NamedTuple):
    """Letters in a word that only look like Latin ones."""

    letters: str
    """These letters in their order, each once."""
    latin: str
    """The whole word with Latin letters instead of them."""
    alphabet: str
    """The name of their alphabet: `Cyrillic` or `Greek`."""


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that differs least from the word, if it differs little; the first of equals.

    Small and capital letters, diacritics, the Latin and the Cyrillic way to write a word, and
    hyphens, underscores and spaces count as equal.

    >>> nearest("sazetak", ["title", "sažetak"])
    'sažetak'
    >>> nearest("titel", ["summary", "title"])
    'title'
    >>> nearest("obrazovanje", ["zdravlje", "образовање"])
    'образовање'
    >>> nearest("kuća", ["summary", "title"])
    """
    forms = {_folded(word), _folded(_in_latin(word))}
    best, best_likeness = None, _LIKE_ENOUGH
    for candidate in candidates:
        folded = _folded(candidate)
        likeness = max(_likeness(form, folded) for form in forms)
        if likeness > best_likeness:
            best, best_likeness = candidate, likeness
    return best


def lookalikes(word: str) -> Lookalikes | None:
    """The Cyrillic or Greek letters of a word that reads as a Latin one; None for other words.

    A word that also has other letters of that alphabet is no lookalike: nobody takes `наслов` for
    Latin. Source of the pairs: Unicode Technical Standard 39, `confusables.txt`, less those that
    differ in common type.

    >>> lookalikes("titl\\u0435")
    Lookalikes(letters='е', latin='title', alphabet='Cyrillic')
    >>> lookalikes("title")
    >>> lookalikes("наслов")
    """
    letters = "".join(dict.fromkeys(letter for letter in word if ord(letter) in _LATIN_TWINS))
    latin = _in_latin(word)
    if not letters or any(_alphabet(letter) for letter in latin):
        return None
    return Lookalikes(letters, latin, _alphabet(letters[0]))


def _in_latin(word: str) -> str:
    return word.translate(_LATIN_TWINS)


def _alphabet(letter: str) -> str:
    """The alphabet of a letter that is not Latin; empty for anything else."""
    name = unicodedata.name(letter, "")
    return next((alphabet for alphabet in _ALPHABETS if name.startswith(alphabet.upper())), "")


def _folded(word: str) -> str:
    """The word in plain small Latin letters, as far as that goes."""
    latin = word[:_LONGEST].casefold().translate(_TRANSLITERATION)
    parts = unicodedata.normalize("NFKD", latin)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _likeness(word: str, other: str) -> float:
    """From 0 (nothing in common) to 1 (equal), after Ratcliff and Obershelp."""
    matcher = difflib.SequenceMatcher(None, other, word, autojunk=False)
    if matcher.real_quick_ratio() <= _LIKE_ENOUGH or matcher.quick_ratio() <= _LIKE_ENOUGH:
        return 0.0
    return matcher.ratio()


_LIKE_ENOUGH = 0.7
"""The likeness must be greater. Two letters may be exchanged in a word of seven; half a word may not differ."""
_LONGEST = 100
"""Characters that are compared; no name is longer."""

_ALPHABETS = ("Cyrillic", "Greek")
_LATIN_TWINS = str.maketrans(
    "аеорсухіјѕһԁԛԝАЕОРСУХІЈЅВНКМТοντΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxijshdqwAEOPCYXIJSBHKMTovtABEZHIKMNOPTYX",
)
_TRANSLITERATION = str.maketrans(
    dict(zip("абвгдеёжзијйклмнопрстћќуфхцчшщыэі", "abvgdeezzijjklmnoprstckufhccssyei", strict=True))
    | {"љ": "lj", "њ": "nj", "џ": "dz", "ђ": "d", "ѓ": "g", "ѕ": "dz", "ї": "ji", "є": "je"}
    | {"ю": "ju", "я": "ja", "ъ": "", "ь": "", "đ": "d", "ł": "l", "ø": "o", "ı": "i"}
    | {"_": "-", " ": "-", "\u00a0": "-"}
)
