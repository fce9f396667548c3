"""A field that points to another record points to one that is there.

Organisations, projects, places and sources are written once, in files of their own, and named by
their ids. A name that leads nowhere would be a dead end on the page.

Passes:

    places: [novi-pazar]      # there is a file _places/novi-pazar.yml

Fails:

    places: [novi-pasar]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.model.fields import Reference
from komsiluk.model.walk import marked
from komsiluk.source.collection import RECORDS, Loaded
from komsiluk.text.nearest import nearest


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for kind in ("practices", *RECORDS):
        for entry in loaded.of(kind):
            assert entry.record is not None
            for found in marked(entry.record):
                if not isinstance(found.mark, Reference):
                    continue
                known = loaded.ids(found.mark.to)
                if found.value in known:
                    continue
                guess = nearest(found.value, sorted(known))
                folder = "" if found.mark.to == "practices" else f"_{found.mark.to}/"
                file = "practice.yml" if found.mark.to == "practices" else f"{found.value}.yml"
                wanted = f"{found.value}/{file}" if not folder else f"{folder}{file}"
                yield entry.document.problem(
                    "dangling-reference",
                    f'there is no "{found.value}" among the {found.mark.to}',
                    path=entry.written(found.path),
                    hint=(f'did you mean "{guess}"? ' if guess else "")
                    + f"Otherwise write the file {wanted}.",
                )
