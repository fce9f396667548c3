"""The program itself, and all that is installed beside it, to a digest: what it made once, another may not make."""

from __future__ import annotations

import functools
import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_LEFT_OUT = frozenset({"__pycache__", "node_modules", "overrides"})
"""Folders that are no part of the program: what pages are made of tells of itself."""
_INSTALLED = (".dist-info", ".egg-info")


@functools.cache
def program_digest() -> bytes:
    """16 bytes; another for each version of our code and data, of Python, and of what is installed.

    In a checkout the version stays while the code changes, so the files are read: three hundred, in
    20 ms. It is worked out once: a process does not change.
    """
    digest = hashlib.blake2b(repr((sys.version, sys.platform)).encode(), digest_size=16)
    for installed in sorted(_installed()):
        digest.update(installed.encode())
    for file in sorted(_files(str(_PACKAGE))):
        digest.update(f"\0{file.removeprefix(str(_PACKAGE))}\0".encode())
        digest.update(Path(file).read_bytes())
    return digest.digest()


def _installed() -> Iterator[str]:
    """The folders in which each installed package tells its name and version."""
    for folder in sys.path:
        if os.path.isdir(folder):
            yield from (name for name in os.listdir(folder) if name.endswith(_INSTALLED))


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in _LEFT_OUT:
                    yield from _files(entry.path)
            else:
                yield entry.path
