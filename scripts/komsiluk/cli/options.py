"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

CONFIG = click.option(
    "-f",
    "--config-file",
    "config_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The configuration of the site.",
)
"""Which site; `mkdocs.yml` in the working folder unless said otherwise."""
