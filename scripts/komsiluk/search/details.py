"""Practices to the facts that a reader compares and keeps: data scripts of a few practices each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from komsiluk.pages.buckets import buckets, n_buckets
from komsiluk.pages.plan import Plan


def parts(plan: Plan) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The numbers of the scripts `d0`, `d1`… of a language, and the practices in each."""
    practices = plan.collection.practices
    yield from enumerate(buckets(practices, n_buckets(len(practices))))


def part(plan: Plan, tag: str, practices: Iterable[str]) -> dict[str, Any]:
    """The value of such a script: practices by id, in the shape of `detail`."""
    return {practice_id: detail(plan, tag, practice_id) for practice_id in practices}


def seldom(plan: Plan, tag: str) -> dict[str, str]:
    """The phrases of a page for when choosing fails."""
    say = plan.languages[tag].words.say
    return {"full": say("compare.full"), "refused": say("shortlist.refused")}


def detail(plan: Plan, tag: str, practice_id: str) -> dict[str, Any]:
    """The facts of a practice in a few words.

    `title`, `tagline`; `lang` where they are in another language than the page; `theme` and its
    `palette`; `where`; `state`, a remark on the translation, if there is one; and
    `facts` by name, each a list of items (`pages/facts.py`).
    """
    practice = plan.practice(tag, practice_id)
    words = practice.language.words
    details: dict[str, Any] = {
        "title": practice.title.line,
        "tagline": practice.tagline.line,
        "theme": practice.theme.line,
        "palette": practice.shared.palette,
        "where": practice.where,
    }
    if practice.title.language != tag:
        details["lang"] = practice.title.language
    badge = practice.state.badge(words)
    if badge:
        details["state"] = badge
    details["facts"] = practice.facts
    return details
