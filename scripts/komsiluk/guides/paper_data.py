"""A practice in a language to all that one of its papers says: one JSON value, and nothing else to know."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from komsiluk.guides import sections
from komsiluk.guides.paper_context import PaperContext, Value, subtag
from komsiluk.guides.session_plan import planned
from komsiluk.model.statements import Basis
from komsiluk.model.words import Words
from komsiluk.pages.addresses import published_addresses
from komsiluk.pages.language_context import LanguageContext
from komsiluk.pages.papers import Paper, Wanted
from komsiluk.pages.plan import Plan
from komsiluk.settings import Settings
from komsiluk.text.hyphens import is_divided_by_typesetter
from komsiluk.text.printable import printable

_SAID = (
    "not-reported", "glance.title", "glance.evidence", "section.problem", "section.what-was-done",
    "section.results", "section.unknown", "section.sources", "section.what-it-takes",
    "section.checklist", "section.what-was-hard", "section.afterwards", "basis.suggested",
    "status.planned", "status.achieved", "status.estimated", "ledger.planned", "ledger.achieved",
    "resources.funding", "resources.costs", "resources.needs", "unknown.lead", "notes.title",
    "transfer.not-suitable-when", "transfer.prerequisites", "step.who", "step.inputs",
    "step.output", "step.risk", "session.group", "session.length", "session.materials",
    "session.questions", "licence.text", "source.rests-on",
)  # fmt: skip
"""Phrases of the pages that papers use too; beside them stand all that begin with `paper.`."""


def contents(plan: Plan, settings: Settings, wanted: Wanted) -> str:
    """All that the paper says, in characters that the fonts of paper have, as JSON."""
    return as_json(printed(said(plan, settings, wanted)))


def said(plan: Plan, settings: Settings, wanted: Wanted) -> Value:
    """All that the paper says: the same for the same input.

    Objects: `paper` (see `frame`), `practice` (see `sections`), `footnotes` of contested places, and
    the day of its last change.
    """
    practice = plan.practice(wanted.language, wanted.practice_id)
    context, key = PaperContext(practice, plan), f"practices/{practice.id}"
    language = practice.language
    value: Value = {
        "paper": frame(language, settings, str(wanted.paper), key, mono=wanted.mono),
        "practice": {**CONTENTS[wanted.paper](context), **sections.declared(context, wanted.paper)},
        "updated": context.day(practice.record.updated),
    }
    value["footnotes"] = footnotes(language.words, settings, value["practice"])
    return value


def as_json(value: Value) -> str:
    """The value as JSON, as short as it can be."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def guide(context: PaperContext) -> Value:
    """What the facilitator's guide says of a practice."""
    held = context.record.session
    return {
        **sections.head(context),
        **sections.story(context),
        "caution": sections.caution(context),
        "session": planned(context, held) if held else None,
        "notes": sections.notes(context),
        "sources": sections.sources(context),
    }


def brief(context: PaperContext) -> Value:
    """What the council's brief says of a practice."""
    practice = context.record
    return {
        **sections.head(context),
        "glance": sections.glance(context),
        "summary": context.blocks("summary"),
        "money": sections.money(context),
        "needs": sections.needs(context),
        "results": sections.results(context),
        "afterwards": sections.afterwards(context),
        "unknown": sections.not_known(context),
        "risks": sections.risks(context),
        "unsuitable": context.statements(
            "transfer.not_suitable_when", practice.transfer.not_suitable_when
        ),
        "first": sections.steps(context, Basis.SUGGESTED)[:3],
        "contacts": sections.contacts(context),
        "sources": sections.sources(context),
    }


CONTENTS: Mapping[Paper, Callable[[PaperContext], Value]] = {
    Paper.GUIDE: guide,
    Paper.BRIEF: brief,
    Paper.BRIEF_WORD: brief,
    Paper.SESSION_WORD: guide,
}
"""What each paper is made of."""


def frame(
    language: LanguageContext, settings: Settings, kind: str, key: str, *, mono: bool
) -> Value:
    """What a paper is, the phrases it speaks in, and the page of that key, to which it leads."""
    words, tag = language.words, language.tag
    whole = settings.site_url + published_addresses(settings).of(key, tag)
    phrases = {key: words.say(key) for key in _SAID}
    phrases |= {
        key: phrase
        for key, phrase in words.phrases.items()
        if key.startswith("paper.") and isinstance(phrase, str)
    }
    return {
        "kind": kind,
        "mono": mono,
        "lang": subtag(tag),
        "tag": tag,
        "country": words.language.locale.territory or "",
        "dir": words.language.direction,
        "hyphenates": is_divided_by_typesetter(tag),
        "site": settings.site_names.get(tag, ""),
        "author": settings.author,
        "url": whole if settings.site_url else "",
        "shown": whole.removeprefix("https://").removesuffix("/"),
        "say": phrases,
    }


def footnotes(words: Words, settings: Settings, value: Value) -> list[tuple[str, str]]:
    """Name and footnote of each contested place that a paper names, by the policy of the site."""
    text = json.dumps(value, ensure_ascii=False)
    found = []
    for entry in settings.contested:
        keys = (f"contested.{entry.code}.name", f"contested.{entry.code}.footnote")
        if all(map(words.has, keys)):
            name, note = map(words.say, keys)
            if name and note and name in text and note not in text:
                found.append((name, note))
    return found


def printed(value: Any, key: str = "") -> Any:
    """The value with every text as the fonts of paper can show it; addresses stay."""
    if isinstance(value, str):
        return value if key in _RAW else printable(value)
    if isinstance(value, dict):
        return {name: printed(held, name) for name, held in value.items()}
    if isinstance(value, list | tuple):
        return [printed(held, key) for held in value]
    return value


_RAW = frozenset({"k", "u", "url", "lang", "tag", "country", "dir", "qr", "id", "kind"})
"""Fields that are no text for readers."""
