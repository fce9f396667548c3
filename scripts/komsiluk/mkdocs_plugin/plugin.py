"""The plugin: MkDocs' events, in the order in which they come."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as HostPage
from mkdocs.utils.templates import TemplateContext

from komsiluk import theme
from komsiluk.cache.store import prune
from komsiluk.html.borrowed import resolved
from komsiluk.languages.folders import FOLDER, look_in
from komsiluk.messages import RefusalError
from komsiluk.mkdocs_plugin import build_frame
from komsiluk.mkdocs_plugin.config import KomsilukConfig
from komsiluk.mkdocs_plugin.gc_tuning import Garbage
from komsiluk.mkdocs_plugin.generated import GeneratedFile, GeneratedPage
from komsiluk.mkdocs_plugin.kept_site import Cleaning
from komsiluk.mkdocs_plugin.minify_html import tidy
from komsiluk.mkdocs_plugin.offline_lists import write_lists
from komsiluk.mkdocs_plugin.page_keys import PageKeys
from komsiluk.mkdocs_plugin.post_build import Endings
from komsiluk.mkdocs_plugin.printing import write_paper
from komsiluk.mkdocs_plugin.progress import Display, Written
from komsiluk.mkdocs_plugin.serving import WHEN_ASKED, Waiting, serve_waiting
from komsiluk.mkdocs_plugin.shell_cache import is_one_of_many, pour_all, strangers
from komsiluk.mkdocs_plugin.site import Site
from komsiluk.mkdocs_plugin.static_i18n import CHOSEN, Languages
from komsiluk.mkdocs_plugin.theme_files import (
    bare_scripts,
    leave_out_parts,
    leave_theme_files,
    remember_listing,
)
from komsiluk.mkdocs_plugin.themes import served
from komsiluk.reports import summary
from komsiluk.source.reader import Reader

log = get_plugin_logger("komsiluk")

_MATERIAL_FAVICON = "assets/images/favicon.png"
BEFORE_ALL = 1000
"""Material's search looks for the words of the theme's language as early as in `on_config`."""
AFTER_I18N = -150
"""mkdocs-static-i18n works at -100 and must never be handed a page of ours."""


class KomsilukPlugin(BasePlugin[KomsilukConfig]):
    """Adds the pages of the practices, beside the hand-written ones."""

    site: Site
    """What the build knows of the site; made anew for each build, once for all languages."""
    endings: Endings
    _generated: list[GeneratedFile]
    """The files of our pages in the language that is being built."""
    _nav: Navigation
    _languages: Languages
    _written: Written
    _display = Display(log)
    _garbage = Garbage()
    _cleaning = Cleaning()
    _keys: PageKeys | None = None
    """Of what pages are made; None while nothing is left to the next build."""
    _n_kept = 0
    """Pages that stand there from the last build."""
    _serving = False
    _waiting: Waiting | None = None
    """While somebody looks at the site: the files that are not made yet."""
    _reader: Reader | None = None
    """While somebody works on the site: what the files held when they were read last."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether somebody works on the site; MkDocs keeps this object between rebuilds."""
        self._serving = command == "serve"
        self._reader = Reader() if self._serving else None
        self._waiting = Waiting() if self._serving and os.environ.get(WHEN_ASKED) else None

    @event_priority(BEFORE_ALL)
    def _prepare(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add our templates to the theme, and choose the languages that are built."""
        languages = Languages(config)
        if not languages.is_first_build:
            return config
        self._languages = languages
        folder = str(theme.folder())
        if folder not in config.theme.dirs:
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, folder)
        look_in(Path(config.config_file_path).parent / self.config.practices / FOLDER)
        config.theme["komsiluk_words"] = served(languages.tags, config.theme.dirs)
        wanted = os.environ.get(CHOSEN, "").replace(",", " ").split()
        if wanted:
            try:
                languages.build_only(wanted)
            except RefusalError as error:
                raise PluginError(str(error)) from error
        return config

    @event_priority(AFTER_I18N)
    def _read(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and judge everything, once a build; stop when something cannot be published.

        `serve` does not stop: the faults stand on the pages until they are mended.
        """
        config.theme.static_templates.discard("sitemap.xml")  # Ours would be written over it.
        if config.theme.get("favicon") == _MATERIAL_FAVICON:
            config.theme["favicon"] = "assets/komsiluk/icon-32.png"
        if self._languages.is_first_build:
            self._garbage.reading()
            remember_listing(config.theme)
            self._written = Written(self._display)
            if self._waiting is not None:
                self._waiting.forget()
            show = self._display.show
            self.site = Site(self.config, config, self._languages, show, self._reader)
            self.endings = Endings()
            self._n_kept = 0
            self._cleaning.begin(self.site.kept)
            self._report()
        return config

    on_config = CombinedEvent(_prepare, _read)

    def _report(self) -> None:
        """Tell what checking found: errors stop a build, warnings do not."""
        if self.site.cache_trouble:
            folder = self.config.cache
            log.info(f"Nothing is kept for later builds in {folder}: {self.site.cache_trouble}")
        if not self.site.report:
            return
        if not self.site.has_errors:
            log.info(summary(self.site.checked.diagnostics) + "; `komsiluk check` shows them")
        elif self._serving:
            log.error("The content has faults:\n" + self.site.report)
        else:
            raise PluginError("The content has faults:\n" + self.site.report)

    @event_priority(AFTER_I18N)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages of the language that is being built; pictures once, with the first."""
        stranger = strangers(config)
        if stranger and self.config.pour and self.site.languages.is_first_build:
            log.info(f"Pages are built one by one, because {stranger}")
        leave_out_parts(files)
        self._generated = list(self.site.generated(config))
        for file in self._generated:
            if self.config.pour and not stranger and is_one_of_many(file.ours):
                file.pour = _too_early
                file.publish = self._publish
            files.append(file)
        if self.site.languages.is_first_build:
            bare_scripts(files)
            self._add_pictures(files, config)
            self._add_papers(files, config)
            memory = self.site.memory if self.site.kept.remembers else None
            self._keys = PageKeys(self.site, memory) if memory else None
            self._garbage.rendering()
        else:
            leave_theme_files(files, config)
        return files

    def _add_pictures(self, files: Files, config: MkDocsConfig) -> None:
        made = self.site.assets.made
        if made.n_made:
            pictures = "picture" if made.n_made == 1 else "pictures"
            log.info(f"Made {made.n_made} {pictures}, found {made.n_found}")
        self._add_made(made.files, files, config)

    def _add_made(self, made: Mapping[str, str], files: Files, config: MkDocsConfig) -> None:
        """Have files that stand in the cache copied, unless they are there from the last build."""
        for path, source in made.items():
            file = File.generated(config, path, abs_src_path=source)
            file.copy_file = functools.partial(self._copy, path, source)  # type: ignore[method-assign]
            files.append(file)

    def _copy(self, path: str, source: str, dirty: bool = False) -> None:
        """What a file is called in the cache tells what is in it."""
        key, kept = Path(source).name.encode(), self.site.kept
        if not kept.has(path, key):
            kept.copy(path, key, source)

    def _add_papers(self, files: Files, config: MkDocsConfig) -> None:
        """Make the papers; while somebody works on the site, each when it is looked at."""
        papers = self.site.papers
        if self._waiting is not None:
            for paper in papers:
                path = self.site.addresses.folder(paper.language) + paper.path
                write = functools.partial(write_paper, self.site, paper, config.site_dir)
                self._waiting.wait(path, write)
            return
        made = self.site.make_papers(papers)
        if made.n_made:
            log.info(f"Made {made.n_made} papers, found {made.n_found}")
        self._add_made(made.files, files, config)

    @event_priority(AFTER_I18N)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Leave pages that stand in the navigation to MkDocs: each of them looks different there."""
        for page in nav.pages:
            if isinstance(page.file, GeneratedFile):
                page.file.pour = None
        self._nav = nav
        return nav

    @event_priority(AFTER_I18N)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Render the shells, after every plugin has put its own into the theme's environment."""
        env.bytecode_cache = self.site.bytecode(env)
        for fallback in pour_all(self._generated, env, self._nav, files, config):
            log.info(
                f"{fallback.n_pages} pages ({fallback.kind}) are built one by one, because "
                f"{fallback.reason}"
            )
        by_hand = [file for file in files.documentation_pages() if not _is_ours(file)]
        self._written.begin(self._languages.current, len(by_hand) + len(self._generated))
        return env

    def _publish(self, file: GeneratedFile) -> None:
        """Write a poured page, unless it is there from the last build, or wait until somebody looks at it."""
        self._written.one_more()
        if self._waiting is not None:
            write = functools.partial(self._write, file.dest_uri, file.made)
            self._waiting.wait(file.dest_uri, write)
        else:
            key = self._keys.page(file) if self._keys else b""
            self._n_kept += not self.site.write(file.dest_uri, key, file.made)

    def _write(self, path: str, make: Callable[[], bytes]) -> None:
        self.site.kept.write(path, b"", make())

    def on_page_context(
        self, context: TemplateContext, *, page: HostPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the theme what its frame shows, and remember the page for sitemap and search."""
        home = build_frame.canonical(self.site, page)
        if home is not None:
            page.canonical_url = home
        context["komsiluk"] = build_frame.frame(self.site, page, nav)  # type: ignore[typeddict-unknown-key]
        if not isinstance(page, GeneratedPage):
            self.endings.note(self.site, page)
        return context

    @event_priority(AFTER_I18N)
    def on_post_page(self, output: str, *, page: HostPage, config: MkDocsConfig) -> str:
        """Tidy the page up, and remember what it says if it was not poured."""
        output = tidy(output, page.content or "")
        self._written.one_more()
        if isinstance(page, GeneratedPage):
            page.content = ""
        return output

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """The same for pages that are no pages, such as the one for addresses that lead nowhere."""
        context["komsiluk"] = build_frame.frame_of_missing(self.site, context["nav"])  # type: ignore[typeddict-unknown-key]
        return context

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Keep each language's 404 page; MkDocs writes them all over one another."""
        if template_name == "404.html":
            output_content = resolved(output_content)
            self.endings.missing[self.site.languages.current] = output_content
        return output_content

    @event_priority(AFTER_I18N)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """After i18n has built every language: what concerns all of them."""
        if self.site.languages.is_first_build:
            self.endings.write_missing(self.site, config)
            for path, write in self.endings.files(self.site, config, self._keys):
                if self._waiting is None:
                    write()
                else:
                    self._waiting.wait(path, write)
            if self._waiting is None:
                self.site.kept.remove_rest()
                if not self.site.settings.bundle:
                    write_lists(self.site, config.site_dir)
                self.site.kept.leave()
            self._cleaning.over()
            self._garbage.over()
            self._display.close()
            prune(self.site.settings.cache)
            rest = f"; {self._n_kept} had not changed" if self._n_kept else ""
            log.info(f"Wrote {self._written.n_pages - self._n_kept} pages{rest}")

    def on_build_error(self, *, error: Exception) -> None:
        """Leave Python, MkDocs and the terminal as they were."""
        self._cleaning.over()
        self._garbage.over()
        self._display.close()

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Build again when a practice or a template changes; draw pages when they are asked for."""
        if self._waiting is not None:
            serve_waiting(server, self._waiting)
        server.watch(str(self.site.settings.practices))
        server.watch(str(theme.folder()))
        if self._languages.default not in self._languages.built:
            home = server.url + self.site.addresses.folder(self._languages.built[0])
            log.info(f"Only a part of the site is built; it begins at {home}")
        return server


def _too_early(file: GeneratedFile) -> str:
    raise AssertionError(f"{file.src_uri} is written before its shell is there")


def _is_ours(file: File) -> bool:
    return isinstance(file, GeneratedFile)
