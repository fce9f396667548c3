"""The settings of the plugin in `mkdocs.yml`, and what they and MkDocs' own make of a site."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs.config import config_options as option
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig

from komsiluk.mkdocs_plugin.contested import ContestedPlaces
from komsiluk.mkdocs_plugin.rule_severities import RuleSeverities
from komsiluk.mkdocs_plugin.static_i18n import Languages
from komsiluk.pages.papers import TO_PRINT, Paper
from komsiluk.pages.selection import Compilation
from komsiluk.settings import Settings

BUNDLE = "KOMSILUK_BUNDLE"
"""Environment variable of a build that is opened without a server. It says what pages are where the
site is published: `folders` or `files`."""
FOLDERS, FILES = "folders", "files"


class MapConfig(Config):
    """The options below `map:`."""

    contested = ContestedPlaces()
    """How places whose status is disputed are drawn and named."""


class KomsilukConfig(Config):
    """The options below `plugins: - komsiluk:`."""

    practices = option.Type(str, default="practices")
    """The folder of the practices, from the folder of `mkdocs.yml`."""
    fonts = option.Optional(option.Type(str))
    """The folder that `komsiluk fonts` filled; without it pages use the reader's own fonts."""
    cache = option.Type(str, default=".cache/komsiluk")
    """Where made pictures are kept between builds."""
    formats = option.ListOfItems(option.Choice(("webp", "avif")), default=["webp"])
    """The formats of covers, the one to be preferred first; an empty list for no covers."""
    cards = option.Type(bool, default=True)
    """Whether every page gets a social card."""
    papers = option.ListOfItems(option.Choice((*Paper, *Compilation)), default=list(TO_PRINT))
    """The papers that the site offers of each practice and each collection; an empty list for none."""
    rules = RuleSeverities()
    """How much the findings of single rules matter here."""
    search = option.Type(bool, default=True)
    """Whether there is a search: an index in each language, and the box in the header."""
    form = option.Type(bool, default=True)
    """Whether there is a contribution form in each language, with all that it opens."""
    pour = option.Type(bool, default=True)
    """Whether the theme is rendered once for many pages; false lets MkDocs build each by itself."""
    map = option.SubConfig(MapConfig)
    """What the maps show."""
    mailbox = option.Type(str, default="")
    """Where practices are sent by e-mail: a mailbox of the collection, not of a person."""
    author = option.Type(str, default="")
    """Whom a citation names as author."""
    names = option.Type(dict, default={})
    """The site's name by language; `site_name` where a language is missing."""


def settings(options: KomsilukConfig, config: MkDocsConfig, languages: Languages) -> Settings:
    """The site's settings, free of MkDocs."""
    root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
    original = os.environ.get(BUNDLE, "")
    return Settings(
        root=root,
        practices=root / options.practices,
        languages=languages.tags,
        site_url=(config.site_url or "").rstrip("/") + "/" if config.site_url else "",
        site_names={tag: options.names.get(tag, config.site_name) for tag in languages.tags},
        directory_urls=config.use_directory_urls,
        bundle=bool(original),
        published_directory_urls=original == FOLDERS if original else config.use_directory_urls,
        edit_url=_edit_url(config),
        mailbox=options.mailbox,
        author=options.author,
        fonts=root / options.fonts if options.fonts else None,
        cache=root / options.cache,
        formats=tuple(options.formats),
        cards=options.cards and not original,
        contested=options.map.contested,
        papers=tuple(options.papers),
        severities=options.rules,
        search=options.search,
        form=options.form,
        written=_written(Path(config.docs_dir) / languages.source_folder(languages.default)),
    )


def _written(folder: Path) -> frozenset[str]:
    """The keys of the pages in the folder of a language."""
    files = (file.relative_to(folder).with_suffix("").as_posix() for file in folder.rglob("*.md"))
    return frozenset(name.removesuffix("/index") for name in files if name != "index")


def _edit_url(config: MkDocsConfig) -> str:
    """What stands before a path in the repository; MkDocs' `edit_uri` points into `docs_dir`."""
    if not config.repo_url or not config.edit_uri:
        return ""
    base = config.repo_url.rstrip("/") + "/" + config.edit_uri.strip("/")
    return base.removesuffix("/docs")
