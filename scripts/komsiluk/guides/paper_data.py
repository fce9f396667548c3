"""A practice in a language to the data of one of its papers: one JSON value that holds every text of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from komsiluk.guides import sections
from komsiluk.guides.paper_context import PaperContext, Value, subtag
from komsiluk.guides.session_plan import session_plan
from komsiluk.model.statements import Basis
from komsiluk.model.words import Words
from komsiluk.pages.addresses import published_addresses
from komsiluk.pages.language_context import LanguageContext
from komsiluk.pages.papers import Paper, Wanted
from komsiluk.pages.plan import Plan
from komsiluk.settings import Settings
from komsiluk.text.hyphens import is_divided_by_typesetter
from komsiluk.text.printable import printable

_PAGE_PHRASES = (
    "not-reported", "glance.title", "glance.evidence", "section.problem", "section.what-was-done",
    "section.results", "section.unknown", "section.sources", "section.what-it-takes",
    "section.checklist", "section.what-was-hard", "section.afterwards", "basis.suggested",
    "status.planned", "status.achieved", "status.estimated", "ledger.planned", "ledger.achieved",
    "resources.funding", "resources.costs", "resources.needs", "unknown.lead", "notes.title",
    "transfer.not-suitable-when", "transfer.prerequisites", "step.who", "step.inputs",
    "step.output", "step.risk", "session.group", "session.length", "session.materials",
    "session.questions", "licence.text", "source.rests-on",
)  # fmt: skip
"""Phrases of the site's pages that papers use too. Papers also get all phrases that begin with `paper.`."""


def printable_json(plan: Plan, settings: Settings, paper: Wanted) -> str:
    """The data of the paper as JSON, in characters that the fonts of paper have."""
    return as_json(as_printable(paper_data(plan, settings, paper)))


def paper_data(plan: Plan, settings: Settings, paper: Wanted) -> Value:
    """All that the paper says: the same for the same input.

    Its keys: `paper` (see `frame`), `practice` (see `sections`), `footnotes` of contested places, and
    `updated`, the day of the practice's last change.
    """
    practice = plan.practice(paper.language, paper.practice_id)
    context, key = PaperContext(practice, plan), f"practices/{practice.id}"
    language = practice.language
    value: Value = {
        "paper": frame(language, settings, str(paper.paper), key, mono=paper.mono),
        "practice": {
            **PRACTICE_DATA[paper.paper](context),
            **sections.declared(context, paper.paper),
        },
        "updated": context.day(practice.record.updated),
    }
    value["footnotes"] = footnotes(language.words, settings, value["practice"])
    return value


def as_json(value: Value) -> str:
    """The value as JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def guide(context: PaperContext) -> Value:
    """What the facilitator's guide says of a practice."""
    session = context.record.session
    return {
        **sections.head(context),
        **sections.story(context),
        "caution": sections.caution(context),
        "session": session_plan(context, session) if session else None,
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


PRACTICE_DATA: Mapping[Paper, Callable[[PaperContext], Value]] = {
    Paper.GUIDE: guide,
    Paper.BRIEF: brief,
    Paper.BRIEF_WORD: brief,
    Paper.SESSION_WORD: guide,
}
"""What each paper says of a practice. A Word document has the same data as its PDF."""


def frame(
    language: LanguageContext, settings: Settings, kind: str, key: str, *, mono: bool
) -> Value:
    """What kind of paper it is, its language and phrases, and the address of the page of that key."""
    words, tag = language.words, language.tag
    address = settings.site_url + published_addresses(settings).of(key, tag)
    phrases = {key: words.say(key) for key in _PAGE_PHRASES}
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
        "url": address if settings.site_url else "",
        "shown": address.removeprefix("https://").removesuffix("/"),
        "say": phrases,
    }


def footnotes(words: Words, settings: Settings, value: Value) -> list[tuple[str, str]]:
    """Name and footnote of each contested place that a paper names, by the policy of the site."""
    text = json.dumps(value, ensure_ascii=False)
    notes = []
    for entry in settings.contested:
        keys = (f"contested.{entry.code}.name", f"contested.{entry.code}.footnote")
        if all(map(words.has, keys)):
            name, note = map(words.say, keys)
            if name and note and name in text and note not in text:
                notes.append((name, note))
    return notes


def as_printable(value: Any, key: str = "") -> Any:
    """The value with every text in characters that the fonts of paper have. Addresses stay as they are."""
    if isinstance(value, str):
        return value if key in _RAW else printable(value)
    if isinstance(value, dict):
        return {name: as_printable(field, name) for name, field in value.items()}
    if isinstance(value, list | tuple):
        return [as_printable(item, key) for item in value]
    return value


_RAW = frozenset({"k", "u", "url", "lang", "tag", "country", "dir", "qr", "id", "kind"})
"""Fields that are not text for readers."""
