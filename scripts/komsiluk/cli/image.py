"""`komsiluk image`: pictures without what cameras and programs write beside their pixels."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from komsiluk.cli.options import CONFIG, CommandError, site_of
from komsiluk.cli.report import FAULTY
from komsiluk.images.cleaning import Cleaned, cleaned
from komsiluk.images.photograph_variants import UnreadablePhotographError
from komsiluk.messages import message, render
from komsiluk.photographs.look import look
from komsiluk.photographs.photograph import Photograph
from komsiluk.source.image_errors import trouble
from komsiluk.text.slugs import slug


@click.command()
@CONFIG
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "--into",
    "practice",
    help="Leave the files as they are, and put clean copies into this practice's folder.",
)
def image(config_file: Path, files: tuple[Path, ...], practice: str | None) -> None:
    """Take out of picture FILES where, when, by whom and with what they were taken.

    They are encoded anew, upright and at most 1600 pixels wide or high; what a telephone writes
    beside the pixels, and the small copy that shows what was cut off, are gone.
    """
    folder = _folder(config_file, practice) if practice else None
    is_whole = True
    for file in files:
        try:
            picture = cleaned(file)
        except UnreadablePhotographError as error:
            fault = trouble(look(str(file), file.name))
            click.echo(f"{file}: {render(fault.message if fault else error.reason)}", err=True)
            if fault:
                click.echo(f"  {render(message('report.hint'))}: {render(fault.hint)}", err=True)
            is_whole = False
            continue
        target = folder / f"{slug(file.stem)}.{picture.after.kind}" if folder else file
        if folder and target.exists():
            raise CommandError(message("refused.is-there", file=target))
        if folder or picture.is_changed:
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(picture.data)
        click.echo("\n".join(_lines(target, picture)))
    sys.exit(0 if is_whole else FAULTY)


def _folder(config_file: Path, practice: str) -> Path:
    folder = site_of(config_file).practices / practice
    if not (folder / "practice.yml").is_file():
        raise CommandError(message("refused.no-practice", name=practice))
    return folder / "images"


def _lines(target: Path, picture: Cleaned) -> Iterable[str]:
    if not picture.is_changed:
        yield f"{target}: {_size(picture.before)}, nothing to remove"
        return
    yield f"{target}: {_size(picture.before)} → {_size(picture.after)}"
    for name in picture.removed:
        yield f"  removed: {render(name)}"


def _size(photograph: Photograph) -> str:
    return f"{photograph.width} × {photograph.height} pixels, {photograph.n_bytes / 1024:,.0f} KB"
