"""A PNG file to its size and the names of its data beside the picture (W3C PNG, third edition)."""

from __future__ import annotations

import os
import struct
from typing import BinaryIO

from komsiluk.photographs import exif
from komsiluk.photographs.photograph import Header

_SIGNATURE = 8
_MOST_CHUNKS = 65536
_MOST_READ = 65536
_HARMLESS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT pHYs bKGD hIST cICP mDCV cLLI".split()
)
_CHUNKS = {
    b"tIME": "time",
    b"iCCP": "profile",
    b"acTL": "frames",
    b"fcTL": "frames",
    b"fdAT": "frames",
}
_TEXTS = frozenset({b"tEXt", b"zTXt", b"iTXt"})
_KEYWORDS = {
    "XML:com.adobe.xmp": "history",
    "Raw profile type xmp": "history",
    "Raw profile type exif": "camera",
    "Raw profile type APP1": "camera",
    "Raw profile type iptc": "caption",
    "Author": "person",
    "Artist": "person",
    "Copyright": "person",
    "Creation Time": "time",
}


def read(stream: BinaryIO, n_bytes: int) -> Header | None:
    """The header; None when the file does not begin with one.

    `stream` is the open file, and `n_bytes` its size.
    """
    stream.seek(_SIGNATURE)
    size: tuple[int, int] | None = None
    orientation, extras = 1, set[str]()
    for _ in range(_MOST_CHUNKS):
        start = stream.read(8)
        if len(start) < 8:
            break
        length, kind = int.from_bytes(start[:4]), start[4:]
        after = stream.tell() + length + 4
        if kind == b"IHDR" and size is None:
            sides = stream.read(8)
            size = struct.unpack(">II", sides) if len(sides) == 8 else None
        elif kind == b"eXIf":
            orientation, names = exif.read(stream.read(min(length, _MOST_READ)))
            extras |= names
        elif kind in _TEXTS:
            keyword = stream.read(min(length, 80)).partition(b"\0")[0].decode("latin-1")
            extras.add(_KEYWORDS.get(keyword, "text"))
        elif kind not in _HARMLESS:
            extras.add(_CHUNKS.get(kind, "other"))
        if kind == b"IEND":
            if after < n_bytes:
                extras.add("trailer")
            break
        stream.seek(after, os.SEEK_SET)
    return Header(*size, orientation, extras) if size else None
