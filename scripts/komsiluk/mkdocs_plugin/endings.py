"""What concerns all languages at the end of a build: 404 pages, the sitemap, the search indexes."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as HostPage
from mkdocs.utils import write_file

from komsiluk.exports.sitemap import Address, sitemap
from komsiluk.mkdocs_plugin.generated import GeneratedPage
from komsiluk.mkdocs_plugin.site import Site


class Endings:
    """What the builds of the languages leave for the end."""

    def __init__(self) -> None:
        self.missing: dict[str, str] = {}
        """The 404 page by language."""
        self.search: dict[str, list[dict[str, Any]]] = {}
        """The entries of the search index by language."""
        self._addresses: list[Address] = []

    def note(self, site: Site, page: HostPage) -> None:
        """Remember a page for the sitemap, if it is at home in the language that is being built."""
        written, current, key = site.written_languages(page), site.languages.current, site.key(page)
        if current not in written:
            return
        self._addresses.append(
            Address(
                location=site.absolute(key, current),
                updated=page.scene.page.updated if isinstance(page, GeneratedPage) else "",
                alternates={tag: site.absolute(key, tag) for tag in written},
                default=site.languages.default,
            )
        )

    def write(self, site: Site, config: MkDocsConfig) -> None:
        """Write what is left over into the finished site."""
        folder = Path(config.site_dir)
        for tag, html in self.missing.items():
            write_file(html.encode(), str(folder / site.addresses.folder(tag) / "404.html"))
        xml = sitemap(self._addresses).encode()
        write_file(xml, str(folder / "sitemap.xml"))
        write_file(gzip.compress(xml, mtime=0), str(folder / "sitemap.xml.gz"))
        if len(site.languages.tags) > 1:
            for tag, entries in self.search.items():
                self._write_index(site, config, folder, tag, entries)

    def _write_index(
        self,
        site: Site,
        config: MkDocsConfig,
        folder: Path,
        tag: str,
        entries: list[dict[str, Any]],
    ) -> None:
        """One index for each language, below its own root, as the theme's search expects it."""
        prefix = site.addresses.folder(tag)
        own = [
            {**entry, "location": entry["location"].removeprefix(prefix)}
            for entry in entries
            if tag != site.languages.default
            or not entry["location"].startswith(
                tuple(site.addresses.folder(other) for other in site.languages.tags[1:])
            )
        ]
        plugin: Any = config.plugins.get("material/search") or config.plugins.get("search")
        options = {name: plugin.config.get(name) for name in ("separator", "pipeline", "fields")}
        index = {"config": {**options, "lang": ["en"]}, "docs": own}
        data = json.dumps(index, ensure_ascii=False, separators=(",", ":"), default=dict)
        write_file(data.encode(), str(folder / prefix / "search/search_index.json"))
