"""Files to stamps: what the system tells of a file without opening it, by which changes are noticed."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Iterator, Mapping

Stamp = tuple[int, ...]
"""Time of change, size, number, and time of the last change of any of these (in nanoseconds and bytes);
empty for a file that is not there. No tool can set the last of them, so a file that was changed has
another stamp."""

_TICK = 100_000_000
"""Nanoseconds within which two changes of a file may bear the same time: ten ticks of a slow clock."""
_SECOND = 1_000_000_000


def stamp(path: str) -> Stamp:
    """The stamp of a file."""
    try:
        return of_status(os.stat(path))
    except FileNotFoundError:
        return ()


def of_status(status: os.stat_result) -> Stamp:
    """The stamp of a file from the system's answer about it."""
    return (status.st_mtime_ns, status.st_size, status.st_ino, status.st_ctime_ns)


def is_settled(file_stamp: Stamp, now: int) -> bool:
    """Whether a file that is changed from `now` on (nanoseconds since 1970) gets another stamp.

    A file that was changed a moment ago may be changed again without another time on it. File systems
    that know no more than (even) seconds write times without a fraction.

    >>> is_settled((100_000_001, 8, 1, 100_000_001), 150_000_000)
    False
    >>> is_settled((100_000_001, 8, 1, 100_000_001), 250_000_000)
    True
    """
    if not file_stamp:
        return True
    latest = max(file_stamp[0], file_stamp[3])
    return latest + (_TICK if latest % _SECOND else 2 * _SECOND + _TICK) < now


def of_folders(folder: str, files: Iterable[str]) -> Mapping[str, bytes]:
    """The `files` (paths from `folder`) to a digest of the stamps of each folder directly below it.

    The files that stand in none share the name `""`. What is not settled gets a digest that it never
    gets again.
    """
    now = time.time_ns()
    return {name: _digest(folder, paths, now) for name, paths in _by_folder(files)}


def _by_folder(files: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    by_folder: dict[str, list[str]] = {}
    for inside in files:
        by_folder.setdefault(inside[: max(inside.find("/"), 0)], []).append(inside)
    yield from by_folder.items()


def _digest(folder: str, files: Iterable[str], now: int) -> bytes:
    stamps = [(inside, stamp(f"{folder}/{inside}")) for inside in files]
    if all(is_settled(file_stamp, now) for _, file_stamp in stamps):
        return hashlib.blake2b(repr(stamps).encode(), digest_size=16).digest()
    return os.urandom(16)
