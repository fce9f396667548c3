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
from komsiluk.messages import message
from komsiluk.mkdocs_plugin.themes import speaks
from komsiluk.model.words import Phrase
from komsiluk.source.words import REFERENCE, shipped
from komsiluk.text.scripts import other_script

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
    spoken = [_language(tag) for tag in tags]
    for path, text in _files(name, spoken):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        click.echo(f"wrote {file}")


def _language(tag: str) -> Language:
    try:
        found = language(tag)
    except LookupError as error:
        raise CommandError(message("refused.unknown-language", tag=tag)) from error
    if not speaks(tag):
        raise CommandError(message("refused.without-words", tag=tag))
    return found


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
        if not shipped(spoken.tag)[1] and other_script(spoken.tag) is None:
            phrases = json.dumps(_tree(shipped(REFERENCE)[1]), ensure_ascii=False, indent=2)
            yield (
                f"practices/_strings/{spoken.tag}.yml",
                drawn("strings.yml", phrases=_indented(phrases)),
            )
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


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())


def _tree(phrases: Mapping[str, Phrase]) -> dict[str, object]:
    """Phrases by dotted keys as mappings within mappings, the way files have them."""
    tree: dict[str, object] = {}
    for key, phrase in phrases.items():
        *folders, last = key.split(".")
        here: dict[str, object] = tree
        for part in folders:
            inner = here.setdefault(part, {})
            assert isinstance(inner, dict)
            here = inner
        here[last] = phrase
    return tree
