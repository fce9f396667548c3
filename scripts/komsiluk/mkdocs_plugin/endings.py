"""What concerns all languages at the end of a build: 404 pages, the sitemap, the search indexes."""

from __future__ import annotations

import functools
import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import itemgetter
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as HostPage
from mkdocs.utils import write_file

from komsiluk.exports.sitemap import Address, sitemap
from komsiluk.mkdocs_plugin.site import Site
from komsiluk.pages.page import Kind, Page


class Endings:
    """What the builds of the languages leave for the end."""

    def __init__(self) -> None:
        self.missing: dict[str, str] = {}
        """The 404 page by language."""
        self.search: dict[str, list[dict[str, Any]]] = {}
        """The entries of the search index by language."""
        self._addresses: list[Address] = []

    def note(self, site: Site, page: HostPage) -> None:
        """Remember a hand-written page, if it is at home in the language that is being built."""
        written, current, key = site.written_languages(page), site.languages.current, site.key(page)
        if current in written:
            self._addresses.append(_address(site, current, _alternates(site, key, written)))

    def note_text(self, site: Site, page: Page, url: str) -> None:
        """Remember what a page of ours says, for the search; a borrowed one is found at home."""
        if page.is_borrowed or page.part > 1:
            return
        said = [page.description]
        if page.kind is Kind.PRACTICE:
            said = list(site.plan.rendition(page.language, page.subject).current.values())
        text = str(escape(" ".join(" ".join(said).split())))
        self.search.setdefault(site.languages.current, []).append(
            {"location": url, "title": page.title, "text": text}
        )

    def write_missing(self, site: Site, config: MkDocsConfig) -> None:
        """Write each language's 404 page."""
        for tag, html in self.missing.items():
            path = Path(config.site_dir) / site.addresses.folder(tag) / "404.html"
            write_file(html.encode(), str(path))

    def files(self, site: Site, config: MkDocsConfig) -> Iterator[tuple[str, Callable[[], None]]]:
        """What no page needs that is only looked at: the path of each file, and what writes it."""
        folder = Path(config.site_dir)
        yield "sitemap.xml", functools.partial(self._write_maps, site, folder)
        for tag, entries in self.search.items():
            path = site.addresses.folder(tag) + "search/search_index.json"
            yield path, functools.partial(self._write_index, site, config, tag, entries)

    def _write_maps(self, site: Site, folder: Path) -> None:
        for name, xml in sitemap([*self._addresses, *_generated(site)], site.settings.site_url):
            write_file(xml, str(folder / name))
            if name == "sitemap.xml":
                write_file(gzip.compress(xml, mtime=0), str(folder / "sitemap.xml.gz"))

    def _write_index(
        self,
        site: Site,
        config: MkDocsConfig,
        tag: str,
        entries: list[dict[str, Any]],
    ) -> None:
        """One index for each language, below its own root, as the theme's search expects it."""
        prefix = site.addresses.folder(tag)
        others = tuple(site.addresses.folder(other) for other in site.languages.tags[1:])
        own = [
            {**entry, "location": entry["location"].removeprefix(prefix)}
            for entry in entries
            if tag != site.languages.default or not entry["location"].startswith(others)
        ]
        plugin: Any = config.plugins.get("material/search") or config.plugins.get("search")
        options = {name: plugin.config.get(name) for name in ("separator", "pipeline", "fields")}
        index = {
            "config": {**options, "lang": ["en"]},
            "docs": sorted(own, key=itemgetter("location")),
        }
        data = json.dumps(index, ensure_ascii=False, separators=(",", ":"), default=dict)
        write_file(data.encode(), str(Path(config.site_dir) / prefix / "search/search_index.json"))


def _generated(site: Site) -> Iterator[Address]:
    """The pages of ours; those that are translations of each other share one mapping."""
    shared: dict[tuple[str, tuple[str, ...]], Mapping[str, str]] = {}
    for tag in site.languages.tags:
        for page in site.plan.pages.of(tag):
            if tag not in page.alternates:
                continue
            asked = (page.key, page.alternates)
            if asked not in shared:
                shared[asked] = _alternates(site, page.key, page.alternates)
            yield _address(site, tag, shared[asked], page.updated)


def _alternates(site: Site, key: str, written: Iterable[str]) -> Mapping[str, str]:
    return {tag: site.absolute(key, tag) for tag in written}


def _address(site: Site, tag: str, alternates: Mapping[str, str], updated: str = "") -> Address:
    return Address(
        location=alternates[tag],
        updated=updated,
        alternates=alternates,
        default=site.languages.default,
    )
