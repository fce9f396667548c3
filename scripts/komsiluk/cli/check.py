"""`komsiluk check`: read everything, judge it, and say what to mend and where."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Collection
from pathlib import Path

import click

from komsiluk import build
from komsiluk.cli.options import CONFIG, CommandError, pages_of_rules, site_of
from komsiluk.cli.report import report
from komsiluk.cli.revision import changed_since
from komsiluk.cli.today import today
from komsiluk.messages import REFERENCE, message
from komsiluk.model.practice import PracticeDraft
from komsiluk.reports import REPORTERS
from komsiluk.source.changes import affected


@click.command()
@CONFIG
@click.option(
    "--format",
    "form",
    type=click.Choice(list(REPORTERS)),
    default="text",
    show_default=True,
    help="For people, for programs, for GitHub's annotations, or for a comment.",
)
@click.option(
    "--language",
    metavar="TAG",
    help="The language of the report, such as sr-Latn. English unless said; a comment speaks that "
    "of the practice, where we have it.",
)
@click.option(
    "--changed-since",
    "since",
    metavar="REV",
    help="Report only on files that git has seen changing since a revision, and on what depends on them.",
)
@click.option(
    "--today",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    default=today,
    metavar="DAY",
    help="The day by which consents are judged, such as 2026-11-28. Today unless said.",
)
def check(
    config_file: Path, form: str, language: str | None, since: str | None, day: datetime.datetime
) -> None:
    """Check the practices and everything they point to; nothing is written.

    With --format github, the whole report goes to the summary of the step as well.
    """
    settings = site_of(config_file)
    if not settings.practices.is_dir():
        raise CommandError(
            message("refused.no-folder", folder=settings.practices.name, file=config_file)
        )
    checked = build.check(settings, today=day.date())
    files = {entry.file for entry in checked.loaded.entries}
    diagnostics, silenced = checked.diagnostics, checked.silenced
    if since is not None:
        affected_files = affected(checked.loaded, changed_since(since, settings.root))
        files &= affected_files
        diagnostics = tuple(problem for problem in diagnostics if problem.file in affected_files)
        silenced = tuple(problem for problem in silenced if problem.file in affected_files)
    spoken = language or (_language(checked, files) if form == "markdown" else REFERENCE)
    summary = os.environ.get("GITHUB_STEP_SUMMARY") if form == "github" else None
    step = Path(summary) if summary else None
    pages = pages_of_rules(settings)
    sys.exit(report(diagnostics, form, spoken, len(files), step, pages, len(silenced)))


def _language(checked: build.Checked, files: Collection[str]) -> str:
    """The language of the practices among the files, if they have one in common."""
    languages = {
        practice.original_language
        for entry, practice in checked.loaded.drafts(PracticeDraft)
        if entry.file in files
    }
    return languages.pop() or REFERENCE if len(languages) == 1 else REFERENCE
