"""A WebP file to its size and the names of its data beside the picture (RFC 9649)."""

from __future__ import annotations

import os
from typing import BinaryIO

from komsiluk.photographs import exif
from komsiluk.photographs.photograph import Header

_FIRST_CHUNK = 12
_MOST_CHUNKS = 65536
_MOST_READ = 65536
_CHUNKS = {
    b"XMP ": "history",
    b"ICCP": "profile",
    b"ANIM": "frames",
    b"ANMF": "frames",
    b"ALPH": "",
}


def read(stream: BinaryIO, n_bytes: int) -> Header | None:
    """The header; None when no chunk has a size. Of several sizes the largest counts.

    `stream` is the open file, and `n_bytes` its size.
    """
    stream.seek(4)
    end = int.from_bytes(stream.read(4), "little") + 8
    stream.seek(_FIRST_CHUNK)
    width = height = 0
    orientation, extras = 1, set[str]()
    for _ in range(_MOST_CHUNKS):
        start = stream.read(8)
        if len(start) < 8 or stream.tell() > end:
            break
        kind, length = start[:4], int.from_bytes(start[4:], "little")
        after = stream.tell() + length + length % 2
        if kind in _SIZES:
            beginning = stream.read(10)
            sides = _SIZES[kind](beginning) if len(beginning) == 10 else (0, 0)
            width, height = max(width, sides[0]), max(height, sides[1])
        elif kind == b"EXIF":
            data = stream.read(min(length, _MOST_READ)).removeprefix(b"Exif\0\0")
            orientation, names = exif.read(data)
            extras |= names
        else:
            extras.add(_CHUNKS.get(kind, "other"))
        stream.seek(after, os.SEEK_SET)
    if end + end % 2 < n_bytes:
        extras.add("trailer")
    return Header(width, height, orientation, extras - {""}) if width and height else None


def _extended(chunk: bytes) -> tuple[int, int]:
    return int.from_bytes(chunk[4:7], "little") + 1, int.from_bytes(chunk[7:10], "little") + 1


def _lossless(chunk: bytes) -> tuple[int, int]:
    bits = int.from_bytes(chunk[1:5], "little")
    return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1


def _lossy(chunk: bytes) -> tuple[int, int]:
    return (
        int.from_bytes(chunk[6:8], "little") & 0x3FFF,
        int.from_bytes(chunk[8:10], "little") & 0x3FFF,
    )


_SIZES = {b"VP8X": _extended, b"VP8L": _lossless, b"VP8 ": _lossy}
"""The readers of the chunks that have a size: their first ten bytes to width and height."""
