"""Entries to an index in small scripts; a browser loads only the scripts that a query needs.

`search/<tag>/m.js` is the manifest. The other scripts stand below it, in a folder that is named after a
digest of all of them, so that no browser mixes two versions. `t<n>.js` has terms with their postings,
and the concepts that they name in other languages; `g<n>.js` the entries of concepts that have many;
`c<n>.js` the words that results show; `w<n>.js` and `e<n>.js` words to suggest for mistyped ones
(`spelling.py`); `f.js` the columns of the facets; `n.js` and `o.js` the places of the practices by day
and by title.
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
"""How many words are suggested for mistyped ones; words of titles come first."""
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
        self._postings: dict[str, array[int]] = {}
        self._append_to = Appends(self._postings)
        self._spelling: dict[str, int] = defaultdict(int)
        self._terms_of: dict[str, Terms] = {}
        self._borrowed: set[str] = set()
        self._n_entries = 0

    def _in(self, language: str) -> Terms:
        """The terms of the texts in a language, so far."""
        if language not in self._terms_of:
            self._terms_of[language] = Terms(profile(language))
        return self._terms_of[language]

    def add(self, entry: SearchRecord) -> list[Any]:
        """Add an entry's words to the index. Returns what a result shows of the entry."""
        weights: dict[str, int] = {}
        length = 0
        for text in entry.texts:
            if text.language != self._tag:
                self._borrowed.add(text.language)
            runs = text.text.split()
            length += len(runs)
            counts = self._in(text.language).count(runs)
            if not weights and text.weight == 1:
                weights = counts
                continue
            for term, n in counts.items():
                weights[term] = weights.get(term, 0) + n * text.weight
                if text.weight > 1:
                    self._spelling[term] += n * text.weight
        entry_bits = self._n_entries << 3
        by_weight = [entry_bits | impact for impact in impacts(length // STEP)]
        append_to = self._append_to
        for term, weight in weights.items():
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
        members = [sorted(practices[id] for id in concept.practices) for concept in concepts]
        own_words_of = self._concept_words(concepts)
        stop = self._thin(own_words_of)
        self._stand_under(own_words_of, members)
        # Who asks in another language is shown the concept's page, too, and so sees what the word was taken for.
        pages = {entry[0]: n for n, entry in enumerate(shown)}
        for numbers, concept in zip(members, concepts, strict=True):
            if concept.key in pages:
                numbers.append(pages[concept.key])
        foreign, named = pointing(self._foreign(concepts, own_words_of), members)
        terms = sorted((self._postings.keys() - stop) | foreign.keys())
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
        first_concepts = _cut(parts, "g", (gaps(members[n]) for n in named), _GROUPS)
        scripts = {name: written(value) for name, value in parts.items()}
        version = _digest(scripts)
        for name, value in scripts.items():
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
        numbers_by_term: dict[str, dict[int, None]] = defaultdict(dict)
        for n, concept in enumerate(concepts):
            for words in own_words(concept, self._tag):
                for term in terms_of[words].split():
                    numbers_by_term[term][n] = None
                    self._spelling[term] += TITLE
        return numbers_by_term

    def _foreign(
        self, concepts: Sequence[SearchConcept], own_words_of: Mapping[str, Mapping[int, None]]
    ) -> dict[str, dict[int, None]]:
        """The same by their words in all other languages, where a word of this language does not lead there."""
        own_profile = profile(self._tag)
        numbers_by_term: dict[str, dict[int, None]] = defaultdict(dict)
        for n, concept in enumerate(concepts):
            for language, words in foreign_words(concept, self._tag):
                their_profile = profile(language)
                for word in keys.words(words):
                    term = keys.key(word, their_profile)
                    if n not in own_words_of.get(term, ()) or keys.key(word, own_profile) != term:
                        numbers_by_term[term][n] = None
        return numbers_by_term

    def _thin(self, own_words_of: Container[str]) -> set[str]:
        """Keep of common words only the postings with the most impact, as in titles.

        Returns the words that have none such: nobody can look for them.
        """
        if self._n_entries < _MANY:
            return set()
        stop: set[str] = set()
        for term, term_postings in self._postings.items():
            if len(term_postings) > _COMMON * self._n_entries:
                chief = array("I", (posting for posting in term_postings if posting & 7 >= _CHIEF))
                self._postings[term] = chief
                if not chief and term not in own_words_of:
                    stop.add(term)
        return stop

    def _stand_under(
        self, own_words_of: Mapping[str, Iterable[int]], members: Sequence[Sequence[int]]
    ) -> None:
        """Make the practices of a concept be about each of its words, whatever their texts say."""
        for term, numbers in own_words_of.items():
            earlier = self._postings.get(term, ())
            best = {posting >> 3: posting for posting in earlier if posting & 7 < _CHIEF}
            for concept in numbers:
                for n in members[concept]:
                    best[n] = n << 3 | _CHIEF
            for posting in earlier:
                if posting & 7 >= _CHIEF:
                    best[posting >> 3] = posting
            self._postings[term] = array("I", sorted(best.values()))

    def _entry(self, term: str, foreign: Mapping[str, str]) -> str:
        """The line of a term in the index: `term postings`, and its note on other languages if it has one."""
        line = f"{term} {postings(self._postings.get(term, ()))}"
        return f"{line} {foreign[term]}" if term in foreign else line

    def _words(self) -> dict[str, str]:
        """Words to suggest for mistyped ones, by term: the shortest of each, often the word itself."""
        words = self._in(self._tag).words
        worth = self._spelling
        for term, term_postings in self._postings.items():
            worth[term] += len(term_postings) > 0
        offered = [term for term in words if len(term) > 3 and not term.isdigit()]
        offered.sort(key=lambda term: (-worth[term], term))
        return {term: words[term] for term in offered[:_SPELLING]}


def _cut(parts: dict[str, object], letter: str, texts: Iterable[str], room: int) -> list[int]:
    """Put texts into parts of about `room` characters. Returns the place of the first text of each part."""
    first: list[int] = []
    part: list[str] = []
    size = 0
    for place, text in enumerate(texts):
        if not first or size + len(text) > room:
            if part:
                parts[f"{letter}{len(first) - 1}"] = "|".join(part)
            first.append(place)
            part, size = [], 0
        part.append(text)
        size += len(text) + 1
    if part:
        parts[f"{letter}{len(first) - 1}"] = "|".join(part)
    return first


def _shown(entry: SearchRecord) -> list[Any]:
    """What a result shows of an entry; empty values are left out at the end."""
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


def _digest(scripts: Mapping[str, str]) -> str:
    digest = hashlib.blake2b(digest_size=4)
    for name, text in scripts.items():
        digest.update(f"{name}\0{text}\0".encode())
    return digest.hexdigest()
