"""A language of the site to its words for everything: phrases, labels, names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from komsiluk.model.collection import Collection
from komsiluk.model.words import Words
from komsiluk.pages.localized_text import LocalizedText, single
from komsiluk.text.scripts import convert, other_script


@dataclass(frozen=True, kw_only=True)
class Names:
    """The names of the records of a collection in one language, worked out once."""

    concepts: Mapping[tuple[str, str], LocalizedText]
    """Labels of terms, by vocabulary and id."""
    definitions: Mapping[tuple[str, str], LocalizedText]
    """What terms mean, where somebody wrote it."""
    places: Mapping[str, str]
    organisations: Mapping[str, str]
    projects: Mapping[str, LocalizedText]


@dataclass(frozen=True)
class LanguageContext:
    """All words of one language of the site, except the texts of practices."""

    words: Words
    default_language: str
    """The site's, in which a label stands where this language has none."""
    names: Names

    @property
    def tag(self) -> str:
        """The language's BCP 47 tag."""
        return self.words.language.tag

    def label(self, labels: Mapping[str, str], otherwise: str = "") -> LocalizedText:
        """The label in this language; else in its other script; else in the site's default.

        Then comes `otherwise`, such as a thing's own name, and last the first language that has a label.
        """
        return label(labels, self.tag, self.default_language, otherwise)

    def concept(self, vocabulary: str, concept_id: str) -> LocalizedText:
        """The label of a term; its id where no vocabulary has it."""
        text = self.names.concepts.get((vocabulary, concept_id))
        return single(concept_id, self.tag) if text is None else text

    def definition(self, vocabulary: str, concept_id: str) -> LocalizedText:
        """What a term means; an empty text where nobody wrote it."""
        text = self.names.definitions.get((vocabulary, concept_id))
        return single("", self.tag) if text is None else text

    def place(self, place_id: str) -> str:
        """The name of a place; its id where no record has it."""
        return self.names.places.get(place_id, place_id)

    def organisation(self, organisation_id: str) -> str:
        """The name of an organisation; its id where no record has it."""
        return self.names.organisations.get(organisation_id, organisation_id)

    def project(self, project_id: str) -> LocalizedText:
        """The name of a project; its id where no record has it."""
        text = self.names.projects.get(project_id)
        return single(project_id, self.tag) if text is None else text


def language_context(
    words: Words, default_language: str, collection: Collection
) -> LanguageContext:
    """The context of one language of a site."""
    return LanguageContext(
        words=words,
        default_language=default_language,
        names=_names(words, default_language, collection),
    )


def _names(words: Words, default: str, collection: Collection) -> Names:
    tag = words.language.tag
    concepts = [
        (vocabulary, concept)
        for vocabulary, scheme in collection.vocabularies.items()
        for concept in scheme.concepts
    ]
    return Names(
        concepts={
            (vocabulary, concept.id): label(concept.label, tag, default, concept.id)
            for vocabulary, concept in concepts
        },
        definitions={
            (vocabulary, concept.id): label(concept.definition, tag, default)
            for vocabulary, concept in concepts
        },
        places=dict(_places(words, default, collection)),
        organisations={
            organisation_id: label(organisation.names, tag, default, organisation.name).line
            for organisation_id, organisation in collection.organisations.items()
        },
        projects={
            project_id: label(project.names, tag, default, project.name)
            for project_id, project in collection.projects.items()
        },
    )


def _places(words: Words, default: str, collection: Collection) -> Iterator[tuple[str, str]]:
    """Each place with its name; a country without one of its own has CLDR's."""
    for place_id, place in collection.places.items():
        if not place.name and place.country:
            yield place_id, words.country(place.country)
        else:
            yield place_id, label(place.name, words.language.tag, default, place_id).line


def label(labels: Mapping[str, str], tag: str, default: str, otherwise: str = "") -> LocalizedText:
    """The label among `labels` for a language, as `LanguageContext.label` chooses it."""
    if tag in labels:
        return single(labels[tag], tag)
    origin = other_script(tag)
    if origin in labels and origin is not None:
        return single(convert(labels[origin], origin, tag), tag)
    if default in labels:
        return single(labels[default], default)
    if labels and not otherwise:
        language, text = next(iter(labels.items()))
        return single(text, language)
    return single(otherwise, tag)
