"""Everything that a site holds, linked and ready for judgement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from komsiluk.model.practice import Practice
from komsiluk.model.records import Anthology, Organisation, Place, Project, Source, Vocabulary
from komsiluk.model.translation import Translation
from komsiluk.model.withdrawal import Withdrawal
from komsiluk.photographs.photograph import Photograph


@dataclass(frozen=True, kw_only=True)
class Collection:
    """The practices of a site and the records they point to, each by id, sorted by id."""

    practices: Mapping[str, Practice]
    places: Mapping[str, Place]
    organisations: Mapping[str, Organisation]
    projects: Mapping[str, Project]
    sources: Mapping[str, Source]
    vocabularies: Mapping[str, Vocabulary]
    collections: Mapping[str, Anthology] = field(default_factory=dict)
    """Practices that were gathered for a booklet, in the order in which they are read there."""
    translations: Mapping[str, Mapping[str, Translation]]
    """By practice, then by language; derived ones included, the original not."""
    originals: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The texts of practices by name, where they have been collected before."""
    withdrawn: Mapping[str, Withdrawal] = field(default_factory=dict)
    """What is left of practices that were taken off the site."""
    photographs: Mapping[str, Photograph] = field(default_factory=dict)
    """Every file in the folders `images`, by its path from the practices folder."""

    def records(self, kind: str) -> Mapping[str, object]:
        """The records of a kind: `practices`, `places`, `organisations`, `projects`, `sources`…"""
        by_id: Mapping[str, object] = getattr(self, kind)
        return by_id
