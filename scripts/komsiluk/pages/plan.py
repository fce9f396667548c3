"""A collection and its languages to every page of the site, as values."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from komsiluk.geography.topology import Atlas
from komsiluk.model.collection import Collection
from komsiluk.model.words import Words
from komsiluk.pages.evidence import Evidence, evidence
from komsiluk.pages.listed import listed
from komsiluk.pages.map import RegionMap, coordinates, region_map
from komsiluk.pages.names import place_name
from komsiluk.pages.page import Kind, Page, Pages
from komsiluk.pages.paging import CARDS, NAMES, paged
from komsiluk.pages.related import Related
from komsiluk.pages.sections import sections
from komsiluk.pages.shelves import Shelves, in_tree, shelves
from komsiluk.pages.voice import Rendition, Voice
from komsiluk.pages.whereabouts import Spot, whereabouts
from komsiluk.settings import Contested


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The pages, and what is needed to render any of them."""

    collection: Collection
    shelves: Shelves
    voices: Mapping[str, Voice]
    pages: Pages
    spots: tuple[Spot, ...] = ()
    """Where the practices were, no more exact than their records."""
    map: RegionMap | None = None
    """The map of the spots; None without outlines to draw it from."""

    @functools.cached_property
    def _related(self) -> Related:
        return Related(self.collection.practices)

    @functools.cached_property
    def _neighbours(self) -> dict[str, tuple[str, ...]]:
        return {}

    def related(self, practice_id: str) -> tuple[str, ...]:
        """Ids of the practices that a reader of one should see next."""
        found = self._neighbours.get(practice_id)
        if found is None:
            found = self._neighbours[practice_id] = self._related.to(practice_id)
        return found

    @functools.cached_property
    def _evidence(self) -> Mapping[str, Evidence]:
        return {
            practice_id: evidence(practice)
            for practice_id, practice in self.collection.practices.items()
        }

    def evidence(self, practice_id: str) -> Evidence:
        """How sure one can be of a practice."""
        return self._evidence[practice_id]

    def rendition(self, tag: str, practice_id: str) -> Rendition:
        """A practice as a language says it."""
        return self.voices[tag].rendition(
            self.collection.practices[practice_id],
            self.collection.translations[practice_id],
            self.collection.originals.get(practice_id),
        )


def plan(
    collection: Collection,
    words: Mapping[str, Words],
    atlas: Atlas | None = None,
    contested: tuple[Contested, ...] = (),
    *,
    has_papers: bool = False,
    has_form: bool = True,
) -> Plan:
    """Every page in every language; the first language of `words` is the default.

    Maps are drawn from the atlas, by the policy on contested places. Where there are papers to
    print, there is a page that lists them; the contribution form may be left out.
    """
    default = next(iter(words))
    voices = {tag: Voice(words=spoken, default_language=default) for tag, spoken in words.items()}
    held = shelves(collection)
    spots = whereabouts(collection)
    by_language = {
        tag: tuple(
            sorted(
                _pages(collection, held, voice, tuple(words), has_papers, has_form),
                key=lambda page: page.key,
            )
        )
        for tag, voice in voices.items()
    }
    return Plan(
        collection=collection,
        shelves=held,
        voices=voices,
        pages=Pages(by_language=by_language),
        spots=spots,
        map=region_map(spots, coordinates(spots, collection), atlas, contested) if atlas else None,
    )


def _pages(
    collection: Collection,
    held: Shelves,
    voice: Voice,
    languages: tuple[str, ...],
    has_papers: bool,
    has_form: bool,
) -> Iterator[Page]:
    for practice_id, practice in collection.practices.items():
        rendition = voice.rendition(practice, collection.translations[practice_id])
        yield _practice(practice_id, rendition, collection, voice, languages)
    for practice_id in collection.withdrawn:
        yield _withdrawn(practice_id, voice)
    browse = _index(Kind.BROWSE, "practices", voice, languages)
    yield from paged(browse, held.browse, CARDS, voice.words)
    for kind, name, shelf in (
        (Kind.THEMES, "themes", held.themes),
        (Kind.GROUPS, "groups", held.groups),
        (Kind.PLACES, "places", held.places),
        (Kind.ORGANISATIONS, "organisations", held.organisations),
        (Kind.PROJECTS, "projects", held.projects),
    ):
        index = _index(kind, name, voice, languages)
        names = in_tree(shelf, collection) if kind is Kind.PLACES else tuple(shelf)
        yield from paged(index, names, NAMES, voice.words)
        for page in listed(name, held, collection, voice, languages):
            yield from paged(page, shelf[page.subject], CARDS, voice.words)
    if has_papers:
        papers = _index(Kind.GUIDES, "guides", voice, languages)
        yield from paged(papers, held.browse, NAMES, voice.words)
    for kind in TOOLS:
        yield _index(kind, kind.value, voice, languages)
    if has_form:
        yield _index(Kind.FORM, FORM, voice, languages)


FORM = "contribute/form"
"""The key of the form by which practices are contributed: below the page that leads to it."""
TOOLS = (Kind.MAP, Kind.COVERAGE, Kind.COMPARE, Kind.SHORTLIST, Kind.OFFLINE)
"""Pages that help to choose and to keep, one of each in every language; each is called what its kind is called."""


def _practice(
    practice_id: str,
    rendition: Rendition,
    collection: Collection,
    voice: Voice,
    languages: tuple[str, ...],
) -> Page:
    practice, translations = rendition.practice, collection.translations[practice_id]
    title, tagline = rendition.text("title"), rendition.text("tagline")
    assert title is not None and tagline is not None
    themes = collection.vocabularies.get("themes")
    concept = themes.concept(practice.themes[0]) if themes else None
    where = [place_name(collection, place_id, voice) for place_id in practice.places[:2]] or [
        voice.words.country(code) for code in practice.countries
    ]
    theme = voice.label(concept.label, practice.themes[0]).line if concept else ""
    folder = f"{practice_id}/"
    return Page(
        kind=Kind.PRACTICE,
        subject=practice_id,
        key=f"practices/{practice_id}",
        language=voice.tag,
        text_language=rendition.text_language,
        title=title.line,
        description=tagline.line,
        alternates=tuple(
            tag for tag in languages if tag == practice.original_language or tag in translations
        ),
        sections=sections(practice, voice),
        source=folder
        + (
            f"t/{voice.tag}.yml"
            if rendition.translation is not None and rendition.translation.derived_from is None
            else "practice.yml"
        ),
        updated=practice.updated,
        palette=(concept.palette if concept else None) or practice.themes[0],
        motif=(concept.motif if concept else None) or "weave",
        kicker=" · ".join([theme, *where[:1]]),
    )


def _withdrawn(practice_id: str, voice: Voice) -> Page:
    """The page at the address of a practice that was taken off the site. It is at home nowhere, so
    that no list of pages names it."""
    say = voice.words.say
    return Page(
        kind=Kind.WITHDRAWN,
        subject=practice_id,
        key=f"practices/{practice_id}",
        language=voice.tag,
        text_language=voice.tag,
        title=say("withdrawn.title"),
        description=say("withdrawn.text"),
        alternates=(),
    )


def _index(kind: Kind, key: str, voice: Voice, languages: tuple[str, ...]) -> Page:
    say = voice.words.say
    return Page(
        kind=kind,
        subject="",
        key=key,
        language=voice.tag,
        text_language=voice.tag,
        title=say(f"{kind}.title"),
        description=say(f"{kind}.description"),
        alternates=languages,
        palette="",
        motif="weave",
    )
