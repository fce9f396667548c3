"""Each kind of page to the plain values that its template shows."""

from __future__ import annotations

from collections.abc import Mapping

from komsiluk.html.views.choosing import browse, compare, coverage, guides, map_page, shortlist
from komsiluk.html.views.form import form
from komsiluk.html.views.home import home_view
from komsiluk.html.views.lists import (
    names_view,
    nothing,
    organisation,
    organisations,
    place,
    places,
    project,
)
from komsiluk.html.views.offline import offline
from komsiluk.html.views.practice import practice, withdrawn
from komsiluk.html.views.site import SiteValues, Values, View
from komsiluk.pages.page import Kind

__all__ = ["VIEWS", "SiteValues", "Values", "View", "home_view"]

VIEWS: Mapping[Kind, View] = {
    Kind.PRACTICE: practice,
    Kind.BROWSE: browse,
    Kind.THEME: nothing,
    Kind.GROUP: nothing,
    Kind.PLACE: place,
    Kind.ORGANISATION: organisation,
    Kind.PROJECT: project,
    Kind.THEMES: names_view("themes"),
    Kind.GROUPS: names_view("groups"),
    Kind.PLACES: places,
    Kind.ORGANISATIONS: organisations,
    Kind.PROJECTS: names_view("projects"),
    Kind.MAP: map_page,
    Kind.COVERAGE: coverage,
    Kind.COMPARE: compare,
    Kind.SHORTLIST: shortlist,
    Kind.OFFLINE: offline,
    Kind.GUIDES: guides,
    Kind.WITHDRAWN: withdrawn,
    Kind.FORM: form,
}
"""Every kind of page has a view here and a template of its name."""
