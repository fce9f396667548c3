"""Whoever can be recognised in a photograph has agreed to it, and can change their mind.

The signed paper stays with the organisation; the file says when it was given, who keeps it, until when it
holds, and where the people write who want the picture taken away. A child who can be recognised is never
shown (UNICEF, guidelines for reporting on children).

Passes:

    people: recognisable-adults
    licence: no-reuse
    consent:
      {basis: written, date: "2026-03-01", review_by: "2029-03-01", held_by: Neighbours,
       withdraw: office@example.org}

Fails:

    people: recognisable-adults
    consent: {basis: not-needed}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.messages import message
from komsiluk.model.people import Consent, Image
from komsiluk.model.practice import PracticeDraft
from komsiluk.model.walk import Path
from komsiluk.source.collection import Loaded
from komsiluk.source.entries import Entry

NEEDED = ("date", "review_by", "held_by", "withdraw")
"""What a consent tells where one is needed."""


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for entry, practice in loaded.drafts(PracticeDraft):
        for position, image in entry.positions("images", practice.images):
            if image.people == "recognisable-adults":
                yield from _image(entry, ("images", position), image)


def _image(entry: Entry, path: Path, image: Image) -> Iterator[Diagnostic]:
    yield from incomplete("photo-consent", entry, (*path, "consent"), image.consent)
    if image.licence != "no-reuse":
        yield entry.document.problem(
            "photo-consent",
            message("photo-consent.licence.message", licence=image.licence),
            path=(*path, "licence"),
            hint=message("photo-consent.licence.hint"),
        )


def incomplete(rule: str, entry: Entry, path: Path, consent: Consent) -> Iterator[Diagnostic]:
    """What a consent lacks that has to be there."""
    missing = [name for name in NEEDED if not getattr(consent, name)]
    if consent.basis == "not-needed":
        yield entry.document.problem(
            rule,
            message(f"{rule}.none.message"),
            path=(*path, "basis"),
            hint=message("photo-consent.none.hint"),
        )
    elif missing:
        yield entry.document.problem(
            rule,
            message("photo-consent.incomplete.message", names=", ".join(missing)),
            path=path,
            at_key=True,
            hint=message("photo-consent.incomplete.hint"),
        )
