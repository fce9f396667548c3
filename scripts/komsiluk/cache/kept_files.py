"""The files that a build has left in a folder, to those of them that the next one need not make again.

Of each file that is made here a list tells its key (of what it was made), its stamp and a checksum. A
file of the list stays where it is if its key is still the same, and its stamp shows that nobody has
touched it; all others are removed or made again. So a build that was killed, a file that somebody has
edited and a list that is damaged or older than the folder cost time and nothing else.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import shutil
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from komsiluk.cache.store import write
from komsiluk.source.stamps import Stamp, of_status, stamp


class _File(NamedTuple):
    """A file of the folder."""

    key: bytes
    stamp: Stamp
    checksum: int
    """CRC-32; -1 while nobody has asked."""


class _Group(NamedTuple):
    """Files that are made together, or all of them found."""

    key: bytes
    content: bytes
    """A digest of what was to be said in them; two keys may lead to the same."""
    parts: Mapping[str, bytes]
    """What else their maker remembers, by name."""
    paths: tuple[str, ...]


_MARK = repr((_File._fields, _Group._fields))
"""Begins the list: one that was written in another shape is not read."""


class KeptFiles:
    """A folder in which files are made, and what is known of those that are there."""

    def __init__(self, folder: str, store: Path | None = None, *, empty: bool = False) -> None:
        """The list is kept in the folder `store`; without one nothing is found, and nothing left to the
        next build. If the list is to be `empty`, nothing is found, but what is made now is left."""
        self.folder = folder
        self._store = store
        self._name = f"site-{hashlib.blake2b(folder.encode(), digest_size=8).hexdigest()}"
        self._before: dict[str, _File] = {}
        self._groups_before: dict[str, _Group] = {}
        self._files: dict[str, _File] = {}
        self._groups: dict[str, _Group] = {}
        self._folders: set[str] = set()
        if store is not None and not empty:
            self._before, self._groups_before = _read(store / self._name)

    @property
    def remembers(self) -> bool:
        """Whether keys are of any use."""
        return self._store is not None

    def clean(self) -> None:
        """Remove everything from the folder but the files of the list that nobody has touched, and what
        is hidden directly in it, such as `.git`."""
        with suppress(FileNotFoundError):
            self._clean(f"{self.folder}/", "")

    def _clean(self, folder: str, inside: str) -> bool:
        """Clean a folder below; whether anything is left in it."""
        is_used = False
        with os.scandir(folder) as entries:
            for entry in entries:
                path = inside + entry.name
                if not inside and entry.name.startswith("."):
                    is_used = True
                elif entry.is_dir(follow_symlinks=False):
                    if self._clean(f"{folder}{entry.name}/", f"{path}/"):
                        is_used = True
                    else:
                        os.rmdir(entry.path)
                elif self._is_untouched(path, entry.stat(follow_symlinks=False)):
                    is_used = True
                else:
                    os.unlink(entry.path)
        return is_used

    def _is_untouched(self, path: str, status: os.stat_result) -> bool:
        file = self._before.get(path)
        return file is not None and file.stamp == of_status(status)

    def has(self, path: str, key: bytes) -> bool:
        """Whether the file is there, made of the same; it then stays."""
        file = self._standing(path, key)
        if file is not None:
            self._files[path] = file
        return file is not None

    def _standing(self, path: str, key: bytes) -> _File | None:
        file = self._before.get(path)
        if file is None or file.key != key or stamp(f"{self.folder}/{path}") != file.stamp:
            return None
        return file

    def has_all(self, name: str, key: bytes, content: bytes = b"") -> bool:
        """Whether the files of a group are there, made of the same, or saying the same; they then stay."""
        group = self._groups_before.get(name)
        if group is None or (group.key != key and (not content or group.content != content)):
            return False
        files = {path: self._standing(path, b"") for path in group.paths}
        if None in files.values():
            return False
        self._files |= files  # type: ignore[arg-type]
        self._groups[name] = group._replace(key=key)
        return True

    def parts(self, name: str) -> Mapping[str, bytes] | None:
        """What the maker of a group remembered; None if there was none of that name."""
        group = self._groups_before.get(name)
        return None if group is None else group.parts

    def write(self, path: str, key: bytes, data: bytes) -> None:
        """Make a file."""
        with open(self._place(path), "wb", buffering=0) as file:
            file.write(data)
            status = os.fstat(file.fileno())
        self._files[path] = _File(key, of_status(status), zlib.crc32(data))

    def write_all(self, name: str, key: bytes, files: Iterable[tuple[str, bytes]]) -> None:
        """Make the files of a group."""
        paths = []
        for path, data in files:
            self.write(path, b"", data)
            paths.append(path)
        self._groups[name] = _Group(key, b"", {}, tuple(paths))

    def note_content(self, name: str, content: bytes, parts: Mapping[str, bytes]) -> None:
        """Remember what was said in a group, and what its maker remembers of that."""
        self._groups[name] = self._groups[name]._replace(content=content, parts=parts)

    def copy(self, path: str, key: bytes, source: str) -> None:
        """Make a file that is the same as another."""
        target = self._place(path)
        shutil.copyfile(source, target)
        self._files[path] = _File(key, stamp(target), -1)

    def _place(self, path: str) -> str:
        """Where a file stands; its folder is there from now on."""
        inside, _, _ = path.rpartition("/")
        if inside not in self._folders:
            folder = f"{self.folder}/{inside}"
            try:
                os.mkdir(folder)
            except FileExistsError:
                pass
            except FileNotFoundError:
                os.makedirs(folder, exist_ok=True)
            self._folders.add(inside)
        target = f"{self.folder}/{path}"
        if path in self._before:
            with suppress(FileNotFoundError):
                os.unlink(target)  # Another name of the same file keeps what it says.
        return target

    def checksum(self, path: str, status: os.stat_result) -> int | None:
        """The CRC-32 of a file as it is now; None if that is not known."""
        file = self._files.get(path)
        if file is None or file.checksum < 0 or file.stamp != of_status(status):
            return None
        return file.checksum

    def note_checksum(self, path: str, checksum: int) -> None:
        """Remember the CRC-32 of a file that was made here, for `checksum`."""
        if file := self._files.get(path):
            self._files[path] = file._replace(checksum=checksum)

    def remove_rest(self) -> None:
        """Remove what was there before and is not wanted any more."""
        for path in self._before.keys() - self._files.keys():
            self._remove(path)

    def leave(self) -> None:
        """Leave the list to the next build."""
        if self._store is not None:
            table = {path: tuple(file) for path, file in self._files.items()}
            groups = {name: tuple(group) for name, group in self._groups.items()}
            data = marshal.dumps((_MARK, table, groups))
            with suppress(OSError):
                write(str(self._store), self._name, (zlib.crc32(data).to_bytes(4, "big"), data))

    def _remove(self, path: str) -> None:
        """Remove a file, unless somebody else has written it meanwhile, and the folders that it leaves
        empty."""
        with suppress(OSError):
            if self._is_untouched(path, os.stat(f"{self.folder}/{path}", follow_symlinks=False)):
                os.unlink(f"{self.folder}/{path}")
                while path := path.rpartition("/")[0]:
                    os.rmdir(f"{self.folder}/{path}")


def _read(file: Path) -> tuple[dict[str, _File], dict[str, _Group]]:
    """The list; an empty one if it is not there, or damaged."""
    try:
        data = file.read_bytes()
    except OSError:
        return {}, {}
    if data[:4] != zlib.crc32(data[4:]).to_bytes(4, "big"):
        return {}, {}
    content: tuple[Any, ...] = marshal.loads(data[4:])
    if content[0] != _MARK:
        return {}, {}
    _, table, groups = content
    return (
        {path: _File(*fields) for path, fields in table.items()},
        {name: _Group(*fields) for name, fields in groups.items()},
    )
