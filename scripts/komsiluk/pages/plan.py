"""A collection and its languages to every page of the site, as values."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from komsiluk.model.collection import Collection
from komsiluk.model.words import Words
from komsiluk.pages.facets import Facet, FacetValues, facet_values, facets
from komsiluk.pages.language_context import LanguageContext, language_context
from komsiluk.pages.listed import listed
from komsiluk.pages.localized import LocalizedPractice, localize
from komsiluk.pages.locations import Location, locations
from komsiluk.pages.map import RegionMap, coordinates, region_map
from komsiluk.pages.page import Kind, Page, Pages
from komsiluk.pages.paging import CARDS, NAMES, paged
from komsiluk.pages.region_outline import RegionOutline
from komsiluk.pages.shared_facts import shared_facts
from komsiluk.pages.taxonomy import Taxonomy, in_tree, taxonomy
from komsiluk.settings import Contested

Localized = Mapping[str, LocalizedPractice]
"""The practices in one language, by id."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The pages, and everything that is needed to render them."""

    collection: Collection
    taxonomy: Taxonomy
    languages: Mapping[str, LanguageContext]
    """By tag, in the order of the switch; the default language first."""
    practices: Mapping[str, Localized]
    """By language: each practice as everything shows it in that language."""
    pages: Pages
    locations: tuple[Location, ...] = ()
    """Where the practices were, no more exact than their records."""
    map: RegionMap | None = None
    """The map of the locations; None without outlines to draw it from."""
    _facets: dict[str, tuple[Facet, ...]] = field(default_factory=dict, repr=False, compare=False)

    def practice(self, tag: str, practice_id: str) -> LocalizedPractice:
        """A practice in a language. Raises `KeyError` for an unknown one."""
        return self.practices[tag][practice_id]

    @functools.cached_property
    def _facet_values(self) -> FacetValues:
        return facet_values(self.collection, self.taxonomy, self.practices)

    def facets(self, tag: str) -> tuple[Facet, ...]:
        """The facets of the list of all practices in a language; kept as long as the plan."""
        if tag not in self._facets:
            self._facets[tag] = facets(
                self.collection, self.taxonomy, self.languages[tag], self._facet_values[tag]
            )
        return self._facets[tag]


def plan(
    collection: Collection,
    words: Mapping[str, Words],
    outline: RegionOutline | None = None,
    contested: tuple[Contested, ...] = (),
    *,
    has_papers: bool = False,
    has_form: bool = True,
) -> Plan:
    """Every page in every language; the first language of `words` is the default.

    Maps are drawn on the outline of the region, by the policy on contested places. Where there are papers to
    print, there is a page that lists them; the contribution form may be left out.
    """
    default = next(iter(words))
    languages = {
        tag: language_context(spoken, default, collection) for tag, spoken in words.items()
    }
    shared = shared_facts(collection)
    practices = {
        tag: {
            practice_id: localize(practice_id, collection, shared[practice_id], language)
            for practice_id in collection.practices
        }
        for tag, language in languages.items()
    }
    by_subject = taxonomy(collection)
    all_locations = locations(collection)
    points = coordinates(all_locations, collection)
    by_language = {
        tag: tuple(
            sorted(
                _pages(
                    collection,
                    by_subject,
                    practices[tag],
                    language,
                    tuple(words),
                    has_papers,
                    has_form,
                ),
                key=lambda page: page.key,
            )
        )
        for tag, language in languages.items()
    }
    return Plan(
        collection=collection,
        taxonomy=by_subject,
        languages=languages,
        practices=practices,
        pages=Pages(by_language=by_language),
        locations=all_locations,
        map=region_map(all_locations, points, outline, contested) if outline else None,
    )


def _pages(
    collection: Collection,
    taxonomy: Taxonomy,
    practices: Localized,
    language: LanguageContext,
    languages: tuple[str, ...],
    has_papers: bool,
    has_form: bool,
) -> Iterator[Page]:
    for practice_id, practice in practices.items():
        yield _practice(practice, collection.translations[practice_id], languages)
    for practice_id in collection.withdrawn:
        yield _withdrawn(practice_id, language)
    browse = _index(Kind.BROWSE, "practices", language, languages)
    yield from paged(browse, taxonomy.browse, CARDS, language.words)
    for kind, name, practices_by_id in (
        (Kind.THEMES, "themes", taxonomy.themes),
        (Kind.GROUPS, "groups", taxonomy.groups),
        (Kind.PLACES, "places", taxonomy.places),
        (Kind.ORGANISATIONS, "organisations", taxonomy.organisations),
        (Kind.PROJECTS, "projects", taxonomy.projects),
    ):
        index = _index(kind, name, language, languages)
        names = (
            in_tree(practices_by_id, collection) if kind is Kind.PLACES else tuple(practices_by_id)
        )
        yield from paged(index, names, NAMES, language.words)
        for page in listed(name, taxonomy, collection, language, languages):
            yield from paged(page, practices_by_id[page.subject], CARDS, language.words)
    if has_papers:
        papers = _index(Kind.GUIDES, "guides", language, languages)
        yield from paged(papers, taxonomy.browse, NAMES, language.words)
    for kind in TOOLS:
        yield _index(kind, kind.value, language, languages)
    if has_form:
        yield _index(Kind.FORM, FORM, language, languages)


FORM = "contribute/form"
"""The key of the form by which practices are contributed: below the page that leads to it."""
TOOLS = (Kind.MAP, Kind.COVERAGE, Kind.COMPARE, Kind.SHORTLIST, Kind.OFFLINE)
"""Pages that help to choose and to keep, one of each in every language; the name of its kind is its key."""


def _practice(
    practice: LocalizedPractice, translations: Mapping[str, object], languages: tuple[str, ...]
) -> Page:
    record, shared, words = practice.record, practice.shared, practice.language.words
    translation = practice.texts.translation
    has_file = translation is not None and translation.derived_from is None
    places = [practice.language.place(place_id) for place_id in record.places[:1]]
    countries = [words.country(code) for code in record.countries[:1]]
    return Page(
        kind=Kind.PRACTICE,
        subject=practice.id,
        key=f"practices/{practice.id}",
        language=practice.tag,
        text_language=practice.text_language,
        title=practice.title.line,
        description=practice.tagline.line,
        alternates=tuple(
            tag for tag in languages if tag == record.original_language or tag in translations
        ),
        sections=tuple((anchor, words.say(f"section.{anchor}")) for anchor in shared.sections),
        source=f"{practice.id}/" + (f"t/{practice.tag}.yml" if has_file else "practice.yml"),
        updated=record.updated,
        palette=shared.palette,
        motif=shared.motif,
        kicker=" · ".join([practice.theme.line, *(places or countries)]),
    )


def _withdrawn(practice_id: str, language: LanguageContext) -> Page:
    """The page at the address of a practice that was taken off the site. It has no language in which it
    truly is, so that no list of pages names it."""
    say = language.words.say
    return Page(
        kind=Kind.WITHDRAWN,
        subject=practice_id,
        key=f"practices/{practice_id}",
        language=language.tag,
        text_language=language.tag,
        title=say("withdrawn.title"),
        description=say("withdrawn.text"),
        alternates=(),
    )


def _index(kind: Kind, key: str, language: LanguageContext, languages: tuple[str, ...]) -> Page:
    say = language.words.say
    return Page(
        kind=kind,
        subject="",
        key=key,
        language=language.tag,
        text_language=language.tag,
        title=say(f"{kind}.title"),
        description=say(f"{kind}.description"),
        alternates=languages,
        palette="",
        motif="weave",
    )
