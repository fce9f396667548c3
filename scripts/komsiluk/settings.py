"""What the owner of a site decides: its languages, folders, addresses and names."""

from __future__ import annotations

import functools
import posixpath
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote


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
    formats: tuple[str, ...] = ("webp",)
    """The formats of covers, the one to be preferred first; none for no covers."""
    cards: bool = True
    """Whether every page gets a social card."""
    cache: Path = Path(".cache/komsiluk")
    """Where made pictures are kept between builds."""

    @functools.cached_property
    def edit_folder(self) -> str:
        """Where the practices can be edited, with a slash at its end."""
        folder = posixpath.relpath(self.practices.as_posix(), self.root.as_posix())
        return f"{self.edit_url.rstrip('/')}/{quote(folder)}/"

    @property
    def default_language(self) -> str:
        """The language whose pages stand at the root."""
        return self.languages[0]
