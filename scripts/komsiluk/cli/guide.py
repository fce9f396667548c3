"""`komsiluk guide`: papers to print or to edit, of some practices or of all, into a folder."""

from __future__ import annotations

import functools
import logging
import shutil
from collections.abc import Sequence
from pathlib import Path

import click

from komsiluk import build, printing
from komsiluk.cache import Made
from komsiluk.cli.options import CONFIG, CommandError, site_of
from komsiluk.cli.report import report
from komsiluk.cli.selection import asked, selecting
from komsiluk.messages import RefusalError, message
from komsiluk.mkdocs_plugin.progress import Display
from komsiluk.mkdocs_plugin.static_i18n import chosen
from komsiluk.pages.papers import TO_PRINT, Paper, wanted
from komsiluk.pages.selection import Compilation, Selection, Volume


@click.command()
@CONFIG
@selecting
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
    type=click.Choice([str(paper) for paper in (*Paper, *Compilation)]),
    help="The facilitator's guide or the council's brief, to print, both unless said; the brief or the "
    "plan of the session, to edit in Word; a booklet of all practices, or a deck of cards.",
)
@click.option("--mono", is_flag=True, help="For black ink: no colours, no fills.")
@click.option(
    "--fold", is_flag=True, help="A booklet of A5: two pages on each side of A4, to be folded."
)
@click.option(
    "--sheet",
    type=click.Choice(["a4", "a3"]),
    default="a4",
    show_default=True,
    help="Cards of A6: four on A4, or eight on A3.",
)
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
    everything: bool,
    languages: tuple[str, ...],
    papers: tuple[str, ...],
    mono: bool,
    fold: bool,
    sheet: str,
    output: Path,
    **named: tuple[str, ...],
) -> None:
    """Make papers of the practices with these IDs; what was made before is found again.

    All options that name something may be given more than once.
    """
    settings = site_of(config_file)
    if settings.fonts is None:
        raise CommandError(message("refused.no-fonts"))
    try:
        tags = chosen(languages or settings.languages, settings.languages)
    except RefusalError as error:
        raise CommandError(error.reason) from error
    checked = build.check(settings)
    if not checked.publishable:
        raise SystemExit(report(checked.diagnostics, "text"))
    planned = build.pages(checked, settings)
    _fitting(papers, fold, sheet)
    selection = asked(planned, ids, named, everything)
    practices = {one: planned.collection.practices[one] for one in selection.practices}
    kinds = papers or TO_PRINT
    alone = [str(paper) for paper in Paper if paper in kinds]
    each = [paper for tag in tags for paper in wanted(practices, tag, alone, mono=mono)]
    display = Display(logging.LoggerAdapter(logging.getLogger(__name__)))
    show = functools.partial(display.show, "Papers")
    made = printing.papers(settings, planned, each, show)
    volumes = _volumes(selection, tags, kinds, mono=mono, fold=fold, sheet=sheet)
    bound = printing.volumes(settings, planned, volumes, show)
    display.close()
    _write(output, made, bound)


def _fitting(papers: Sequence[str], fold: bool, sheet: str) -> None:
    """Refuse what says how to set out a paper that nobody asks for."""
    if fold and Compilation.BOOKLET not in papers:
        raise CommandError(message("refused.fold"))
    if sheet != "a4" and Compilation.DECK not in papers:
        raise CommandError(message("refused.sheet"))


def _volumes(
    selection: Selection,
    tags: Sequence[str],
    kinds: Sequence[str],
    *,
    mono: bool,
    fold: bool,
    sheet: str,
) -> list[Volume]:
    return [
        Volume(
            selection=selection,
            language=tag,
            kind=kind,
            mono=mono,
            folded=fold and kind is Compilation.BOOKLET,
            large=sheet == "a3" and kind is Compilation.DECK,
        )
        for tag in tags
        for kind in Compilation
        if kind in kinds
    ]


def _write(output: Path, *made: Made) -> None:
    output.mkdir(parents=True, exist_ok=True)
    for files in made:
        for path, file in files.files.items():
            shutil.copyfile(file, output / path.rpartition("/")[2])
    total = sum(len(files.files) for files in made)
    n_made, n_found = sum(files.n_made for files in made), sum(files.n_found for files in made)
    click.echo(f"{total} papers in {output}: made {n_made}, found {n_found}")
