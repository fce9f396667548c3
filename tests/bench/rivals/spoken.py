"""A practice and a language to everything that its page can say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from komsiluk.model.collection import Collection
from komsiluk.model.practice import Practice
from komsiluk.model.statements import Citation
from komsiluk.model.walk import texts
from komsiluk.pages.voice import Voice


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """One practice in one language, for whoever writes its page by hand."""

    practice: Practice
    held: Collection
    voice: Voice
    texts: Mapping[str, str]
    """The practice's texts by name, the original's where nobody translated."""
    cited: dict[tuple[str, str], int] = field(default_factory=dict)
    """Source and words to look for, with the number that the page gives them."""

    def say(self, name: str) -> str:
        """A text of the practice: `results.workshops.claim`."""
        return self.texts[name]

    def word(self, key: str, **values: object) -> str:
        """A phrase of the interface."""
        return self.voice.words.say(key, **values)

    def cite(self, citation: Citation | None) -> str:
        """The number of a source as a link, with a blank before it; empty for none."""
        if citation is None:
            return ""
        number = self.cited.setdefault((citation.id, citation.at), len(self.cited) + 1)
        return f" [{number}](#sources)"

    def concept(self, vocabulary: str, concept_id: str) -> str:
        """The label of a term."""
        return concept_name(vocabulary, concept_id, self.held, self.voice)

    def place(self, place_id: str) -> str:
        """The name of a place."""
        return place_name(place_id, self.held, self.voice)

    def organisation(self, organisation_id: str) -> str:
        """The name of an organisation."""
        organisation = self.held.organisations[organisation_id]
        return self.voice.label(organisation.names, organisation.name).plain

    def project(self, project_id: str) -> str:
        """The name of a project."""
        project = self.held.projects[project_id]
        return self.voice.label(project.names, project.name).plain


def spoken(practice_id: str, held: Collection, voice: Voice) -> Spoken:
    """The practice in the language of the voice."""
    practice = held.practices[practice_id]
    translation = held.translations[practice_id].get(voice.tag)
    told: Mapping[str, str] = texts(practice)
    if translation is not None and voice.tag != practice.original_language:
        told = {**told, **translation.texts}
    return Spoken(practice=practice, held=held, voice=voice, texts=told)


def concept_name(vocabulary: str, concept_id: str, held: Collection, voice: Voice) -> str:
    """The label of a term in the language of the voice."""
    concept = held.vocabularies[vocabulary].concept(concept_id)
    return voice.label(concept.label if concept else {}, concept_id).plain


def place_name(place_id: str, held: Collection, voice: Voice) -> str:
    """The name of a place; a country without one of its own has CLDR's."""
    place = held.places[place_id]
    if not place.name and place.country:
        return voice.words.country(place.country)
    return voice.label(place.name, place_id).plain
