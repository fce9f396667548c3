"""A site folder to the pages that other generators are given: plain values, with Markdown in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from komsiluk.model.collection import Collection
from komsiluk.model.practice import Practice
from komsiluk.pages.language_context import LanguageContext, language_context
from komsiluk.source import collection, interface
from tests.bench.rivals.blocks import blocks
from tests.bench.rivals.spoken import spoken


@dataclass(frozen=True, kw_only=True)
class Told:
    """A site folder as it was read."""

    folder: Path
    held: Collection
    language_contexts: Mapping[str, LanguageContext]
    """By language, the site's default first."""

    @property
    def languages(self) -> tuple[str, ...]:
        """BCP 47 tags, the site's default first."""
        return tuple(self.language_contexts)

    def docs(self, tag: str) -> Path:
        """The hand-written pages of a language."""
        return (
            self.folder / "docs" / tag if len(self.language_contexts) > 1 else self.folder / "docs"
        )


@dataclass(frozen=True, kw_only=True)
class Telling:
    """The page of a practice in a language."""

    id: str
    title: str
    tagline: str
    date: str
    """Day of the last change (ISO 8601)."""
    themes: Sequence[str]
    groups: Sequence[str]
    places: Sequence[str]
    """Ids of what it stands under, larger places included."""
    kicker: str
    """The chief theme and the place, for cards in lists."""
    body: str
    """Markdown from the first paragraph on; headings from the second level."""


def told(folder: Path, languages: Sequence[str]) -> Told:
    """Read the folder of a site. Raises `ValueError` when something in it is wrong."""
    loaded = collection.load(folder / "practices", languages, root=folder)
    spoken_words, problems = interface.load(folder / "practices", languages, root=folder)
    for found in (*loaded.problems, *problems):
        raise ValueError(f"{found.file}: {found.message}")
    return Told(
        folder=folder,
        held=loaded.collection,
        language_contexts={
            tag: language_context(spoken_words[tag], languages[0], loaded.collection)
            for tag in languages
        },
    )


def tellings(site: Told, tag: str) -> Iterator[Telling]:
    """The page of each practice in a language, by id."""
    for practice_id, practice in site.held.practices.items():
        page = spoken(practice_id, site.held, site.language_contexts[tag])
        theme = page.concept("themes", practice.themes[0])
        yield Telling(
            id=practice_id,
            title=page.say("title"),
            tagline=page.say("tagline"),
            date=practice.updated,
            themes=practice.themes,
            groups=practice.groups,
            places=around(practice, site.held),
            kicker=" · ".join([theme, *map(page.place, practice.places[:1])]),
            body="\n\n".join(blocks(page)) + "\n",
        )


def around(practice: Practice, held: Collection) -> list[str]:
    """The places of a practice, the larger places around them and its countries."""
    found: dict[str, None] = {}
    for step in practice.places:
        here: str | None = step
        while here is not None and here in held.places:
            found[here] = None
            here = held.places[here].part_of
    for place_id, place in held.places.items():
        if place.kind == "country" and place.country in practice.countries:
            found.setdefault(place_id)
    return list(found)
