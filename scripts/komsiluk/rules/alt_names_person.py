"""The words for those who cannot see a picture name nobody.

"Two people cook in a kitchen" tells what can be seen; a name tells who, to every search engine.

Passes:

    alt: Two people with their backs to us cook in a kitchen

Fails:

    alt: Mira Petrović cooks in a kitchen
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.messages import message
from komsiluk.model.practice import PracticeDraft
from komsiluk.model.records import OrganisationDraft, PlaceDraft
from komsiluk.source.collection import Loaded
from komsiluk.text.dangers import names


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    known = None
    for entry, practice in loaded.drafts(PracticeDraft):
        for position, image in entry.positions("images", practice.images):
            for found in names(image.alt, practice.original_language or ""):
                known = _known(loaded) if known is None else known
                if not any(found in name for name in known):
                    yield entry.document.problem(
                        "alt-names-person",
                        message("alt-names-person.message", found=found),
                        path=("images", position, "alt"),
                        hint=message("alt-names-person.hint"),
                        severity=Severity.WARNING,
                    )
                    break


def _known(loaded: Loaded) -> list[str]:
    """What places and organisations are called: two capital letters that are no person's."""
    found = [organisation.name for _, organisation in loaded.drafts(OrganisationDraft)]
    for _, place in loaded.drafts(PlaceDraft):
        found += place.name.values()
    return [name for name in found if name]
