"""The pictures beside the practices to what is known of them before anybody unpacks one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.messages import message
from komsiluk.photographs.look import look
from komsiluk.photographs.photograph import Photograph


def photographs(folder: Path, paths: Iterable[str]) -> Mapping[str, Photograph]:
    """The files among `paths` (from the practices folder) that stand in a practice's folder
    `images`, by their paths. A few kilobytes of each are read."""
    return {inside: look(f"{folder}/{inside}", inside) for inside in paths if _is_picture(inside)}


def unreadable(file: str) -> Diagnostic:
    """The diagnostic for a picture whose pixels are not there; `file` is its name in reports.

    Only unpacking shows it, and that takes long. So it is reported when the files of the site are made.
    """
    return Diagnostic(
        rule="unreadable-photograph",
        severity=Severity.ERROR,
        message=message("unreadable-photograph.message"),
        hint=message("unreadable-photograph.hint"),
        file=file,
    )


def _is_picture(inside: str) -> bool:
    match inside.split("/"):
        case [practice, "images", _]:
            return not practice.startswith("_")
    return False
