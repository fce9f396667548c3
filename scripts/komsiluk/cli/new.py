"""`komsiluk new`: a starter file for a practice, with the questions as comments."""

from __future__ import annotations

import json
from pathlib import Path

import click
from jinja2 import Environment, PackageLoader, StrictUndefined

from komsiluk import build
from komsiluk.cli.options import CONFIG, CommandError, site_of
from komsiluk.cli.today import today
from komsiluk.messages import message
from komsiluk.model.collection import Collection
from komsiluk.pages.language_context import LanguageContext, language_context
from komsiluk.text.slugs import slug


@click.command()
@CONFIG
@click.argument("title")
@click.option(
    "-l",
    "--language",
    help="The language you write in, such as mk; the site's first one unless said.",
)
def new(config_file: Path, title: str, language: str | None) -> None:
    """Write practices/<name>/practice.yml for TITLE; fill in its blanks, then `komsiluk check`."""
    settings = site_of(config_file)
    tag = language or settings.default_language
    if tag not in settings.languages:
        raise CommandError(
            message("refused.unspoken", tag=tag, languages=", ".join(settings.languages))
        )
    file = settings.practices / slug(title) / "practice.yml"
    if file.exists():
        raise CommandError(message("refused.is-there", file=file))
    checked = build.check(settings)
    collection = checked.loaded.collection
    context = language_context(checked.words[tag], settings.default_language, collection)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(starter(title, context, collection), encoding="utf-8")
    click.echo(f"wrote {file.relative_to(settings.root)}")


def starter(title: str, language: LanguageContext, collection: Collection) -> str:
    """The text of the file: YAML with blanks, and comments in the language of the writer."""
    templates = Environment(
        loader=PackageLoader("komsiluk", "starters"),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    return templates.get_template("practice.yml").render(
        title=json.dumps(title, ensure_ascii=False),
        language=language.tag,
        today=today(),
        say=language.words.say,
        themes=_terms(collection, "themes", language),
        groups=_terms(collection, "groups", language),
        types=_terms(collection, "practice_types", language),
    )


def _terms(
    collection: Collection, vocabulary: str, language: LanguageContext
) -> list[tuple[str, str]]:
    record = collection.vocabularies.get(vocabulary)
    concepts = record.concepts if record else ()
    return [(concept.id, language.concept(vocabulary, concept.id).plain) for concept in concepts]
