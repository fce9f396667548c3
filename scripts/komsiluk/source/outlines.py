"""The folder that npm filled to the atlas whose outlines the maps are drawn from."""

from __future__ import annotations

import functools
import json
from pathlib import Path

from komsiluk.geography.topology import Atlas, decode

FILE = "node_modules/world-atlas/countries-50m.json"
"""Natural Earth at 1:50 million (public domain), from the package `world-atlas`."""


def atlas(folder: Path | None) -> Atlas | None:
    """The atlas; None while `komsiluk fonts` has not fetched it: then there are no maps.

    It is read once as long as the file stays as it is.
    """
    file = folder / FILE if folder else None
    if file is None or not file.is_file():
        return None
    return _read(file, file.stat().st_mtime_ns)


@functools.lru_cache(2)
def _read(file: Path, changed: int) -> Atlas:
    return decode(json.loads(file.read_bytes()))
