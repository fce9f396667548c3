"""The words for those who cannot see a picture name nobody.

"Two people cook in a kitchen" tells what can be seen; a name tells who, to every search engine.

Passes:

    alt: Two people with their backs to us cook in a kitchen

Fails:

    alt: Mira Petrović cooks in a kitchen
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.messages import said
from komsiluk.model.practice import Practice
from komsiluk.model.records import Organisation, Place
from komsiluk.source.collection import Loaded
from komsiluk.text.dangers import table

_NOUNS_ARE_CAPITAL = frozenset({"de"})
"""Languages in which two capital letters tell nothing."""


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    names = None
    for entry in loaded.of("practices"):
        assert isinstance(entry.record, Practice)
        if entry.record.original_language in _NOUNS_ARE_CAPITAL:
            continue
        for position, image in entry.positions("images", entry.record.images):
            for found in _pattern().finditer(image.alt):
                names = _known(loaded) if names is None else names
                if not any(found[0] in name for name in names):
                    path = ("images", position, "alt")
                    yield entry.document.problem(
                        "alt-names-person",
                        said("alt-names-person.message", found=found[0]),
                        path=path,
                        hint=said("alt-names-person.hint"),
                        severity=Severity.WARNING,
                    )
                    break


def _pattern() -> re.Pattern[str]:
    """Two words with capital letters side by side; the second may be a letter with a point."""
    classes = table()["classes"]
    word = f"[{classes['capital']}][{classes['small']}]+"
    return re.compile(
        f"(?<![{classes['letter']}])(?!(?:{classes['place']}) ){word} (?:{word}|[{classes['capital']}]\\.)"
    )


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
