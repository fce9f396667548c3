"""`komsiluk words`: how much of the interface is translated into a language, and a file for the rest."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from komsiluk.cli.options import CONFIG, CommandError, site_of
from komsiluk.languages import REFERENCE, language
from komsiluk.languages.folders import shipped_tags
from komsiluk.languages.phrases import Phrase, shipped_phrases
from komsiluk.messages import message
from komsiluk.source.interface import gather, is_same, still_english
from komsiluk.source.phrase_files import to_fill_in


@click.command()
@CONFIG
@click.argument("tag")
def words(config_file: Path, tag: str) -> None:
    """Tell how many phrases of the interface are translated into the language TAG, and write the others
    into files to fill in.

    The files are in the folder of the practices, below _languages. What stands in them stays.
    """
    settings = site_of(config_file)
    try:
        language(tag)
    except LookupError as error:
        raise CommandError(message("refused.unknown-language", tag=tag)) from error
    phrases = gather(settings.practices, tag, settings.root)
    english = still_english(phrases, tag)
    click.echo(_count(tag, phrases, len(english)))
    if tag in shipped_tags():
        return
    try:
        files = list(to_fill_in(settings.practices, tag, english))
    except ValueError as error:
        raise CommandError(message("refused.not-added", file=error)) from error
    for file, text in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        click.echo(f"wrote {file.relative_to(settings.root).as_posix()}")


def _count(tag: str, phrases: Mapping[str, Phrase], n_english: int) -> str:
    reference = shipped_phrases(REFERENCE)
    n_missing = sum(key not in phrases for key in reference)
    n_same = sum(
        is_same(phrase, reference[key]) for key, phrase in phrases.items() if key in reference
    )
    return (
        f"{tag}: {len(reference) - n_english} of {len(reference)} phrases are translated; "
        f"{n_missing} {_are(n_missing)} missing, {n_same} {_are(n_same)} the same as in English"
    )


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
