"""`komsiluk init`: a small site of somebody else's, of any subject, that builds at once."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
from jinja2 import Environment, PackageLoader, StrictUndefined

from komsiluk.cli.options import CommandError
from komsiluk.cli.today import today
from komsiluk.languages import Language, language
from komsiluk.languages.folders import shipped_tags
from komsiluk.messages import message
from komsiluk.mkdocs_plugin.themes import speaks
from komsiluk.source.interface import still_english
from komsiluk.source.phrase_files import to_fill_in

_VOCABULARIES: Mapping[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "themes": ("Themes", (("first-theme", "First theme"), ("second-theme", "Second theme"))),
    "groups": ("For whom", (("everybody", "Everybody"), ("beginners", "Beginners"))),
    "practice_types": ("Types", (("project", "Project"), ("service", "Service"))),
    "organisation_types": (
        "Organisations",
        (("public", "Public body"), ("private", "Private body")),
    ),
    "authority_roles": ("Role of the authority", (("lead", "Leads it"), ("partner", "Partner"))),
    "population_bands": ("Population", (("small", "Small"), ("large", "Large"))),
    "settings": ("Settings", (("town", "Town"), ("village", "Village"))),
}


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--name", default="Good practices", show_default=True, help="What the site is called."
)
@click.option(
    "--languages",
    default="en,de",
    show_default=True,
    help="Tags with commas; the first is the default.",
)
def init(folder: Path, name: str, languages: str) -> None:
    """Write a small site into FOLDER: configuration, vocabularies, an example, a home page.

    It builds as it is: `komsiluk build -f FOLDER/mkdocs.yml`.
    """
    if folder.exists() and any(folder.iterdir()):
        raise CommandError(message("refused.not-empty", folder=folder))
    tags = [tag.strip() for tag in languages.split(",") if tag.strip()]
    if not tags:
        raise CommandError(message("refused.no-language"))
    twice = next((tag for tag in tags if tags.count(tag) > 1), None)
    if twice:
        raise CommandError(message("refused.named-twice", name=twice))
    known = [_language(tag) for tag in tags]
    for path, text in _files(name, known):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        click.echo(f"wrote {file}")
    for tag in tags:
        if still_english({}, tag) and tag not in shipped_tags():
            click.echo(
                f'in "{tag}" the interface is still in English: fill in practices/_languages/{tag}/; '
                f"`komsiluk words {tag}` tells how far that is"
            )


def _language(tag: str) -> Language:
    try:
        result = language(tag)
    except LookupError as error:
        raise CommandError(message("refused.unknown-language", tag=tag)) from error
    if not speaks(tag):
        raise CommandError(message("refused.without-words", tag=tag))
    return result


def _files(name: str, languages: list[Language]) -> Iterator[tuple[str, str]]:
    """Path and text of every file of the new site."""
    templates = Environment(
        loader=PackageLoader("komsiluk", "starters/site"),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters["quoted"] = functools.partial(json.dumps, ensure_ascii=False)

    def drawn(template: str, **values: object) -> str:
        return templates.get_template(template).render(name=name, languages=languages, **values)

    yield "mkdocs.yml", drawn("mkdocs.yml")
    for spoken in languages:
        yield f"docs/{spoken.tag}/index.md", drawn("index.md", title=name, language=spoken.name)
        if spoken.tag not in shipped_tags():
            asked = still_english({}, spoken.tag)
            for file, text in to_fill_in(Path("practices"), spoken.tag, asked):
                yield file.as_posix(), text
    for vocabulary, (title, concepts) in _VOCABULARIES.items():
        yield (
            f"practices/_vocabularies/{vocabulary}.yml",
            drawn("vocabulary.yml", vocabulary={"title": title, "concepts": concepts}),
        )
    country = next(
        (spoken.locale.territory for spoken in languages if spoken.locale.territory), "RS"
    )
    yield (
        "practices/an-example/practice.yml",
        drawn("practice.yml", today=today(), country=country),
    )
