"""`komsiluk build`: the whole site into a folder, by MkDocs; or into a zip for a USB stick."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from komsiluk.cli.options import CONFIG, CommandError, site_of
from komsiluk.exports.bundle import START, Stray
from komsiluk.mkdocs_plugin.bundling import bundle_site, default_name
from komsiluk.mkdocs_plugin.kept_site import ALL, NOTHING
from komsiluk.mkdocs_plugin.mkdocs_cli import build_site
from komsiluk.settings import Settings

_MOST = 20
"""Ways astray that are told."""


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
            raise IsADirectoryError(0, "it is a folder")
        with unfinished.open("wb") as file:
            done = bundle_site(config_file, settings, file, _folder(target, settings), site_dir)
        if done.exit_code:
            sys.exit(done.exit_code)
        if done.strays:
            raise click.ClickException(_told(target, done.strays))
        unfinished.replace(target)
    except OSError as error:
        if error.filename not in (None, str(unfinished)):
            raise
        raise CommandError(f"{target} cannot be written: {error.strerror or error}.") from error
    finally:
        if unfinished.exists():
            unfinished.unlink()
    size = target.stat().st_size / 1e6
    click.echo(f"wrote {target}: {done.n_files} files, {size:.1f} MB; unzip it and open {START}")


def _folder(target: Path, settings: Settings) -> str:
    return target.stem or default_name(settings)


def _told(target: Path, strays: tuple[Stray, ...]) -> str:
    lines = [f'{stray.page}: "{stray.way}" leads {stray.why}' for stray in strays[:_MOST]]
    if len(strays) > _MOST:
        lines.append(f"and {len(strays) - _MOST} more")
    return "\n".join(
        (
            f"{target} is not written, because these ways of its pages need a server or the net:",
            *lines,
            "hint: in a page that is written by hand, link to the page's file: [Method](method.md)",
        )
    )
