"""The checkout to what each language has in stock: short texts by kind, and sentences."""

from __future__ import annotations

import dataclasses
import functools
import math
import statistics
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from komsiluk.model.collection import Collection
from komsiluk.model.statements import Basis
from komsiluk.model.walk import texts
from komsiluk.rules.future_in_achieved import future_words
from komsiluk.text.scripts import convert, other_script
from tests.bench.invented.sentences import prose, sentences

WRITTEN = ("en", "sr-Latn", "bs", "mk", "sq", "de")
"""The languages in which the checkout has sentences; others are derived from them."""
PLACES = 3
"""How many sentences of a paragraph come from pools of their own, so that their choice tells a number."""
_SHORTEST, _LONGEST = 30, 125
"""Characters of a sentence in stock: three of them and a blank between fit into a note of 400."""
_TITLE = 60
_AS_SENTENCES = {
    "summary", "problem.text", "steps.how", "steps.risk", "activities.how", "session.decision",
    "notes.text", "hard.text", "obstacles.text", "success_factors.text", "not_suitable_when.text",
    "prerequisites.text", "needs.text", "participation.text", "sustainability.text", "reported.how",
}  # fmt: skip
"""Kinds of texts that are cut into sentences."""
_AS_CLAIMS = ("results.claim", "summary", "problem.text", "reported.how")


@dataclass(frozen=True, kw_only=True)
class Stock:
    """What one language has to say."""

    language: str
    short: Mapping[str, tuple[str, ...]]
    """Short texts by kind: `steps.what`, `results.claim`, `title`…"""
    pools: tuple[tuple[tuple[str, ...], ...], ...]
    """Sentences, the shorter half and the longer half, each in `PLACES` pools of equal size."""
    labels: Mapping[str, Mapping[str, str]]
    """Words for the concepts of each vocabulary, by their ids, and for `places`."""

    @functools.cached_property
    def size(self) -> int:
        """How many sentences a pool holds."""
        return len(self.pools[0][0])

    @functools.cached_property
    def mean(self) -> float:
        """Length of a sentence with the blank behind it, in characters."""
        held = [sentence for half in self.pools for pool in half for sentence in pool]
        return statistics.fmean(map(len, held)) + 1

    @functools.cached_property
    def stride(self) -> int:
        """A factor that visits all choices of `PLACES` sentences before it repeats one."""
        n_choices = self.size**PLACES
        stride = int(n_choices * 0.618)
        while math.gcd(stride, self.size) != 1:
            stride += 1
        return stride


def stocks(held: Collection, docs: Path, languages: Iterable[str]) -> dict[str, Stock]:
    """The stock of each language, from the checkout's practices and its hand-written pages in `docs`.

    Raises `LookupError` for a language in which nothing is written there.
    """
    found: dict[str, Stock] = {}
    for tag in languages:
        written = tag if tag in WRITTEN else other_script(tag)
        if written is None:
            raise LookupError(f"the checkout has no sentences in {tag}")
        stock = found.get(written) or _stock(held, docs / written, written)
        found[tag] = stock if written == tag else _converted(stock, tag)
    return found


def _stock(held: Collection, docs: Path, tag: str) -> Stock:
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for kind, text in _texts(held, tag):
        kinds[kind].append(text)
    labels = {name: dict(_labels(held, name, tag)) for name in held.vocabularies}
    labels["places"] = {
        place_id: place.name[tag] for place_id, place in held.places.items() if tag in place.name
    }
    kinds["title"] += [*labels["practice_types"].values(), *labels["themes"].values()]
    kinds["title"] += (project.names.get(tag, "") for project in held.projects.values())
    kinds["title"] = [title for title in kinds["title"] if 0 < len(title) <= _TITLE]
    future = future_words(tag)
    kinds["claim"] = [
        sentence
        for kind in _AS_CLAIMS
        for text in kinds[kind]
        for sentence in sentences(text)
        if not (future and future.search(sentence))
    ]
    long = [text for kind in sorted(_AS_SENTENCES) for text in kinds[kind]]
    long += _running(held, docs, tag)
    return Stock(
        language=tag,
        short={kind: tuple(dict.fromkeys(told)) for kind, told in kinds.items()},
        pools=_pools([sentence for text in long for sentence in sentences(text)]),
        labels=labels,
    )


def _texts(held: Collection, tag: str) -> Iterator[tuple[str, str]]:
    """Every text of the practices in a language, with its kind."""
    for practice_id, practice in held.practices.items():
        reported = {f"steps.{step.id}" for step in practice.steps if step.basis is Basis.REPORTED}
        translation = held.translations[practice_id].get(tag)
        if tag == practice.original_language:
            told: Mapping[str, str] = texts(practice)
        else:
            told = translation.texts if translation else {}
        for name, text in told.items():
            holder, _, field = name.rpartition(".")
            parts = holder.split(".")
            if holder in reported:
                yield f"reported.{field}", text
            else:
                yield ".".join([*parts[-2:-1], field]) if len(parts) > 1 else name, text


def _labels(held: Collection, vocabulary: str, tag: str) -> Iterator[tuple[str, str]]:
    for concept in held.vocabularies[vocabulary].concepts:
        if tag in concept.label:
            yield concept.id, concept.label[tag]


def _running(held: Collection, docs: Path, tag: str) -> Iterator[str]:
    """What is told outside the practices: definitions, descriptions, hand-written pages."""
    for vocabulary in held.vocabularies.values():
        yield from (concept.definition.get(tag, "") for concept in vocabulary.concepts)
    yield from (known.description.get(tag, "") for known in held.organisations.values())
    yield from (project.description.get(tag, "") for project in held.projects.values())
    for page in sorted(docs.glob("*.md")):
        yield from prose(page.read_text("utf-8"))


def _pools(told: Iterable[str]) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Short and long sentences, dealt out to pools; which goes where depends on its words alone."""
    fit = {sentence for sentence in told if _SHORTEST <= len(sentence) <= _LONGEST}
    middle = statistics.median(map(len, fit))
    halves: tuple[list[str], list[str]] = ([], [])
    for sentence in sorted(fit, key=lambda sentence: (zlib.crc32(sentence.encode()), sentence)):
        halves[len(sentence) > middle].append(sentence)
    size = min(map(len, halves)) // PLACES
    return tuple(
        tuple(tuple(half[place * size : (place + 1) * size]) for place in range(PLACES))
        for half in halves
    )


def _converted(stock: Stock, tag: str) -> Stock:
    def other(text: str) -> str:
        return convert(text, stock.language, tag)

    return dataclasses.replace(
        stock,
        language=tag,
        short={kind: tuple(map(other, told)) for kind, told in stock.short.items()},
        pools=tuple(tuple(tuple(map(other, pool)) for pool in half) for half in stock.pools),
        labels={
            name: {key: other(label) for key, label in held.items()}
            for name, held in stock.labels.items()
        },
    )
