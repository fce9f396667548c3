"""No two items of a list have the same id.

Translations and links find an item by its id; two of the same name would get each other's words.

Passes:

    steps:
      - {id: find-rooms, …}
      - {id: find-hosts, …}

Fails:

    steps:
      - {id: find, …}
      - {id: find, …}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from komsiluk.diagnostics import Diagnostic
from komsiluk.messages import message
from komsiluk.model.statements import Citation
from komsiluk.model.walk import Path, records
from komsiluk.source.collection import Loaded


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for entry, record in loaded.records():
        first: dict[tuple[Path, str], Path] = {}
        for path, item in records(record):
            name = _id(item)
            if name is None or not path or not isinstance(path[-1], int):
                continue
            earlier = first.setdefault((path[:-1], name), path)
            if earlier is not path:
                span = entry.document.span_of_value((*entry.written(earlier), "id"))
                yield entry.document.problem(
                    "duplicate-id",
                    message("duplicate-id.message", id=name, name=path[-2]),
                    path=(*entry.written(path), "id"),
                    hint=message("duplicate-id.hint", line=span.line),
                )


def _id(item: BaseModel) -> str | None:
    """The item's own id; a citation's is that of its source."""
    return None if isinstance(item, Citation) else getattr(item, "id", None)
