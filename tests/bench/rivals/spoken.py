"""A practice and a language to everything that its page can say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from komsiluk.model.collection import Collection
from komsiluk.model.practice import Practice
from komsiluk.model.statements import Citation
from komsiluk.model.walk import texts
from komsiluk.pages.language_context import LanguageContext


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """One practice in one language, for whoever writes its page by hand."""

    practice: Practice
    held: Collection
    language: LanguageContext
    texts: Mapping[str, str]
    """The practice's texts by name, the original's where nobody translated."""
    cited: dict[tuple[str, str], int] = field(default_factory=dict)
    """Source and words to look for, with the number that the page gives them."""

    def say(self, name: str) -> str:
        """A text of the practice: `results.workshops.claim`."""
        return self.texts[name]

    def word(self, key: str, **values: object) -> str:
        """A phrase of the interface."""
        return self.language.words.say(key, **values)

    def cite(self, citation: Citation | None) -> str:
        """The number of a source as a link, with a blank before it; empty for none."""
        if citation is None:
            return ""
        number = self.cited.setdefault((citation.id, citation.at), len(self.cited) + 1)
        return f" [{number}](#sources)"

    def concept(self, vocabulary: str, concept_id: str) -> str:
        """The label of a term."""
        return self.language.concept(vocabulary, concept_id).plain

    def place(self, place_id: str) -> str:
        """The name of a place."""
        return self.language.place(place_id)

    def organisation(self, organisation_id: str) -> str:
        """The name of an organisation."""
        return self.language.organisation(organisation_id)

    def project(self, project_id: str) -> str:
        """The name of a project."""
        return self.language.project(project_id).plain


def spoken(practice_id: str, held: Collection, language: LanguageContext) -> Spoken:
    """The practice in a language."""
    practice = held.practices[practice_id]
    translation = held.translations[practice_id].get(language.tag)
    told: Mapping[str, str] = texts(practice)
    if translation is not None and language.tag != practice.original_language:
        told = {**told, **translation.texts}
    return Spoken(practice=practice, held=held, language=language, texts=told)
