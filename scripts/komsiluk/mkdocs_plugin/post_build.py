"""What concerns all languages at the end of a build: 404 pages, the sitemap, the search."""

from __future__ import annotations

import functools
import gzip
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as HostPage
from mkdocs.utils import write_file

from komsiluk import scripts
from komsiluk.exports import webmanifest
from komsiluk.exports.sitemap import SitemapEntry, sitemap
from komsiluk.images.image_artifacts import APP_ICONS
from komsiluk.languages import language
from komsiluk.mkdocs_plugin.page_keys import PageKeys
from komsiluk.mkdocs_plugin.site import Site
from komsiluk.scripts import DataScript
from komsiluk.search.entries import SearchRecord, written_entry


class Endings:
    """What the builds of the languages leave for the end."""

    def __init__(self) -> None:
        self.missing: dict[str, str] = {}
        """The 404 page by language."""
        self._written: dict[str, list[SearchRecord]] = {}
        """What the search knows of the hand-written pages, by language."""
        self._addresses: list[SitemapEntry] = []
        self._about: dict[str, str] = {}
        """What the home page says of itself to search engines, by language."""

    def note(self, site: Site, page: HostPage) -> None:
        """Remember a hand-written page, if it is at home in the language that is being built."""
        written, current, key = site.written_languages(page), site.languages.current, site.key(page)
        if current in written:
            if not key:
                self._about[current] = str(page.meta.get("description") or "")
            self._addresses.append(_address(site, current, _alternates(site, key, written)))
        text = Markup(page.content or "").striptags()
        title, description = (str(page.meta.get(name) or "") for name in ("title", "description"))
        language = site.text_language(page)
        entry = written_entry(key, title or str(page.title or ""), description, text, language)
        self._written.setdefault(current, []).append(entry)

    def write_missing(self, site: Site, config: MkDocsConfig) -> None:
        """Write each language's 404 page."""
        for tag, html in self.missing.items():
            path = Path(config.site_dir) / site.addresses.folder(tag) / "404.html"
            write_file(html.encode(), str(path))

    def files(
        self, site: Site, config: MkDocsConfig, keys: PageKeys | None
    ) -> Iterator[tuple[str, Callable[[], None]]]:
        """What no page needs that is only looked at: the path of each file, and what writes it.

        A path that ends in a slash is a folder, all of whose files are written at once. With `keys`,
        those of the last build stay that say the same.
        """
        folder = Path(config.site_dir)
        for tag in () if site.settings.bundle else site.languages.built:
            path = site.addresses.folder(tag) + webmanifest.NAME
            yield path, functools.partial(self._write_manifest, site, folder, tag)
        yield "sitemap.xml", functools.partial(self._write_maps, site, keys)
        for tag in site.languages.built:
            yield f"search/{tag}/", functools.partial(self._write_scripts, site, tag, keys)
        if not site.settings.form:
            return
        path, script = scripts.form_script()
        yield path, functools.partial(write_file, script, str(folder / path))
        yield "search/open/", functools.partial(self._write_opened, site, keys)

    def _write_manifest(self, site: Site, folder: Path, tag: str) -> None:
        """The web app manifest of a language, at its root."""
        spoken = language(tag)
        data = webmanifest.webmanifest(
            name=site.settings.site_names[tag],
            description=self._about.get(tag, ""),
            language=spoken.tag,
            direction=spoken.direction,
            root=site.addresses.up(tag),
            home="./" if site.settings.directory_urls else "index.html",
            icons=APP_ICONS,
        )
        write_file(data, str(folder / site.addresses.folder(tag) / webmanifest.NAME))

    def _write_maps(self, site: Site, keys: PageKeys | None) -> None:
        key = keys.sitemap(self._addresses) if keys else b""
        if not site.kept.has_all("sitemap", key):
            site.kept.write_all("sitemap", key, self._maps(site))

    def _maps(self, site: Site) -> Iterator[tuple[str, bytes]]:
        for name, xml in sitemap([*self._addresses, *_generated(site)], site.settings.site_url):
            yield name, xml
            if name == "sitemap.xml":
                yield "sitemap.xml.gz", gzip.compress(xml, mtime=0)

    def _write_scripts(self, site: Site, tag: str, keys: PageKeys | None) -> None:
        if site.settings.search:
            self._write_index(site, tag, keys)
        for script in scripts.compared_files(site.plan, tag):
            _write(site, script, keys)
        if site.settings.form:
            path, data = scripts.form_words(site.plan, tag)
            site.kept.write(path, b"", data)

    def _write_index(self, site: Site, tag: str, keys: PageKeys | None) -> None:
        """The index, unless it says the same as that of the last build: it is one thing, because all its
        files bear the name of one version."""
        written, kept = self._written.get(tag, ()), site.kept
        asked = (site.settings, site.plan, tag, written)
        name = f"index of {tag}"
        key = keys.index(tag, written) if keys else b""
        if kept.has_all(name, key):
            return
        known = kept.parts(name)
        own = functools.partial(_key_of, keys, tag)
        content = scripts.IndexDigest(known, own)
        if known is not None:
            scripts.note_index(*asked, content)
        if known is None or not kept.has_all(name, key, content.digest):
            content = scripts.IndexDigest(content.parts, own)
            kept.write_all(name, key, scripts.index_files(*asked, content))
        kept.note_content(name, content.digest, content.parts)

    def _write_opened(self, site: Site, keys: PageKeys | None) -> None:
        for script in scripts.opened_files(site.settings, site.plan):
            _write(site, script, keys)


def _key_of(keys: PageKeys | None, tag: str, practice_id: str) -> bytes:
    """The key of what an index says of a practice."""
    return keys.script(tag, (practice_id,)) if keys else b""


def _write(site: Site, script: DataScript, keys: PageKeys | None) -> None:
    """A script that says something of certain practices."""
    key = keys.script(script.path, script.practices) if keys else b""
    site.write(script.path, key, script.make)


def _generated(site: Site) -> Iterator[SitemapEntry]:
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


def _address(
    site: Site, tag: str, alternates: Mapping[str, str], updated: str = ""
) -> SitemapEntry:
    return SitemapEntry(
        location=alternates[tag],
        updated=updated,
        alternates=alternates,
        default=site.languages.default,
    )
