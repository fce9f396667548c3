"""The content to the work that is waiting: consents that end, translations that are behind, dead links."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from komsiluk.model.collection import Collection
from komsiluk.model.words import Words
from komsiluk.pages.localized_texts import LocalizedTexts
from komsiluk.pages.translation_state import translation_state
from komsiluk.review.comment import code
from komsiluk.text.days import last_day

SOON = 60
"""Days before its end at which a consent is to be asked for again."""


@dataclass(frozen=True, kw_only=True)
class Ending:
    """A consent that has ended, or ends soon."""

    practice_id: str
    what: str
    """The picture or story: `images.kitchen`."""
    day: str


@dataclass(frozen=True, kw_only=True)
class Behind:
    """A translation that lacks paragraphs of its original, or has old ones."""

    practice_id: str
    language: str
    n_paragraphs: int


def endings(collection: Collection, today: datetime.date) -> Iterator[Ending]:
    """The consents to be asked for again, by practice. A year or month ends with its last day."""
    for practice_id, practice in collection.practices.items():
        consents = [(f"images.{image.id}", image.consent) for image in practice.images]
        consents += [(f"stories.{story.id}", story.consent) for story in practice.stories]
        for what, consent in consents:
            day = consent.review_by
            if day and last_day(day) <= today + datetime.timedelta(days=SOON):
                yield Ending(practice_id=practice_id, what=what, day=day)


def behind(collection: Collection) -> Iterator[Behind]:
    """The translations with work to do, those with most of it first."""
    items = []
    for practice_id, practice in collection.practices.items():
        for tag, translation in collection.translations[practice_id].items():
            texts = LocalizedTexts(record=practice, language=tag, translation=translation)
            state = translation_state(texts)
            n_paragraphs = state.n_missing + state.n_outdated
            if state.is_behind and state.derived_from is None:
                items.append(
                    Behind(practice_id=practice_id, language=tag, n_paragraphs=n_paragraphs)
                )
    return iter(sorted(items, key=lambda one: (-one.n_paragraphs, one.practice_id, one.language)))


def worklist(
    collection: Collection,
    words: Words,
    today: datetime.date,
    dead: Sequence[tuple[str, str]] = (),
) -> str:
    """All of it as Markdown; `dead` are addresses that led nowhere, each with what was answered."""
    say = words.say
    parts = [
        _section(
            say("worklist.consents"),
            endings(collection, today),
            lambda one: (
                f"{code(one.practice_id)} {code(one.what)}: "
                + say("worklist.until", day=words.day(one.day))
            ),
        ),
        _section(
            say("worklist.outdated"),
            behind(collection),
            lambda one: (
                f"{code(one.practice_id)}, {words.language_name(one.language)}: "
                + words.count("review.paragraphs", one.n_paragraphs)
            ),
        ),
        _section(say("worklist.links"), dead, lambda one: f"{code(one[0])}: {code(one[1])}"),
    ]
    body = "\n".join(part for part in parts if part) or say("worklist.none") + "\n"
    return f"{say('worklist.lead')}\n\n{body}"


def _section(title: str, items: Iterable[object], line: Callable[..., str]) -> str:
    lines = "".join(f"- [ ] {line(item)}\n" for item in items)
    return f"### {title}\n\n{lines}" if lines else ""
