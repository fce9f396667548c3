"""`komsiluk guide`: papers to print, of some practices or of all, into a folder."""

from __future__ import annotations

import functools
import logging
import shutil
from collections.abc import Iterable
from pathlib import Path

import click

from komsiluk import build
from komsiluk.cli.options import CONFIG, Refusal, site_of
from komsiluk.cli.report import report
from komsiluk.mkdocs_plugin.languages import chosen
from komsiluk.mkdocs_plugin.progress import Display
from komsiluk.pages.papers import TO_PRINT, Paper, wanted
from komsiluk.pages.plan import Plan
from komsiluk.text.nearest import nearest


@click.command()
@CONFIG
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--theme", "themes", multiple=True, metavar="ID", help="All practices of a theme.")
@click.option("--all", "everything", is_flag=True, help="All practices.")
@click.option(
    "-l",
    "--language",
    "languages",
    multiple=True,
    metavar="TAG",
    help="A language of the site, such as sr-Cyrl; all of them unless said.",
)
@click.option(
    "--paper",
    "papers",
    multiple=True,
    type=click.Choice([str(paper) for paper in Paper]),
    help="The facilitator's guide or the council's brief, to print, both unless said; or the brief or "
    "the plan of the session, to edit in Word.",
)
@click.option("--mono", is_flag=True, help="For black ink: no colours, no fills.")
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("papers"),
    show_default=True,
    help="The folder to write into.",
)
def guide(
    config_file: Path,
    ids: tuple[str, ...],
    themes: tuple[str, ...],
    everything: bool,
    languages: tuple[str, ...],
    papers: tuple[str, ...],
    mono: bool,
    output: Path,
) -> None:
    """Make papers to print of the practices with these IDs; what was made before is found again.

    All options that name something may be given more than once.
    """
    settings = site_of(config_file)
    if settings.fonts is None:
        raise Refusal(
            'papers need fonts: run "komsiluk fonts", and name the folder in mkdocs.yml as "fonts".'
        )
    try:
        tags = chosen(languages or settings.languages, settings.languages)
    except LookupError as error:
        raise Refusal(str(error)) from error
    checked = build.check(settings)
    if not checked.publishable:
        raise SystemExit(report(checked.diagnostics, "text"))
    planned = build.pages(checked, settings)
    practices = {
        practice_id: planned.collection.practices[practice_id]
        for practice_id in _practices(planned, ids, themes, everything)
    }
    asked = [
        paper for tag in tags for paper in wanted(practices, tag, papers or TO_PRINT, mono=mono)
    ]
    display = Display(logging.LoggerAdapter(logging.getLogger(__name__)))
    made = build.papers(settings, planned, asked, functools.partial(display.show, "Papers"))
    display.close()
    output.mkdir(parents=True, exist_ok=True)
    for path, file in made.files.items():
        shutil.copyfile(file, output / path.rpartition("/")[2])
    click.echo(f"{len(made.files)} papers in {output}: made {made.n_made}, found {made.n_found}")


def _practices(
    planned: Plan, ids: Iterable[str], themes: Iterable[str], everything: bool
) -> list[str]:
    """The ids of the practices that are asked for, each once, in the order of the site."""
    held = planned.shelves.browse
    asked = set(held) if everything else set(_known(ids, held, "practice"))
    for theme in _known(themes, planned.shelves.themes, "theme with practices"):
        asked.update(planned.shelves.themes[theme])
    if not asked:
        raise Refusal("name the practices, as in komsiluk guide good-neighbor-clubs, or say --all.")
    return [practice_id for practice_id in held if practice_id in asked]


def _known(asked: Iterable[str], held: Iterable[str], what: str) -> list[str]:
    known = list(held)
    for one in asked:
        if one not in known:
            near = nearest(one, known)
            raise Refusal(
                f'there is no {what} called "{one}"' + (f'; is it "{near}"?' if near else ".")
            )
    return list(asked)
