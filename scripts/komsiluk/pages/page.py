"""What a page is, before anything of it is rendered."""

from __future__ import annotations

import enum
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

    @property
    def is_borrowed(self) -> bool:
        """Whether the text is shown in another language than the interface."""
        return self.language != self.text_language


@dataclass(frozen=True, kw_only=True)
class Pages:
    """All pages of the site, by language in the order of the switch, then by key."""

    by_language: Mapping[str, tuple[Page, ...]]

    def of(self, language: str) -> tuple[Page, ...]:
        """The pages of a language."""
        return self.by_language[language]
