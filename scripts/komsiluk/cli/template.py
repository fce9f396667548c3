"""`komsiluk template`: the questions of the form as a Word document."""

from __future__ import annotations

from pathlib import Path

import click

from komsiluk.cli.asking import asking
from komsiluk.cli.options import CONFIG, CommandError, site_of
from komsiluk.intake.docx_template import template as written
from komsiluk.messages import message


@click.command()
@CONFIG
@click.option(
    "-l", "--language", help="The language, such as sq; the site's first one unless said."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; practice-LANGUAGE.docx unless said.",
)
def template(config_file: Path, language: str | None, output: Path | None) -> None:
    """Write the questions as a Word document with a column for the answers, for `komsiluk intake`."""
    settings = site_of(config_file)
    tag = language or settings.default_language
    if tag not in settings.languages:
        raise CommandError(
            message("refused.unspoken", tag=tag, languages=", ".join(settings.languages))
        )
    file = output or Path(f"practice-{tag}.docx")
    file.write_bytes(written(asking(settings)[tag]))
    click.echo(f"wrote {file}")
