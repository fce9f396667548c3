"""Words of texts to the terms by which an index lists them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from komsiluk.text import keys


class Terms(dict[str, str]):
    """The terms of each run of characters between two spaces, worked out once for each run.

    Most runs have one term. Where there are more, spaces part them.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._profile = name
        self._uneven = {""}
        self.words: dict[str, str] = {}
        """The shortest word of each term, in small letters."""

    def count(self, runs: Iterable[str]) -> dict[str, int]:
        """How often each term is in a text."""
        counts = Counter(map(self.__getitem__, runs))
        for several in counts.keys() & self._uneven:
            n = counts.pop(several)
            for term in several.split():
                counts[term] += n
        return counts

    def __missing__(self, run: str) -> str:
        words = [word.lower() for word in keys.words(run)]
        terms = [keys.key(word, self._profile) for word in words]
        for term, word in zip(terms, words, strict=True):
            before = self.words.get(term)
            if before is None or (len(word), word) < (len(before), before):
                self.words[term] = word
        own_terms = self[run] = " ".join(terms)
        if len(terms) > 1:
            self._uneven.add(own_terms)
        return own_terms
