"""`komsiluk build`: the whole site into a folder, by MkDocs; or into a zip for a USB stick."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from komsiluk.cli.options import CONFIG, CommandError, site_of
from komsiluk.cli.report import FAULTY
from komsiluk.diagnostics import Message
from komsiluk.exports.bundle import START, Stray
from komsiluk.messages import message
from komsiluk.mkdocs_plugin.bundling import bundle_site, default_name
from komsiluk.mkdocs_plugin.kept_site import ALL, NOTHING
from komsiluk.mkdocs_plugin.mkdocs_cli import build_site
from komsiluk.settings import Settings

_MOST = 20
"""Ways astray that are told."""


class FaultyPagesError(CommandError):
    """Pages have faults; the command was called rightly."""

    exit_code = FAULTY


@click.command()
@CONFIG
@click.option(
    "-d",
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to; `site` unless mkdocs.yml says otherwise.",
)
@click.option(
    "--bundle",
    is_flag=False,
    flag_value="",
    metavar="[FILE.zip]",
    help="Make a zip that opens without a server; it is named after the site unless said.",
)
@click.option("--clean", is_flag=True, help="Make everything anew but pictures and papers.")
def build(config_file: Path, site_dir: Path | None, bundle: str | None, clean: bool) -> None:
    """Build the site; any warning stops it, as `mkdocs build --strict` does.

    What the last build has left is taken up as far as nothing that it was made of has changed.
    """
    settings = site_of(config_file)
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    if bundle is None:
        sys.exit(build_site(config_file, site_dir, keeps=NOTHING if clean else ALL))
    target = Path(bundle) if bundle else settings.root / f"{default_name(settings)}.zip"
    _bundle(config_file, settings, target, site_dir)


def _bundle(config_file: Path, settings: Settings, target: Path, site_dir: Path | None) -> None:
    """Write the zip under another name first, so that there is a whole one or none."""
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        if target.is_dir():
            raise IsADirectoryError(0, "")
        with unfinished.open("wb") as file:
            done = bundle_site(config_file, settings, file, _folder(target, settings), site_dir)
        if done.exit_code:
            sys.exit(done.exit_code)
        if done.strays:
            raise FaultyPagesError(_astray(target, done.strays))
        unfinished.replace(target)
    except OSError as error:
        if error.filename not in (None, str(unfinished)):
            raise
        is_folder = isinstance(error, IsADirectoryError)
        reason = message("refused.is-a-folder") if is_folder else error.strerror or str(error)
        raise CommandError(message("refused.not-written", file=target, text=reason)) from error
    finally:
        if unfinished.exists():
            unfinished.unlink()
    size = target.stat().st_size / 1e6
    click.echo(f"wrote {target}: {done.n_files} files, {size:.1f} MB; unzip it and open {START}")


def _folder(target: Path, settings: Settings) -> str:
    return target.stem or default_name(settings)


def _astray(target: Path, strays: tuple[Stray, ...]) -> Message:
    text = message("refused.astray.message", file=target)
    for stray in strays[:_MOST]:
        way = message("refused.astray.way", page=stray.page, way=stray.way, where=stray.where)
        text = message("lines", above=text, below=way)
    if len(strays) > _MOST:
        more = message("refused.astray.more", n=len(strays) - _MOST)
        text = message("lines", above=text, below=more)
    return message("lines", above=text, below=message("refused.astray.hint"))
