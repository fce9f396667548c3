"""The settings of a site, which its owner decides: languages, folders, addresses and names."""

from __future__ import annotations

import dataclasses
import enum
import functools
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote


class Border(enum.StrEnum):
    """How the border of a contested place is drawn."""

    DASHED = "dashed"
    SOLID = "solid"


@dataclass(frozen=True, kw_only=True)
class Contested:
    """How maps draw and name a place whose status is disputed."""

    code: str
    """ISO 3166-1 alpha-2, or XK, or the name in Natural Earth of a place that has no code."""
    border: Border = Border.DASHED
    claimed_by: str = ""
    """The country with which its status is in dispute. Only the line between the two is dashed; if empty,
    the whole border."""
    part_of: str = ""
    """The country of which maps draw it as a part, without a border or name of its own; empty for none."""
    name: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Its name by language. Otherwise it is the site's phrase `contested.XK.name`."""
    footnote: Mapping[str, str] = field(default_factory=dict, hash=False)
    """The footnote by language, for every page that names the place. Otherwise it is a phrase of the site."""


CONTESTED = (Contested(code="XK", claimed_by="RS"),)
"""Kosovo*, as the European Union's institutions write it."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The settings of a site. The host (MkDocs) makes this value from its configuration; all else reads it."""

    root: Path
    """The folder of the configuration file; diagnostics name files from here."""
    practices: Path
    """The folder of the practices."""
    languages: tuple[str, ...]
    """BCP 47 tags in the order of the language switch, the default language first."""
    site_url: str = ""
    """The address of the published site, with a slash at its end; empty while it is unknown."""
    site_names: dict[str, str] = field(default_factory=dict)
    """The site's name by language."""
    directory_urls: bool = True
    """Whether a page is a folder with an `index.html` in it."""
    edit_url: str = ""
    """The part before a file's path in the address where it can be edited; empty for none."""
    author: str = ""
    """The author of the pages in citations."""
    fonts: Path | None = None
    """The folder that `komsiluk fonts` fills; None for the reader's own fonts."""
    mailbox: str = ""
    """The e-mail address to which practices are sent; empty for none."""
    formats: tuple[str, ...] = ("webp",)
    """The formats of covers, the preferred one first; none for no covers."""
    cards: bool = True
    """Whether every page gets a social card."""
    written: frozenset[str] = frozenset()
    """Keys of the pages that the owner wrote by hand in the default language, without the home page."""
    cache: Path = Path(".cache/komsiluk")
    """The folder that keeps pictures between builds."""
    contested: tuple[Contested, ...] = CONTESTED
    """The policy on places whose status is disputed. For other places, maps follow the atlas."""
    papers: tuple[str, ...] = ("guide", "brief")
    """The papers of each practice in each language, if the site has fonts for them."""
    severities: Mapping[str, str] = field(default_factory=dict)
    """How much the findings of a rule matter here, by its name: `off`, `notice`, `warning` or `error`."""
    search: bool = True
    """Whether the site has an index for the search, and a search box."""
    form: bool = True
    """Whether the site has a form for contributing practices."""
    bundle: bool = False
    """Whether the site must open from a folder, without a server."""
    published_directory_urls: bool = True
    """`directory_urls` of the published site, which a bundle names as its original."""

    @property
    def offered(self) -> tuple[str, ...]:
        """The papers of each practice that can be made. Without fonts there are none."""
        return self.papers if self.fonts is not None else ()

    @property
    def asks_in_word(self) -> bool:
        """Whether the questions of the form are also a Word document. A site without papers has no documents."""
        return self.form and bool(self.papers)

    @functools.cached_property
    def canonical(self) -> str:
        """All of it as one text, the same in every process."""
        return repr((dataclasses.replace(self, written=frozenset()), sorted(self.written)))

    @functools.cached_property
    def edit_folder(self) -> str:
        """The address of the folder where practices can be edited, with a slash at its end."""
        folder = posixpath.relpath(self.practices.as_posix(), self.root.as_posix())
        return f"{self.edit_url.rstrip('/')}/{quote(folder)}/"

    @property
    def default_language(self) -> str:
        """The language whose pages are at the root of the site."""
        return self.languages[0]
