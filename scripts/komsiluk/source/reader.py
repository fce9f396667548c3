"""The files of a practices folder to entries, and once more only those that have changed."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from komsiluk.diagnostics import Diagnostic, has_errors
from komsiluk.model.practice import Practice
from komsiluk.model.walk import lighten, texts
from komsiluk.source.document import read
from komsiluk.source.entries import Entry
from komsiluk.source.file_bytes import read_bytes
from komsiluk.source.kept_texts import PLAIN_FILES, kept_packed, kept_plain
from komsiluk.source.kinds import KINDS, OWN_FOLDER, kind_of
from komsiluk.source.record import parse
from komsiluk.source.stamps import Stamp, is_settled, stamp
from komsiluk.source.translation import Keep, Original
from komsiluk.source.translation_file import read_translation
from komsiluk.text.prefilter import is_suspect


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """The result of reading one file."""

    entry: Entry
    problems: tuple[Diagnostic, ...]
    stamps: tuple[Stamp, ...]
    """The stamps of the file and of those that it was read with: they show whether one has changed since."""


class Reader:
    """Reads the files of one folder. When it reads them again, it reads only those that have changed."""

    def __init__(self, *, remembers: bool = True) -> None:
        """Without memory it reads everything anew each time, and needs less room."""
        self._keep: Keep = kept_plain
        self._remembers = remembers
        self._seen: dict[str, Seen] = {}
        self._began = 0

    @property
    def memory(self) -> dict[str, Seen]:
        """The results of the last reading that another process can take up, by paths from the folder.

        Files that had faults, or had just been changed, are left out: it must read them anew."""
        return {
            inside: seen
            for inside, seen in self._seen.items()
            if not seen.problems and all(is_settled(each, self._began) for each in seen.stamps)
        }

    def remember(self, seen: Mapping[str, Seen]) -> None:
        """Take up what another reader of the folder had in its memory, or a part of it."""
        self._seen |= seen

    def read(self, folder: Path, shown: str, paths: Sequence[str]) -> tuple[Seen, ...]:
        """What is in the files of the folder, in their order.

        `paths` are the files' paths from it, a practice before its translations; `shown` is the
        folder's own path in reports. Files of no kind (`kind_of`) are passed over.
        """
        self._keep = kept_plain if len(paths) <= PLAIN_FILES else kept_packed
        self._began = time.time_ns()
        locks = frozenset(inside for inside in paths if inside.endswith(".lock.json"))
        files: dict[str, Seen] = {}
        practice: Seen | None = None
        original: Original | None = None
        for inside in paths:
            kind = kind_of(inside)
            if kind is None:
                continue
            path, file = f"{folder}/{inside}", f"{shown}/{inside}"
            if kind != "translations":
                seen = self._record(kind, inside, path, file)
                if kind == "practices":
                    practice, original = seen, _original(seen.entry)
            elif practice is not None and inside.startswith(f"{practice.entry.id}/"):
                lock = f"{path[:-4]}.lock.json" if f"{inside[:-4]}.lock.json" in locks else None
                seen = self._translation(practice, original, inside, path, file, lock)
            else:
                continue
            files[inside] = seen
        self._seen = files if self._remembers else {}
        return tuple(files.values())

    def _record(self, kind: str, inside: str, path: str, file: str) -> Seen:
        now = (stamp(path),) if self._remembers else ()
        before = self._seen.get(inside)
        if before is not None and before.stamps == now:
            return before
        name = inside.split("/")[0] if kind in OWN_FOLDER else inside.split("/")[-1][:-4]
        return _read_record(kind, name, path, file, now)

    def _translation(
        self,
        practice: Seen,
        original: Original | None,
        inside: str,
        path: str,
        file: str,
        lock: str | None,
    ) -> Seen:
        """A translation, read with its practice and the lock that may lie beside it."""
        now: tuple[Stamp, ...] = ()
        if self._remembers:
            now = (stamp(path), stamp(f"{path[:-4]}.lock.json"), *practice.stamps)
            before = self._seen.get(inside)
            if before is not None and before.stamps == now:
                return before
        file_bytes, locked = read_bytes(path), read_bytes(lock).data if lock else None
        entry, problems = read_translation(
            file_bytes, file, practice.entry.id, original, locked, self._keep
        )
        return Seen(entry=entry, problems=problems, stamps=now)


def _read_record(kind: str, name: str, path: str, file: str, now: tuple[Stamp, ...]) -> Seen:
    data, n_bytes = read_bytes(path)
    document = read(data, file=file, n_bytes=n_bytes)
    model, draft, what = KINDS[kind]
    parsed = parse(document, model, draft, what=what)
    if parsed.draft is not None:
        lighten(parsed.draft)
    record = None if has_errors(document.problems) else parsed.record
    entry = Entry(
        kind=kind,
        id=name,
        file=file,
        data=data,
        record=record,
        draft=parsed.draft,
        texts=kept_plain(texts(record)) if isinstance(record, Practice) else None,
        suspect=is_suspect("\n".join(text for _, text in document.texts)),
    )
    return Seen(entry=entry, problems=(*document.problems, *parsed.problems), stamps=now)


def _original(entry: Entry) -> Original | None:
    """What the translations of a sound practice are read with."""
    if not isinstance(entry.record, Practice):
        return None
    return Original(entry.record, dict(entry.texts.items()) if entry.texts else {})
