"""Everything that practices stand under to a page of its own: themes, groups, places, organisations, projects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from komsiluk.model.collection import Collection
from komsiluk.pages.names import organisation_name, place_name
from komsiluk.pages.page import Kind, Page
from komsiluk.pages.shelves import Shelves
from komsiluk.pages.voice import Voice


def listed(
    name: str, held: Shelves, collection: Collection, voice: Voice, languages: tuple[str, ...]
) -> Iterator[Page]:
    """The page of everything that practices stand under."""
    match name:
        case "themes":
            return _concepts(Kind.THEME, "themes", held.themes, collection, voice, languages)
        case "groups":
            return _concepts(Kind.GROUP, "groups", held.groups, collection, voice, languages)
        case "places":
            return _places(held, collection, voice, languages)
        case "organisations":
            return _organisations(held, collection, voice, languages)
        case _:
            return _projects(held, collection, voice, languages)


def _concepts(
    kind: Kind,
    vocabulary: str,
    shelf: Mapping[str, tuple[str, ...]],
    collection: Collection,
    voice: Voice,
    languages: tuple[str, ...],
) -> Iterator[Page]:
    for concept in collection.vocabularies[vocabulary].concepts if shelf else ():
        if concept.id not in shelf:
            continue
        label = voice.label(concept.label, concept.id)
        definition = voice.label(concept.definition).line
        yield Page(
            kind=kind,
            subject=concept.id,
            key=f"{vocabulary}/{concept.id}",
            language=voice.tag,
            text_language=voice.tag,
            title=label.line,
            description=definition or voice.words.say(f"{kind}.description", name=label.line),
            alternates=languages,
            source=f"_vocabularies/{vocabulary}.yml",
            palette=concept.palette or concept.id,
            motif=concept.motif or "weave",
            kicker=voice.words.say(f"{kind}.kicker"),
        )


def _places(
    held: Shelves, collection: Collection, voice: Voice, languages: tuple[str, ...]
) -> Iterator[Page]:
    for place_id in held.places:
        name = place_name(collection, place_id, voice)
        yield _record(Kind.PLACE, "places", place_id, name, "", voice, languages)


def _organisations(
    held: Shelves, collection: Collection, voice: Voice, languages: tuple[str, ...]
) -> Iterator[Page]:
    for organisation_id in held.organisations:
        organisation = collection.organisations[organisation_id]
        name = organisation_name(collection, organisation_id, voice)
        description = voice.label(organisation.description).line
        yield _record(
            Kind.ORGANISATION, "organisations", organisation_id, name, description, voice, languages
        )


def _projects(
    held: Shelves, collection: Collection, voice: Voice, languages: tuple[str, ...]
) -> Iterator[Page]:
    for project_id in held.projects:
        project = collection.projects[project_id]
        name = voice.label(project.names, project.name).line
        description = voice.label(project.description).line
        yield _record(Kind.PROJECT, "projects", project_id, name, description, voice, languages)


def _record(
    kind: Kind,
    folder: str,
    record_id: str,
    name: str,
    description: str,
    voice: Voice,
    languages: tuple[str, ...],
) -> Page:
    return Page(
        kind=kind,
        subject=record_id,
        key=f"{folder}/{record_id}",
        language=voice.tag,
        text_language=voice.tag,
        title=name,
        description=description or voice.words.say(f"{kind}.description", name=name),
        alternates=languages,
        source=f"_{folder}/{record_id}.yml",
        motif="weave",
        kicker=voice.words.say(f"{kind}.kicker"),
    )
