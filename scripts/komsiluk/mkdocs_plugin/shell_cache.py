"""The theme's shell, rendered once for many pages, and each of them poured into it.

MkDocs renders the whole theme and the whole navigation for every page, and it is the same work
every time. Where the theme does something with a page that cannot be done for it afterwards,
or another plugin wants to see every page, MkDocs builds the pages one by one as it always does.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from komsiluk.mkdocs_plugin.generated import (
    GeneratedFile,
    GeneratedPage,
    generated_file,
    whole_day,
)
from komsiluk.mkdocs_plugin.minify_html import tidy
from komsiluk.mkdocs_plugin.placeholder_page import NoPages, PlaceholderPage
from komsiluk.mkdocs_plugin.placeholders import (
    ID,
    NUMBER,
    Placeholder,
    PlaceholderAddress,
    Shell,
    UnpourableError,
    plain,
)
from komsiluk.pages.page import Kind, Page

_PAGE_EVENTS = (
    "pre_page",
    "page_read_source",
    "page_markdown",
    "page_content",
    "page_context",
    "post_page",
)
_BLIND = ("komsiluk.", "mkdocs_static_i18n.", "material.plugins.search.", "mkdocs.contrib.search")
"""Modules of plugins that do nothing with a page of ours once it is made, or only what we ask them."""
_SEARCH = ("material.plugins.search.", "mkdocs.contrib.search")


@dataclass(frozen=True)
class ShellKind:
    """What the shell of a page depends on, beside the values that are poured into it."""

    kind: Kind
    key: str
    """With marks for what is the page's own."""
    text_language: str
    alternates: tuple[str, ...]
    has_card: bool
    is_described: bool
    is_dated: bool


@dataclass(frozen=True, kw_only=True)
class Fallback:
    """Pages that MkDocs builds one by one."""

    kind: Kind
    n_pages: int
    reason: str


def is_one_of_many(page: Page) -> bool:
    """Whether there may be more pages with the same shell."""
    return bool(page.subject) or page.part > 1


def strangers(config: MkDocsConfig) -> str:
    """Which other plugin wants to see every page, and when; empty for none."""
    for event in _PAGE_EVENTS:
        for method in config.plugins.events[event]:
            owner = getattr(method, "__self__", None)
            if type(owner).__module__.startswith(_BLIND):
                continue
            for name, plugin in config.plugins.items():
                if plugin is owner or getattr(plugin, f"on_{event}", None) == method:
                    return f'"{name}" wants to see every page (on_{event})'
            return f'"{method.__module__}" wants to see every page (on_{event})'
    return ""


def pour_all(
    generated: Iterable[GeneratedFile],
    env: Environment,
    nav: Navigation,
    files: Files,
    config: MkDocsConfig,
) -> Iterator[Fallback]:
    """Give every file the mould that it is poured into; tell which ones cannot be poured, and why.

    Those are then as MkDocs would have them at this point: read and rendered, but not written.
    """
    shapes: dict[ShellKind, list[GeneratedFile]] = {}
    for file in generated:
        if file.pour is not None:
            shapes.setdefault(shape(file), []).append(file)
    refused: dict[tuple[Kind, str], int] = {}
    for shell_kind, group in shapes.items():
        try:
            pour = _Pour(_mould(shell_kind, group[0], env, nav, config))
            _prove(pour, group[-1], env, nav, files, config)
        except UnpourableError as error:
            for file in group:
                file.pour = None
                file.page.read_source(config)
                file.page.render(config, files)
            cause = (shell_kind.kind, str(error))
            refused[cause] = refused.get(cause, 0) + len(group)
        else:
            for file in group:
                file.pour, file.shell = pour, pour.mould.digest
    for (kind, reason), n_pages in refused.items():
        yield Fallback(kind=kind, n_pages=n_pages, reason=reason)


@dataclass(frozen=True)
class _Pour:
    mould: Shell

    def __call__(self, file: GeneratedFile) -> str:
        page = file.ours
        return self.mould.pour(
            {
                ID: page.subject,
                NUMBER: str(page.part),
                "title": page.title,
                "escaped title": str(escape(page.title)),
                "description": page.description,
                "escaped description": str(escape(page.description)),
                "date": whole_day(page.updated),
                "content": file.draw(page),
            }
        )


def _prove(
    pour: _Pour,
    file: GeneratedFile,
    env: Environment,
    nav: Navigation,
    files: Files,
    config: MkDocsConfig,
) -> None:
    """Raise `UnpourableError` unless a page comes out as MkDocs would have built it.

    Marks notice most of what a theme may do with a text, but not what is done to it in C.
    """
    page = file.page
    page.read_source(config)
    page.render(config, files)
    built = tidy(_rendered(page, env, nav, files, config), page.content or "")
    page.content = ""
    if built != pour(file):
        raise UnpourableError("the theme makes something else of a page than of the marks for it")


def shape(file: GeneratedFile) -> ShellKind:
    """What the shell of a page depends on."""
    page = file.ours
    key = page.key
    if page.part > 1:
        key = key[: key.rindex("/") + 1] + NUMBER
    if page.subject:
        key = key.replace(f"/{page.subject}", f"/{ID}", 1)
    return ShellKind(
        kind=page.kind,
        key=key,
        text_language=page.text_language,
        alternates=page.alternates,
        has_card=file.has_card,
        is_described=bool(page.description),
        is_dated=bool(page.updated),
    )


def _mould(
    shape: ShellKind,
    sample: GeneratedFile,
    env: Environment,
    nav: Navigation,
    config: MkDocsConfig,
) -> Shell:
    """The shell for pages of a shape. Raises `UnpourableError`."""
    page = _stand_in(shape, sample, config)
    shell = _rendered(page, env, nav, NoPages(), config)
    return Shell(tidy(shell, plain(page.marks[-1])), page.marks)


def _rendered(
    page: GeneratedPage,
    env: Environment,
    nav: Navigation,
    files: Files | Sequence[File],
    config: MkDocsConfig,
) -> str:
    """A page as the theme makes it, in the steps of MkDocs' `_build_page`."""
    config._current_page = page
    page.active = True
    try:
        context = get_context(nav, files, config, page)
        for method in config.plugins.events["page_context"]:
            if not method.__module__.startswith(_SEARCH):
                context = method(context, page=page, config=config, nav=nav) or context
        if isinstance(page, PlaceholderPage):
            page.close()
        return env.get_template("main.html").render(context)
    finally:
        page.active = False
        config._current_page = None


def _stand_in(shape: ShellKind, sample: GeneratedFile, config: MkDocsConfig) -> PlaceholderPage:
    ours = dataclasses.replace(
        sample.ours,
        key=shape.key,
        subject=ID if sample.ours.subject else "",
        title=Placeholder("title"),
        description=Placeholder("description") if shape.is_described else "",
        sections=(),
        items=(),
    )
    here = sample.ours.key
    file = generated_file(
        ours,
        sample.draw,
        has_card=shape.has_card,
        path=(
            PlaceholderAddress(sample.src_uri.replace(here, shape.key)),
            sample.dest_uri.replace(here, shape.key),
        ),
        config=config,
    )
    return PlaceholderPage(file, config, is_described=shape.is_described, is_dated=shape.is_dated)
