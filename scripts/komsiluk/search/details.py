"""Practices to what a reader compares and keeps of them: data scripts of a few practices each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from komsiluk.pages.buckets import buckets, n_buckets
from komsiluk.pages.plan import Plan
from komsiluk.search.script import data_script


def files(plan: Plan, tag: str) -> Iterator[tuple[str, bytes]]:
    """The path of each script of a language, from the site's root, and what it says.

    `d0`, `d1`…: each gives an object of practices by id, in the shape of `detail`. `seldom`: what a
    page says of choosing when there is trouble.
    """
    practices = plan.collection.practices
    for number, held in enumerate(buckets(practices, n_buckets(len(practices)))):
        details = {practice_id: detail(plan, tag, practice_id) for practice_id in held}
        yield data_script(f"{tag}/d{number}", details)
    say = plan.languages[tag].words.say
    yield data_script(
        f"{tag}/seldom", {"full": say("compare.full"), "refused": say("shortlist.refused")}
    )


def detail(plan: Plan, tag: str, practice_id: str) -> dict[str, Any]:
    """What is known of a practice in a few words.

    `title`, `tagline`; `lang` where they are in another language than the page; `theme` and its
    `palette`; `where`; `state`, which says what is to be known of the translation, if anything; and
    `facts` by name, each a list of items (`pages/facts.py`).
    """
    practice = plan.practice(tag, practice_id)
    words = practice.language.words
    known: dict[str, Any] = {
        "title": practice.title.line,
        "tagline": practice.tagline.line,
        "theme": practice.theme.line,
        "palette": practice.shared.palette,
        "where": practice.where,
    }
    if practice.title.language != tag:
        known["lang"] = practice.title.language
    badge = practice.state.badge(words)
    if badge:
        known["state"] = badge
    known["facts"] = practice.facts
    return known
