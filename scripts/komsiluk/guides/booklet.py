"""Practices that are printed together, to all that their booklet or their cards say: one JSON value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from komsiluk.guides import sections
from komsiluk.guides.paper_context import PaperContext, Value, subtag
from komsiluk.guides.paper_data import as_json, footnotes, frame, printed
from komsiluk.model.account import Result
from komsiluk.model.practice import Practice
from komsiluk.model.statements import Basis, Status
from komsiluk.pages.addresses import published_addresses
from komsiluk.pages.figures import figure
from komsiluk.pages.language_context import LanguageContext
from komsiluk.pages.localized_text import LocalizedText
from komsiluk.pages.plan import Plan
from komsiluk.pages.selection import Gathered, Together, title
from komsiluk.settings import Settings
from komsiluk.text.alphabets import sorting_key

MOST_LINKED = 100
"""Practices in a booklet in which every number of a source is a link: five thousand of them take half
a gigabyte, and whoever holds five hundred pages looks at the end of the practice."""


def booklet(
    plan: Plan, settings: Settings, held: Gathered, tag: str, *, mono: bool, sheet: str
) -> str:
    """What a booklet says, as JSON; `sheet` is the size of its pages, `a4` or `a5`.

    Objects: `paper` (see `contents.frame`), `booklet` (title, indexes, sources), `chapters`.
    """
    language = plan.languages[tag]
    contexts = _contexts(plan, held, tag)
    value = {
        **_head(plan, settings, held, language, "booklet", mono=mono, sheet=sheet),
        "chapters": [_chapter(context, settings) for context in contexts],
        "themes": _themes(plan, held, language),
        "places": _places(plan, held, language),
    }
    value["sources"] = _sources(contexts)
    value["paper"]["linked"] = len(contexts) <= MOST_LINKED
    value["footnotes"] = footnotes(language.words, settings, value)
    return as_json(printed(value))


def deck(
    plan: Plan, settings: Settings, held: Gathered, tag: str, *, mono: bool, sheet: str
) -> str:
    """What cards say, as JSON: `paper`, `booklet` (title) and `cards`; `sheet` is `a4` or `a3`.

    Cards are dealt one by one, so each has the footnotes of the contested places that it names.
    """
    language = plan.languages[tag]
    cards = [_card(context, settings) for context in _contexts(plan, held, tag)]
    value = {
        **_head(plan, settings, held, language, "deck", mono=mono, sheet=sheet),
        "cards": [{**card, "notes": footnotes(language.words, settings, card)} for card in cards],
    }
    return as_json(printed(value))


def _contexts(plan: Plan, held: Gathered, tag: str) -> list[PaperContext]:
    """The practices, each with numbers of its own for what it cites."""
    return [
        PaperContext(plan.practice(tag, practice_id), plan, chapter=str(number))
        for number, practice_id in enumerate(held.practices, 1)
    ]


def _head(
    plan: Plan,
    settings: Settings,
    held: Gathered,
    language: LanguageContext,
    kind: str,
    *,
    mono: bool,
    sheet: str,
) -> Value:
    name, told = title(plan, language, held, settings.site_names.get(language.tag, ""))
    days = [plan.collection.practices[practice_id].updated for practice_id in held.practices]
    return {
        "paper": {**frame(language, settings, kind, held.key, mono=mono), "sheet": sheet},
        "updated": language.words.day(max(days)),
        "booklet": {
            "title": _label(name, language.tag),
            "description": _label(told, language.tag) if told else None,
            "count": language.words.count("count.practices", len(held.practices)),
        },
    }


def _label(text: LocalizedText, tag: str) -> Any:
    """The words of a label, marked where they are borrowed."""
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
        **sections.declared(context, Together.BOOKLET),
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
    asked = practice.session.questions[:1] if practice.session else ()
    sure = sections.glance(context)["evidence"]
    return {
        **sections.head(context),
        **_address(context, settings),
        "evidence": sure,
        "state": context.practice.state.badge(context.practice.language.words),
        "figure": _figure(context, practice),
        "first": steps[0]["what"] if steps else None,
        "question": context.rich(f"session.questions.{asked[0].id}.text") if asked else None,
    }


def _figure(context: PaperContext, practice: Practice) -> Value | None:
    """The first figure that was achieved, else the first that was planned; None without any."""
    for status in (Status.ACHIEVED, Status.ESTIMATED, Status.PLANNED):
        for result in practice.results:
            if result.status is status and result.value is not None:
                return _counted(context, result)
    return None


def _counted(context: PaperContext, result: Result) -> Value:
    name = f"results.{result.id}"
    return {
        "figure": figure(result, context.practice.language.words),
        "unit": context.line(f"{name}.unit") if result.unit else None,
        "claim": context.line(f"{name}.claim"),
        "status": context.say(f"status.{result.status}"),
    }


def _address(context: PaperContext, settings: Settings) -> Value:
    """Where the practice stands on the web; nothing where nobody knows the site's own address."""
    key = f"practices/{context.practice.id}"
    whole = settings.site_url + published_addresses(settings).of(key, context.practice.tag)
    known = bool(settings.site_url)
    return {
        "url": whole if known else "",
        "shown": whole.removeprefix("https://").removesuffix("/"),
    }


def _themes(plan: Plan, held: Gathered, language: LanguageContext) -> list[Value]:
    vocabulary = plan.collection.vocabularies.get("themes")
    order = [concept.id for concept in vocabulary.concepts] if vocabulary else []

    def label(theme: str) -> Any:
        return _label(language.concept("themes", theme), language.tag)

    found = _index(plan, held, lambda practice: practice.themes)
    known = [theme for theme in order if theme in found]
    rest = sorted(theme for theme in found if theme not in order)
    return [{"label": label(theme), "chapters": found[theme]} for theme in (*known, *rest)]


def _places(plan: Plan, held: Gathered, language: LanguageContext) -> list[Value]:
    """The places by name; the countries of practices that name no place."""
    found: dict[str, list[int]] = {}
    named = _index(plan, held, lambda practice: practice.places)
    for place_id, chapters in named.items():
        found.setdefault(language.place(place_id), []).extend(chapters)
    nowhere = _index(plan, held, lambda practice: () if practice.places else practice.countries)
    for code, chapters in nowhere.items():
        found.setdefault(language.words.country(code), []).extend(chapters)
    return [
        {"label": name, "chapters": sorted(set(chapters))}
        for name, chapters in sorted(
            found.items(), key=lambda item: sorting_key(item[0], language.tag)
        )
    ]


def _index(
    plan: Plan, held: Gathered, terms: Callable[[Practice], Iterable[str]]
) -> Mapping[str, list[int]]:
    """The chapters, from 1, of the practices that have each term."""
    found: dict[str, list[int]] = {}
    for number, practice_id in enumerate(held.practices, 1):
        for term in terms(plan.collection.practices[practice_id]):
            found.setdefault(term, []).append(number)
    return found


def _sources(contexts: Iterable[PaperContext]) -> list[Value]:
    """Each source once, with the chapters that rest on it."""
    found: dict[str, Value] = {}
    for number, context in enumerate(contexts, 1):
        for source in sections.sources(context):
            held = found.setdefault(source["title"], {**source, "places": [], "chapters": []})
            held["chapters"].append(number)
    return sorted(found.values(), key=lambda source: str(source["title"]))
