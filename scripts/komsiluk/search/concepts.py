"""Concepts that practices stand under to the words by which people look for them, in every language.

A concept is a theme, a group, a type, a place, an organisation or a project. Its practices are about
each of its words. So *povratnici*, *returnees* and *të kthyer* find the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from komsiluk.model.records import Organisation, Place, Project, VocabularyConcept
from komsiluk.pages.plan import Plan
from komsiluk.pages.taxonomy import Index
from komsiluk.text.scripts import convert, other_script


@dataclass(frozen=True, slots=True)
class SearchConcept:
    """A concept that practices stand under."""

    key: str
    """The key of its page, or the key that a page of it would have: `groups/returnees`."""
    practices: tuple[str, ...]
    labels: Mapping[str, tuple[str, ...]]
    """By language: what it is called, and other words for it."""


def concepts(plan: Plan) -> tuple[SearchConcept, ...]:
    """Every concept that a practice stands under, in the order of the taxonomy."""
    return tuple(_concepts(plan))


def _concepts(plan: Plan) -> Iterator[SearchConcept]:
    collection, taxonomy = plan.collection, plan.taxonomy
    for vocabulary, folder, practices_by_id in (
        ("themes", "themes", taxonomy.themes),
        ("groups", "groups", taxonomy.groups),
        ("practice_types", "types", taxonomy.types),
    ):
        scheme = collection.vocabularies.get(vocabulary)
        for concept_id, practices in practices_by_id.items():
            concept = scheme.concept(concept_id) if scheme else None
            if concept:
                yield SearchConcept(f"{folder}/{concept_id}", practices, _words(concept))
    for place_id, practices in taxonomy.places.items():
        place = collection.places[place_id]
        yield SearchConcept(f"places/{place_id}", practices, _place(place, plan))
    for folder, practices_by_id, records in (
        ("organisations", taxonomy.organisations, collection.organisations),
        ("projects", taxonomy.projects, collection.projects),
    ):
        yield from _named(folder, practices_by_id, records)


def _named(
    folder: str, practices_by_id: Index, records: Mapping[str, Organisation] | Mapping[str, Project]
) -> Iterator[SearchConcept]:
    for record_id, practices in practices_by_id.items():
        record = records[record_id]
        own = [record.name]
        if isinstance(record, Organisation) and record.abbreviation:
            own.append(record.abbreviation)
        labels = {tag: (name,) for tag, name in record.names.items()}
        yield SearchConcept(f"{folder}/{record_id}", practices, {**labels, "": tuple(own)})


def _words(concept: VocabularyConcept) -> dict[str, tuple[str, ...]]:
    tags = dict.fromkeys([*concept.label, *concept.alternatives])
    return {
        tag: (
            *([concept.label[tag]] if tag in concept.label else ()),
            *concept.alternatives.get(tag, ()),
        )
        for tag in tags
    }


def _place(place: Place, plan: Plan) -> dict[str, tuple[str, ...]]:
    labels: dict[str, tuple[str, ...]] = {tag: (name,) for tag, name in place.name.items()}
    if place.kind == "country" and place.country:
        for tag, language in plan.languages.items():
            labels.setdefault(tag, (language.words.country(place.country),))
    return labels


def own_words(concept: SearchConcept, tag: str) -> Sequence[str]:
    """The words of a concept in a language and in its other script, and its names, which have no language."""
    labels = concept.labels
    words = list(labels.get("", ()))
    words += labels.get(tag, ())
    origin = other_script(tag)
    if origin and tag not in labels:
        words += [convert(word, origin, tag) for word in labels.get(origin, ())]
    return words


def foreign_words(concept: SearchConcept, tag: str) -> Iterable[tuple[str, str]]:
    """The words of a concept in all other languages: language and words."""
    near = {tag, other_script(tag)}
    for other, words in concept.labels.items():
        if other and other not in near:
            for word in words:
                yield other, word
