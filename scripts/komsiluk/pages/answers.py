"""A collection to the data of the contribution form in a language: phrases, and names to choose from."""

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
"""Beginnings of the keys of phrases that the script says; the other phrases stand on the page."""


def known(plan: Plan, tag: str, rules: frozenset[str]) -> dict[str, Any]:
    """The data of the form, by four keys.

    `words`: its phrases by key. `faults`: the messages about texts, and those of these `rules`. `names`:
    the names to choose from by folder, as pairs of id and name. `guarded`: what the form needs to judge
    whether people could be found in their town (`rules/known.py`).
    """
    language = plan.languages[tag]
    rules_of_texts = {finder["rule"] for finder in table()["finders"]} | rules
    return {
        "words": {key: phrase for key, phrase in language.words.phrases.items() if is_spoken(key)},
        "faults": {
            key: wording
            for key, wording in wordings(tag).items()
            if key.partition(".")[0] in rules_of_texts
        },
        "names": {
            folder: sorted(names.items()) for folder, names in _names(plan, language).items()
        },
        "guarded": _guarded(plan.collection),
    }


def _guarded(collection: Collection) -> dict[str, list[str]]:
    """Ids of groups and towns, by four keys.

    `protected`: groups whose small numbers are not published. `hidden`: groups whose town is not
    published. `towns`: all towns. `mapped`: towns that stand on a map.
    """
    groups = collection.vocabularies.get("groups")
    concepts = groups.concepts if groups else ()
    towns = {
        place_id: place
        for place_id, place in collection.places.items()
        if place.kind == "municipality"
    }
    return {
        "protected": [concept.id for concept in concepts if concept.protect],
        "hidden": [concept.id for concept in concepts if concept.protect == "places"],
        "towns": sorted(towns),
        "mapped": sorted(
            place_id for place_id, place in towns.items() if place.coordinates is not None
        ),
    }


def is_spoken(key: str) -> bool:
    """Whether the script of the form says a phrase."""
    return key.startswith(_SPOKEN)


def _names(plan: Plan, language: LanguageContext) -> Mapping[str, Mapping[str, str]]:
    collection = plan.collection
    territories = language.words.language.locale.territories
    names_by_folder = {
        "organisations": {
            record_id: language.organisation(record_id) for record_id in collection.organisations
        },
        "places": {record_id: language.place(record_id) for record_id in collection.places},
        "projects": {
            record_id: language.project(record_id).line for record_id in collection.projects
        },
        "sources": {record_id: source.title for record_id, source in collection.sources.items()},
        "practices": {
            record_id: practice.title.line
            for record_id, practice in plan.practices[language.tag].items()
        },
        "countries": {
            code: language.words.country(code)
            for code in map(str, territories)
            if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES
        },
    }
    return {folder: names_by_folder[folder] for folder in NAMED}


_NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
"""Codes of the CLDR that are no countries."""


def changed(plan: Plan, practice_id: str, tag: str) -> dict[str, list[list[Any]]]:
    """The paragraphs that a translator has to look at again, by name of the text.

    Each paragraph of the original is a pair: the number of its translated paragraph, from 0 (-1 for
    none), and `current`, `outdated` or `missing`. A text is left out if its original has not changed since.
    """
    translation = plan.collection.translations[practice_id].get(tag)
    if translation is None:
        return {}
    texts = plan.practice(tag, practice_id).texts
    matches = {}
    for name, digests_seen in translation.seen.items():
        text = translation.texts.get(name)
        original = texts.original(name)
        if text is None or original is None or len(split(text)) != len(digests_seen):
            continue
        matches[name] = [
            [-1 if match.translated is None else match.translated, str(match.state)]
            for match in align(digests_seen, digests(original))
        ]
    return matches
