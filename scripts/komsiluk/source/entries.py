"""The files of a practices folder to entries: what each holds, and what in it could not be understood."""

from __future__ import annotations

import dataclasses
import functools
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath
from pathlib import PurePosixPath
from typing import Any, TypeVar

from pydantic import BaseModel

from komsiluk.diagnostics import Diagnostic
from komsiluk.model.practice import Practice
from komsiluk.model.records import Anthology, Organisation, Place, Project, Source, Vocabulary
from komsiluk.model.translation import Translation
from komsiluk.model.walk import Path, lighten, texts
from komsiluk.model.withdrawal import Withdrawal
from komsiluk.source.document import Document, read
from komsiluk.source.encoding import MAX_BYTES, decode
from komsiluk.source.quick import read_texts
from komsiluk.source.record import parse
from komsiluk.source.spool import Spool
from komsiluk.source.stamps import Stamp, is_settled, stamp
from komsiluk.source.translation import Original, parse_translation, quick_translation
from komsiluk.text.prefilter import is_suspect

Item = TypeVar("Item")

RECORDS: Mapping[str, tuple[type[BaseModel], str]] = {
    "vocabularies": (Vocabulary, "vocabulary"),
    "sources": (Source, "source"),
    "places": (Place, "place"),
    "organisations": (Organisation, "organisation"),
    "projects": (Project, "project"),
    "collections": (Anthology, "collection"),
}
"""The kinds of records beside practices: folder (after an underscore), model, name in messages."""
_MODELS: Mapping[str, tuple[type[BaseModel], str]] = {
    **RECORDS,
    "practices": (Practice, "practice"),
    "withdrawn": (Withdrawal, "withdrawal"),
}
_OWN_FOLDER = frozenset({"practices", "withdrawn"})
"""Kinds whose files are named by the folder they stand in."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One file as it was read: the record in it, as far as it was understood."""

    kind: str
    """`practices`, `translations`, `withdrawn`, or one of `RECORDS`."""
    id: str
    path: str
    """Where it is on this machine."""
    file: str
    """Its path as reports show it."""
    record: BaseModel | None
    """None when nothing usable was found in the file."""
    sound: bool
    """Whether the record can be published as it is."""
    translation: Translation | None = None
    """For a translation: its texts."""
    texts: Mapping[str, str] | None = None
    """For a sound practice: its texts by name."""
    suspect: bool = False
    """Whether there may be something in its texts that could hurt somebody."""

    @property
    def document(self) -> Document:
        """Where everything stands in the file, for who has found something wrong with it.

        It is read again: a collection has tens of thousands of files, and next to none is faulty.
        """
        return _document(self.path, self.file, stamp(self.path))

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
        value, found = self.document.value, list(path)
        record: object = self.record
        for depth, part in enumerate(path):
            if isinstance(part, int) and isinstance(value, list) and isinstance(record, tuple):
                found[depth] = _position(value, getattr(record[part], "id", record[part]), part)
                record, value = record[part], value[min(int(found[depth]), len(value) - 1)]
            elif isinstance(part, str):
                record = getattr(record, part, None)
                value = value.get(part) if isinstance(value, dict) else None
        return tuple(found)


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """What reading one file gave."""

    entry: Entry
    problems: tuple[Diagnostic, ...]
    stamps: tuple[Stamp, ...]
    """Of the file, and of others that it was read with: they tell whether one has changed since."""


class Reader:
    """Reads the files of one folder, and when asked once more only those that have changed."""

    def __init__(self, *, remembers: bool = True) -> None:
        """Without memory everything is read anew each time, in less room."""
        self.spool = Spool()
        self._remembers = remembers
        self._seen: dict[str, Seen] = {}
        self._began = 0
        self._there: frozenset[str] = frozenset()

    def read(self, folder: FilePath, shown: str, there: Sequence[str]) -> tuple[Seen, ...]:
        """What is in the files of the folder, in their order.

        `there` are their paths from it, a practice before its translations; `shown` is the
        folder's own path in reports. Files that are none of ours are passed over.
        """
        self._there = frozenset(there)
        self._began = time.time_ns()
        found: dict[str, Seen] = {}
        practice: Seen | None = None
        original: Original | None = None
        for inside in there:
            kind = kind_of(inside)
            if kind is None:
                continue
            if kind != "translations":
                seen = self._record(kind, inside, folder, shown)
                if kind == "practices":
                    practice, original = seen, _original(seen.entry)
            elif practice is not None and inside.startswith(f"{practice.entry.id}/"):
                seen = self._translation(practice, original, inside, folder, shown)
            else:
                continue
            found[inside] = seen
        self._seen = found if self._remembers else {}
        return tuple(found.values())

    @property
    def memory(self) -> dict[str, Seen]:
        """What the files held when they were read last, by their paths from the folder: as far as another
        process can take it up. Those that had faults, or had just been changed, it must read anew."""
        return {
            inside: seen
            for inside, seen in self._seen.items()
            if not seen.problems and all(is_settled(held, self._began) for held in seen.stamps)
        }

    def remember(self, seen: Mapping[str, Seen]) -> None:
        """Take up what another reader of the folder had in its memory, or a part of it."""
        self._seen |= {
            inside: dataclasses.replace(one, entry=self._spooled(one.entry))
            for inside, one in seen.items()
        }

    def _spooled(self, entry: Entry) -> Entry:
        """The entry with its texts where those of this reader are."""
        texts, translation = entry.texts, entry.translation
        if texts is not None:
            return dataclasses.replace(entry, texts=self.spool.keep(texts))
        if translation is not None:
            kept = self.spool.keep(translation.texts)
            return dataclasses.replace(
                entry, translation=dataclasses.replace(translation, texts=kept)
            )
        return entry

    def _record(self, kind: str, inside: str, folder: FilePath, shown: str) -> Seen:
        path = f"{folder}/{inside}"
        stamps = (stamp(path),) if self._remembers else ()
        before = self._seen.get(inside)
        if before is not None and before.stamps == stamps:
            return before
        model, what = _MODELS[kind]
        document = _read(path, f"{shown}/{inside}")
        record, found = parse(document, model, what=what)
        if record is not None:
            lighten(record)
        sound = record is not None and not found and not document.problems
        entry = Entry(
            kind=kind,
            id=inside.split("/")[0] if kind in _OWN_FOLDER else inside.split("/")[-1][:-4],
            path=path,
            file=document.file,
            record=record,
            sound=sound,
            texts=self.spool.keep(texts(record))
            if sound and isinstance(record, Practice)
            else None,
            suspect=_is_suspect(document),
        )
        return Seen(entry=entry, problems=(*document.problems, *found), stamps=stamps)

    def _translation(
        self,
        practice: Seen,
        original: Original | None,
        inside: str,
        folder: FilePath,
        shown: str,
    ) -> Seen:
        path = f"{folder}/{inside}"
        lock = f"{path[:-4]}.lock.json"
        stamps = (stamp(path), stamp(lock), *practice.stamps) if self._remembers else ()
        before = self._seen.get(inside)
        if before is not None and before.stamps == stamps:
            return before
        data, file = _bytes(path), f"{shown}/{inside}"
        locked = _bytes(lock) if f"{inside[:-4]}.lock.json" in self._there else None
        problems: tuple[Diagnostic, ...] = ()
        translation, suspect = self._quickly(data, file, practice.entry.id, original, locked)
        if translation is None:
            document = _read(path, file)
            suspect = _is_suspect(document)
            translation, found = parse_translation(
                document, practice.entry.id, original, locked, self.spool.keep
            )
            problems = (*document.problems, *found)
        entry = Entry(
            kind="translations",
            id=f"{practice.entry.id}/{inside.split('/')[-1][:-4]}",
            path=path,
            file=file,
            record=translation.head if translation else None,
            sound=translation is not None and not problems,
            translation=translation,
            suspect=suspect,
        )
        return Seen(entry=entry, problems=problems, stamps=stamps)

    def _quickly(
        self,
        data: bytes,
        file: str,
        practice_id: str,
        original: Original | None,
        lock: bytes | None,
    ) -> tuple[Translation | None, bool]:
        """The translation if nothing is wrong with it, and its file is plain; and whether its texts
        are suspect."""
        if original is None:
            return None, False
        manuscript, problems = decode(data, file=file)
        found = None if problems else read_texts(manuscript.text)
        if found is None:
            return None, False
        suspect = is_suspect("\n".join(filter(None, found.values())))
        return quick_translation(found, practice_id, original, lock, self.spool.keep), suspect


def kind_of(inside: str) -> str | None:
    """What a file holds, by its path from the practices folder; None when it is none of ours."""
    match inside.split("/"):
        case [folder, "practice.yml"] if not folder.startswith("_"):
            return "practices"
        case [folder, "withdrawn.yml"] if not folder.startswith("_"):
            return "withdrawn"
        case [folder, name] if folder[1:] in RECORDS and folder[0] == "_" and name[-4:] == ".yml":
            return folder[1:]
        case [folder, "t", name] if not folder.startswith("_") and name.endswith(".yml"):
            return "translations"
    return None


def _original(entry: Entry) -> Original | None:
    """What the translations of a sound practice are read with."""
    sound = entry.sound and isinstance(entry.record, Practice)
    return Original(entry.record, entry.texts or {}) if sound else None  # type: ignore[arg-type]


def _is_suspect(document: Document) -> bool:
    return is_suspect("\n".join(text for _, text in document.texts))


def _read(path: str, file: str) -> Document:
    return read(_bytes(path), file=file, n_bytes=os.stat(path).st_size)


def _bytes(path: str) -> bytes:
    """What is in a file; of one that is too large, only so much that this can be told."""
    with open(path, "rb", buffering=0) as file:
        return file.read(MAX_BYTES + 1)


@functools.lru_cache(maxsize=64)
def _document(path: str, file: str, current: Stamp) -> Document:
    """The file as it is now: `serve` asks again after it has changed."""
    return _read(path, file)


def _position(items: list[Any], wanted: object, otherwise: int) -> int:
    """Where the item of that id, or of that value, stands in a list of the file."""
    for position, item in enumerate(items):
        if item == wanted or (isinstance(item, dict) and item.get("id") == wanted):
            return position
    return otherwise
