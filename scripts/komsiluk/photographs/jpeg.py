"""A JPEG file to its size and the names of its data beside the picture (ITU-T T.81, JFIF, EXIF)."""

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


def read(stream: BinaryIO, n_bytes: int) -> Header | None:
    """The header; None when the file ends or is damaged before it gives its size.

    `stream` is the open file, and `n_bytes` its size.
    """
    stream.seek(2)
    size: tuple[int, int] | None = None
    orientation, extras = 1, set[str]()
    for _ in range(_MOST_SEGMENTS):
        marker = _marker(stream)
        if marker in (None, _SCAN, _END):
            break
        if marker in _BARE:
            continue
        start = stream.read(2)
        length = int.from_bytes(start) - 2
        if len(start) < 2 or length < 0:
            break
        if marker in _SIZES:
            segment = stream.read(length)
            if len(segment) >= 5:
                height, width = struct.unpack(">HH", segment[1:5])
                size = size or (width, height)
        elif 0xE0 <= marker <= 0xEF:
            segment = stream.read(length)
            rotation, names = _application(marker, segment)
            orientation = rotation or orientation
            extras |= names
        else:
            if marker == _COMMENT:
                extras.add("text")
            stream.seek(length, os.SEEK_CUR)
    if size is None:
        return None
    if _ends_elsewhere(stream, n_bytes):
        extras.add("trailer")
    return Header(*size, orientation, extras)


def _marker(stream: BinaryIO) -> int | None:
    """The next marker; None where there is none."""
    if stream.read(1) != b"\xff":
        return None
    byte = b"\xff"
    while byte == b"\xff":
        byte = stream.read(1)
    return byte[0] if byte else None


def _application(marker: int, segment: bytes) -> tuple[int, set[str]]:
    """The orientation, or 0, and the names of the data in a segment for applications."""
    if marker == 0xE1 and segment.startswith(b"Exif\0"):
        return exif.read(segment[6:])
    name = next((name for start, name in _STARTS if segment.startswith(start)), "other")
    if name == "jfif":
        return 0, {"thumbnail"} if segment[12:14] not in (b"\0\0", b"") else set()
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
"""The first bytes of segments that applications write. The last two tell how colours are stored."""


def _ends_elsewhere(stream: BinaryIO, n_bytes: int) -> bool:
    """Whether the file goes on after the end of its picture, or ends before it."""
    stream.seek(max(0, n_bytes - 2))
    return stream.read(2) != bytes((0xFF, _END))
