"""EXIF data to the orientation of a picture and the names of its other data (CIPA DC-008)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

ORIENTATION, EXIF, POSITION, SMALL_COPY = 0x0112, 0x8769, 0x8825, 0x0201
_MOST_ENTRIES = 512
_SHORT = 3


def read(data: bytes) -> tuple[int, set[str]]:
    """The orientation (1 where there is none) and the names in `EXTRAS` of the other data.

    `data` begins with its byte order. Damaged data counts as far as it can be read.
    """
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if order is None:
        return 1, {"other"} if data else set()
    orientation, extras = 1, set[str]()
    first_entries, next_directory = _entries(data, order, _offset(data, order, 4))
    for tag, kind, value in first_entries:
        if tag == ORIENTATION and kind == _SHORT:
            orientation = value >> 16 if order == ">" else value & 0xFFFF
        elif tag == EXIF:
            entries, _ = _entries(data, order, value)
            extras |= {_EXIF.get(number, "camera") for number, _, _ in entries}
        elif tag == POSITION:
            entries, _ = _entries(data, order, value)
            extras |= {"position" for number, _, _ in entries if number}
        else:
            extras.add(_FIRST.get(tag, "other"))
    second_entries, _ = _entries(data, order, next_directory)
    extras |= {"thumbnail" for tag, _, _ in second_entries if tag == SMALL_COPY}
    extras.discard("")
    return orientation if 1 <= orientation <= 8 else 1, extras


def _offset(data: bytes, order: str, at: int) -> int:
    digits = data[at : at + 4]
    return int(struct.unpack(f"{order}I", digits)[0]) if len(digits) == 4 else 0


def _entries(data: bytes, order: str, at: int) -> tuple[list[tuple[int, int, int]], int]:
    """Tag, type and value (or the place of the value) of each entry of a directory, and the place of
    the next directory; no entries for a directory that lies outside the data."""
    if at < 8 or at + 2 > len(data):
        return [], 0
    n_entries = min(int(struct.unpack_from(f"{order}H", data, at)[0]), _MOST_ENTRIES)
    end = at + 2 + 12 * n_entries
    return list(_each(data[at + 2 : end], order)), _offset(data, order, end)


def _each(directory: bytes, order: str) -> Iterator[tuple[int, int, int]]:
    whole = len(directory) // 12 * 12
    for tag, kind, _, value in struct.iter_unpack(f"{order}HHII", directory[:whole]):
        yield tag, kind, value


_FIRST = {
    **dict.fromkeys((0x0100, 0x0101, 0x0102, 0x0103, 0x0106, 0x0115, 0x011A, 0x011B, 0x011C), ""),
    **dict.fromkeys((0x0128, 0x0211, 0x0212, 0x0213), ""),
    **dict.fromkeys((0x010F, 0x0110, 0x0131, 0x013C), "camera"),
    0x0132: "time",
    **dict.fromkeys((0x013B, 0x8298, 0x9C9D), "person"),
    **dict.fromkeys((0x010E, 0x9C9B, 0x9C9C, 0x9C9E, 0x9C9F), "text"),
    0x02BC: "history",
    0x83BB: "caption",
    0x8773: "profile",
}
"""Names of the data by the tags of the first directory; empty for sizes and resolutions."""
_EXIF = {
    **dict.fromkeys((0x9000, 0x9101, 0xA000, 0xA001, 0xA002, 0xA003, 0xA005), ""),
    **dict.fromkeys((0x9003, 0x9004, 0x9010, 0x9011, 0x9012, 0x9290, 0x9291, 0x9292), "time"),
    **dict.fromkeys((0xA430, 0xA436), "person"),
    0x9286: "text",
}
"""Names of the data by the tags of the EXIF directory; all other tags are about the camera."""
