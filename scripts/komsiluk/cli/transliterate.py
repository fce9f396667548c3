"""`komsiluk transliterate`: a folder of hand-written pages in the other script of its language."""

from __future__ import annotations

from pathlib import Path

import click

from komsiluk.cli.options import CommandError
from komsiluk.messages import message
from komsiluk.text.pages import transliterate_page
from komsiluk.text.scripts import other_script


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("target", type=click.Path(file_okay=False, path_type=Path))
def transliterate(folder: Path, target: Path) -> None:
    """Write the pages of FOLDER into TARGET in the other script; both are named by their languages.

    `komsiluk transliterate docs/sr-Latn docs/sr-Cyrl`
    """
    if other_script(target.name) != folder.name:
        raise CommandError(message("refused.no-letters", origin=folder.name, target=target.name))
    for file in sorted(folder.rglob("*.md")):
        written = target / file.relative_to(folder)
        written.parent.mkdir(parents=True, exist_ok=True)
        text = transliterate_page(file.read_text("utf-8"), folder.name, target.name)
        written.write_text(text, encoding="utf-8")
