"""The pictures beside the practices to what is known of them before anybody unpacks one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from komsiluk.photographs.look import look
from komsiluk.photographs.photograph import Photograph


def photographs(folder: Path, there: Iterable[str]) -> Mapping[str, Photograph]:
    """The files among `there` (paths from the practices folder) that stand in a practice's folder
    `images`, by their paths. A few kilobytes of each are read."""
    return {inside: look(f"{folder}/{inside}", inside) for inside in there if _is_picture(inside)}


def _is_picture(inside: str) -> bool:
    match inside.split("/"):
        case [practice, "images", _]:
            return not practice.startswith("_")
    return False
