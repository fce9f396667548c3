"""The records that practices point to: places, organisations, projects, sources and vocabularies."""

from __future__ import annotations

import functools
from typing import Annotated, Literal

from pydantic import Field

from komsiluk.model.fields import (
    Concept,
    CountryCode,
    Day,
    Degrees,
    Labels,
    LanguageTag,
    OrganisationId,
    PlaceId,
    Record,
    RecordId,
    Reference,
    WebAddress,
)


class Coordinates(Record):
    """A point on the earth, no more exact than a town."""

    latitude: Annotated[Degrees, Field(ge=-90, le=90, examples=[43.14])]
    """Degrees north of the equator, two decimals at most; south of it with a minus."""
    longitude: Annotated[Degrees, Field(ge=-180, le=180, examples=[20.52])]
    """Degrees east of Greenwich, two decimals at most; west of it with a minus."""


class PlaceDraft(Record):
    """A place as far as its file was understood."""

    name: Labels = {}
    """The name by language; a country may leave it to the Unicode CLDR."""
    kind: Literal["country", "region", "district", "municipality"] | None = None
    country: CountryCode | None = None
    """The country it lies in; absent for a region across borders."""
    part_of: PlaceId | None = None
    """The next larger place."""
    region_code: Annotated[str, Field(examples=["RS217"])] | None = None
    """Code of the Eurostat statistical region it is, or lies in."""
    population_band: Annotated[RecordId, Concept("population_bands")] | None = None
    """How many people live there, by band."""
    coordinates: Coordinates | None = None
    """Where it stands on the map: the middle of a town, or where the name of an area would be written."""
    settings: tuple[Annotated[RecordId, Concept("settings")], ...] = ()
    """What marks the place: a border, a transit corridor, a reception centre nearby…"""


class Place(PlaceDraft):
    """A country, a region, a district or a municipality."""

    kind: Literal["country", "region", "district", "municipality"]
    """What sort of place it is."""


class OrganisationDraft(Record):
    """An organisation as far as its file was understood."""

    name: Annotated[str, Field(min_length=1)] | None = None
    abbreviation: str | None = None
    """The short name."""
    names: Labels = {}
    """The name in other languages, where one is in use."""
    type: Annotated[RecordId, Concept("organisation_types")] | None = None
    country: CountryCode | None = None
    """Its country; absent for an international one."""
    description: Labels = {}
    """One or two sentences by language, resting on the sources."""
    url: WebAddress | None = None
    """Its website."""


class Organisation(OrganisationDraft):
    """An organisation that took part in a practice."""

    name: Annotated[str, Field(min_length=1)]
    """The name it gives itself, or by which the source names it."""
    type: Annotated[RecordId, Concept("organisation_types")]
    """What sort of organisation it is."""


class ProjectDraft(Record):
    """A project as far as its file was understood."""

    name: Annotated[str, Field(min_length=1)] | None = None
    names: Labels = {}
    """The name in other languages."""
    description: Labels = {}
    """A short paragraph by language."""
    start: Day | None = None
    """First day, month or year."""
    end: Day | None = None
    """Last day, month or year."""
    holders: tuple[OrganisationId, ...] = ()
    """Who carried it out."""
    donors: tuple[OrganisationId, ...] = ()
    """Who paid."""
    part_of: Annotated[RecordId, Field(examples=["reintegration-ii"])] | None = None
    """The project that it belongs to or that continues it."""
    sources: tuple[RecordId, ...] = ()
    """The sources that tell of it, by their ids in `_sources/`."""


class Project(ProjectDraft):
    """A project within which practices were carried out."""

    name: Annotated[str, Field(min_length=1)]
    """The name in the language of the source."""


class SourceDraft(Record):
    """A source as far as its file was understood."""

    title: Annotated[str, Field(min_length=1)] | None = None
    publisher: OrganisationId | None = None
    """Who published it, where that is known."""
    file: str | None = None
    """Name of the file in the archive of sources; absent for what nobody has put there."""
    language: LanguageTag | None = None
    date: Day | None = None
    """When it was published or last updated, where it says so."""
    url: WebAddress | None = None
    """Where it is published, where that is known."""


class Source(SourceDraft):
    """A text on which statements rest."""

    title: Annotated[str, Field(min_length=1)]
    """Its title, as it stands there."""
    language: LanguageTag
    """The language it is written in."""


class AnthologyDraft(Record):
    """A collection of practices as far as its file was understood."""

    title: Annotated[Labels, Field(min_length=1)] | None = None
    description: Labels = {}
    """For whom and to what end they were gathered, in a few sentences by language."""
    practices: Annotated[
        tuple[Annotated[RecordId, Reference("practices")], ...], Field(min_length=1)
    ] = ()


class Anthology(AnthologyDraft):
    """Practices that somebody has gathered to be printed and handed on together: a booklet."""

    title: Annotated[Labels, Field(min_length=1)]
    """What the booklet is called, by language."""
    practices: Annotated[
        tuple[Annotated[RecordId, Reference("practices")], ...], Field(min_length=1)
    ]
    """The practices, by the names of their folders, in the order in which they are to be read."""


class VocabularyConcept(Record):
    """One term of a vocabulary (after SKOS)."""

    id: RecordId
    """Its name in files; it never changes."""
    label: Labels
    """What readers see, by language."""
    alternatives: dict[LanguageTag, tuple[str, ...]] = {}
    """Other words by which people look for it, by language (SKOS' altLabel); no reader sees them."""
    definition: Labels = {}
    """What is meant, in a sentence."""
    exact_match: dict[str, str] = {}
    """The same term in other vocabularies (`ewsi`, `gcm`, `sdg`, `crs`)."""
    motif: str | None = None
    """The cross-stitch motif drawn for it."""
    palette: str | None = None
    """The palette in which it is drawn."""
    axis: str | None = None
    """The division of the vocabulary it belongs to."""
    protect: Literal["numbers", "places"] | None = None
    """For groups: `numbers` when few of them can be recognised in a town, `places` when not even the
    town may stand on a map."""


class VocabularyDraft(Record):
    """A vocabulary as far as its file was understood."""

    title: Labels | None = None
    concepts: Annotated[tuple[VocabularyConcept, ...], Field(min_length=1)] = ()

    def concept(self, concept_id: str) -> VocabularyConcept | None:
        """The term of that id, if it is there."""
        return self._by_id.get(concept_id)

    @functools.cached_property
    def _by_id(self) -> dict[str, VocabularyConcept]:
        return {concept.id: concept for concept in self.concepts}


class Vocabulary(VocabularyDraft):
    """Terms from which fields choose; their order is the order on the site."""

    title: Labels
    """What the vocabulary is called, by language."""
    concepts: Annotated[tuple[VocabularyConcept, ...], Field(min_length=1)]
    """The terms."""
