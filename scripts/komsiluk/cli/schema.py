"""`komsiluk schema`: the JSON Schemas by which editors complete and check the files."""

from __future__ import annotations

from pathlib import Path

import click

from komsiluk.model.schema import schemas


@click.command()
@click.argument(
    "folder", type=click.Path(file_okay=False, path_type=Path), default=Path("practices/_schema")
)
def schema(folder: Path) -> None:
    """Write the JSON Schemas (2020-12) into FOLDER, as the model has them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")
