"""Options that several commands share, and how a command refuses."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

import click

from komsiluk.diagnostics import Message
from komsiluk.messages import REFERENCE, message, render
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
    """The command was called in a way, or for a site, that it cannot serve.

    It says so in the language that the command was given as `--language`, where it takes one.
    """

    exit_code = 2

    def __init__(self, reason: Message) -> None:
        super().__init__(render(reason))
        self.reason = reason
        self.language = _language()

    def show(self, file: IO[Any] | None = None) -> None:
        """Print why, to the stream of errors unless told otherwise."""
        text = render(message("refused.message", text=self.reason), self.language)
        click.echo(text, file=file, err=file is None)


def _language() -> str:
    """The language that the running command was given."""
    context = click.get_current_context(silent=True)
    return (context.params.get("language") if context else None) or REFERENCE


def site_of(config_file: Path) -> Settings:
    """The settings of the site; without one that can be used, the command refuses."""
    try:
        return load_settings(config_file)
    except NoSiteError as error:
        raise CommandError(error.reason) from error


def pages_of_rules(settings: Settings) -> Mapping[str, str]:
    """The address on GitHub of the page of each rule, where the repository has them and is known."""
    if "/edit/" not in settings.edit_url:
        return {}
    root = settings.edit_url.rstrip("/").replace("/edit/", "/blob/", 1)
    pages = (settings.root / "docs" / "rules").glob("[!A-Z]*.md")
    return {page.stem: f"{root}/docs/rules/{page.name}" for page in sorted(pages)}
