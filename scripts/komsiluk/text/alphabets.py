"""Words to the order in which a language's index has them: č stands after c, and њ after н."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping

_ALPHABETS: Mapping[str, str] = {
    "sr-Latn": "a b c č ć d dž đ e f g h i j k l lj m n nj o p q r s š t u v w x y z ž",
    "sr-Cyrl": "а б в г д ђ е ж з и ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш",
    "mk": "а б в г д ѓ е ж з ѕ и ј к л љ м н њ о п р с т ќ у ф х ц ч џ ш",
    "sq": "a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v w x xh y z zh",
}
"""Of languages whose letters do not stand as Unicode's, once their accents are taken away."""
_SAME: Mapping[str, str] = {"bs": "sr-Latn", "hr": "sr-Latn", "sr": "sr-Cyrl"}


def sorting_key(text: str, language: str) -> tuple[tuple[int, str], ...]:
    """What puts words into the order of the language's alphabet; other letters come after its own.

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


@functools.cache
def _alphabet(language: str) -> tuple[re.Pattern[str] | None, Mapping[str, int]]:
    written = _ALPHABETS.get(_SAME.get(language, language))
    if written is None:
        return None, {}
    places = {letter: place for place, letter in enumerate(written.split())}
    longest_first = sorted(places, key=len, reverse=True)
    return re.compile(f"{'|'.join(longest_first)}|.", re.DOTALL), places


def _bare(text: str) -> str:
    """The text without accents."""
    parts = unicodedata.normalize("NFD", text)
    return "".join(part for part in parts if not unicodedata.combining(part))
