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
from komsiluk.model.practice import Practice
from komsiluk.model.records import Organisation, Place
from komsiluk.source.collection import Loaded
from komsiluk.text.dangers import names


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    known = None
    for entry in loaded.of("practices"):
        assert isinstance(entry.record, Practice)
        for position, image in entry.positions("images", entry.record.images):
            for found in names(image.alt, entry.record.original_language):
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
    found = [
        entry.record.name
        for entry in loaded.of("organisations")
        if isinstance(entry.record, Organisation)
    ]
    for entry in loaded.of("places"):
        assert isinstance(entry.record, Place)
        found += entry.record.name.values()
    return [name for name in found if name]
