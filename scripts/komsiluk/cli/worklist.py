"""`komsiluk worklist`: consents that end, translations that are behind, and links that lead nowhere."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from komsiluk import build
from komsiluk.cli.options import CONFIG, site_of
from komsiluk.cli.today import today
from komsiluk.review.changes import addresses
from komsiluk.review.links import dead
from komsiluk.review.worklist import worklist as listed


@click.command()
@CONFIG
@click.option("--links", is_flag=True, help="Ask every address on the web whether it is there.")
def worklist(config_file: Path, links: bool) -> None:
    """List the work that is waiting, as Markdown in the site's first language."""
    settings = site_of(config_file)
    checked = build.check(settings)
    content = checked.loaded.collection
    lost = dead(addresses(content)) if links else ()
    words = checked.words[settings.default_language]
    click.echo(listed(content, words, datetime.date.fromisoformat(today()), lost), nl=False)
