"""A JPEG file to its size and what it holds beside the picture (ITU-T T.81, JFIF, EXIF)."""

from __future__ import annotations

import os
import struct
from typing import BinaryIO

from komsiluk.photographs import exif
from komsiluk.photographs.photograph import Header

_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN, _END, _COMMENT = 0xDA, 0xD9, 0xFE
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
_MOST_SEGMENTS = 1024


def read(opened: BinaryIO, n_bytes: int) -> Header | None:
    """The header; None when the file ends, or stops being one, before it says its size."""
    opened.seek(2)
    size: tuple[int, int] | None = None
    orientation, extras = 1, set[str]()
    for _ in range(_MOST_SEGMENTS):
        marker = _marker(opened)
        if marker in (None, _SCAN, _END):
            break
        if marker in _BARE:
            continue
        start = opened.read(2)
        length = int.from_bytes(start) - 2
        if len(start) < 2 or length < 0:
            break
        if marker in _SIZES:
            held = opened.read(length)
            if len(held) >= 5:
                height, width = struct.unpack(">HH", held[1:5])
                size = size or (width, height)
        elif 0xE0 <= marker <= 0xEF:
            held = opened.read(length)
            turned, found = _application(marker, held)
            orientation = turned or orientation
            extras |= found
        else:
            if marker == _COMMENT:
                extras.add("text")
            opened.seek(length, os.SEEK_CUR)
    if size is None:
        return None
    if _ends_elsewhere(opened, n_bytes):
        extras.add("trailer")
    return Header(*size, orientation, extras)


def _marker(opened: BinaryIO) -> int | None:
    """The next marker; None where there is none."""
    if opened.read(1) != b"\xff":
        return None
    held = b"\xff"
    while held == b"\xff":
        held = opened.read(1)
    return held[0] if held else None


def _application(marker: int, held: bytes) -> tuple[int, set[str]]:
    """The orientation, or 0, and the names of what a segment for applications holds."""
    if marker == 0xE1 and held.startswith(b"Exif\0"):
        return exif.read(held[6:])
    name = next((name for start, name in _STARTS if held.startswith(start)), "other")
    if name == "jfif":
        return 0, {"thumbnail"} if held[12:14] not in (b"\0\0", b"") else set()
    return 0, {name} - {""}


_STARTS = (
    (b"JFIF\0", "jfif"),
    (b"JFXX\0", "thumbnail"),
    (b"http://ns.adobe.com/", "history"),
    (b"Photoshop 3.0\0", "caption"),
    (b"ICC_PROFILE\0", "profile"),
    (b"MPF\0", "frames"),
    (b"Adobe\0", ""),
    (b"Adobe", ""),
)
"""How the segments begin that applications write; the last ones tell how colours are stored."""


def _ends_elsewhere(opened: BinaryIO, n_bytes: int) -> bool:
    """Whether the file goes on after the end of its picture, or ends before it."""
    opened.seek(max(0, n_bytes - 2))
    return opened.read(2) != bytes((0xFF, _END))
