"""Themes, groups, places, organisations and projects to their pages: each lists its practices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from komsiluk.model.collection import Collection
from komsiluk.pages.language_context import LanguageContext
from komsiluk.pages.page import Kind, Page
from komsiluk.pages.taxonomy import Taxonomy


def listed(
    name: str,
    taxonomy: Taxonomy,
    collection: Collection,
    language: LanguageContext,
    languages: tuple[str, ...],
) -> Iterator[Page]:
    """The pages of a kind of list, `themes` or another name in `Taxonomy`: one for each entry with practices."""
    match name:
        case "themes":
            return _concepts(Kind.THEME, "themes", taxonomy.themes, collection, language, languages)
        case "groups":
            return _concepts(Kind.GROUP, "groups", taxonomy.groups, collection, language, languages)
        case "places":
            return _places(taxonomy, collection, language, languages)
        case "organisations":
            return _organisations(taxonomy, collection, language, languages)
        case _:
            return _projects(taxonomy, collection, language, languages)


def _concepts(
    kind: Kind,
    vocabulary: str,
    practices_by_concept: Mapping[str, tuple[str, ...]],
    collection: Collection,
    language: LanguageContext,
    languages: tuple[str, ...],
) -> Iterator[Page]:
    for concept in collection.vocabularies[vocabulary].concepts if practices_by_concept else ():
        if concept.id not in practices_by_concept:
            continue
        label = language.label(concept.label, concept.id)
        definition = language.label(concept.definition).line
        yield Page(
            kind=kind,
            subject=concept.id,
            key=f"{vocabulary}/{concept.id}",
            language=language.tag,
            text_language=language.tag,
            title=label.line,
            description=definition or language.words.say(f"{kind}.description", name=label.line),
            alternates=languages,
            source=f"_vocabularies/{vocabulary}.yml",
            palette=concept.palette or concept.id,
            motif=concept.motif or "weave",
            kicker=language.words.say(f"{kind}.kicker"),
        )


def _places(
    taxonomy: Taxonomy,
    collection: Collection,
    language: LanguageContext,
    languages: tuple[str, ...],
) -> Iterator[Page]:
    for place_id in taxonomy.places:
        name = language.place(place_id)
        yield _record(Kind.PLACE, "places", place_id, name, "", language, languages)


def _organisations(
    taxonomy: Taxonomy,
    collection: Collection,
    language: LanguageContext,
    languages: tuple[str, ...],
) -> Iterator[Page]:
    for organisation_id in taxonomy.organisations:
        organisation = collection.organisations[organisation_id]
        name = language.organisation(organisation_id)
        description = language.label(organisation.description).line
        yield _record(
            Kind.ORGANISATION,
            "organisations",
            organisation_id,
            name,
            description,
            language,
            languages,
        )


def _projects(
    taxonomy: Taxonomy,
    collection: Collection,
    language: LanguageContext,
    languages: tuple[str, ...],
) -> Iterator[Page]:
    for project_id in taxonomy.projects:
        project = collection.projects[project_id]
        name = language.label(project.names, project.name).line
        description = language.label(project.description).line
        yield _record(Kind.PROJECT, "projects", project_id, name, description, language, languages)


def _record(
    kind: Kind,
    folder: str,
    record_id: str,
    name: str,
    description: str,
    language: LanguageContext,
    languages: tuple[str, ...],
) -> Page:
    return Page(
        kind=kind,
        subject=record_id,
        key=f"{folder}/{record_id}",
        language=language.tag,
        text_language=language.tag,
        title=name,
        description=description or language.words.say(f"{kind}.description", name=name),
        alternates=languages,
        source=f"_{folder}/{record_id}.yml",
        motif="weave",
        kicker=language.words.say(f"{kind}.kicker"),
    )
