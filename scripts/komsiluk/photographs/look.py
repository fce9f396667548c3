"""A picture file to its kind, size and data beside its pixels; no pixel is unpacked."""

from __future__ import annotations

import io
import os
import re
import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

from komsiluk.photographs import jpeg, png, webp
from komsiluk.photographs.photograph import EXTRAS, Header, Photograph

SIDEWAYS = frozenset({5, 6, 7, 8})
"""The orientations (EXIF 0x0112) in which width and height change places."""


def look(file: str, path: str) -> Photograph:
    """The facts of a picture file. A file that cannot be understood has no kind, or no size.

    A few kilobytes are read, however large the file is. Raises `FileNotFoundError` where there is no
    file.
    """
    status = os.lstat(file)
    if not stat.S_ISREG(status.st_mode):
        return Photograph(path=path, kind="link" if stat.S_ISLNK(status.st_mode) else "", n_bytes=0)
    with Path(file).open("rb") as stream:
        return look_at(stream, path, status.st_size)


def look_at(stream: BinaryIO, path: str, n_bytes: int) -> Photograph:
    """The same for a file that is open."""
    kind = kind_of(stream.read(_BEGINNING))
    stream.seek(0)
    reader = _READERS.get(kind)
    header = reader(stream, n_bytes) if reader else None
    if header is None:
        return Photograph(path=path, kind=kind, n_bytes=n_bytes)
    width, height, orientation, extras = header
    if orientation in SIDEWAYS:
        width, height = height, width
    return Photograph(
        path=path,
        kind=kind,
        n_bytes=n_bytes,
        width=width,
        height=height,
        extras=tuple(name for name in EXTRAS if name in extras),
    )


def look_at_bytes(data: bytes, path: str) -> Photograph:
    """The same for a file that is in memory."""
    return look_at(io.BytesIO(data), path, len(data))


def kind_of(beginning: bytes) -> str:
    """The kind of a file by its first bytes; empty for an unknown kind.

    >>> kind_of(b"\\xff\\xd8\\xff\\xe0"), kind_of(b"<?xml version='1.0'?>\\n<svg/>"), kind_of(b"PK")
    ('jpg', 'svg', '')
    """
    return next((kind for kind, form in _MAGIC.items() if form.match(beginning)), "")


_BEGINNING = 1024
_MAGIC = {
    "jpg": re.compile(rb"\xff\xd8\xff"),
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
    "gif": re.compile(rb"GIF8[79]a"),
    "heic": re.compile(rb"....ftyp(?:hei|hev|mif1|msf1)", re.DOTALL),
    "avif": re.compile(rb"....ftyp(?:avif|avis)", re.DOTALL),
    "tiff": re.compile(rb"II\*\0|MM\0\*"),
    "bmp": re.compile(rb"BM....\0\0\0\0", re.DOTALL),
    "pdf": re.compile(rb"%PDF-"),
    "svg": re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!--|<!DOCTYPE svg|<svg)", re.IGNORECASE),
}
_READERS: Mapping[str, Callable[[BinaryIO, int], Header | None]] = {
    "jpg": jpeg.read,
    "png": png.read,
    "webp": webp.read,
}
