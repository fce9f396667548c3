"""`komsiluk stamp`: record which paragraphs of the original a translation was made from."""

from __future__ import annotations

import json
from pathlib import Path

import click

from komsiluk import build
from komsiluk.cli.options import CONFIG, CommandError, site_of
from komsiluk.messages import message
from komsiluk.model.walk import texts
from komsiluk.text.paragraphs import digests, split


@click.command()
@CONFIG
@click.argument("names", nargs=-1, metavar="[PRACTICE/LANGUAGE]…")
def stamp(config_file: Path, names: tuple[str, ...]) -> None:
    """Say that translations (all, or PRACTICE/LANGUAGE each) fit the originals as they are now.

    Writes t/<language>.lock.json beside each. From then on a paragraph of the original that
    changes is shown as changed on the translated page, and the others stay as they are.
    """
    settings = site_of(config_file)
    checked = build.check(settings)
    collection = checked.loaded.collection
    known = {
        f"{practice_id}/{tag}": translation
        for practice_id, translations in collection.translations.items()
        for tag, translation in translations.items()
        if translation.derived_from is None
    }
    for name in names or sorted(known):
        if name not in known:
            raise CommandError(message("refused.no-translation", name=name))
        practice_id, _, tag = name.partition("/")
        originals = texts(collection.practices[practice_id])
        stamps = {
            key: list(digests(originals[key]))
            for key, text in sorted(known[name].texts.items())
            if len(split(text)) == len(split(originals[key]))
        }
        file = settings.practices / practice_id / "t" / f"{tag}.lock.json"
        file.write_text(json.dumps(stamps, indent=0, sort_keys=True) + "\n", encoding="utf-8")
        click.echo(f"stamped {name}: {len(stamps)} of {len(known[name].texts)} texts")
