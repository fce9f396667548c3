"""The files of the theme's folder: which are no part of a site, and how our scripts are published."""

from __future__ import annotations

from mkdocs.structure.files import Files

from komsiluk import theme
from komsiluk.pages import questions
from komsiluk.search import engine
from komsiluk.search.bundled import FOLDER, bare


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
