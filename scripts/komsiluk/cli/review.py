"""`komsiluk review`: what a proposal changes, for those who look at it."""

from __future__ import annotations

import io
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import click
from pydantic import ValidationError

from komsiluk import build
from komsiluk.cli.options import CONFIG, CommandError, pages_of_rules, site_of
from komsiluk.messages import REFERENCE, message
from komsiluk.model.collection import Collection
from komsiluk.model.words import Words
from komsiluk.review.changes import proposal
from komsiluk.review.comment import comment
from komsiluk.review.proposal import Proposal
from komsiluk.settings import Settings
from komsiluk.source import collection, interface

MOST_BYTES = 1024 * 1024
"""Of a review that is read; one of a hundred practices holds a tenth of it."""


@click.command()
@CONFIG
@click.argument("since", default="main")
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "json"]),
    default="markdown",
    show_default=True,
    help="For people, or for `--read`.",
)
@click.option(
    "--read",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Tell what this file holds, which was written as JSON; nothing in it is believed.",
)
@click.option("--run", default="", help="The address at which the pages can be downloaded.")
def review(config_file: Path, since: str, form: str, file: Path | None, run: str) -> None:
    """Tell what has changed in the content SINCE a commit (or a branch, `main` unless said).

    New links and pictures, what is to be mended, which translations it leaves behind, and what is
    good: what `.github/` answers below a pull request.
    """
    settings = site_of(config_file)
    changes = _read(file) if file else _compared(settings, since)
    if form == "json":
        click.echo(changes.model_dump_json(indent=1))
        return
    tags = dict.fromkeys([*settings.languages, REFERENCE])
    spoken, _ = interface.load(settings.practices, tags, root=settings.root)
    own, english = _of(spoken, changes.language), spoken[REFERENCE]
    click.echo(comment(changes, own, english, run, pages_of_rules(settings)), nl=False)


def _of(spoken: Mapping[str, Words], tag: str) -> Words:
    return spoken.get(tag, spoken[REFERENCE])


def _read(file: Path) -> Proposal:
    if file.stat().st_size > MOST_BYTES:
        raise CommandError(message("refused.review-too-large", file=file))
    try:
        return Proposal.model_validate_json(file.read_bytes())
    except ValidationError as error:
        raise CommandError(message("refused.no-review", file=file, n=error.error_count())) from None


def _compared(settings: Settings, since: str) -> Proposal:
    base = _git(settings, "merge-base", "HEAD", since).decode().strip()
    names = _git(settings, "diff", "--name-only", "--relative", "-z", base).decode().split("\0")
    names += _git(settings, "ls-files", "--others", "--exclude-standard", "-z").decode().split("\0")
    checked = build.check(settings)
    return proposal(
        _before(settings, base),
        checked.loaded.collection,
        checked.diagnostics,
        filter(None, names),
        settings.practices.relative_to(settings.root).as_posix(),
    )


def _before(settings: Settings, base: str) -> Collection:
    """The content as it was at a commit."""
    inside = settings.practices.relative_to(settings.root).as_posix()
    archive = _git(settings, "archive", "--format=zip", f"{base}:./{inside}")
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(io.BytesIO(archive)) as packed:
            packed.extractall(folder)
        root = Path(folder)
        return collection.load(root, settings.languages, root=root).collection


def _git(settings: Settings, *arguments: str) -> bytes:
    try:
        return subprocess.run(
            ["git", *arguments], cwd=settings.root, check=True, capture_output=True
        ).stdout
    except FileNotFoundError:
        raise CommandError(message("refused.no-git")) from None
    except subprocess.CalledProcessError as error:
        lines = error.stderr.decode(errors="replace").strip().splitlines()
        reason = lines[-1] if lines else message("refused.git-failed")
        raise CommandError(message("refused.git", command=arguments[0], text=reason)) from None
