"""`komsiluk serve`: the site on this machine, built again whenever a file changes."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from komsiluk.cli.options import CONFIG, CommandError, site_of
from komsiluk.messages import RefusalError
from komsiluk.mkdocs_plugin.mkdocs_cli import serve_site
from komsiluk.mkdocs_plugin.static_i18n import chosen


@click.command()
@CONFIG
@click.option("-a", "--address", default="127.0.0.1:8000", show_default=True, help="IP:PORT.")
@click.option(
    "-l",
    "--language",
    "languages",
    multiple=True,
    metavar="TAG",
    help="Build only this language; may be given more than once.",
)
def serve(config_file: Path, address: str, languages: tuple[str, ...]) -> None:
    """Serve the site while you write; a fault in the content is shown on the pages."""
    try:
        chosen(languages, site_of(config_file).languages)
    except RefusalError as error:
        raise CommandError(error.reason) from error
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    sys.exit(serve_site(config_file, address, languages))
