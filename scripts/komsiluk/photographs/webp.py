"""A WebP file to its size and what it holds beside the picture (RFC 9649)."""

from __future__ import annotations

import os
from typing import BinaryIO

from komsiluk.photographs import exif
from komsiluk.photographs.photograph import Header

_FIRST_CHUNK = 12
_MOST_CHUNKS = 65536
_MOST_READ = 65536
_HELD = {b"XMP ": "history", b"ICCP": "profile", b"ANIM": "frames", b"ANMF": "frames", b"ALPH": ""}


def read(opened: BinaryIO, n_bytes: int) -> Header | None:
    """The header; None when no chunk tells a size. Of several sizes the largest counts."""
    opened.seek(4)
    end = int.from_bytes(opened.read(4), "little") + 8
    opened.seek(_FIRST_CHUNK)
    width = height = 0
    orientation, extras = 1, set[str]()
    for _ in range(_MOST_CHUNKS):
        start = opened.read(8)
        if len(start) < 8 or opened.tell() > end:
            break
        kind, length = start[:4], int.from_bytes(start[4:], "little")
        after = opened.tell() + length + length % 2
        if kind in _SIZES:
            held = opened.read(10)
            found = _SIZES[kind](held) if len(held) == 10 else (0, 0)
            width, height = max(width, found[0]), max(height, found[1])
        elif kind == b"EXIF":
            data = opened.read(min(length, _MOST_READ)).removeprefix(b"Exif\0\0")
            orientation, told = exif.read(data)
            extras |= told
        else:
            extras.add(_HELD.get(kind, "other"))
        opened.seek(after, os.SEEK_SET)
    if end + end % 2 < n_bytes:
        extras.add("trailer")
    return Header(width, height, orientation, extras - {""}) if width and height else None


def _extended(held: bytes) -> tuple[int, int]:
    return int.from_bytes(held[4:7], "little") + 1, int.from_bytes(held[7:10], "little") + 1


def _lossless(held: bytes) -> tuple[int, int]:
    packed = int.from_bytes(held[1:5], "little")
    return (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1


def _lossy(held: bytes) -> tuple[int, int]:
    return (
        int.from_bytes(held[6:8], "little") & 0x3FFF,
        int.from_bytes(held[8:10], "little") & 0x3FFF,
    )


_SIZES = {b"VP8X": _extended, b"VP8L": _lossless, b"VP8 ": _lossy}
"""How each kind of chunk that tells a size writes it, in its first ten bytes."""
