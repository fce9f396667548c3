"""Options that several commands share, and how a command refuses."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from komsiluk.mkdocs_plugin.config_loader import NoSiteError, load_settings
from komsiluk.settings import Settings

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


class CommandError(click.ClickException):
    """The command was called in a way, or for a site, that it cannot serve."""

    exit_code = 2


def site_of(config_file: Path) -> Settings:
    """The settings of the site; without one that can be used, the command refuses."""
    try:
        return load_settings(config_file)
    except NoSiteError as error:
        raise CommandError(str(error)) from error


def pages_of_rules(settings: Settings) -> Mapping[str, str]:
    """The address on GitHub of the page of each rule, where the repository has them and is known."""
    if "/edit/" not in settings.edit_url:
        return {}
    root = settings.edit_url.rstrip("/").replace("/edit/", "/blob/", 1)
    pages = (settings.root / "docs" / "rules").glob("[!A-Z]*.md")
    return {page.stem: f"{root}/docs/rules/{page.name}" for page in sorted(pages)}
