"""What was read, to the part of it that can be published although the rest has faults."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from komsiluk.model.collection import Collection
from komsiluk.model.fields import Reference
from komsiluk.model.walk import marked
from komsiluk.source.collection import Loaded
from komsiluk.source.kinds import RECORDS

_KINDS = ("practices", *RECORDS)


def publishable(loaded: Loaded, faulty: frozenset[str]) -> Collection:
    """The collection without the files named in `faulty`, and without what points to something left out.

    Vocabularies stay: a page can do without the label of a term, not without its organisations.
    """
    files = {(entry.kind, entry.id): entry.file for entry in loaded.entries}
    by_kind = {
        kind: {
            record_id: record
            for record_id, record in _records(loaded.collection, kind).items()
            if kind == "vocabularies" or files.get((kind, record_id)) not in faulty
        }
        for kind in _KINDS
    }
    while dangling := list(_dangling(by_kind, frozenset(loaded.collection.withdrawn))):
        for kind, record_id in dangling:
            del by_kind[kind][record_id]
    parts: dict[str, Any] = dict(by_kind)
    translations = {
        practice_id: {
            tag: translation
            for tag, translation in loaded.collection.translations[practice_id].items()
            if files.get(("translations", f"{practice_id}/{translation.derived_from or tag}"))
            not in faulty
        }
        for practice_id in by_kind["practices"]
    }
    return dataclasses.replace(loaded.collection, translations=translations, **parts)


def _records(collection: Collection, kind: str) -> Mapping[str, BaseModel]:
    records: Mapping[str, BaseModel] = getattr(collection, kind)
    return records


def _dangling(
    by_kind: Mapping[str, Mapping[str, BaseModel]], withdrawn: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """Kind and id of every record that points to one that is not there, and was not withdrawn."""
    for kind, records in by_kind.items():
        for record_id, record in records.items():
            if any(
                isinstance(field.mark, Reference)
                and field.value not in by_kind[field.mark.to]
                and not (field.mark.to == "practices" and field.value in withdrawn)
                for field in marked(record)
            ):
                yield kind, record_id
