"""Pages of themes, groups, places, organisations and projects, and of the lists of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from komsiluk.html.context import PageContext
from komsiluk.html.views.site import SiteValues, Values, View
from komsiluk.model.records import Place
from komsiluk.pages.page import Page
from komsiluk.pages.period import period_line
from komsiluk.pages.taxonomy import Index

Tree: TypeAlias = "tuple[str, int, tuple[Tree, ...]]"
"""A place, how many practices stand under it, and the smaller ones in it."""


def nothing(page: Page, at: PageContext, site: SiteValues) -> Values:
    """Nothing beside the page's own items."""
    return {}


def names_view(kind: str) -> View:
    """The view of a list of names: how many practices stand under each, and its palette."""

    def view(page: Page, at: PageContext, site: SiteValues) -> Values:
        practices_by_id: Index = getattr(site.plan.taxonomy, kind)
        return {"counts": _counts(practices_by_id), "palettes": palettes(site, page.items)}

    return view


def organisations(page: Page, at: PageContext, site: SiteValues) -> Values:
    """The list of organisations, each with its type."""
    records = site.plan.collection.organisations
    return {
        "counts": _counts(site.plan.taxonomy.organisations),
        "types": {name: records[name].type for name in page.items},
    }


def places(page: Page, at: PageContext, site: SiteValues) -> Values:
    """The places of a list, smaller ones below larger ones."""
    counts = _counts(site.plan.taxonomy.places)
    return {"trees": trees(page.items, site.plan.collection.places, counts)}


def place(page: Page, at: PageContext, site: SiteValues) -> Values:
    """A place, and on the first part of its list the places in it."""
    within = site.plan.taxonomy.within.get(page.subject, ()) if page.part == 1 else ()
    return {
        "place": site.plan.collection.places[page.subject],
        "within": within,
        "counts": _counts(site.plan.taxonomy.places),
    }


def organisation(page: Page, at: PageContext, site: SiteValues) -> Values:
    """An organisation's record."""
    return {"organisation": site.plan.collection.organisations[page.subject]}


def project(page: Page, at: PageContext, site: SiteValues) -> Values:
    """A project's record, when it was, and its sources."""
    record = site.plan.collection.projects[page.subject]
    return {
        "project": record,
        "when": period_line(record.start, record.end, at.language.words),
        "sources": [site.plan.collection.sources[name] for name in record.sources],
    }


def trees(
    ids: Sequence[str], records: Mapping[str, Place], counts: Mapping[str, int]
) -> tuple[Tree, ...]:
    """Places, each with those of the list that are part of it; a list may begin amid a tree."""
    listed = set(ids)
    below: dict[str, list[str]] = {}
    for place_id in ids:
        parent = records[place_id].part_of
        below.setdefault(parent if parent in listed else "", []).append(place_id)

    def grow(parent: str) -> tuple[Tree, ...]:
        return tuple(
            (place_id, counts[place_id], grow(place_id)) for place_id in below.get(parent, ())
        )

    return grow("")


def palettes(site: SiteValues, themes: Iterable[str]) -> dict[str, str]:
    """The names of the palettes of themes."""
    vocabulary = site.plan.collection.vocabularies.get("themes")
    palette_of = {}
    for theme in themes:
        concept = vocabulary.concept(theme) if vocabulary else None
        palette_of[theme] = (concept.palette if concept else None) or theme
    return palette_of


def _counts(practices_by_id: Index) -> dict[str, int]:
    return {name: len(practices) for name, practices in practices_by_id.items()}
