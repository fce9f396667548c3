"""Pages to their entries in the index: texts with weights, and the words that a result shows."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from komsiluk.model.words import Words
from komsiluk.pages.localized import LocalizedPractice
from komsiluk.pages.localized_texts import LocalizedTexts
from komsiluk.pages.page import Kind, Page
from komsiluk.pages.plan import TOOLS, Plan

TITLE, TAGLINE, SUMMARY, TEXT = 16, 6, 3, 1
"""How much a word counts in each of these texts."""
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
    """Which of the themes of the vocabulary is the practice's first; -1 for a page of another kind."""
    place: str = ""
    language: str = ""
    """The language in which the page is borrowed; empty for its own."""
    by_machine: bool = False
    kind: str = ""
    """The kind of page in words, if it is no practice."""


def practice_entries(plan: Plan, tag: str) -> Iterator[tuple[str, Callable[[], SearchRecord]]]:
    """The ids of the practices in the order of the index, each with the function that makes its record.

    Practices that are found together stand together.
    """
    numbers = _theme_numbers(plan)
    for practice_id in plan.taxonomy.indexed:
        yield practice_id, functools.partial(_practice, plan.practices[tag], practice_id, numbers)


def _practice(
    practices: Mapping[str, LocalizedPractice], practice_id: str, numbers: Mapping[str, int]
) -> SearchRecord:
    practice = practices[practice_id]
    theme = numbers.get(practice.shared.theme, -1)
    summary = practice.texts.text("summary")
    passage = f"{practice.tagline.line} {summary.line if summary else ''}"
    return SearchRecord(
        key=f"practices/{practice.id}",
        title=practice.title.line,
        passage=_shortened(_MARKUP.sub(r"\1", passage)),
        texts=tuple(_texts(practice.texts)),
        theme=theme,
        place=practice.where,
        language=practice.text_language if practice.state.is_borrowed else "",
        by_machine=practice.state.is_by_machine,
    )


_WEIGHTS = {"title": TITLE, "tagline": TAGLINE, "summary": SUMMARY}


def _texts(texts: LocalizedTexts) -> Iterator[IndexedText]:
    """Every text, each in the language in which it is there; some count for more."""
    current = texts.current
    yield IndexedText(TEXT, texts.language, "\n".join(current.values()))
    for name, weight in _WEIGHTS.items():
        if name in current:
            yield IndexedText(weight - TEXT, texts.language, current[name])
    for name in texts.others():
        for paragraph in texts.must(name).paragraphs:
            weight = _WEIGHTS.get(name, TEXT)
            yield IndexedText(weight, paragraph.language, paragraph.text)


def _theme_numbers(plan: Plan) -> dict[str, int]:
    vocabulary = plan.collection.vocabularies.get("themes")
    return {concept.id: n for n, concept in enumerate(vocabulary.concepts)} if vocabulary else {}


def themes(plan: Plan, tag: str) -> list[tuple[str, str]]:
    """Label and palette of every theme, in the order in which records number them."""
    vocabulary, language = plan.collection.vocabularies.get("themes"), plan.languages[tag]
    return [
        (language.concept("themes", concept.id).line, concept.palette or concept.id)
        for concept in (vocabulary.concepts if vocabulary else ())
    ]


def page_entries(plan: Plan, tag: str) -> Iterator[SearchRecord]:
    """The other generated pages: lists by themes, places and the like, and pages that help to choose."""
    say = plan.languages[tag].words.say
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
