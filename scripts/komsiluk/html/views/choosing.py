"""Pages that help to choose: the list of all practices, map, matrices, comparison, shortlist, papers."""

from __future__ import annotations

import itertools
import json

from komsiluk.html.context import PageContext
from komsiluk.html.views.lists import palettes
from komsiluk.html.views.map_view import map_view
from komsiluk.html.views.papers import bound, papers
from komsiluk.html.views.site import SiteValues, Values
from komsiluk.pages import coverage as matrices
from komsiluk.pages.buckets import n_buckets
from komsiluk.pages.evidence import HIGHEST
from komsiluk.pages.facts import all_facts
from komsiluk.pages.page import Page
from komsiluk.pages.papers import Paper


def browse(page: Page, at: PageContext, site: SiteValues) -> Values:
    """The practices by their first theme, and the facets that filter the list."""
    practices = site.plan.practices[at.tag]
    return {
        "facets": site.plan.facets(at.tag) if page.part == 1 else (),
        "levels": range(1, HIGHEST + 1),
        "by_theme": [
            (theme, tuple(ids))
            for theme, ids in itertools.groupby(page.items, lambda id: practices[id].shared.theme)
        ],
    }


def map_page(page: Page, at: PageContext, site: SiteValues) -> Values:
    """The map of the region, and the facets that filter it."""
    return {"map": map_view(at, site), "facets": site.plan.facets(at.tag)}


def coverage(page: Page, at: PageContext, site: SiteValues) -> Values:
    """How many practices there are for each theme and group, and for each theme and country."""
    groups, countries = (
        matrices.by_groups(site.plan.collection),
        matrices.by_countries(site.plan.collection),
    )
    themes = [theme for theme, _ in (*groups.rows, *countries.rows)]
    return {
        "groups": groups,
        "countries": countries,
        "country_pages": {code: _country_page(code, at, site) for code in countries.columns},
        "palettes": palettes(site, themes),
    }


def _country_page(code: str, at: PageContext, site: SiteValues) -> str:
    """The key of the page of a country; empty when it has none."""
    for place_id, place in site.plan.collection.places.items():
        if place.kind == "country" and place.country == code:
            return f"places/{place_id}" if at.there(f"places/{place_id}") else ""
    return ""


def compare(page: Page, at: PageContext, site: SiteValues) -> Values:
    """The facts that practices are compared by: the name of each, and its heading."""
    return {
        "facts": [(name, at.say(phrase)) for name, (phrase, _) in all_facts().items()],
        "n_buckets": n_buckets(len(site.plan.collection.practices)),
    }


def shortlist(page: Page, at: PageContext, site: SiteValues) -> Values:
    """The same facts, and how the language writes a day."""
    return {**compare(page, at, site), "months": months(at)}


def guides(page: Page, at: PageContext, site: SiteValues) -> Values:
    """The papers of each practice, and those of the collections."""
    practices = site.plan.practices[at.tag]
    return {
        "bound": bound(at, site) if page.part == 1 else [],
        "practices": [
            (practices[practice_id], papers(practices[practice_id], at, site))
            for practice_id in page.items
        ],
        "offers_word": any(paper.is_word for paper in Paper if paper in site.settings.offered),
    }


def months(at: PageContext) -> str:
    """The 22nd of each month of 2001 as the language writes it: JSON.

    Browsers do not know how all our languages write a date; the day and the year are replaced.
    """
    days = [at.day(f"2001-{month:02}-22") for month in range(1, 13)]
    return json.dumps(days, ensure_ascii=False)
