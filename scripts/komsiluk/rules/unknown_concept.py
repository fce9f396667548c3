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

from komsiluk.diagnostics import Diagnostic, Message
from komsiluk.messages import message
from komsiluk.model.fields import Concept
from komsiluk.model.records import Vocabulary
from komsiluk.model.walk import marked
from komsiluk.source.collection import Loaded
from komsiluk.source.entries import Entry
from komsiluk.text.nearest import nearest

_SHOWN = 12


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    known = {
        entry.id: [concept.id for concept in vocabulary.concepts]
        for entry, vocabulary in loaded.sound(Vocabulary)
    }
    terms = {vocabulary: frozenset(concepts) for vocabulary, concepts in known.items()}
    broken = loaded.ids("vocabularies") - set(known)
    for entry, record in loaded.records():
        if all(
            value in terms.get(mark.vocabulary, ())
            for mark, value in loaded.marks(entry)
            if isinstance(mark, Concept)
        ):
            continue
        for field in marked(record):
            if not isinstance(field.mark, Concept) or field.mark.vocabulary in broken:
                continue
            concepts = known.get(field.mark.vocabulary, [])
            if field.value not in concepts:
                yield entry.document.problem(
                    "unknown-concept",
                    message(
                        "unknown-concept.message",
                        value=field.value,
                        vocabulary=field.mark.vocabulary.replace("_", " "),
                    ),
                    path=entry.written(field.path),
                    hint=_hint(entry, field.value, concepts, field.mark.vocabulary),
                )


def _hint(entry: Entry, value: str, concepts: Sequence[str], vocabulary: str) -> Message:
    file = f"{entry.folder}/_vocabularies/{vocabulary}.yml"
    if not concepts:
        return message("unknown-concept.nowhere", file=file)
    guess = nearest(value, concepts)
    if guess:
        return message("unknown-concept.guess", guess=guess, file=file)
    shown = ", ".join(concepts[:_SHOWN])
    if len(concepts) > _SHOWN:
        return message("unknown-concept.some", shown=shown, file=file)
    return message("unknown-concept.hint", shown=shown)
