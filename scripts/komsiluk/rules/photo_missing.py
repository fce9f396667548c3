"""Every picture that a practice names is there, and every picture that is there is named.

A picture that nobody names is in the collection, but without anybody's leave and without words for those
who cannot see it.

Passes:

    images:
      - {id: kitchen, file: images/kitchen.jpg, …}     # and the file is there

Fails:

    images:
      - {id: kitchen, file: images/kichen.jpg, …}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.messages import message
from komsiluk.model.practice import PracticeDraft
from komsiluk.photographs.photograph import KINDS
from komsiluk.source.collection import Loaded
from komsiluk.source.entries import Entry
from komsiluk.text.nearest import nearest


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    photographs = loaded.collection.photographs
    paths: set[str] = set()
    owners: dict[str, Entry] = {}
    for entry, practice in loaded.drafts(PracticeDraft):
        if entry.id not in loaded.ids("withdrawn"):
            owners[entry.id] = entry
        for position, image in entry.positions("images", practice.images):
            path = f"{entry.id}/{image.file}"
            paths.add(path)
            if path in photographs:
                continue
            beside = [
                name.partition("/")[2] for name in photographs if name.startswith(f"{entry.id}/")
            ]
            guess = nearest(image.file, beside)
            yield entry.document.problem(
                "photo-missing",
                message("photo-missing.message", file=image.file),
                path=("images", position, "file"),
                hint=message("photo-missing.guess", guess=guess)
                if guess
                else message("photo-missing.hint", folder=loaded.shown(f"{entry.id}/images")),
            )
    for path, photograph in photographs.items():
        owner = owners.get(path.partition("/")[0])
        if photograph.kind in KINDS and path not in paths and owner is not None and owner.sound:
            yield Diagnostic(
                rule="photo-missing",
                severity=Severity.WARNING,
                message=message("photo-missing.unused.message"),
                hint=message("photo-missing.unused.hint"),
                file=loaded.shown(path),
            )
