"""A page as a value, before any page is rendered."""

from __future__ import annotations

import enum
import functools
from collections.abc import Mapping
from dataclasses import dataclass


class Kind(enum.StrEnum):
    """The kinds of pages; each has one template of that name."""

    PRACTICE = "practice"
    BROWSE = "browse"
    THEME = "theme"
    GROUP = "group"
    PLACE = "place"
    ORGANISATION = "organisation"
    PROJECT = "project"
    THEMES = "themes"
    GROUPS = "groups"
    PLACES = "places"
    ORGANISATIONS = "organisations"
    PROJECTS = "projects"
    MAP = "map"
    COVERAGE = "coverage"
    COMPARE = "compare"
    SHORTLIST = "shortlist"
    OFFLINE = "offline"
    GUIDES = "guides"
    WITHDRAWN = "withdrawn"
    FORM = "form"


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """One page in one language."""

    kind: Kind
    subject: str
    """Id of what it shows; empty for an index."""
    key: str
    """Names the page in every language: `practices/good-neighbor-clubs`."""
    language: str
    """Language of the address and of the interface."""
    text_language: str
    """Language of the chief text; another one than `language` on a borrowed page."""
    title: str
    description: str
    """One sentence for search engines and previews, in `text_language`."""
    alternates: tuple[str, ...]
    """Languages in which the page truly is, itself included; for `hreflang`."""
    sections: tuple[tuple[str, str], ...] = ()
    """Anchor and heading of each section, in order."""
    source: str = ""
    """The file it can be mended in, from the practices folder; empty for an index."""
    updated: str = ""
    """Day of the last change of its content; empty when nobody says."""
    palette: str = ""
    """Name of the palette of its colours and pictures."""
    motif: str = ""
    """Name of the figure in its pictures."""
    kicker: str = ""
    """A few words above the title on its social card."""
    items: tuple[str, ...] = ()
    """Ids of what a list shows, in order: practices, or the terms and records of an index."""
    part: int = 1
    """A long list goes on from page to page: which of them this is, from 1."""
    n_parts: int = 1
    """How many pages the list takes."""
    n_items: int = 0
    """How many items the whole list has."""

    @property
    def is_borrowed(self) -> bool:
        """Whether the text is shown in another language than the interface."""
        return self.language != self.text_language

    @property
    def is_listed(self) -> bool:
        """Whether search engines may keep it: nothing may lead to a practice that was taken off the site."""
        return self.kind is not Kind.WITHDRAWN


def home_page(language: str) -> Page:
    """The generated part of the home page; the site's owner writes its head."""
    return Page(
        kind=Kind.BROWSE,
        subject="",
        key="",
        language=language,
        text_language=language,
        title="",
        description="",
        alternates=(),
    )


@dataclass(frozen=True, kw_only=True)
class Pages:
    """All pages of the site, by language in the order of the switch, then by key."""

    by_language: Mapping[str, tuple[Page, ...]]

    def of(self, language: str) -> tuple[Page, ...]:
        """The pages of a language."""
        return self.by_language[language]

    def keys(self, language: str) -> frozenset[str]:
        """The keys of the pages of a language."""
        return self._keys[language]

    @functools.cached_property
    def _keys(self) -> Mapping[str, frozenset[str]]:
        return {
            tag: frozenset(page.key for page in pages) for tag, pages in self.by_language.items()
        }
