"""`komsiluk withdraw`: take a practice off the site, at the wish of those whom it concerns."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import click

from komsiluk import build
from komsiluk.cli.options import CONFIG, CommandError, site_of
from komsiluk.cli.today import today
from komsiluk.messages import message
from komsiluk.model.fields import Reference
from komsiluk.model.walk import values
from komsiluk.source.collection import Loaded

TOMBSTONE = "withdrawn.yml"


@click.command()
@CONFIG
@click.argument("practice")
def withdraw(config_file: Path, practice: str) -> None:
    """Delete the files of PRACTICE and leave a page that says that it was withdrawn.

    The site is only one of the places where it is; docs/developers/withdrawal.md names the others.
    """
    settings = site_of(config_file)
    folder = settings.practices / practice
    if not folder.is_dir() or folder.parent != settings.practices or practice.startswith("_"):
        raise CommandError(message("refused.no-practice", name=practice))
    alone = list(_named_by_it_alone(build.check(settings).loaded, practice))
    tombstone = folder / TOMBSTONE
    if not tombstone.exists():  # Before anything is deleted: from here on nothing is published.
        tombstone.write_text(f'schema_version: 1\nwithdrawn: "{today()}"\n', encoding="utf-8")
        click.echo(f"wrote {tombstone.relative_to(settings.root)}")
    for path in sorted(folder.iterdir()):
        if path != tombstone:
            _delete(path)
            click.echo(f"deleted {path.relative_to(settings.root)}")
    for file in alone:
        click.echo(f"{file} is named by nothing else any more; delete it if it tells of people.")
    click.echo(
        "Now publish the site anew, and go through docs/developers/withdrawal.md: the history of "
        "the repository, forks, caches and archives still have it."
    )


def _delete(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def _named_by_it_alone(loaded: Loaded, practice: str) -> Iterator[str]:
    """The files of the records to which nothing else points."""
    own, others = set[tuple[str, str]](), set[tuple[str, str]]()
    for entry, record in loaded.records():
        is_own = (entry.kind, entry.id) == ("practices", practice)
        (own if is_own else others).update(
            (mark.to, value) for mark, value in values(record) if isinstance(mark, Reference)
        )
    for entry in loaded.entries:
        if (entry.kind, entry.id) in own - others and entry.kind != "practices":
            yield entry.file
