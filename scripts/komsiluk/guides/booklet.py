"""Practices that are printed together, to the data of their booklet or their cards: one JSON value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from komsiluk.guides import sections
from komsiluk.guides.paper_context import PaperContext, Value, subtag
from komsiluk.guides.paper_data import as_json, as_printable, footnotes, frame
from komsiluk.model.account import Result
from komsiluk.model.practice import Practice
from komsiluk.model.statements import Basis, Status
from komsiluk.pages.addresses import published_addresses
from komsiluk.pages.figures import figure
from komsiluk.pages.language_context import LanguageContext
from komsiluk.pages.localized_text import LocalizedText
from komsiluk.pages.plan import Plan
from komsiluk.pages.selection import Compilation, Selection, title
from komsiluk.settings import Settings
from komsiluk.text.alphabets import sorting_key

MOST_LINKED = 100
"""The most practices of a booklet in which the number of each source is a link. Five thousand links take
half a gigabyte of memory. Readers of five hundred printed pages look at the end of the practice."""


def booklet(
    plan: Plan, settings: Settings, selection: Selection, tag: str, *, mono: bool, sheet: str
) -> str:
    """The data of a booklet as JSON. `sheet` is the size of its pages, `a4` or `a5`.

    Its keys: `paper` (see `paper_data.frame`), `booklet` (title), `chapters`, the indexes `themes` and
    `places`, `sources`, `footnotes`, and `updated`.
    """
    language = plan.languages[tag]
    contexts = _contexts(plan, selection, tag)
    value = {
        **_head(plan, settings, selection, language, "booklet", mono=mono, sheet=sheet),
        "chapters": [_chapter(context, settings) for context in contexts],
        "themes": _themes(plan, selection, language),
        "places": _places(plan, selection, language),
    }
    value["sources"] = _sources(contexts)
    value["paper"]["linked"] = len(contexts) <= MOST_LINKED
    value["footnotes"] = footnotes(language.words, settings, value)
    return as_json(as_printable(value))


def deck(
    plan: Plan, settings: Settings, selection: Selection, tag: str, *, mono: bool, sheet: str
) -> str:
    """The data of a deck of cards as JSON: `paper`, `booklet` (title) and `cards`. `sheet` is `a4` or `a3`.

    Cards are handed out one by one, so each has the footnotes of the contested places that it names.
    """
    language = plan.languages[tag]
    cards = [_card(context, settings) for context in _contexts(plan, selection, tag)]
    value = {
        **_head(plan, settings, selection, language, "deck", mono=mono, sheet=sheet),
        "cards": [{**card, "notes": footnotes(language.words, settings, card)} for card in cards],
    }
    return as_json(as_printable(value))


def _contexts(plan: Plan, selection: Selection, tag: str) -> list[PaperContext]:
    """The context of each practice. The numbers of its citations begin with the number of its chapter."""
    return [
        PaperContext(plan.practice(tag, practice_id), plan, chapter=str(number))
        for number, practice_id in enumerate(selection.practices, 1)
    ]


def _head(
    plan: Plan,
    settings: Settings,
    selection: Selection,
    language: LanguageContext,
    kind: str,
    *,
    mono: bool,
    sheet: str,
) -> Value:
    name, description = title(plan, language, selection, settings.site_names.get(language.tag, ""))
    days = [plan.collection.practices[practice_id].updated for practice_id in selection.practices]
    return {
        "paper": {**frame(language, settings, kind, selection.key, mono=mono), "sheet": sheet},
        "updated": language.words.day(max(days)),
        "booklet": {
            "title": _label(name, language.tag),
            "description": _label(description, language.tag) if description else None,
            "count": language.words.count("count.practices", len(selection.practices)),
        },
    }


def _label(text: LocalizedText, tag: str) -> Any:
    """The words of a label, marked with their language where it is not the paper's."""
    if text.language == tag:
        return text.line
    return [{"k": "in", "lang": subtag(text.language), "tag": text.language, "c": text.line}]


def _chapter(context: PaperContext, settings: Settings) -> Value:
    """A practice in a booklet."""
    practice = context.record
    return {
        **sections.head(context),
        **_address(context, settings),
        **sections.story(context),
        **sections.declared(context, Compilation.BOOKLET),
        "money": sections.money(context),
        "needs": sections.needs(context),
        "unknown": sections.not_known(context),
        "risks": sections.risks(context),
        "unsuitable": context.statements(
            "transfer.not_suitable_when", practice.transfer.not_suitable_when
        ),
        "first": sections.steps(context, Basis.SUGGESTED)[:3],
        "sources": sections.sources(context),
    }


def _card(context: PaperContext, settings: Settings) -> Value:
    """A practice on a card: what it is, one figure, a first step, and something to talk about."""
    practice = context.record
    steps = sections.steps(context, Basis.SUGGESTED)
    questions = practice.session.questions if practice.session else ()
    return {
        **sections.head(context),
        **_address(context, settings),
        "evidence": sections.glance(context)["evidence"],
        "state": context.practice.state.badge(context.practice.language.words),
        "figure": _figure(context, practice),
        "first": steps[0]["what"] if steps else None,
        "question": context.rich(f"session.questions.{questions[0].id}.text")
        if questions
        else None,
    }


def _figure(context: PaperContext, practice: Practice) -> Value | None:
    """The first figure that was achieved, else estimated, else planned. `None` without any."""
    for status in (Status.ACHIEVED, Status.ESTIMATED, Status.PLANNED):
        for result in practice.results:
            if result.status is status and result.value is not None:
                return _result(context, result)
    return None


def _result(context: PaperContext, result: Result) -> Value:
    name = f"results.{result.id}"
    return {
        "figure": figure(result, context.practice.language.words),
        "unit": context.line(f"{name}.unit") if result.unit else None,
        "claim": context.line(f"{name}.claim"),
        "status": context.say(f"status.{result.status}"),
    }


def _address(context: PaperContext, settings: Settings) -> Value:
    """The address of the practice's page. `url` is empty if the site's own address is not known."""
    key = f"practices/{context.practice.id}"
    address = settings.site_url + published_addresses(settings).of(key, context.practice.tag)
    return {
        "url": address if settings.site_url else "",
        "shown": address.removeprefix("https://").removesuffix("/"),
    }


def _themes(plan: Plan, selection: Selection, language: LanguageContext) -> list[Value]:
    vocabulary = plan.collection.vocabularies.get("themes")
    order = [concept.id for concept in vocabulary.concepts] if vocabulary else []

    def label(theme: str) -> Any:
        return _label(language.concept("themes", theme), language.tag)

    index = _index(plan, selection, lambda practice: practice.themes)
    listed = [theme for theme in order if theme in index]
    others = sorted(theme for theme in index if theme not in order)
    return [{"label": label(theme), "chapters": index[theme]} for theme in (*listed, *others)]


def _places(plan: Plan, selection: Selection, language: LanguageContext) -> list[Value]:
    """The index of places by name. A practice that names no place stands under its countries."""
    by_name: dict[str, list[int]] = {}
    places = _index(plan, selection, lambda practice: practice.places)
    for place_id, chapters in places.items():
        by_name.setdefault(language.place(place_id), []).extend(chapters)
    countries = _index(
        plan, selection, lambda practice: () if practice.places else practice.countries
    )
    for code, chapters in countries.items():
        by_name.setdefault(language.words.country(code), []).extend(chapters)
    return [
        {"label": name, "chapters": sorted(set(chapters))}
        for name, chapters in sorted(
            by_name.items(), key=lambda item: sorting_key(item[0], language.tag)
        )
    ]


def _index(
    plan: Plan, selection: Selection, terms: Callable[[Practice], Iterable[str]]
) -> Mapping[str, list[int]]:
    """The chapters, from 1, of the practices that have each term."""
    index: dict[str, list[int]] = {}
    for number, practice_id in enumerate(selection.practices, 1):
        for term in terms(plan.collection.practices[practice_id]):
            index.setdefault(term, []).append(number)
    return index


def _sources(contexts: Iterable[PaperContext]) -> list[Value]:
    """Each source once, with the chapters that cite it."""
    by_title: dict[str, Value] = {}
    for number, context in enumerate(contexts, 1):
        for source in sections.sources(context):
            entry = by_title.setdefault(source["title"], {**source, "places": [], "chapters": []})
            entry["chapters"].append(number)
    return sorted(by_title.values(), key=lambda source: str(source["title"]))
