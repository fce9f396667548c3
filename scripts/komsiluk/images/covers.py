"""A practice's id, motif and palette, to the bytes of its cover or tile for the web."""

from __future__ import annotations

import io
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, Literal, TypeAlias

from komsiluk.images.motif import Shape, motif
from komsiluk.images.palettes import Palette
from komsiluk.images.stitching import stitched

Format: TypeAlias = Literal["webp", "avif"]
FORMATS: Final[tuple[Format, ...]] = ("avif", "webp")
"""The formats of covers. Browsers should try the first one first."""

WIDTHS: Final = (480, 960, 1440)
"""Pixels. A stitch of the wide shape takes exactly 4, 8 and 12 of them."""

ENCODINGS: Final[Mapping[Format, Mapping[str, Any]]] = MappingProxyType(
    {
        "webp": {"lossless": True, "quality": 70, "method": 4},
        "avif": {
            "quality": 60,
            "speed": 6,
            "max_threads": 1,
            "codec": "aom",
            "advanced": {"tune-content": "screen", "enable-intrabc": "1"},
        },
    }
)
"""The options for Pillow. A cover repeats a few tiles, and lossless WebP packs repeated tiles well:
12 KB at 1440 pixels, exact, in 0.1 s. AVIF needs its tools for screen content to keep stitches crisp,
and takes 47 KB and 3.7 s for the same picture. Measured with Pillow 13.0 on 2026-11-22."""


def cover(
    practice_id: str,
    motif_name: str,
    palette: Palette,
    *,
    width: int,
    format: Format,
    shape: Shape = Shape.WIDE,
) -> bytes:
    """The motif of a practice as a picture `width` pixels wide; the shape decides the height.

    The wide shape is three to one, the square one a tile. The same arguments give the same bytes
    in every process with the same Pillow. Raises ValueError where `width` leaves a stitch less than
    a pixel.
    """
    picture = stitched(motif(practice_id, motif_name, shape), palette, width).convert("RGB")
    file = io.BytesIO()
    picture.save(file, format, **ENCODINGS[format])
    return file.getvalue()
