"""Practices to what a reader compares and keeps of them: data scripts of a few practices each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from komsiluk.pages.buckets import buckets, n_buckets
from komsiluk.pages.facts import About, facts_about, where
from komsiluk.pages.plan import Plan
from komsiluk.pages.voice import Voice
from komsiluk.search.script import data_script


def files(plan: Plan, tag: str) -> Iterator[tuple[str, bytes]]:
    """The path of each script of a language, from the site's root, and what it says.

    `d0`, `d1`…: each gives an object of practices by id, in the shape of `detail`. `seldom`: what a
    page says of choosing when there is trouble.
    """
    practices = plan.collection.practices
    for number, held in enumerate(buckets(practices, n_buckets(len(practices)))):
        found = {practice_id: detail(plan, tag, practice_id) for practice_id in held}
        yield data_script(f"{tag}/d{number}", found)
    say = plan.voices[tag].words.say
    yield data_script(
        f"{tag}/seldom", {"full": say("compare.full"), "refused": say("shortlist.refused")}
    )


def detail(plan: Plan, tag: str, practice_id: str) -> dict[str, Any]:
    """What is known of a practice in a few words.

    `title`, `tagline`; `lang` where they are in another language than the page; `theme` and its
    `palette`; `where`; `state`, which says what is to be known of the translation, if anything; and
    `facts` by name, each a list of items (`pages/facts.py`).
    """
    voice = plan.voices[tag]
    told = plan.rendition(tag, practice_id)
    title, tagline = told.text("title"), told.text("tagline")
    assert title is not None and tagline is not None
    theme, palette = _theme(plan, voice, told.practice.themes[0])
    found: dict[str, Any] = {
        "title": title.line,
        "tagline": tagline.line,
        "theme": theme,
        "palette": palette,
        "where": where(plan.collection, told.practice, voice),
    }
    if title.language != tag:
        found["lang"] = title.language
    if told.borrowed:
        language = voice.words.language_name(told.practice.original_language)
        found["state"] = voice.words.say("translation.in", language=language)
    elif told.translation is not None and told.translation.head.status == "machine":
        found["state"] = voice.words.say("translation.machine.short")
    found["facts"] = facts_about(About(plan, told, voice, practice_id))
    return found


def _theme(plan: Plan, voice: Voice, theme_id: str) -> tuple[str, str]:
    """The label of a theme, and its palette."""
    asked = ("theme and palette", theme_id)
    found: tuple[str, str] | None = voice.memory.get(asked)
    if found is None:
        themes = plan.collection.vocabularies.get("themes")
        concept = themes.concept(theme_id) if themes else None
        label = voice.label(concept.label if concept else {}, theme_id).line
        found = voice.memory[asked] = (label, (concept and concept.palette) or theme_id)
    return found
