"""The files of the theme, listed and copied once: MkDocs does both for every language.

Material has fourteen thousand files, of which two hundred are published, at the root of the site.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.theme import Theme

from komsiluk import theme
from komsiluk.pages import questions
from komsiluk.search import engine
from komsiluk.search.bundled import FOLDER, bare

_OF_FILES = Files.add_files_from_theme.__qualname__


def remember_listing(host: Theme) -> None:
    """Let the theme's environments share what the first of them lists; to be called for each build."""
    make: Callable[[], jinja2.Environment] = type(host).get_env.__get__(host)
    listed: list[str] = []

    def get_env() -> jinja2.Environment:
        env = make()
        list_templates: Any = env.list_templates

        def remembered(extensions: Any = None, filter_func: Any = None) -> list[str]:
            if not getattr(filter_func, "__qualname__", "").startswith(_OF_FILES):
                names: list[str] = list_templates(extensions, filter_func)
                return names
            if not listed:
                listed.extend(list_templates(extensions, filter_func))
            return listed

        env.list_templates = remembered  # type: ignore[method-assign]
        return env

    host.get_env = get_env  # type: ignore[method-assign]


def leave_out_parts(files: Files) -> None:
    """Some of the theme's folder is no part of a site: what npm is asked for, and the scripts of which
    those that search and ask are made."""
    parts = {f"{FOLDER}{name}" for name in (*engine.SCRIPTS, *questions.SCRIPTS)}
    for file in list(files):
        if file.src_dir != str(theme.folder()):
            continue
        if file.src_uri.startswith("fonts/") or file.src_uri in parts:
            files.remove(file)


def bare_scripts(files: Files) -> None:
    """Publish our scripts without remarks and types, which no browser needs."""
    for file in files:
        if file.src_dir == str(theme.folder()) and file.src_uri.endswith(".js"):
            file.content_string = bare(file.content_string)


def leave_theme_files(files: Files, config: MkDocsConfig) -> None:
    """Do not copy the theme's files again: the build of the first language has done it."""
    folders = set(config.theme.dirs)
    for file in files:
        if file.src_dir in folders:
            file.copy_file = _is_there  # type: ignore[method-assign]


def _is_there(dirty: bool = False) -> None:
    """The file stands where it is to be copied."""
