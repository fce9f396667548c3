"""A generated collection to judged queries: what people who look for its practices would type.

    python tests/browser/queries/generated.py /tmp/thousand sr-Latn

lists them. The queries come from titles, places, years and vocabularies alone, never from the
index; right is every practice, and every page of a record, that has all the words meant.
"""

from __future__ import annotations

import argparse
import functools
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

if __name__ == "__main__":
    # A script sees only its own folder; the imports below are those of the checkout.
    sys.path[0] = str(Path(__file__).parents[3])

from komsiluk.mkdocs_plugin.config_loader import load_settings
from komsiluk.model.collection import Collection
from komsiluk.model.fields import Labels
from komsiluk.model.records import VocabularyConcept
from komsiluk.source.collection import load
from komsiluk.text.scripts import convert, other_script
from komsiluk.text.serbian import to_cyrillic, to_latin
from tests.browser.queries.forms import forms, place_form
from tests.browser.queries.judged import Query

PER_CLASS = 7
"""How many queries there are of each class."""
_MOST_EXPECTED = 12
"""A query that more pages answer would be answered by accident."""
_TRIES = 400
_LONG_WORD = 8
"""Letters of a word long enough for one of them to be wrong."""
_CONCEPTS = {"themes": "themes", "groups": "groups", "practice_types": None}
"""Vocabularies whose concepts practices carry, and the folder of their pages, where they have one."""
_FUNCTION_WORDS = """
about before having together through shared their from with koji vodi zajedno што води меѓу заедно
који води заједно dhe nga drejtuar bashkë ndërtojmë oder eine einer geleitet
"""
"""Words of titles that say nothing about a practice."""
_SHORTEST = 4
"""Letters of a title's word that one would search for."""
_WORD = re.compile(r"[^\W_]+")
_MACEDONIAN = str.maketrans({"ѓ": "gj", "ќ": "kj", "ѕ": "dz"})
"""The letters that Serbian has not."""
_HISSING = str.maketrans({"ж": "zh", "ч": "ch", "ш": "sh"})
"""Letters as people type them who have no diacritics at hand."""
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What a reader may know of a practice in a language, in small letters."""

    practice_id: str
    title: tuple[str, ...]
    """The words of its title that say what it is."""
    place: str
    place_in_serbian: str
    year: str
    concepts: tuple[VocabularyConcept, ...]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A query and the words, as some page writes them, that are meant by it."""

    text: str
    meant: tuple[str, ...]


Maker = Callable[["View", Seen, Random], Asked | None]
"""Thinks of a query for a practice; None where it does not lend itself to one of its class."""


def queries(folder: Path, language: str, per_class: int = PER_CLASS) -> tuple[Query, ...]:
    """Queries on the site in `folder`, `per_class` of each class; always the same.

    Raises `LookupError` if a class has too few.
    """
    view = View(_read(folder), language)
    found: dict[str, Query] = {}
    for sort, make in _MAKERS.items():
        found |= _some(view, sort, make, per_class, known=found)
    return tuple(found.values())


@functools.lru_cache(maxsize=1)
def _read(folder: Path) -> Collection:
    settings = load_settings(folder / "mkdocs.yml")
    return load(settings.practices, settings.languages, root=folder).collection


def _some(
    view: View, sort: str, make: Maker, wanted: int, *, known: Mapping[str, Query]
) -> dict[str, Query]:
    """Queries of a class by their texts, none of which is known."""
    chance = Random(f"{view.language} {sort}")
    found: dict[str, Query] = {}
    tried: set[tuple[str, ...]] = set()
    for _ in range(_TRIES):
        asked = make(view, chance.choice(view.practices), chance)
        if asked is None or asked.meant in tried or asked.text in known:
            continue
        tried.add(asked.meant)
        expected = view.pages_with(asked.meant, whole=sort != "prefix")
        if 0 < len(expected) <= _MOST_EXPECTED:
            found[asked.text] = Query(text=asked.text, sort=sort, expected=expected)
            if len(found) == wanted:
                return found
    raise LookupError(f"{view.language}: only {len(found)} queries of the class {sort}")


class View:
    """A generated collection as readers of one language see it."""

    def __init__(self, held: Collection, language: str) -> None:
        self.language = language
        self._held = held
        self.practices = tuple(self._see(practice_id) for practice_id in self._held.practices)
        self._pages: defaultdict[str, set[str]] = defaultdict(set)
        for key, words in self._all_heads():
            for word in words:
                self._pages[word].add(key)

    def said(self, labels: Labels) -> str:
        """The label in the reader's language, in small letters."""
        origin = other_script(self.language)
        if self.language not in labels and origin in labels:
            return convert(labels[origin], origin, self.language).lower()
        return labels.get(self.language, labels.get("en", "")).lower()

    def pages_with(self, meant: Sequence[str], *, whole: bool) -> tuple[str, ...]:
        """Keys of the pages with all these words in their head: in any form, or as a beginning."""
        same = _same if whole else str.startswith
        found = (
            set[str]().union(*(self._pages[word] for word in self._pages if same(word, one)))
            for text in meant
            for one in _words(text)
        )
        return tuple(sorted(set.intersection(*found)))

    def knows(self, word: str) -> bool:
        """Whether the folded word, or a form of it, is in some title, name or label."""
        return any(_same(known, word) for known in self._pages)

    def _see(self, practice_id: str) -> Seen:
        held, practice = self._held, self._held.practices[practice_id]
        place = held.places[practice.places[0]].name
        title = self._title(practice_id).lower().rpartition(",")[0]
        return Seen(
            practice_id=practice_id,
            title=tuple(
                word
                for word in _WORD.findall(title)
                if len(word) >= _SHORTEST and word not in _FUNCTION_WORDS.split()
            ),
            place=self.said(place),
            place_in_serbian=place.get("sr-Latn", "").lower(),
            year=practice_id.rpartition("-")[2],
            concepts=tuple(concept for _, concept in _concepts(held, practice_id)),
        )

    def _title(self, practice_id: str) -> str:
        practice = self._held.practices[practice_id]
        translation = self._held.translations[practice_id].get(self.language)
        if translation is not None:
            return str(translation.texts["title"])
        origin = other_script(self.language)
        if practice.original_language == origin:
            return convert(practice.title, origin, self.language)
        return practice.title

    def _all_heads(self) -> Iterator[tuple[str, frozenset[str]]]:
        """Page keys and the words, folded, by which a page may fairly be found."""
        held = self._held
        for practice_id, practice in held.practices.items():
            told = [self._title(practice_id)]
            for _, concept in _concepts(held, practice_id):
                told += _known_as(concept)
                told.append(self.said(concept.label))
            around = practice.places[0] if practice.places else None
            while around:
                told.append(self.said(held.places[around].name))
                around = held.places[around].part_of
            for part in practice.organisations:
                organisation = held.organisations[part.organisation]
                told += [organisation.name, self.said(organisation.names)]
            for name in practice.projects:
                told += [held.projects[name].name, self.said(held.projects[name].names)]
            yield practice_id, frozenset(_words(" ".join(told)))
        for vocabulary, kind in _CONCEPTS.items():
            for concept in held.vocabularies[vocabulary].concepts if kind else ():
                told = [self.said(concept.label), *_known_as(concept)]
                yield f"{kind}/{concept.id}", frozenset(_words(" ".join(told)))
        for place_id, record in held.places.items():
            yield f"places/{place_id}", frozenset(_words(self.said(record.name)))
        for project_id, project in held.projects.items():
            names = f"{project.name} {self.said(project.names)}"
            yield f"projects/{project_id}", frozenset(_words(names))


def _plain(view: View, seen: Seen, chance: Random) -> Asked | None:
    meant = _meant(seen, chance)
    return Asked(text=" ".join(meant), meant=meant)


def _bald(view: View, seen: Seen, chance: Random) -> Asked | None:
    meant = _meant(seen, chance)
    text = " ".join(meant)
    typed = _stripped(_romanised(text, view.language).replace("đ", "dj"))
    return Asked(text=typed, meant=meant) if typed != text else None


def _in_other_script(view: View, seen: Seen, chance: Random) -> Asked | None:
    meant = _meant(seen, chance)
    text = " ".join(meant)
    match view.language:
        case "sr-Latn" | "bs":
            typed = to_cyrillic(text)
        case "sr-Cyrl":
            typed = to_latin(text)
        case "mk":
            typed = to_latin(text.translate(_MACEDONIAN | _HISSING))
        case "de" if text != text.translate(_GERMAN):
            typed = text.translate(_GERMAN)
        case _:
            # Somebody who types in Cyrillic looks for a place of the same name on a Latin page.
            meant = (seen.place, seen.year)
            typed = f"{to_cyrillic(seen.place_in_serbian)} {seen.year}"
            if _fold(seen.place_in_serbian) != _fold(seen.place):
                return None
    return Asked(text=typed, meant=meant) if typed != text else None


def _inflected(view: View, seen: Seen, chance: Random) -> Asked | None:
    known = [word for word in seen.title if forms(word, view.language)]
    if not known:
        return None
    word = chance.choice(known)
    form = chance.choice(forms(word, view.language))
    return Asked(text=f"{form} {place_form(seen.place, view.language)}", meant=(word, seen.place))


def _with_typo(view: View, seen: Seen, chance: Random) -> Asked | None:
    long = [word for word in seen.title if len(word) >= _LONG_WORD]
    if not long:
        return None
    word = chance.choice(long)
    typed = _mistyped(word, chance)
    if typed == word or any(map(view.knows, _words(typed))):
        return None
    return Asked(text=f"{typed} {seen.place}", meant=(word, seen.place))


def _in_another_language(view: View, seen: Seen, chance: Random) -> Asked | None:
    concept = chance.choice(seen.concepts)
    spoken = {_family(tag): tag for tag in concept.label if _family(tag) != _family(view.language)}
    tag = spoken[chance.choice(sorted(spoken))]
    words = [concept.label[tag], *concept.alternatives.get(tag, ())]
    word = chance.choice(words).lower()
    own = {w for text in (view.said(concept.label), *seen.title) for w in _words(text)}
    if " " in word or len(word) < 5 or any(_same(known, _fold(word)) for known in own):
        return None
    return Asked(text=f"{word} {seen.place}", meant=(word, seen.place))


def _begun(view: View, seen: Seen, chance: Random) -> Asked | None:
    long = [word for word in seen.title if len(word) >= _LONG_WORD]
    if not long:
        return None
    beginning = chance.choice(long)[: chance.randint(4, 6)]
    return Asked(text=f"{seen.place} {beginning}", meant=(seen.place, beginning))


_MAKERS: dict[str, Maker] = {
    "plain": _plain,
    "bald": _bald,
    "other-script": _in_other_script,
    "inflected": _inflected,
    "typo": _with_typo,
    "cross-language": _in_another_language,
    "prefix": _begun,
}


def _meant(seen: Seen, chance: Random) -> tuple[str, ...]:
    """A word of the title and the place, the year too, or only place and year."""
    word = chance.choice(seen.title or (seen.year,))
    return chance.choice(
        ((word, seen.place), (word, seen.place, seen.year), (seen.place, seen.year))
    )


def _mistyped(word: str, chance: Random) -> str:
    """The word with one letter left out, doubled or swapped with the next, never the first two or last two.

    >>> _mistyped("returnees", Random("a")) != "returnees"
    True
    """
    at = chance.randrange(2, len(word) - 3)
    return chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )


def _concepts(held: Collection, practice_id: str) -> Iterator[tuple[str, VocabularyConcept]]:
    practice = held.practices[practice_id]
    ids = {
        "themes": practice.themes,
        "groups": practice.groups,
        "practice_types": (practice.type,),
    }
    for vocabulary, carried in ids.items():
        for concept_id in carried:
            concept = held.vocabularies[vocabulary].concept(concept_id)
            if concept is not None:
                yield vocabulary, concept


def _known_as(concept: VocabularyConcept) -> list[str]:
    """What a concept is called in all languages, and the other words for it."""
    others = [word for words in concept.alternatives.values() for word in words]
    return [*concept.label.values(), *others]


def _family(language: str) -> str:
    """Languages that are one to somebody who types."""
    return "sr" if language in ("sr-Latn", "sr-Cyrl", "bs") else language


def _words(text: str) -> list[str]:
    return [_fold(word) for word in _WORD.findall(text.lower())]


def _same(word: str, other: str) -> bool:
    """Whether two folded words may be forms of one; coarse, for it only decides what counts as right.

    >>> _same("obuka", "obukama"), _same("rad", "radio"), _same("2019", "2018")
    (True, False, False)
    """
    if word == other:
        return True
    if len(other) < 5 or word.isdigit():
        return False
    shared = max(4, len(other) - 2)
    return word[:shared] == other[:shared] and abs(len(word) - len(other)) <= 4


@functools.cache
def _fold(word: str) -> str:
    """Small Latin letters without diacritics, one spelling for both scripts."""
    return _stripped(to_latin(word.translate(_MACEDONIAN)).replace("đ", "dj"))


def _romanised(text: str, language: str) -> str:
    return _fold(text) if language == "mk" else to_latin(text) if language == "sr-Cyrl" else text


def _stripped(text: str) -> str:
    letters = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("language")
    told = parser.parse_args()
    for query in queries(told.folder, told.language):
        print(f"{query.sort:15} {query.text:45} {' '.join(query.expected)}")


if __name__ == "__main__":
    main()
