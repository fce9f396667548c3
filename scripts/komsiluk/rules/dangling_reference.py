"""A field that points to another record points to one that is there.

Organisations, projects, places and sources are written once, in files of their own, and named by
their ids. A name that leads nowhere would be a dead end on the page. A practice that was withdrawn may
still be named; it is passed over.

Passes:

    places: [novi-pazar]      # there is a file _places/novi-pazar.yml

Fails:

    places: [novi-pasar]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic, Message
from komsiluk.messages import message
from komsiluk.model.fields import Reference
from komsiluk.model.walk import marked
from komsiluk.source.collection import Loaded
from komsiluk.source.entries import Entry
from komsiluk.text.nearest import nearest


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for entry, record in loaded.records():
        if all(
            value in _known(loaded, mark.to)
            for mark, value in loaded.marks(entry)
            if isinstance(mark, Reference)
        ):
            continue
        for field in marked(record):
            if not isinstance(field.mark, Reference):
                continue
            known = _known(loaded, field.mark.to)
            if field.value not in known:
                yield entry.document.problem(
                    "dangling-reference",
                    message(
                        "dangling-reference.message",
                        value=field.value,
                        kind=message(f"dangling-reference.{field.mark.to}"),
                    ),
                    path=entry.written(field.path),
                    hint=_hint(entry, field.value, field.mark.to, sorted(known)),
                )


def _known(loaded: Loaded, kind: str) -> frozenset[str]:
    known = loaded.ids(kind)
    return known | loaded.ids("withdrawn") if kind == "practices" else known


def _hint(entry: Entry, value: str, kind: str, known: Sequence[str]) -> Message:
    is_practice = kind == "practices"
    file = f"{value}/practice.yml" if is_practice else f"_{kind}/{value}.yml"
    guess = nearest(value, known)
    if guess:
        return message("dangling-reference.guess", guess=guess, file=f"{entry.folder}/{file}")
    return message("dangling-reference.hint", file=f"{entry.folder}/{file}")
