"""Entries to an index in small scripts, of which a browser loads the few that a query needs.

`search/<tag>/m.js` is the manifest. Below it, in a folder named after a digest of all of them so that
no browser mixes two versions: `t<n>.js` terms with their postings, `g<n>.js` the practices of
concepts, `c<n>.js` what results show, `a.js` foreign words for concepts, `w.js` words for who mistypes,
`f.js` the facets' columns, `n.js` and `o.js` the practices' places by day and by title.

A posting is (gap to the posting before, times 8, plus the impact from 0 to 7) as `script.number`.
The impact is BM25F's part that depends on the page (Robertson and Zaragoza, 2009).
"""

from __future__ import annotations

import functools
import hashlib
import unicodedata
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from komsiluk.search.concepts import Concept, foreign_words, own_words
from komsiluk.search.entries import TITLE, Entry
from komsiluk.search.script import data_script, number
from komsiluk.text import keys
from komsiluk.text.keys import profile

CARDS = 4
"""Entries in a script of them."""
SHARD = 2_500
"""Characters of terms and postings in a script: about 1.5 kB, compressed. A query loads one for each word."""
_GROUPS = 6_000
"""Characters of the practices of concepts in a script."""
_SPELLING = 6_000
"""Words that are offered to who mistypes: those that stand in titles first."""
_MANY = 200
"""In a smaller collection no word is too common to be looked for."""
_COMMON = 0.4
"""Share of the entries beyond which a word says little of them."""
_CHIEF = 6
"""The impact of a word that an entry is about."""
_SATURATION, _LENGTH, _PIVOT = 1.2, 0.75, 600
"""BM25's k1 and b, and the length in words of which neither good nor ill is thought."""
_IMPACTS, _MOST, _STEP = 8, 64, 25
"""Kinds of impact; the weight from which no more counts; words by which lengths are told apart."""
_NUMBERS = [number(value) for value in range(1 << 13)]


def index(
    tag: str,
    entries: Iterable[Entry],
    concepts: Sequence[Concept],
    themes: Sequence[tuple[str, str]],
    practices: Mapping[str, int],
    columns: Mapping[str, object],
    words: Mapping[str, object],
) -> Iterator[tuple[str, bytes]]:
    """The files of a language's index by path; the practices are the first entries, in their order.

    `themes` are label and palette of each, `practices` the number of each practice by its id,
    `columns` what facets say (`columns.py`), `words` what the search box says.
    """
    builder = _Builder(tag)
    shown = [builder.add(entry) for entry in entries]
    yield from builder.files(shown, concepts, themes, practices, columns, words)


class _Builder:
    def __init__(self, tag: str) -> None:
        self._tag = tag
        self._postings: dict[str, array[int]] = defaultdict(lambda: array("I"))
        self._spelling: dict[str, int] = defaultdict(int)
        self._terms_of: dict[str, _Terms] = {}
        self._borrowed: set[str] = set()
        self._n_entries = 0

    def _in(self, language: str) -> _Terms:
        """The terms of what was met in a language."""
        if language not in self._terms_of:
            self._terms_of[language] = _Terms(profile(language))
        return self._terms_of[language]

    def add(self, entry: Entry) -> list[Any]:
        """Note an entry's words; what a result shows of it comes back."""
        found: dict[str, int] = {}
        get = found.get
        length = 0
        for text in entry.texts:
            terms_of = self._in(text.language)
            if text.language != self._tag:
                self._borrowed.add(text.language)
            runs = text.text.split()
            length += len(runs)
            weight = text.weight
            for run, n in Counter(runs).items():
                for term in terms_of[run]:
                    found[term] = get(term, 0) + n * weight
            if weight > 1:
                for run in runs:
                    for term in terms_of[run]:
                        self._spelling[term] += weight
        here = self._n_entries << 3
        impacts = _impacts(length // _STEP)
        postings = self._postings
        for term, weight in found.items():
            postings[term].append(here | impacts[weight if weight < _MOST else _MOST - 1])
        self._n_entries += 1
        return _shown(entry)

    def files(
        self,
        shown: Sequence[list[Any]],
        concepts: Sequence[Concept],
        themes: Sequence[tuple[str, str]],
        practices: Mapping[str, int],
        columns: Mapping[str, object],
        words: Mapping[str, object],
    ) -> Iterator[tuple[str, bytes]]:
        """Everything, the manifest last."""
        parts: dict[str, object] = {
            "f": {name: column for name, column in columns.items() if name != "newest"},
            "n": columns["newest"],
            "o": _ranks(shown[: len(practices)]),
        }
        own = self._concept_words(concepts)
        stop = self._thin(own)
        first_terms = _shards(parts, self._terms(own, stop))
        first_concepts = _groups(parts, concepts, practices)
        for start in range(0, len(shown), CARDS):
            parts[f"c{start // CARDS}"] = shown[start : start + CARDS]
        parts["a"] = self._foreign(concepts)
        parts["w"] = " ".join(self._words())
        version = _digest(parts)
        for name, value in parts.items():
            yield data_script(f"{self._tag}/{version}/{name}", value)
        yield data_script(
            f"{self._tag}/m",
            {
                "v": version,
                "n": len(practices),
                "m": len(shown),
                "t": first_terms,
                "g": first_concepts,
                "stop": sorted(stop),
                "profile": profile(self._tag),
                "also": sorted({profile(tag) for tag in self._borrowed} - {profile(self._tag)}),
                "others": sorted(
                    {
                        profile(tag)
                        for concept in concepts
                        for tag, _ in foreign_words(concept, self._tag)
                    }
                ),
                "themes": themes,
                "words": words,
            },
        )

    def _concept_words(self, concepts: Sequence[Concept]) -> dict[str, list[int]]:
        """The concepts by the keys of their words in this language."""
        terms_of = self._in(self._tag)
        found: dict[str, dict[int, None]] = defaultdict(dict)
        for n, concept in enumerate(concepts):
            for words in own_words(concept, self._tag):
                for term in terms_of[words]:
                    found[term][n] = None
                    self._spelling[term] += TITLE
        return {term: list(numbers) for term, numbers in found.items()}

    def _foreign(self, concepts: Sequence[Concept]) -> str:
        """The concepts by the keys of their words in all other languages: `key numbers|…`."""
        found: dict[str, dict[int, None]] = defaultdict(dict)
        for n, concept in enumerate(concepts):
            for language, words in foreign_words(concept, self._tag):
                for term in self._in(language)[words]:
                    found[term][n] = None
        return "|".join(f"{term} {'.'.join(map(str, found[term]))}" for term in sorted(found))

    def _thin(self, own: Mapping[str, Sequence[int]]) -> set[str]:
        """Leave of common words only where they matter most, as in titles; those that matter nowhere
        come back: nobody can look for them."""
        if self._n_entries < _MANY:
            return set()
        stop: set[str] = set()
        for term, held in self._postings.items():
            if len(held) > _COMMON * self._n_entries:
                kept = array("I", (posting for posting in held if posting & 7 >= _CHIEF))
                self._postings[term] = kept
                if not kept and term not in own:
                    stop.add(term)
        return stop

    def _terms(self, own: Mapping[str, Sequence[int]], stop: set[str]) -> Iterator[tuple[str, str]]:
        """Each term, and what stands in the index: `term postings` and perhaps `concepts`."""
        for term in sorted((self._postings.keys() - stop) | own.keys()):
            said = f"{term} {_postings(self._postings.get(term, ()))}"
            if term in own:
                said += f" {'.'.join(map(str, own[term]))}"
            yield term, said

    def _words(self) -> list[str]:
        """Words to offer to who mistypes, one for each term: the shortest, often the word itself."""
        words = self._in(self._tag).words
        worth = self._spelling
        for term, held in self._postings.items():
            worth[term] += len(held) > 0
        offered = [term for term in words if len(term) > 3 and not term.isdigit()]
        offered.sort(key=lambda term: (-worth[term], term))
        return sorted(words[term] for term in offered[:_SPELLING])


class _Terms(dict[str, tuple[str, ...]]):
    """The terms of what stands between two spaces, marks and all: each is worked out once."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._profile = name
        self.words: dict[str, str] = {}
        """The shortest word of each term, in small letters."""

    def __missing__(self, run: str) -> tuple[str, ...]:
        words = [word.lower() for word in keys.words(run)]
        found = self[run] = tuple(keys.key(word, self._profile) for word in words)
        for term, word in zip(found, words, strict=True):
            before = self.words.get(term)
            if before is None or (len(word), word) < (len(before), before):
                self.words[term] = word
        return found


@functools.cache
def _impacts(length: int) -> tuple[int, ...]:
    """By weight: the impact of a word in a text of so many times `_STEP` words."""
    slack = _SATURATION * (1 - _LENGTH + _LENGTH * length * _STEP / _PIVOT)
    return tuple(int(_IMPACTS * weight / (weight + slack)) for weight in range(_MOST))


def _postings(held: Iterable[int]) -> str:
    said: list[str] = []
    before = -8
    for posting in held:
        gap = posting - (before & ~7) - 8
        said.append(_NUMBERS[gap] if gap < len(_NUMBERS) else number(gap))
        before = posting
    return "".join(said)


def _shards(parts: dict[str, object], terms: Iterable[tuple[str, str]]) -> list[str]:
    """Put the terms into parts; the first term of each comes back."""
    return _cut(parts, "t", terms, SHARD)


def _groups(
    parts: dict[str, object], concepts: Sequence[Concept], practices: Mapping[str, int]
) -> list[int]:
    """Put the practices of concepts into parts; the number of the first concept of each comes back."""
    return _cut(parts, "g", enumerate(_gaps(concept, practices) for concept in concepts), _GROUPS)


def _gaps(concept: Concept, practices: Mapping[str, int]) -> str:
    """The numbers of a concept's practices, each as its distance from the one before."""
    held = sorted(practices[practice_id] for practice_id in concept.practices)
    return "".join(number(two - one - 1) for one, two in zip([-1, *held], held, strict=False))


_Name = TypeVar("_Name")


def _cut(
    parts: dict[str, object], letter: str, said: Iterable[tuple[_Name, str]], room: int
) -> list[_Name]:
    """Put texts into parts that hold about so many characters; the first name of each comes back."""
    first: list[_Name] = []
    held: list[str] = []
    size = 0
    for name, text in said:
        if not first or size + len(text) > room:
            if held:
                parts[f"{letter}{len(first) - 1}"] = "|".join(held)
            first.append(name)
            held, size = [], 0
        held.append(text)
        size += len(text) + 1
    if held:
        parts[f"{letter}{len(first) - 1}"] = "|".join(held)
    return first


def _shown(entry: Entry) -> list[Any]:
    """What a result shows; what it does not have is left out at the end."""
    shown: list[Any] = [
        entry.key,
        entry.title,
        entry.passage,
        entry.kind or entry.theme,
        entry.place,
        entry.language,
        int(entry.by_machine),
    ]
    while shown[-1] in ("", 0) and len(shown) > 3:
        shown.pop()
    return shown


def _ranks(shown: Sequence[list[Any]]) -> list[int]:
    """The place of each practice in the order of their titles, marks and case apart."""
    titles = [unicodedata.normalize("NFKD", entry[1]).casefold() for entry in shown]
    ranks = [0] * len(titles)
    for rank, n in enumerate(sorted(range(len(titles)), key=lambda n: (titles[n], n))):
        ranks[n] = rank
    return ranks


def _digest(parts: Mapping[str, object]) -> str:
    digest = hashlib.blake2b(digest_size=4)
    for name, value in parts.items():
        digest.update(f"{name}\0{value!r}\0".encode())
    return digest.hexdigest()
