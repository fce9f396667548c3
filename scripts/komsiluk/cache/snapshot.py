"""What was read of a folder to one file, from which the next build takes up what has not changed.

The file is chunks, each the pickle of what a few dozen folders held, and at its end a table of them. An
edit writes one chunk anew and copies the others as they are. Table and chunks have checksums: what is
cut or damaged counts as not read. Nothing is taken up but from the same program, Python and libraries,
as the key says; like everything in the cache's folder it is trusted as the program itself is.
"""

from __future__ import annotations

import marshal
import os
import pickle
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO

from komsiluk.cache.store import vouch, write
from komsiluk.source.reader import Seen
from komsiluk.source.stamps import Stamp

_END = struct.Struct("<16s16sQQ")
"""Mark, key, length of the table and its checksum."""
_MARK = b"komsiluk-read-1\n"
_IN_A_CHUNK = 64
"""Folders of practices; about two megabytes, and 10 ms to write."""

_Versions = Mapping[str, tuple[Stamp, ...]]
_Table = tuple[tuple[int, int], ...]
"""Length and checksum of each chunk."""


class Snapshot:
    """Such a file."""

    notes: Mapping[str, bytes]
    """What else was to be remembered, by name."""

    def __init__(self, file: Path, key: bytes, *, empty: bool = False) -> None:
        """The `key` has 16 bytes. What the file holds counts for nothing if it is to be `empty`, or is
        damaged, or has another key."""
        self.file, self.key = file, key
        self._versions: list[_Versions] = []
        """The stamps of what each chunk held that has been read."""
        self._table, self.notes = ((), {}) if empty else self._opened()

    def chunks(self) -> Iterator[Mapping[str, Seen]]:
        """What was read, by path from the folder: a chunk at a time, because it may be large."""
        self._versions = []
        for number in range(len(self._table)):
            data = self._raw(number)
            is_sound = zlib.crc32(data) == self._table[number][1]
            part: Mapping[str, Seen] = pickle.loads(data) if is_sound else {}
            self._versions.append(_versions(part))
            yield part

    def save(self, seen: Mapping[str, Seen], notes: Mapping[str, bytes]) -> None:
        """Leave this to the next build; a file that cannot be written is left out.

        Chunks of which nothing has changed are not pickled again. The file is whole or not there: of
        two builds at once, one leaves its own.
        """
        parts = _parted(seen, self._n_chunks(seen))
        versions = list(map(_versions, parts))
        with suppress(OSError):
            if versions == self._versions and notes == self.notes:
                vouch(str(self.file))
            else:
                parts_written = self._written(parts, versions, notes)
                write(str(self.file.parent), self.file.name, parts_written)

    def _n_chunks(self, seen: Iterable[str]) -> int:
        """As many as before, unless the collection has grown out of them, or shrunk."""
        wanted = len({inside.partition("/")[0] for inside in seen}) // _IN_A_CHUNK + 1
        before = len(self._table)
        return before if before <= wanted * 2 and wanted <= before * 2 else wanted

    def _written(
        self,
        parts: Iterable[Mapping[str, Seen]],
        versions: list[_Versions],
        notes: Mapping[str, bytes],
    ) -> Iterator[bytes]:
        table: list[tuple[int, int]] = []
        are_alike = len(versions) == len(self._versions)
        for number, part in enumerate(parts):
            is_same = are_alike and versions[number] == self._versions[number]
            chunk = self._raw(number) if is_same else b""
            if chunk:
                table.append(self._table[number])
            else:
                chunk = pickle.dumps(part, protocol=5)
                table.append((len(chunk), zlib.crc32(chunk)))
            yield chunk
        last = marshal.dumps((tuple(table), dict(notes)))
        yield last
        yield _END.pack(_MARK, self.key, len(last), zlib.crc32(last))

    def _opened(self) -> tuple[_Table, dict[str, bytes]]:
        """Table and notes."""
        try:
            with self.file.open("rb") as file:
                end = file.seek(0, os.SEEK_END) - _END.size
                file.seek(max(end, 0))
                mark, key, length, checksum = _END.unpack(file.read())
                if mark == _MARK and key == self.key and length <= end:
                    file.seek(end - length)
                    if last := _sound(file, length, checksum):
                        table, notes = marshal.loads(last)
                        return table, notes
        except (OSError, struct.error):
            pass
        return (), {}

    def _raw(self, number: int) -> bytes:
        """A chunk as it is in the file, where another build may have written another one by now; nothing
        if it is not there."""
        try:
            with self.file.open("rb") as file:
                file.seek(sum(length for length, _ in self._table[:number]))
                chunk = file.read(self._table[number][0])
        except OSError:
            return b""
        return chunk if len(chunk) == self._table[number][0] else b""


def _sound(file: IO[bytes], length: int, checksum: int) -> bytes:
    """The next bytes of a file; none if they are not what they were."""
    data = file.read(length)
    return data if len(data) == length and zlib.crc32(data) == checksum else b""


def _parted(seen: Mapping[str, Seen], n_chunks: int) -> list[dict[str, Seen]]:
    """What was read by chunks: a folder stays in its own, whatever comes and goes beside it."""
    parts: list[dict[str, Seen]] = [{} for _ in range(n_chunks)]
    for inside, one in seen.items():
        parts[zlib.crc32(inside.partition("/")[0].encode()) % n_chunks][inside] = one
    return parts


def _versions(part: Mapping[str, Seen]) -> _Versions:
    return {inside: one.stamps for inside, one in part.items()}
