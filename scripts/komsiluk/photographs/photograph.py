"""What is known of a picture file before anybody unpacks its pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

KINDS = {"jpg": "JPEG", "png": "PNG", "webp": "WebP"}
"""The kinds that are taken, by the ending of their files, as people call them."""
MOST_BYTES = 8 * 1024 * 1024
"""The largest file that is taken."""
MOST_PIXELS = 40_000_000
"""Width by height of the largest picture that is unpacked: a few bytes may claim to be a wall."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Photograph:
    """One picture file."""

    path: str
    """Where it is, from the practices folder: `good-neighbor-clubs/images/kitchen.jpg`."""
    kind: str
    """What its first bytes say it is: a key of `KINDS`, or `gif`, `svg`, `heic`, `avif`, `tiff`, `bmp`,
    `pdf`, `link` for a symbolic link; empty for what nobody knows."""
    n_bytes: int
    width: int = 0
    """In pixels, as it is looked at; 0 when the file does not say."""
    height: int = 0
    extras: tuple[str, ...] = ()
    """What it holds beside its pixels: names of `EXTRAS`, in that order."""

    @property
    def n_pixels(self) -> int:
        """How many pixels it claims to have."""
        return self.width * self.height

    @property
    def is_fit(self) -> bool:
        """Whether it may be unpacked: of a kind that is taken, and of a size that it says and may have."""
        return (
            self.kind in KINDS and 0 < self.n_pixels <= MOST_PIXELS and self.n_bytes <= MOST_BYTES
        )


class Header(NamedTuple):
    """What a reader of one kind of file found."""

    width: int
    """In pixels, as they are stored."""
    height: int
    orientation: int
    """How they are to be turned, as EXIF numbers it (tag 0x0112); 1 for not at all."""
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
"""What a file may hold beside its pixels; `photo-metadata` says it to people."""


def fitted(width: int, height: int, longest: int) -> tuple[int, int]:
    """Width and height of a picture whose longer side is to be `longest` pixels at most.

    >>> fitted(4000, 3000, 1600), fitted(30, 20, 1600), fitted(9000, 3, 800)
    ((1600, 1200), (30, 20), (800, 1))
    """
    scale = min(1.0, longest / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))
