"""Whoever tells of their own life has agreed that it is published, and a story of a child was looked at twice.

A story can be recognised without a name. Somebody whose task it is has made sure that nobody is in danger:
that is what `safeguarding` says, and a story about a child needs it.

Passes:

    safeguarding: {checked_by: Protection officer, date: "2026-03-01"}
    stories:
      - id: found-work
        names: changed
        about: child
        consent: {basis: written, date: "2026-03-01", review_by: "2029-03-01", …}
        text: …

Fails:

    stories:
      - {id: found-work, names: changed, consent: {basis: not-needed}, text: …}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.messages import message
from komsiluk.model.practice import PracticeDraft
from komsiluk.rules.photo_consent import incomplete
from komsiluk.source.collection import Loaded


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for entry, practice in loaded.drafts(PracticeDraft):
        for position, story in entry.positions("stories", practice.stories):
            path = ("stories", position)
            yield from incomplete("story-consent", entry, (*path, "consent"), story.consent)
            if story.about == "child" and practice.safeguarding is None:
                yield entry.document.problem(
                    "story-consent",
                    message("story-consent.child.message"),
                    path=(*path, "about"),
                    hint=message("story-consent.child.hint"),
                )
