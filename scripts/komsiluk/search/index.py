"""Entries to an index in small scripts, of which a browser loads the few that a query needs.

`search/<tag>/m.js` is the manifest. Below it, in a folder named after a digest of all of them so that
no browser mixes two versions: `t<n>.js` terms with their postings, and what they name in other
languages; `g<n>.js` entries of concepts that have many; `c<n>.js` what results show; `w<n>.js` and
`e<n>.js` words for who mistypes (`spelling.py`); `f.js` the facets' columns, `n.js` and `o.js` the
practices' places by day and by title.
"""

from __future__ import annotations

import hashlib
import unicodedata
from array import array
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any

from komsiluk.search.concepts import SearchConcept, foreign_words, own_words
from komsiluk.search.entries import TITLE, SearchRecord
from komsiluk.search.postings import MOST, STEP, Appends, gaps, impacts, pointing, postings
from komsiluk.search.script import data_script, handing, written
from komsiluk.search.spelling import parting, spelling
from komsiluk.search.terms import Terms
from komsiluk.text import keys
from komsiluk.text.keys import profile

CARDS = 4
"""Entries in a script of them."""
SHARD = 3_000
"""Characters of terms and postings in a script: about 2 kB, compressed. A query loads one for each word."""
_GROUPS = 2_500
"""Characters of the practices and pages of concepts in a script."""
_SPELLING = 6_000
"""Words that are offered to who mistypes: those that stand in titles first."""
_MANY = 200
"""In a smaller collection no word is too common to be looked for."""
_COMMON = 0.4
"""Share of the entries beyond which a word says little of them."""
_CHIEF = 6
"""The impact of a word that an entry is about."""


def index(
    tag: str,
    entries: Iterable[SearchRecord],
    concepts: Sequence[SearchConcept],
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
        self._held: dict[str, array[int]] = {}
        self._append_to = Appends(self._held)
        self._spelling: dict[str, int] = defaultdict(int)
        self._terms_of: dict[str, Terms] = {}
        self._borrowed: set[str] = set()
        self._n_entries = 0

    def _in(self, language: str) -> Terms:
        """The terms of what was met in a language."""
        if language not in self._terms_of:
            self._terms_of[language] = Terms(profile(language))
        return self._terms_of[language]

    def add(self, entry: SearchRecord) -> list[Any]:
        """Note an entry's words; what a result shows of it comes back."""
        found: dict[str, int] = {}
        length = 0
        for text in entry.texts:
            if text.language != self._tag:
                self._borrowed.add(text.language)
            runs = text.text.split()
            length += len(runs)
            counts = self._in(text.language).count(runs)
            if not found and text.weight == 1:
                found = counts
                continue
            for term, n in counts.items():
                found[term] = found.get(term, 0) + n * text.weight
                if text.weight > 1:
                    self._spelling[term] += n * text.weight
        here = self._n_entries << 3
        by_weight = [here | impact for impact in impacts(length // STEP)]
        append_to = self._append_to
        for term, weight in found.items():
            append_to[term](by_weight[weight if weight < MOST else -1])
        self._n_entries += 1
        return _shown(entry)

    def files(
        self,
        shown: Sequence[list[Any]],
        concepts: Sequence[SearchConcept],
        themes: Sequence[tuple[str, str]],
        practices: Mapping[str, int],
        columns: Mapping[str, object],
        words: Mapping[str, object],
    ) -> Iterator[tuple[str, bytes]]:
        """Everything, the manifest last."""
        held = [sorted(practices[id] for id in concept.practices) for concept in concepts]
        own = self._concept_words(concepts)
        stop = self._thin(own)
        self._stand_under(own, held)
        # Who asks in another language is shown the concept's page, too, and so sees what the word was taken for.
        pages = {entry[0]: n for n, entry in enumerate(shown)}
        for numbers, concept in zip(held, concepts, strict=True):
            if concept.key in pages:
                numbers.append(pages[concept.key])
        foreign, named = pointing(self._foreign(concepts, own), held)
        terms = sorted((self._held.keys() - stop) | foreign.keys())
        spelt = spelling(self._words())
        parts: dict[str, object] = {
            "f": {name: column for name, column in columns.items() if name != "newest"},
            "n": columns["newest"],
            "o": _ranks(shown[: len(practices)]),
            **spelt.parts,
        }
        for start in range(0, len(shown), CARDS):
            parts[f"c{start // CARDS}"] = shown[start : start + CARDS]
        first_terms = _cut(parts, "t", (self._entry(term, foreign) for term in terms), SHARD)
        first_concepts = _cut(parts, "g", (gaps(held[n]) for n in named), _GROUPS)
        said = {name: written(value) for name, value in parts.items()}
        version = _digest(said)
        for name, value in said.items():
            yield handing(f"{self._tag}/{version}/{name}", value)
        yield data_script(
            f"{self._tag}/m",
            {
                "v": version,
                "n": len(practices),
                "m": len(shown),
                "t": " ".join(parting(terms[n - 1], terms[n]) if n else "" for n in first_terms),
                "w": " ".join(spelt.beginnings),
                "e": " ".join(spelt.ends),
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

    def _concept_words(self, concepts: Sequence[SearchConcept]) -> dict[str, dict[int, None]]:
        """The numbers of concepts by the keys of their words in this language."""
        terms_of = self._in(self._tag)
        found: dict[str, dict[int, None]] = defaultdict(dict)
        for n, concept in enumerate(concepts):
            for words in own_words(concept, self._tag):
                for term in terms_of[words].split():
                    found[term][n] = None
                    self._spelling[term] += TITLE
        return found

    def _foreign(
        self, concepts: Sequence[SearchConcept], own: Mapping[str, Mapping[int, None]]
    ) -> dict[str, dict[int, None]]:
        """The same by their words in all other languages, where a reader's own do not lead there."""
        here = profile(self._tag)
        found: dict[str, dict[int, None]] = defaultdict(dict)
        for n, concept in enumerate(concepts):
            for language, words in foreign_words(concept, self._tag):
                there = profile(language)
                for word in keys.words(words):
                    term = keys.key(word, there)
                    if n not in own.get(term, ()) or keys.key(word, here) != term:
                        found[term][n] = None
        return found

    def _thin(self, own: Container[str]) -> set[str]:
        """Leave of common words only where they matter most, as in titles; those that matter nowhere
        come back: nobody can look for them."""
        if self._n_entries < _MANY:
            return set()
        stop: set[str] = set()
        for term, held in self._held.items():
            if len(held) > _COMMON * self._n_entries:
                kept = array("I", (posting for posting in held if posting & 7 >= _CHIEF))
                self._held[term] = kept
                if not kept and term not in own:
                    stop.add(term)
        return stop

    def _stand_under(self, own: Mapping[str, Iterable[int]], held: Sequence[Sequence[int]]) -> None:
        """Let the practices of a concept be about each of its words, whatever their texts say."""
        for term, numbers in own.items():
            before = self._held.get(term, ())
            best = {posting >> 3: posting for posting in before if posting & 7 < _CHIEF}
            for concept in numbers:
                for n in held[concept]:
                    best[n] = n << 3 | _CHIEF
            for posting in before:
                if posting & 7 >= _CHIEF:
                    best[posting >> 3] = posting
            self._held[term] = array("I", sorted(best.values()))

    def _entry(self, term: str, foreign: Mapping[str, str]) -> str:
        """What stands in the index of a term: `term postings`, and perhaps what it is elsewhere."""
        said = f"{term} {postings(self._held.get(term, ()))}"
        return f"{said} {foreign[term]}" if term in foreign else said

    def _words(self) -> dict[str, str]:
        """Words to offer to who mistypes, one for each term: the shortest, often the word itself."""
        words = self._in(self._tag).words
        worth = self._spelling
        for term, held in self._held.items():
            worth[term] += len(held) > 0
        offered = [term for term in words if len(term) > 3 and not term.isdigit()]
        offered.sort(key=lambda term: (-worth[term], term))
        return {term: words[term] for term in offered[:_SPELLING]}


def _cut(parts: dict[str, object], letter: str, texts: Iterable[str], room: int) -> list[int]:
    """Put texts into parts that hold about so many characters; the place of each part's first comes back."""
    first: list[int] = []
    held: list[str] = []
    size = 0
    for place, text in enumerate(texts):
        if not first or size + len(text) > room:
            if held:
                parts[f"{letter}{len(first) - 1}"] = "|".join(held)
            first.append(place)
            held, size = [], 0
        held.append(text)
        size += len(text) + 1
    if held:
        parts[f"{letter}{len(first) - 1}"] = "|".join(held)
    return first


def _shown(entry: SearchRecord) -> list[Any]:
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


def _digest(said: Mapping[str, str]) -> str:
    digest = hashlib.blake2b(digest_size=4)
    for name, text in said.items():
        digest.update(f"{name}\0{text}\0".encode())
    return digest.hexdigest()
