"""`komsiluk build`: the whole site into a folder, by MkDocs."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from komsiluk.cli.options import CONFIG, site_of
from komsiluk.mkdocs_plugin.run import build_site


@click.command()
@CONFIG
@click.option(
    "-d",
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to; `site` unless mkdocs.yml says otherwise.",
)
def build(config_file: Path, site_dir: Path | None) -> None:
    """Build the site; any warning stops it, as `mkdocs build --strict` does."""
    site_of(config_file)
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    sys.exit(build_site(config_file, site_dir))
