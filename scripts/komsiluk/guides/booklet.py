"""Practices that are printed together, to all that their booklet or their cards say: one JSON value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from komsiluk.guides import parts
from komsiluk.guides.contents import as_json, footnotes, frame, printed
from komsiluk.guides.telling import Telling, Value, subtag
from komsiluk.model.account import Result
from komsiluk.model.practice import Practice
from komsiluk.model.statements import Basis, Status
from komsiluk.pages.addresses import published_addresses
from komsiluk.pages.facts import figure
from komsiluk.pages.names import place_name
from komsiluk.pages.plan import Plan
from komsiluk.pages.selection import Gathered, title
from komsiluk.pages.voice import Said, Voice
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
    voice = plan.voices[tag]
    tellings = _tellings(plan, held, tag)
    value = {
        **_head(plan, settings, held, voice, "booklet", mono=mono, sheet=sheet),
        "chapters": [_chapter(telling, settings) for telling in tellings],
        "themes": _themes(plan, held, voice),
        "places": _places(plan, held, voice),
    }
    value["sources"] = _sources(tellings)
    value["paper"]["linked"] = len(tellings) <= MOST_LINKED
    value["footnotes"] = footnotes(voice, settings, value)
    return as_json(printed(value))


def deck(
    plan: Plan, settings: Settings, held: Gathered, tag: str, *, mono: bool, sheet: str
) -> str:
    """What cards say, as JSON: `paper`, `booklet` (title) and `cards`; `sheet` is `a4` or `a3`.

    Cards are dealt one by one, so each has the footnotes of the contested places that it names.
    """
    voice = plan.voices[tag]
    cards = [_card(telling, settings) for telling in _tellings(plan, held, tag)]
    value = {
        **_head(plan, settings, held, voice, "deck", mono=mono, sheet=sheet),
        "cards": [{**card, "notes": footnotes(voice, settings, card)} for card in cards],
    }
    return as_json(printed(value))


def _tellings(plan: Plan, held: Gathered, tag: str) -> list[Telling]:
    """The practices, each with numbers of its own for what it cites."""
    return [
        Telling(
            plan=plan,
            voice=plan.voices[tag],
            practice_id=practice_id,
            told=plan.rendition(tag, practice_id),
            chapter=str(number),
        )
        for number, practice_id in enumerate(held.practices, 1)
    ]


def _head(
    plan: Plan,
    settings: Settings,
    held: Gathered,
    voice: Voice,
    kind: str,
    *,
    mono: bool,
    sheet: str,
) -> Value:
    name, told = title(plan, voice, held, settings.site_names.get(voice.tag, ""))
    days = [plan.collection.practices[practice_id].updated for practice_id in held.practices]
    return {
        "paper": {**frame(voice, settings, kind, held.key, mono=mono), "sheet": sheet},
        "updated": voice.words.day(max(days)),
        "booklet": {
            "title": _label(name, voice),
            "description": _label(told, voice) if told else None,
            "count": voice.words.count("count.practices", len(held.practices)),
        },
    }


def _label(said: Said, voice: Voice) -> Any:
    """The words of a label, marked where they are borrowed."""
    if said.language == voice.tag:
        return said.line
    return [{"k": "in", "lang": subtag(said.language), "tag": said.language, "c": said.line}]


def _chapter(telling: Telling, settings: Settings) -> Value:
    """A practice in a booklet."""
    practice = telling.practice
    return {
        **parts.head(telling),
        **_address(telling, settings),
        **parts.story(telling),
        "money": parts.money(telling),
        "needs": parts.needs(telling),
        "unknown": parts.not_known(telling),
        "risks": parts.risks(telling),
        "unsuitable": telling.statements(
            "transfer.not_suitable_when", practice.transfer.not_suitable_when
        ),
        "first": parts.steps(telling, Basis.SUGGESTED)[:3],
        "sources": parts.sources(telling),
    }


def _card(telling: Telling, settings: Settings) -> Value:
    """A practice on a card: what it is, one figure, a first step, and something to talk about."""
    practice = telling.practice
    steps = parts.steps(telling, Basis.SUGGESTED)
    asked = practice.session.questions[:1] if practice.session else ()
    sure = parts.glance(telling)["evidence"]
    return {
        **parts.head(telling),
        **_address(telling, settings),
        "evidence": sure,
        "state": _state(telling),
        "figure": _figure(telling, practice),
        "first": steps[0]["what"] if steps else None,
        "question": telling.rich(f"session.questions.{asked[0].id}.text") if asked else None,
    }


def _state(telling: Telling) -> str:
    """What a reader has to know of the language, in a few words; empty for nothing."""
    told = telling.told
    if told.borrowed:
        language = telling.voice.words.language_name(told.practice.original_language)
        return telling.say("translation.in", language=language)
    if told.translation is not None and told.translation.head.status == "machine":
        return telling.say("translation.machine.short")
    return ""


def _figure(telling: Telling, practice: Practice) -> Value | None:
    """The first figure that was achieved, else the first that was planned; None without any."""
    for status in (Status.ACHIEVED, Status.ESTIMATED, Status.PLANNED):
        for result in practice.results:
            if result.status is status and result.value is not None:
                return _counted(telling, result)
    return None


def _counted(telling: Telling, result: Result) -> Value:
    name = f"results.{result.id}"
    return {
        "figure": figure(result, telling.voice),
        "unit": telling.line(f"{name}.unit") if result.unit else None,
        "claim": telling.line(f"{name}.claim"),
        "status": telling.say(f"status.{result.status}"),
    }


def _address(telling: Telling, settings: Settings) -> Value:
    """Where the practice stands on the web; nothing where nobody knows the site's own address."""
    key = f"practices/{telling.practice_id}"
    whole = settings.site_url + published_addresses(settings).of(key, telling.voice.tag)
    known = bool(settings.site_url)
    return {
        "url": whole if known else "",
        "shown": whole.removeprefix("https://").removesuffix("/"),
    }


def _themes(plan: Plan, held: Gathered, voice: Voice) -> list[Value]:
    vocabulary = plan.collection.vocabularies.get("themes")
    order = [concept.id for concept in vocabulary.concepts] if vocabulary else []

    def label(theme: str) -> Any:
        concept = vocabulary.concept(theme) if vocabulary else None
        return _label(voice.label(concept.label if concept else {}, theme), voice)

    found = _index(plan, held, lambda practice: practice.themes)
    known = [theme for theme in order if theme in found]
    rest = sorted(theme for theme in found if theme not in order)
    return [{"label": label(theme), "chapters": found[theme]} for theme in (*known, *rest)]


def _places(plan: Plan, held: Gathered, voice: Voice) -> list[Value]:
    """The places by name; the countries of practices that name no place."""
    collection = plan.collection
    found: dict[str, list[int]] = {}
    named = _index(plan, held, lambda practice: practice.places)
    for place_id, chapters in named.items():
        found.setdefault(place_name(collection, place_id, voice), []).extend(chapters)
    nowhere = _index(plan, held, lambda practice: () if practice.places else practice.countries)
    for code, chapters in nowhere.items():
        found.setdefault(voice.words.country(code), []).extend(chapters)
    return [
        {"label": name, "chapters": sorted(set(chapters))}
        for name, chapters in sorted(
            found.items(), key=lambda item: sorting_key(item[0], voice.tag)
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


def _sources(tellings: Iterable[Telling]) -> list[Value]:
    """Each source once, with the chapters that rest on it."""
    found: dict[str, Value] = {}
    for number, telling in enumerate(tellings, 1):
        for source in parts.sources(telling):
            held = found.setdefault(source["title"], {**source, "places": [], "chapters": []})
            held["chapters"].append(number)
    return sorted(found.values(), key=lambda source: str(source["title"]))
