"""A PNG file to its size and what it holds beside the picture (W3C PNG, third edition)."""

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
_HELD = {
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


def read(opened: BinaryIO, n_bytes: int) -> Header | None:
    """The header; None when the file does not begin with it."""
    opened.seek(_SIGNATURE)
    size: tuple[int, int] | None = None
    orientation, extras = 1, set[str]()
    for _ in range(_MOST_CHUNKS):
        start = opened.read(8)
        if len(start) < 8:
            break
        length, kind = int.from_bytes(start[:4]), start[4:]
        after = opened.tell() + length + 4
        if kind == b"IHDR" and size is None:
            held = opened.read(8)
            size = struct.unpack(">II", held) if len(held) == 8 else None
        elif kind == b"eXIf":
            orientation, found = exif.read(opened.read(min(length, _MOST_READ)))
            extras |= found
        elif kind in _TEXTS:
            keyword = opened.read(min(length, 80)).partition(b"\0")[0].decode("latin-1")
            extras.add(_KEYWORDS.get(keyword, "text"))
        elif kind not in _HARMLESS:
            extras.add(_HELD.get(kind, "other"))
        if kind == b"IEND":
            if after < n_bytes:
                extras.add("trailer")
            break
        opened.seek(after, os.SEEK_SET)
    return Header(*size, orientation, extras) if size else None
