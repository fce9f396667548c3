"""The facts of a picture file that are known before its pixels are unpacked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

KINDS = {"jpg": "JPEG", "png": "PNG", "webp": "WebP"}
"""The kinds that are accepted: their names for people, by the ending of their files."""
MOST_BYTES = 8 * 1024 * 1024
"""The size of the largest file that is accepted."""
MOST_PIXELS = 40_000_000
"""Width by height of the largest picture that is unpacked: a small file may claim to be huge."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Photograph:
    """One picture file."""

    path: str
    """Its path from the practices folder: `good-neighbor-clubs/images/kitchen.jpg`."""
    kind: str
    """Its kind by its first bytes: a key of `KINDS`, or `gif`, `svg`, `heic`, `avif`, `tiff`, `bmp`,
    `pdf`, or `link` for a symbolic link; empty for an unknown kind."""
    n_bytes: int
    width: int = 0
    """In pixels, when the picture is upright; 0 when the file does not say."""
    height: int = 0
    extras: tuple[str, ...] = ()
    """Its data beside its pixels: names of `EXTRAS`, in that order."""

    @property
    def n_pixels(self) -> int:
        """How many pixels it claims to have."""
        return self.width * self.height

    @property
    def is_fit(self) -> bool:
        """Whether it may be unpacked: its kind is accepted, and its size is known and not too large."""
        return (
            self.kind in KINDS and 0 < self.n_pixels <= MOST_PIXELS and self.n_bytes <= MOST_BYTES
        )


class Header(NamedTuple):
    """The facts that the reader of one kind of file returns."""

    width: int
    """In pixels, as the file stores them."""
    height: int
    orientation: int
    """How the pixels have to be turned, as EXIF numbers it (tag 0x0112); 1 for not at all."""
    extras: set[str]


EXTRAS = (
    "position",  # where it was taken (GPS)
    "time",  # when it was taken
    "camera",  # the camera or telephone, and its settings
    "person",  # a name of a person
    "thumbnail",  # a small copy of the picture, which may show what was cut off or blurred
    "frames",  # more pictures
    "history",  # notes of programs (XMP)
    "caption",  # captions and keywords (IPTC)
    "text",  # notes of text
    "profile",  # a colour profile
    "other",  # other data
    "trailer",  # something after the end of the picture
)
"""The names of data beside the pixels. The messages `photo-metadata.<name>` describe them to people."""


def fitted(width: int, height: int, longest: int) -> tuple[int, int]:
    """Width and height of a picture whose longer side is to be `longest` pixels at most.

    >>> fitted(4000, 3000, 1600), fitted(30, 20, 1600), fitted(9000, 3, 800)
    ((1600, 1200), (30, 20), (800, 1))
    """
    scale = min(1.0, longest / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))
