"""`komsiluk check`: read everything, judge it, and say what to mend and where."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from komsiluk import build
from komsiluk.cli.options import CONFIG, Refusal, site_of
from komsiluk.cli.report import report
from komsiluk.reports import REPORTERS


@click.command()
@CONFIG
@click.option(
    "--format",
    "form",
    type=click.Choice(list(REPORTERS)),
    default="text",
    show_default=True,
    help="For people, for programs, or for GitHub's annotations.",
)
def check(config_file: Path, form: str) -> None:
    """Check the practices and everything they point to; nothing is written."""
    settings = site_of(config_file)
    if not settings.practices.is_dir():
        raise Refusal(f"there is no folder {settings.practices.name} beside {config_file}.")
    checked = build.check(settings)
    sys.exit(report(checked.diagnostics, form))
