"""The page about keeping the site on the reader's own device."""

from __future__ import annotations

import json

from komsiluk.html.context import PageContext
from komsiluk.html.views.choosing import months
from komsiluk.html.views.site import SiteValues, Values
from komsiluk.pages.page import Page


def offline(page: Page, at: PageContext, site: SiteValues) -> Values:
    """The day of the newest change, languages by their own names, and how the language writes a day."""
    languages = site.plan.languages
    return {
        "newest_change": max(page.updated for page in site.plan.pages.of(at.tag)),
        "own_names": json.dumps(
            {tag: language.words.language.name for tag, language in languages.items()},
            ensure_ascii=False,
        ),
        "months": months(at),
    }
