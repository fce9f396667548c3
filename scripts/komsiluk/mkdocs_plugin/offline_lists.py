"""A built site to the lists by which browsers keep it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from zlib import crc32

from komsiluk.cache.kept_files import KeptFiles
from komsiluk.exports.offline import Kept, digits, is_kept, lists
from komsiluk.mkdocs_plugin.site import Site


def write_lists(site: Site, folder: str) -> None:
    """Write the lists of the files below a folder, which is to be whole by now."""
    os.makedirs(f"{folder}/offline", exist_ok=True)
    for path, data in lists(_files(folder, site.kept), site.languages.tags):
        with open(f"{folder}/{path}", "wb") as file:
            file.write(data)


def _files(folder: str, kept: KeptFiles) -> Iterator[Kept]:
    """The files that a browser keeps; what was made here is known, the others are read into the same
    memory, as far as it has room.

    What is hidden directly in the folder, such as `.git`, is no part of the site: MkDocs leaves it there.
    """
    buffer = bytearray(_ROOM)
    waiting = [""]
    while waiting:
        below = waiting.pop()
        with os.scandir(f"{folder}/{below}") as entries:
            for entry in entries:
                path = f"{below}{entry.name}"
                if path.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{path}/")
                elif is_kept(path):
                    status = entry.stat()
                    checksum = kept.checksum(path, status)
                    if checksum is None:
                        checksum = _read(entry.path, buffer)
                        kept.note_checksum(path, checksum)
                    yield Kept(path=path, size=status.st_size, digest=digits(checksum))


def _read(name: str, buffer: bytearray) -> int:
    """The checksum of a file."""
    with open(name, "rb", buffering=0) as file:
        size = file.readinto(buffer)
        if size < len(buffer):
            return crc32(memoryview(buffer)[:size])
        return crc32(bytes(buffer) + file.read())


_ROOM = 1 << 20
"""Bytes; a page has a tenth of that."""
