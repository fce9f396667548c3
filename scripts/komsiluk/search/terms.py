"""Words as texts have them to the terms under which an index has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from komsiluk.text import keys


class Terms(dict[str, str]):
    """The terms of what stands between two spaces, marks and all: each is worked out once.

    Most have one; where there are more, spaces part them.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._profile = name
        self._uneven = {""}
        self.words: dict[str, str] = {}
        """The shortest word of each term, in small letters."""

    def count(self, runs: Iterable[str]) -> dict[str, int]:
        """How often each term is in a text."""
        found = Counter(map(self.__getitem__, runs))
        for several in found.keys() & self._uneven:
            n = found.pop(several)
            for term in several.split():
                found[term] += n
        return found

    def __missing__(self, run: str) -> str:
        words = [word.lower() for word in keys.words(run)]
        terms = [keys.key(word, self._profile) for word in words]
        for term, word in zip(terms, words, strict=True):
            before = self.words.get(term)
            if before is None or (len(word), word) < (len(before), before):
                self.words[term] = word
        found = self[run] = " ".join(terms)
        if len(terms) > 1:
            self._uneven.add(found)
        return found
