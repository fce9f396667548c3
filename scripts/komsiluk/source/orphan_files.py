"""The files in the practices folder that nobody reads, to diagnostics: a practice must not vanish in silence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath

from komsiluk.diagnostics import Diagnostic, Message, Severity
from komsiluk.languages.folders import FILES, FOLDER
from komsiluk.messages import message

_MEANT = re.compile(r"\.ya?ml(?:\.txt)?$", re.IGNORECASE)
_STRINGS = "_strings"
"""The older folder of interface phrases, which `interface` reads, as it does those of languages."""


def unread(files: Iterable[str], read: Collection[str], folder: str) -> Iterator[Diagnostic]:
    """A problem for each YAML file among `files` that is not among those `read`.

    Both are paths from the practices folder; `folder` is that folder's own, as reports name it.
    Notepad saves `practice.yml.txt`, and others write `practice.yaml`.
    """
    for path in files:
        if path in read or not _MEANT.search(path):
            continue
        inside = PurePosixPath(path)
        if _is_of_a_language(inside):
            continue
        yield Diagnostic(
            rule="unread-file",
            severity=Severity.ERROR,
            message=message(
                "unread-file.message", name=inside.name, folder=_parent(inside, folder)
            ),
            hint=_hint(inside),
            file=f"{folder}/{path}",
        )


def _is_of_a_language(inside: PurePosixPath) -> bool:
    if inside.parts[0] == _STRINGS:
        return inside.suffix == ".yml"
    return inside.parts[0] == FOLDER and len(inside.parts) == 3 and inside.name in FILES


def _parent(inside: PurePosixPath, folder: str) -> str:
    return inside.parent.name or PurePosixPath(folder).name


def _hint(inside: PurePosixPath) -> Message:
    name = _MEANT.sub(".yml", inside.name)
    if name != inside.name:
        return message("unread-file.name", name=name)
    if len(inside.parts) == 1:
        return message("unread-file.alone", file=f"{inside.stem}/practice.yml")
    return message("unread-file.hint")
