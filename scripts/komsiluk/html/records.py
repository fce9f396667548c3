"""What a template may ask of places, organisations, concepts and sources."""

from __future__ import annotations

from komsiluk.html.asking import Asking
from komsiluk.model.practice import Practice
from komsiluk.model.records import Organisation, Place, Project, Source
from komsiluk.pages import facts
from komsiluk.pages.names import organisation_name, place_name
from komsiluk.pages.shelves import Shelf
from komsiluk.pages.voice import Said


class Records(Asking):
    """Records by their ids, in the words of the page."""

    def concept(self, vocabulary: str, concept_id: str) -> Said:
        """The label of a term."""
        return self._concept(vocabulary, concept_id, definition=False)

    def definition(self, vocabulary: str, concept_id: str) -> Said:
        """What a term means."""
        return self._concept(vocabulary, concept_id, definition=True)

    def _concept(self, vocabulary: str, concept_id: str, *, definition: bool) -> Said:
        held = self.plan.collection.vocabularies.get(vocabulary)
        concept = held.concept(concept_id) if held else None
        labels = (concept.definition if definition else concept.label) if concept else {}
        return self.voice.label(labels, "" if definition else concept_id)

    def palette(self, theme: str) -> str:
        """The name of a theme's palette."""
        held = self.plan.collection.vocabularies.get("themes")
        concept = held.concept(theme) if held else None
        return (concept.palette if concept else None) or theme

    def place(self, place_id: str) -> Place:
        """A place's record."""
        return self.plan.collection.places[place_id]

    def place_name(self, place_id: str) -> str:
        """The name of a place."""
        asked = ("place", place_id)
        found: str | None = self.voice.memory.get(asked)
        if found is None:
            found = self.voice.memory[asked] = place_name(
                self.plan.collection, place_id, self.voice
            )
        return found

    def country(self, code: str) -> str:
        """The name of a country."""
        return self.voice.words.country(code)

    def organisation(self, organisation_id: str) -> Organisation:
        """An organisation's record."""
        return self.plan.collection.organisations[organisation_id]

    def organisation_name(self, organisation_id: str) -> str:
        """The name of an organisation."""
        asked = ("organisation", organisation_id)
        found: str | None = self.voice.memory.get(asked)
        if found is None:
            found = organisation_name(self.plan.collection, organisation_id, self.voice)
            self.voice.memory[asked] = found
        return found

    def project(self, project_id: str) -> Project:
        """A project's record."""
        return self.plan.collection.projects[project_id]

    def source(self, source_id: str) -> Source:
        """A source's record."""
        return self.plan.collection.sources[source_id]

    def label(self, labels: dict[str, str], otherwise: str = "") -> Said:
        """The words of the page's language among labels."""
        return self.voice.label(labels, otherwise)

    def language_name(self, tag: str) -> str:
        """The name of a language in the page's language."""
        return self.voice.words.language_name(tag)

    def shelf(self, kind: str) -> Shelf:
        """Ids of practices by what they stand under."""
        shelf: Shelf = getattr(self.plan.shelves, kind)
        return shelf

    def where(self, practice: Practice) -> str:
        """The places of a practice in a few words: at most three, else the countries."""
        return facts.where(self.plan.collection, practice, self.voice)
