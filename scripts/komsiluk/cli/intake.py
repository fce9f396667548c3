"""`komsiluk intake`: what somebody has sent, into the folder of a practice."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from komsiluk import build
from komsiluk.cli.asking import asking
from komsiluk.cli.options import CONFIG, CommandError, site_of
from komsiluk.cli.report import FAULTY, report
from komsiluk.cli.today import today
from komsiluk.diagnostics import Diagnostic, has_errors
from komsiluk.intake.docx_parser import files_of
from komsiluk.intake.placement import Arrival, arrived
from komsiluk.intake.submission import opened
from komsiluk.messages import REFERENCE, message, render
from komsiluk.settings import Settings
from komsiluk.text.slugs import slug


@click.command()
@CONFIG
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--name", help="The name of the practice's folder; from its title unless said.")
@click.option(
    "--language",
    default=REFERENCE,
    metavar="TAG",
    help="The language of the report, such as sr-Latn; English unless said.",
)
def intake(config_file: Path, file: Path, name: str | None, language: str) -> None:
    """Make the folder of a practice from FILE: the form's zip, a text file, or the Word template.

    Nothing that is there is written over. Photographs are cleaned as `komsiluk image` does it, and
    what is to be mended is told as `komsiluk check` tells it.
    """
    settings = site_of(config_file)
    if name is not None and name != slug(name):
        raise CommandError(message("refused.no-address", name=name, slug=slug(name)))
    shown = settings.practices.relative_to(settings.root).as_posix()
    parcel = opened(
        file, lambda answers: files_of(answers, tuple(asking(settings).values()), today())
    )
    arrival = arrived(parcel, settings.practices, shown, name)
    for path, data in arrival.files.items():
        target = settings.practices / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        click.echo(f"wrote {shown}/{path}")
        for removed in arrival.removed.get(path, ()):
            click.echo(f"  removed: {render(removed, language)}")
    diagnostics = _diagnostics(settings, arrival, shown)
    code = report(diagnostics, "text", language)
    sys.exit(code if arrival.files or has_errors(diagnostics) else FAULTY)


def _diagnostics(settings: Settings, arrival: Arrival, shown: str) -> tuple[Diagnostic, ...]:
    """What is wrong with the parcel, and with the files that it became."""
    if not arrival.files:
        return arrival.problems
    ours = {f"{shown}/{path}" for path in arrival.files}
    judged = build.check(settings).diagnostics
    return (*arrival.problems, *(diagnostic for diagnostic in judged if diagnostic.file in ours))
