"""A collection to what the contribution form knows in a language: its phrases, and the names that it offers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from komsiluk.messages import wordings
from komsiluk.model.collection import Collection
from komsiluk.pages.language_context import LanguageContext
from komsiluk.pages.plan import Plan
from komsiluk.text.dangers import table
from komsiluk.text.paragraphs import align, digests, split

NAMED = ("organisations", "places", "projects", "sources", "practices", "countries")
"""What the form offers by name; the page has an empty list for each, which the script fills."""
_SPOKEN = (
    "form.say.", "form.letter.", "form.fault.", "form.translation.", "form.safe.", "form.send.copy",
    "form.item", "form.up", "form.down", "form.remove", "form.undo", "form.none",
)  # fmt: skip
"""How the keys begin of the phrases that the script says; the others stand on the page."""


def known(plan: Plan, tag: str, rules: frozenset[str]) -> dict[str, Any]:
    """`words` of the form by key; `faults`, what is told of texts and by these `rules`; `names` that can
    be chosen, by folder: pairs of an id and what it is called; `guarded`, what it takes to tell whether
    people could be found in their town: see `rules/known.py`."""
    language = plan.languages[tag]
    spoken = {finder["rule"] for finder in table()["finders"]} | rules
    return {
        "words": {key: phrase for key, phrase in language.words.phrases.items() if is_spoken(key)},
        "faults": {
            key: wording
            for key, wording in wordings(tag).items()
            if key.partition(".")[0] in spoken
        },
        "names": {
            folder: sorted(names.items()) for folder, names in _names(plan, language).items()
        },
        "guarded": _guarded(plan.collection),
    }


def _guarded(collection: Collection) -> dict[str, list[str]]:
    """The ids of groups of whom no small numbers are told (`protected`) and no town (`hidden`), and those of
    towns: all of them (`towns`), and those that stand on a map (`mapped`)."""
    held = collection.vocabularies.get("groups")
    concepts = held.concepts if held else ()
    towns = {one: at for one, at in collection.places.items() if at.kind == "municipality"}
    return {
        "protected": [concept.id for concept in concepts if concept.protect],
        "hidden": [concept.id for concept in concepts if concept.protect == "places"],
        "towns": sorted(towns),
        "mapped": sorted(one for one, place in towns.items() if place.coordinates is not None),
    }


def is_spoken(key: str) -> bool:
    """Whether the script of the form says a phrase."""
    return key.startswith(_SPOKEN)


def _names(plan: Plan, language: LanguageContext) -> Mapping[str, Mapping[str, str]]:
    collection = plan.collection
    territories = language.words.language.locale.territories
    found = {
        "organisations": {one: language.organisation(one) for one in collection.organisations},
        "places": {one: language.place(one) for one in collection.places},
        "projects": {one: language.project(one).line for one in collection.projects},
        "sources": {one: source.title for one, source in collection.sources.items()},
        "practices": {
            one: practice.title.line for one, practice in plan.practices[language.tag].items()
        },
        "countries": {
            code: language.words.country(code)
            for code in map(str, territories)
            if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES
        },
    }
    return {folder: found[folder] for folder in NAMED}


_NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
"""Codes of the CLDR for what is no country."""


def changed(plan: Plan, practice_id: str, tag: str) -> dict[str, list[list[Any]]]:
    """What a translator would have to look at again: by name of a text, for each paragraph of the
    original which of the translated ones belongs to it, from 0 (-1 for none), and whether it is `current`,
    `outdated` or `missing`. Texts whose original has not changed since are left out."""
    translation = plan.collection.translations[practice_id].get(tag)
    if translation is None:
        return {}
    texts = plan.practice(tag, practice_id).texts
    found = {}
    for name, seen in translation.seen.items():
        text = translation.texts.get(name)
        original = texts.original(name)
        if text is None or original is None or len(split(text)) != len(seen):
            continue
        found[name] = [
            [-1 if match.translated is None else match.translated, str(match.state)]
            for match in align(seen, digests(original))
        ]
    return found
