"""Words to the order of a language's alphabet, for indexes: č stands after c, and њ after н."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from komsiluk.languages.folders import kept
from komsiluk.languages.traits import traits


def sorting_key(text: str, language: str) -> tuple[tuple[int, str], ...]:
    """The key that sorts words by the language's alphabet; other letters come after its own.

    >>> sorted(["Čačak", "Tutin", "Cetinje", "Ćuprija"], key=lambda word: sorting_key(word, "bs"))
    ['Cetinje', 'Čačak', 'Ćuprija', 'Tutin']
    >>> sorted(["Ниш", "Његош", "Ново", "Обреновац"], key=lambda word: sorting_key(word, "sr-Cyrl"))
    ['Ниш', 'Ново', 'Његош', 'Обреновац']
    """
    letters, places = _alphabet(language)
    lower = unicodedata.normalize("NFC", text).lower()
    if letters is None:
        return tuple((0, part) for part in _bare(lower))
    return tuple(
        (places[part], "") if part in places else (len(places) if part.isalpha() else -1, part)
        for part in letters.findall(lower)
    )


@kept
def _alphabet(language: str) -> tuple[re.Pattern[str] | None, Mapping[str, int]]:
    """A pattern for the letters of a language, and their places in the alphabet.

    A language without an alphabet has neither: its words are sorted as Unicode's letters without
    accents. Cached until another site is named (`kept`).
    """
    alphabet = traits(language).alphabet
    if not alphabet:
        return None, {}
    places = {letter: place for place, letter in enumerate(alphabet.split())}
    longest_first = sorted(places, key=len, reverse=True)
    return re.compile(f"{'|'.join(longest_first)}|.", re.DOTALL), places


def _bare(text: str) -> str:
    """The text without accents."""
    parts = unicodedata.normalize("NFD", text)
    return "".join(part for part in parts if not unicodedata.combining(part))
