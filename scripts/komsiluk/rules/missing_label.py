"""What a reader chooses by has a name in every language of the site.

A Macedonian page on which one theme is called by its English name looks unfinished, and hides the
theme from those who read no English.

Passes:

    label: {en: Bread, mk: Леб}       # on a site in English and Macedonian

Fails:

    label: {en: Bread}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.messages import message
from komsiluk.model.records import AnthologyDraft, PlaceDraft, VocabularyDraft
from komsiluk.model.walk import Path
from komsiluk.source.collection import Loaded
from komsiluk.source.entries import Entry
from komsiluk.text.scripts import other_script


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for entry, vocabulary in loaded.drafts(VocabularyDraft):
        for position, concept in entry.positions("concepts", vocabulary.concepts):
            path = ("concepts", position, "label")
            yield from _missing(entry, path, concept.id, concept.label, languages)
    for entry, place in loaded.drafts(PlaceDraft):
        if place.kind != "country":
            yield from _missing(entry, ("name",), entry.id, place.name, languages)
    for entry, anthology in loaded.drafts(AnthologyDraft):
        yield from _missing(entry, ("title",), entry.id, anthology.title or {}, languages)


def _missing(
    entry: Entry, path: Path, name: str, labels: Mapping[str, str], languages: Sequence[str]
) -> Iterator[Diagnostic]:
    missing = [tag for tag in languages if tag not in labels and other_script(tag) not in labels]
    if missing:
        yield entry.document.problem(
            "missing-label",
            message("missing-label.message", name=name, languages=", ".join(missing)),
            path=path,
            at_key=True,
            hint=message("missing-label.hint", tag=missing[0]),
            severity=Severity.WARNING,
        )
