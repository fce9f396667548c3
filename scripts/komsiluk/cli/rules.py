"""`komsiluk rules`: a page for each rule, to which reports lead."""

from __future__ import annotations

from pathlib import Path

import click

from komsiluk.rules.reference import pages


@click.command()
@click.argument(
    "folder", type=click.Path(file_okay=False, path_type=Path), default=Path("docs/rules")
)
def rules(folder: Path) -> None:
    """Write a page for each rule into FOLDER: what it wants, and what it says."""
    folder.mkdir(parents=True, exist_ok=True)
    written = pages()
    for old in folder.glob("*.md"):
        if old.name not in written:
            old.unlink()
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8")
