"""A photograph is no larger than it needs to be, and does not claim to be.

A file of 17 KB can claim to be a wall of 144 million pixels, and fill the memory of whoever opens it. So
the size that it claims is read first, and nothing beyond the limits is ever opened. 1600 pixels are enough
for every page and for paper.

Passes:

    practices/clubs/images/kitchen.jpg      # 2 MB, 4000 × 3000 pixels

Fails:

    practices/clubs/images/kitchen.png      # 12000 × 12000 pixels
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.messages import said
from komsiluk.photographs.photograph import KINDS, MOST_BYTES, MOST_PIXELS, Photograph
from komsiluk.source.collection import Loaded

_MEGABYTE = 1024**2
_MILLION = 10**6


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for photograph in loaded.collection.photographs.values():
        message = _trouble(photograph)
        if photograph.kind in KINDS and message:
            yield Diagnostic(
                rule="photo-size",
                severity=Severity.ERROR,
                message=message,
                hint=said("photo-size.hint" if photograph.n_pixels else "photo-type.hint"),
                file=loaded.shown(photograph.path),
            )


def _trouble(photograph: Photograph) -> str:
    if photograph.n_bytes > MOST_BYTES:
        size = f"{photograph.n_bytes / _MEGABYTE:.1f}"
        return said("photo-size.bytes.message", size=size, limit=MOST_BYTES // _MEGABYTE)
    if not photograph.n_pixels:
        return said("photo-size.damaged.message")
    if photograph.n_pixels > MOST_PIXELS:
        size = f"{photograph.n_pixels / _MILLION:.0f}"
        return said("photo-size.pixels.message", size=size, limit=MOST_PIXELS // _MILLION)
    return ""
