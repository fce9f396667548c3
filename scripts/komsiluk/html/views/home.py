"""The generated part of a home page, below the owner's own words."""

from __future__ import annotations

from komsiluk.html.context import PageContext
from komsiluk.html.views.lists import palettes
from komsiluk.html.views.site import SiteValues, Values
from komsiluk.pages.page import Page


def home_view(page: Page, at: PageContext, site: SiteValues) -> Values:
    """Counts, themes, how many practices themes and groups share, and three practices worth a look."""
    practices, taxonomy = site.plan.practices[at.tag], site.plan.taxonomy
    countries = {code for practice in practices.values() for code in practice.record.countries}
    return {
        "n_practices": len(practices),
        "n_countries": len(countries),
        "themes": taxonomy.themes,
        "groups": taxonomy.groups,
        "common": {
            theme: [len(set(practice_ids) & set(members)) for members in taxonomy.groups.values()]
            for theme, practice_ids in taxonomy.themes.items()
        },
        "palettes": palettes(site, taxonomy.themes),
        "worth_a_look": worth_a_look(at, site),
        "region": site.plan.map,
    }


def worth_a_look(at: PageContext, site: SiteValues) -> tuple[str, ...]:
    """Three practices for the home page: the surest ones, each of another theme.

    Practices in the page's language come first. Equal ones are sorted by id, so that two builds
    agree.
    """
    chosen: dict[str, str] = {}
    translations = site.plan.collection.translations
    ranked = sorted(
        site.plan.practices[at.tag].values(),
        key=lambda practice: (
            practice.state.is_borrowed,
            -practice.shared.evidence.level,
            -len(translations[practice.id]),
            practice.id,
        ),
    )
    for practice in ranked:
        chosen.setdefault(practice.shared.theme, practice.id)
    return tuple(chosen.values())[:3]
