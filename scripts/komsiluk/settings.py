"""What the owner of a site decides: its languages, folders, addresses and names."""

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
    """What the maps draw and call a place whose status is disputed."""

    code: str
    """ISO 3166-1 alpha-2, XK, or the name that Natural Earth gives what has no code."""
    border: Border = Border.DASHED
    claimed_by: str = ""
    """The country with which its status is in dispute: only the line between the two is dashed; empty
    for the whole border."""
    part_of: str = ""
    """The country as a part of which it is drawn, without a border or name of its own; empty for none."""
    name: Mapping[str, str] = field(default_factory=dict, hash=False)
    """By language; the site's words have it otherwise (`contested.XK.name`)."""
    footnote: Mapping[str, str] = field(default_factory=dict, hash=False)
    """By language, for every page that names it; the site's words have it otherwise."""


CONTESTED = (Contested(code="XK", claimed_by="RS"),)
"""Kosovo*, as the European Union's institutions write it."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The site as its configuration describes it; hosts (MkDocs) make this value, all else reads it."""

    root: Path
    """The folder of the configuration file; diagnostics name files from here."""
    practices: Path
    """The folder of the practices."""
    languages: tuple[str, ...]
    """BCP 47 tags in the order of the language switch, the default language first."""
    site_url: str = ""
    """Where the site is published, with a slash at its end; empty while nobody knows."""
    site_names: dict[str, str] = field(default_factory=dict)
    """The site's name by language."""
    directory_urls: bool = True
    """Whether a page is a folder with an `index.html` in it."""
    edit_url: str = ""
    """What stands before a file's path in the address where it can be edited; empty for none."""
    author: str = ""
    """Whom a citation names as author of the pages."""
    fonts: Path | None = None
    """The folder that `komsiluk fonts` filled; None for the reader's own fonts."""
    mailbox: str = ""
    """Where practices are sent by e-mail; empty when nobody has said."""
    formats: tuple[str, ...] = ("webp",)
    """The formats of covers, the one to be preferred first; none for no covers."""
    cards: bool = True
    """Whether every page gets a social card."""
    written: frozenset[str] = frozenset()
    """Keys of the pages that the owner wrote by hand in the default language, the home page left out."""
    cache: Path = Path(".cache/komsiluk")
    """Where made pictures are kept between builds."""
    contested: tuple[Contested, ...] = CONTESTED
    """The policy on places whose status is disputed; of others, the maps follow the atlas."""
    papers: tuple[str, ...] = ("guide", "brief")
    """The papers that the site offers of each practice in each language, if it has fonts for them."""
    search: bool = True
    """Whether there is an index to search, and a box to ask it."""
    form: bool = True
    """Whether there is a form by which practices are contributed."""
    bundle: bool = False
    """Whether the site is to be opened from a folder, without a server."""
    published_directory_urls: bool = True
    """The same as `directory_urls` for the published site, which a bundle names as its original."""

    @property
    def offered(self) -> tuple[str, ...]:
        """The papers of each practice that can be made: without fonts none can."""
        return self.papers if self.fonts is not None else ()

    @property
    def asks_in_word(self) -> bool:
        """Whether the questions of the form are offered as a document too: a site without papers has none."""
        return self.form and bool(self.papers)

    @functools.cached_property
    def canonical(self) -> str:
        """All of it as one text, the same in every process."""
        return repr((dataclasses.replace(self, written=frozenset()), sorted(self.written)))

    @functools.cached_property
    def edit_folder(self) -> str:
        """Where the practices can be edited, with a slash at its end."""
        folder = posixpath.relpath(self.practices.as_posix(), self.root.as_posix())
        return f"{self.edit_url.rstrip('/')}/{quote(folder)}/"

    @property
    def default_language(self) -> str:
        """The language whose pages stand at the root."""
        return self.languages[0]
