"""A site while MkDocs builds it: its settings, its plan of pages, and the language of the moment."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from jinja2 import BytecodeCache, Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page as HostPage
from mkdocs.utils.meta import get_data

from komsiluk import build, printing, theme
from komsiluk.artifacts import file_digest
from komsiluk.cache import Made
from komsiluk.cache.store import writable
from komsiluk.diagnostics import has_errors
from komsiluk.html import templates
from komsiluk.html.renderer import Renderer
from komsiluk.html.templates import Templates
from komsiluk.images.image_artifacts import Card, Subject
from komsiluk.memory import Memory
from komsiluk.mkdocs_plugin.bytecode import KeptBytecode, dialect
from komsiluk.mkdocs_plugin.config import KomsilukConfig, settings
from komsiluk.mkdocs_plugin.generated import GeneratedFile, GeneratedPage, generated_file
from komsiluk.mkdocs_plugin.kept_site import begins_from_nothing, kept_files
from komsiluk.mkdocs_plugin.static_i18n import Languages
from komsiluk.pages.addresses import Addresses, published_addresses
from komsiluk.pages.page import Page
from komsiluk.pages.paging import list_key
from komsiluk.pages.papers import Prints, Wanted, wanted
from komsiluk.pages.plan import Plan
from komsiluk.pages.selection import Volume, volumes
from komsiluk.reports import text_report
from komsiluk.source.reader import Reader

Show = Callable[[str, int, int], None]
"""Told what is being made, and how many of how many are done."""


class Site:
    """What outlives the build of one language."""

    def __init__(
        self,
        options: KomsilukConfig,
        config: MkDocsConfig,
        languages: Languages,
        show: Show,
        reader: Reader | None = None,
    ) -> None:
        """A `reader` remembers the files from one build to the next."""
        self.languages = languages
        described = settings(options, config, languages)
        folder, self.cache_trouble = writable(described.cache)
        self.settings = dataclasses.replace(described, cache=folder)
        self.docs = Path(config.docs_dir)
        self._spoken: dict[str, Templates] = {}
        self._renderers: dict[str, Renderer] = {}
        """That of the language that is being built; those of the others only take room."""
        self.theme = [Path(folder) for folder in config.theme.dirs]
        self.addresses = Addresses(
            default_language=languages.default, directory_urls=config.use_directory_urls
        )
        self.kept = kept_files(config.site_dir, self.settings.cache)
        """The files of the site that need not be made again."""
        self.memory = None if reader else Memory(self.settings, empty=begins_from_nothing())
        self.checked = build.check(self.settings, reader, memory=self.memory)
        self._show = show
        self.prints: Prints = {}
        """The papers that have been made."""

    @functools.cached_property
    def plan(self) -> Plan:
        """The pages; of the sound records only, while somebody works on a site with faults."""
        return build.pages(self.checked, self.settings)

    @functools.cached_property
    def assets(self) -> build.Assets:
        """The pictures and fonts, made when first asked for: faults are told before that."""
        try:
            return build.assets(
                self.settings,
                self.plan,
                self.languages.built,
                self._written_cards(),
                functools.partial(self._show, "Pictures"),
            )
        except build.FaultyFilesError as error:
            raise PluginError(
                "The content has faults:\n" + text_report(error.diagnostics)
            ) from error

    @property
    def papers(self) -> list[Wanted | Volume]:
        """The papers that the site offers in the languages that are built."""
        practices, offered = self.plan.collection.practices, self.settings.offered
        papers: list[Wanted | Volume] = []
        for tag in self.languages.built:
            papers.extend(wanted(practices, tag, offered))
            papers.extend(volumes(self.plan, tag, offered))
        return papers

    def make_papers(self, wanted: Sequence[Wanted | Volume]) -> Made:
        """Make papers; from then on the pages tell of their files."""
        show = functools.partial(self._show, "Papers")
        single = [paper for paper in wanted if isinstance(paper, Wanted)]
        bound = [paper for paper in wanted if isinstance(paper, Volume)]
        one = printing.papers(self.settings, self.plan, single, show)
        other = printing.volumes(self.settings, self.plan, bound, show)
        made = Made(
            files={**one.files, **other.files},
            n_made=one.n_made + other.n_made,
            n_found=one.n_found + other.n_found,
        )
        self.prints = {**self.prints, **printing.prints(self.settings, wanted, made)}
        return made

    def write(self, path: str, key: bytes, make: Callable[[], bytes]) -> bool:
        """Have a file of the site: made, unless it is there, made of the same; whether it was made."""
        if self.kept.remembers and self.kept.has(path, key):
            return False
        self.kept.write(path, key, make())
        return True

    def _written_cards(self) -> Iterator[Card]:
        """The social cards of the hand-written pages, by the titles that stand at their heads."""
        for tag in self.languages.built:
            folder = self.docs / self.languages.source_folder(tag)
            for file in sorted(folder.rglob("*.md")):
                _, meta = get_data(file.read_text("utf-8-sig"))
                key = file.relative_to(folder).with_suffix("").as_posix()
                key = key.removesuffix("/index") if key != "index" else ""
                name = self.settings.site_names.get(tag, "")
                yield Card(
                    key=key,
                    language=tag,
                    subject=Subject(name=key or "home", motif="weave", palette=""),
                    title=str(meta.get("title") or name),
                    kicker="",
                    site_name=name,
                )

    @property
    def has_errors(self) -> bool:
        """Whether the content has a fault that stops publication."""
        return has_errors(self.checked.diagnostics)

    @property
    def report(self) -> str:
        """Everything that checking found, as text; empty when it found nothing."""
        return text_report(self.checked.diagnostics)

    def _templates(self, tag: str) -> Templates:
        if tag not in self._spoken:
            kept = KeptBytecode(self.settings.cache, "ours", file_digest(templates.__file__))
            self._spoken[tag] = Templates(
                self.theme, self.checked.words[tag].marked, kept, ours=theme.folder()
            )
        return self._spoken[tag]

    @property
    def renderer(self) -> Renderer:
        """Draws the pages of the language that is being built."""
        return self._renderer(self.languages.current)

    def _renderer(self, tag: str) -> Renderer:
        if tag not in self._renderers:
            self._renderers = {
                tag: Renderer(tag, self.plan, self.settings, self.addresses, self._templates(tag))
            }
        return self._renderers[tag]

    def generated(self, config: MkDocsConfig) -> Iterator[GeneratedFile]:
        """The files of the generated pages of the language that is being built."""
        folder = self.languages.source_folder(self.languages.current)
        for page in self.plan.pages.of(self.languages.current):
            yield generated_file(
                page,
                self._draw,
                has_card=bool(self.card(page.key, page.text_language)),
                path=(f"{folder}{page.key}.md", self.addresses.file(page.key, page.language)),
                config=config,
            )

    def _draw(self, page: Page) -> str:
        return self._renderer(page.language).body(page, self.prints)

    def bytecode(self, env: Environment) -> BytecodeCache:
        """Where the theme's templates are kept as Python has compiled them for an environment."""
        return KeptBytecode(self.settings.cache, "theme", dialect(env))

    def card(self, key: str, tag: str) -> str:
        """The path of the social card of a page; empty when it has none."""
        if not self.settings.cards or not self.settings.site_url:
            return ""
        return self.assets.card(list_key(key), tag)

    def key(self, page: HostPage) -> str:
        """What names a page of MkDocs in every language: its file without language and ending."""
        folder = self.addresses.folder(self.languages.current)
        file = page.file.dest_uri.removeprefix(folder)
        if file == "index.html":
            return ""
        return file.removesuffix("/index.html").removesuffix(".html")

    def written_languages(self, page: HostPage) -> tuple[str, ...]:
        """The languages in which a page is truly there; a hand-written one where it has a file."""
        if isinstance(page, GeneratedPage):
            return page.ours.alternates
        key = self.key(page)
        if len(self.languages.tags) == 1:
            return self.languages.tags
        return tuple(
            tag
            for tag in self.languages.tags
            if any(
                (self.docs / tag / name).is_file()
                for name in (f"{key}.md", f"{key}/index.md".lstrip("/"))
            )
        )

    def text_language(self, page: HostPage) -> str:
        """The language in which a page's text is."""
        if isinstance(page, GeneratedPage):
            return page.ours.text_language
        current = self.languages.current
        return current if current in self.written_languages(page) else self.languages.default

    def absolute(self, key: str, tag: str) -> str:
        """The whole address of a page; from the root where the site's own is not known."""
        published = published_addresses(self.settings)
        return (self.settings.site_url or "/") + published.of(key, tag)
