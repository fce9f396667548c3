"""One file as it was read: the record in it, and the text that was judged."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, TypeVar

from komsiluk.model.fields import Record
from komsiluk.model.translation import TranslationDraft
from komsiluk.model.walk import Path
from komsiluk.source.document import Document, read
from komsiluk.source.kept_texts import KeptTexts

Item = TypeVar("Item")


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One file as it was read."""

    kind: str
    """`practices`, `translations`, `withdrawn`, or one of `RECORDS`."""
    id: str
    file: str
    """Its path as reports show it."""
    data: bytes
    """The bytes that were read. The places of faults are looked up in them and not in the file, which may
    have changed by now. Of a sound translation only the lines of its head are kept."""
    placed: frozenset[str] | None = None
    """The fields that are in `data`; None when it is the whole file."""
    record: Record | None
    """The sound record, which can be published; None for a file with faults."""
    draft: Record | None
    """The record as far as it was understood: the sound one itself, or a draft in which anything may
    be missing; None when nothing usable was found in the file."""
    translation: TranslationDraft | None = None
    """For a translation: its texts; a `Translation` if it is sound."""
    texts: KeptTexts | None = None
    """For a sound practice: its texts by name."""
    suspect: bool = False
    """Whether there may be something in its texts that could hurt somebody."""

    @property
    def sound(self) -> bool:
        """Whether the record can be published as it is."""
        return self.record is not None

    @property
    def document(self) -> Document:
        """The values and places of the text that was judged, for rules that object to something in it.

        Of a sound translation only the head has places; to ask for another raises `KeyError`.
        """
        return _document(self.data, self.file, self.placed)

    @property
    def folder(self) -> str:
        """The folder of the practices, as reports show it."""
        up = 2 if self.kind == "translations" else 1
        return PurePosixPath(self.file).parents[up].as_posix()

    def positions(self, name: str, items: Sequence[Item]) -> Iterator[tuple[int, Item]]:
        """The items of a list of the record, with where each stands in the list of the file."""
        for position, item in enumerate(items):
            path = self.written((name, position))
            assert isinstance(path[-1], int)
            yield path[-1], item

    def written(self, path: Path) -> Path:
        """Where in the file a place of the record stands: a broken record has lost some items."""
        if self.sound:
            return path
        value, place = self.document.value, list(path)
        record: object = self.draft
        for depth, part in enumerate(path):
            if isinstance(part, int) and isinstance(value, list) and isinstance(record, tuple):
                place[depth] = _position(value, getattr(record[part], "id", record[part]), part)
                record, value = record[part], value[min(int(place[depth]), len(value) - 1)]
            elif isinstance(part, str):
                record = getattr(record, part, None)
                value = value.get(part) if isinstance(value, dict) else None
        return tuple(place)


@functools.lru_cache(maxsize=64)
def _document(data: bytes, file: str, placed: frozenset[str] | None) -> Document:
    """The values and places of a file.

    Those of the last 64 files are kept until the process ends: all rules ask for those of one file,
    one rule after another. The bytes are a part of the key, so a changed file is read anew.
    """
    return dataclasses.replace(read(data, file=file), placed=placed)


def _position(items: list[Any], id_or_value: object, default: int) -> int:
    """Where the item of that id, or of that value, stands in a list of the file."""
    for position, item in enumerate(items):
        if item == id_or_value or (isinstance(item, dict) and item.get("id") == id_or_value):
            return position
    return default
