"""The folder that npm filled to the atlas whose outlines the maps are drawn from."""

from __future__ import annotations

from pathlib import Path

FILE = "node_modules/world-atlas/countries-50m.json"
"""Natural Earth at 1:50 million (public domain), from the package `world-atlas`."""


def atlas_file(folder: Path | None) -> Path | None:
    """The atlas, in TopoJSON; None while `komsiluk fonts` has not fetched it: then there are no maps."""
    file = folder / FILE if folder else None
    return file if file is not None and file.is_file() else None
