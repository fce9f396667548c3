"""A page's key and language to its address, and the way from one address to another."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from komsiluk.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Addresses:
    """How the site lays out its addresses.

    A key names a page in every language: `practices/good-neighbor-clubs`, `themes`, and the empty
    key for the home page. Addresses are relative to the root of the site.

    >>> addresses = Addresses(default_language="en", directory_urls=True)
    >>> addresses.of("practices/bakery", "mk"), addresses.of("", "en")
    ('mk/practices/bakery/', '')
    >>> addresses.between("mk/practices/bakery/", "mk/themes/work/")
    '../../themes/work/'
    """

    default_language: str
    directory_urls: bool

    def folder(self, language: str) -> str:
        """The folder of a language with a slash at its end; empty for the default language."""
        return "" if language == self.default_language else f"{language}/"

    def of(self, key: str, language: str) -> str:
        """The address of a page as readers see it."""
        if not key:
            return self.folder(language) + ("" if self.directory_urls else "index.html")
        return self.folder(language) + key + ("/" if self.directory_urls else ".html")

    @property
    def ending(self) -> str:
        """The end of an address, after the key."""
        return "/" if self.directory_urls else ".html"

    def home(self, key: str) -> str:
        """The way from a page to the root of its language, to be put before a key; may be empty."""
        return "../" * (key.count("/") + (self.directory_urls and key != ""))

    def up(self, language: str) -> str:
        """The way from the root of a language to that of the site, to be put before a path."""
        return "" if language == self.default_language else "../"

    def file(self, key: str, language: str) -> str:
        """The file that holds the page."""
        if not key:
            return self.folder(language) + "index.html"
        return self.folder(language) + key + ("/index.html" if self.directory_urls else ".html")

    def between(self, origin: str, destination: str) -> str:
        """The relative address that leads from one address to another."""
        base = origin[: origin.rfind("/") + 1]
        if destination.startswith(base):
            return destination[len(base) :] or "./"
        up = base.rfind("/", 0, -1) + 1
        return "../" + _way(base[:up], destination)


def published_addresses(settings: Settings) -> Addresses:
    """The addresses on the web; those of a bundle may differ."""
    return Addresses(
        default_language=settings.default_language,
        directory_urls=settings.published_directory_urls,
    )


@functools.lru_cache(maxsize=65536)
def _way(base: str, destination: str) -> str:
    """The way from a folder, which ends in a slash or is the root; empty for the folder itself.

    Kept until the process ends: neighbouring pages lead to the same pages, and ways never change.
    """
    climbed = ""
    while not destination.startswith(base):
        base = base[: base.rfind("/", 0, -1) + 1]
        climbed += "../"
    return climbed + destination[len(base) :]
