"""A field that chooses from a vocabulary names one of its concepts.

Practices are found by theme, group and type. A word that the vocabulary does not have would hide
the practice from everybody who looks there.

Passes:

    themes: [education]

Fails:

    themes: [educaton]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.model.fields import Concept
from komsiluk.model.records import Vocabulary
from komsiluk.model.walk import marked
from komsiluk.source.collection import RECORDS, Loaded
from komsiluk.text.nearest import nearest

_SHOWN = 12


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    known = {
        entry.id: [concept.id for concept in entry.record.concepts]
        for entry in loaded.of("vocabularies")
        if isinstance(entry.record, Vocabulary)
    }
    broken = loaded.ids("vocabularies") - set(known)
    for kind in ("practices", *RECORDS):
        for entry in loaded.of(kind):
            assert entry.record is not None
            for found in marked(entry.record):
                if not isinstance(found.mark, Concept) or found.mark.vocabulary in broken:
                    continue
                concepts = known.get(found.mark.vocabulary, [])
                if found.value not in concepts:
                    yield entry.document.problem(
                        "unknown-concept",
                        f'"{found.value}" is not in the vocabulary "{found.mark.vocabulary}"',
                        path=entry.written(found.path),
                        hint=_hint(found.value, concepts, found.mark.vocabulary),
                    )


def _hint(value: str, concepts: Sequence[str], vocabulary: str) -> str:
    file = f"_vocabularies/{vocabulary}.yml"
    if not concepts:
        return f"there is no vocabulary of that name; write {file}."
    guess = nearest(value, concepts)
    if guess:
        return f'did you mean "{guess}"? All of them are in {file}.'
    return f"choose from {file}: {', '.join(concepts[:_SHOWN])}{' …' if len(concepts) > _SHOWN else '.'}"
