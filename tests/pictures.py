"""Pictures that tests make: with all that a telephone writes beside the pixels, and with lies in them."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Mapping, Sequence

from PIL import Image, ImageCms, PngImagePlugin

PLACE = b"\x2c\x00\x00\x00\x01\x00\x00\x00\x2f\x00\x00\x00\x01\x00\x00\x00\x5b\x05\x00\x00\x64\x00\x00\x00"
"""44° 47' 13.71" as three fractions."""
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
    b'xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="44,47.2N"/></rdf:RDF></x:xmpmeta>'
)
SECRET = b"Milica"
"""A name that stands in several places of a laden picture."""

Value = int | bytes
"""A number, or bytes of text or of what is undefined."""


def drawn(width: int = 96, height: int = 64) -> Image.Image:
    """A picture whose left half is red and whose right half is blue."""
    picture = Image.new("RGB", (width, height), (200, 30, 30))
    picture.paste((30, 30, 200), (width // 2, 0, width, height))
    return picture


def exif(orientation: int = 1, small_copy: bytes = b"") -> bytes:
    """What a telephone writes: maker, author, time, position, and a small copy of the picture."""
    first: dict[int, Value] = {
        0x010F: b"Maker\0", 0x0112: orientation, 0x0132: b"2021:03:04 10:00:00\0",
        0x013B: SECRET + b"\0",
    }  # fmt: skip
    inside: dict[int, Value] = {0x9003: b"2021:03:04 10:00:00\0", 0x927C: b"notes of the maker"}
    position: dict[int, Value] = {0x0001: b"N\0", 0x0002: PLACE}
    laid = _Laying()
    laid.directory(first, {0x8769: inside, 0x8825: position}, small_copy)
    return bytes(laid.data)


class _Laying:
    """A TIFF file while it is written, least significant bytes first."""

    def __init__(self) -> None:
        self.data = bytearray(b"II*\0\x08\0\0\0")

    def directory(
        self,
        values: Mapping[int, Value],
        inner: Mapping[int, Mapping[int, Value]] | None = None,
        small_copy: bytes = b"",
    ) -> int:
        """Write a directory where the file ends now; the place of it."""
        start, inner = len(self.data), inner or {}
        tags = sorted({*values, *inner})
        self.data += bytes(2 + 12 * len(tags) + 4)
        struct.pack_into("<H", self.data, start, len(tags))
        for number, tag in enumerate(tags):
            kind, count, value = (
                (4, 1, self.directory(inner[tag])) if tag in inner else self._laid(values[tag])
            )
            struct.pack_into("<HHII", self.data, start + 2 + 12 * number, tag, kind, count, value)
        if small_copy:
            place = len(self.data)
            self.data += small_copy
            following = self.directory({0x0201: place, 0x0202: len(small_copy)})
            struct.pack_into("<I", self.data, start + 2 + 12 * len(tags), following)
        return start

    def _laid(self, value: Value) -> tuple[int, int, int]:
        if isinstance(value, int):
            return (3, 1, value) if value < 65536 else (4, 1, value)
        if value == PLACE:
            kind, count = 5, 3
        else:
            kind, count = (2 if value.endswith(b"\0") else 7), len(value)
        if len(value) <= 4:
            return kind, count, int.from_bytes(value.ljust(4, b"\0"), "little")
        place = len(self.data)
        self.data += value
        return kind, count, place


def profile() -> bytes:
    """A colour profile."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def laden_jpeg(width: int = 96, height: int = 64, orientation: int = 6) -> bytes:
    """A JPEG as telephones and picture programs write it: EXIF with a position and a small copy, XMP,
    IPTC, a colour profile, a comment, and a film after the end."""
    small = io.BytesIO()
    drawn(24, 16).save(small, "JPEG")
    file = io.BytesIO()
    drawn(width, height).save(
        file, "JPEG", quality=90, exif=b"Exif\0\0" + exif(orientation, small.getvalue()),
        icc_profile=profile(), comment=SECRET,
    )  # fmt: skip
    data = file.getvalue()
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0b\x1c\x02\x50\0\x06" + SECRET
    extra = _segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP) + _segment(0xED, iptc)
    return data[:2] + extra + data[2:] + b"a film"


def _segment(marker: int, held: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(held) + 2) + held


REMOVED_FROM_JPEG = """\
  removed: where it was taken (GPS)
  removed: when it was taken
  removed: the camera or telephone, and its settings
  removed: a name of a person
  removed: a small copy of the picture, which may show what was cut off or blurred
  removed: notes of programs (XMP)
  removed: captions and keywords (IPTC)
  removed: notes of text
  removed: a colour profile
  removed: something after the end of the picture
"""
"""What commands tell of the JPEG when they have cleaned it."""


def laden_png(width: int = 96, height: int = 64) -> bytes:
    """A PNG with EXIF, XMP, text, a time and a colour profile."""
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", SECRET.decode())
    notes.add_itxt("XML:com.adobe.xmp", XMP.decode())
    notes.add(b"tIME", struct.pack(">HBBBBB", 2021, 3, 4, 10, 0, 0))
    file = io.BytesIO()
    drawn(width, height).save(file, "PNG", pnginfo=notes, exif=exif(), icc_profile=profile())
    return file.getvalue()


def laden_webp(width: int = 96, height: int = 64) -> bytes:
    """A WebP with EXIF, XMP and a colour profile."""
    file = io.BytesIO()
    drawn(width, height).save(file, "WEBP", exif=exif(), xmp=XMP, icc_profile=profile())
    return file.getvalue()


def clean_jpeg(width: int = 96, height: int = 64) -> bytes:
    """A JPEG of pixels alone."""
    file = io.BytesIO()
    drawn(width, height).save(file, "JPEG")
    return file.getvalue()


def bomb(side: int = 12000) -> bytes:
    """A PNG of a few kilobytes that claims to be `side` pixels square."""
    rows = zlib.compress(b"\0" * (1 + side // 8) * side, 9)
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return png([(b"IHDR", head), (b"IDAT", rows), (b"IEND", b"")])


def png(chunks: Sequence[tuple[bytes, bytes]]) -> bytes:
    """A PNG of these chunks."""
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))
        for kind, held in chunks
    )
