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

from komsiluk.diagnostics import Diagnostic
from komsiluk.source.collection import Loaded
from komsiluk.source.image_errors import trouble


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for photograph in loaded.collection.photographs.values():
        fault = trouble(photograph)
        if fault is not None and fault.rule == "photo-size":
            yield fault.diagnostic(loaded.shown(photograph.path))
