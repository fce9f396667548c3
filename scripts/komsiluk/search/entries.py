"""Pages to what the index says of each: its texts with their weights, and what a result shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from komsiluk.model.words import Words
from komsiluk.pages.facts import where
from komsiluk.pages.page import Kind, Page
from komsiluk.pages.plan import TOOLS, Plan
from komsiluk.pages.voice import Rendition, Voice

TITLE, TAGLINE, SUMMARY, TEXT = 16, 6, 3, 1
"""How much a word counts where it stands."""
PASSAGE = 320
"""Characters of a result below its title; the browser shows what is around the words found."""
_MARKUP = re.compile(r"[*_`]+|\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class IndexedText:
    """Words of a page."""

    weight: int
    language: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRecord:
    """A page that can be found."""

    key: str
    title: str
    passage: str
    texts: Sequence[IndexedText]
    theme: int = -1
    """Which of the themes of the vocabulary is the practice's first; -1 for what is no practice."""
    place: str = ""
    language: str = ""
    """The language in which the page is borrowed; empty for its own."""
    by_machine: bool = False
    kind: str = ""
    """What sort of page it is, when it is no practice."""


def practice_entries(plan: Plan, tag: str) -> Iterator[SearchRecord]:
    """The practices in the order of the index: neighbours are found together."""
    voice = plan.voices[tag]
    themes = _themes(plan)
    for practice_id in plan.shelves.indexed:
        yield _practice(plan, voice, practice_id, themes)


def _practice(
    plan: Plan, voice: Voice, practice_id: str, themes: Mapping[str, int]
) -> SearchRecord:
    told = plan.rendition(voice.tag, practice_id)
    practice, translation = told.practice, told.translation
    title, tagline = told.text("title"), told.text("tagline")
    assert title is not None and tagline is not None
    summary = told.text("summary")
    passage = f"{tagline.line} {summary.line if summary else ''}"
    return SearchRecord(
        key=f"practices/{practice_id}",
        title=title.line,
        passage=_shortened(_MARKUP.sub(r"\1", passage)),
        texts=tuple(_texts(told)),
        theme=themes.get(practice.themes[0], -1),
        place=where(plan.collection, practice, voice),
        language=told.text_language if told.borrowed else "",
        by_machine=translation is not None and translation.head.status == "machine",
    )


_WEIGHTS = {"title": TITLE, "tagline": TAGLINE, "summary": SUMMARY}


def _texts(told: Rendition) -> Iterator[IndexedText]:
    """Every text, each in the language in which it is there; some count for more."""
    current = told.current
    yield IndexedText(TEXT, told.language, "\n".join(current.values()))
    for name, weight in _WEIGHTS.items():
        if name in current:
            yield IndexedText(weight - TEXT, told.language, current[name])
    for name in told.others():
        said = told.text(name)
        for passage in said.passages if said else ():
            yield IndexedText(_WEIGHTS.get(name, TEXT), passage.language, passage.text)


def _themes(plan: Plan) -> dict[str, int]:
    held = plan.collection.vocabularies.get("themes")
    return {concept.id: n for n, concept in enumerate(held.concepts)} if held else {}


def themes(plan: Plan, tag: str) -> list[tuple[str, str]]:
    """Label and palette of every theme, in the order in which entries number them."""
    held = plan.collection.vocabularies.get("themes")
    label = plan.voices[tag].label
    return [
        (label(concept.label, concept.id).line, concept.palette or concept.id)
        for concept in (held.concepts if held else ())
    ]


def page_entries(plan: Plan, tag: str) -> Iterator[SearchRecord]:
    """The other pages of ours: lists by themes, places and the like, and what helps to choose."""
    say = plan.voices[tag].words.say
    for page in plan.pages.of(tag):
        if page.kind not in (Kind.PRACTICE, Kind.WITHDRAWN) and page.part == 1:
            yield _page(page, say(f"{page.kind}.kicker") if page.subject else "")


def _page(page: Page, kind: str) -> SearchRecord:
    is_tool = page.kind in TOOLS
    return SearchRecord(
        key=page.key,
        title=page.title,
        passage=_shortened(page.description),
        texts=(
            IndexedText(
                TITLE if page.subject or is_tool else TAGLINE, page.text_language, page.title
            ),
            IndexedText(TEXT, page.text_language, page.description),
        ),
        kind=kind,
    )


def written_entry(key: str, title: str, description: str, text: str, language: str) -> SearchRecord:
    """A page that somebody has written by hand; `text` is all of it without its markup."""
    return SearchRecord(
        key=key,
        title=title,
        passage=_shortened(description or " ".join(text.split())),
        texts=(
            IndexedText(TITLE, language, title),
            IndexedText(TAGLINE, language, description),
            IndexedText(TEXT, language, text),
        ),
    )


def phrases(words: Words, languages: Iterable[str]) -> dict[str, object]:
    """What the search box says; `*` stands for the name of one of the languages."""
    say = words.say
    return {
        **{
            name: say(f"search.{name}")
            for name in ("none", "near", "some", "all", "facets", "page")
        },
        "instead": say("browse.instead"),
        "borrowed": say("translation.in", language="*"),
        "machine": say("translation.machine.short"),
        "languages": {tag: words.language_name(tag) for tag in languages},
        "counts": [[n, words.count("count.practices", n)] for n in (0, 1, 2, 5)],
    }


def _shortened(text: str) -> str:
    """The text, cut at the end of a word where it is too long."""
    if len(text) <= PASSAGE:
        return text.strip()
    return text[:PASSAGE].rpartition(" ")[0].rstrip(" ,;:–-") + " …"
