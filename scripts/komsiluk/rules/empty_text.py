"""A text that is there says something.

A blank left over from the starter file would be a heading with nothing under it.

Passes:

    tagline: Clubs where neighbours meet.

Fails:

    tagline: ""
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from komsiluk.diagnostics import Diagnostic
from komsiluk.messages import message
from komsiluk.model.fields import Text
from komsiluk.model.practice import PracticeDraft
from komsiluk.model.walk import Path, marked
from komsiluk.source.collection import Loaded
from komsiluk.source.kinds import sound_model


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for entry, practice in loaded.drafts(PracticeDraft):
        if all(value.strip() for mark, value in loaded.marks(entry) if isinstance(mark, Text)):
            continue
        for field in marked(practice):
            if isinstance(field.mark, Text) and not field.value.strip():
                needed = _is_required(practice, field.path)
                yield entry.document.problem(
                    "empty-text",
                    message("missing-field.empty.message", name=field.path[-1]),
                    path=entry.written(field.path),
                    hint=message("empty-text.needed" if needed else "empty-text.hint"),
                )


def _is_required(record: BaseModel, path: Path) -> bool:
    """Whether the field at a place of a record, which a broken one may lack, must be there."""
    *way, name = path
    holder: Any = record
    for part in way:
        holder = holder[part] if isinstance(part, int) else getattr(holder, part)
    fields = sound_model(type(holder)).model_fields
    return name in fields and fields[str(name)].is_required()
