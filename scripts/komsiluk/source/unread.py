"""The files in the practices folder that nobody reads, to diagnostics: a practice must not vanish in silence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

from komsiluk.diagnostics import Diagnostic, Severity

_MEANT = re.compile(r"\.ya?ml(?:\.txt)?$", re.IGNORECASE)
_STRINGS = "_strings"
"""The folder of interface phrases, which `words` reads."""


def unread(folder: Path, root: Path, read: Collection[str]) -> Iterator[Diagnostic]:
    """A problem for each YAML file below `folder` that is not among the paths `read` (from `root`).

    Notepad saves `practice.yml.txt`, and others write `practice.yaml`.
    """
    for path in sorted(folder.rglob("*")):
        inside = PurePosixPath(path.relative_to(folder).as_posix())
        file = path.relative_to(root).as_posix()
        hidden = any(part.startswith(".") for part in inside.parts)
        if hidden or file in read or not _MEANT.search(path.name) or not path.is_file():
            continue
        if inside.parts[0] == _STRINGS and inside.suffix == ".yml":
            continue
        yield Diagnostic(
            rule="unread-file",
            severity=Severity.ERROR,
            message=f'nobody reads this file, because it is called "{path.name}" and stands in "{path.parent.name}"',
            hint=_hint(inside),
            file=file,
        )


def _hint(inside: PurePosixPath) -> str:
    name = _MEANT.sub(".yml", inside.name)
    if name != inside.name:
        return f"call it {name}."
    if len(inside.parts) == 1:
        return f"a practice stands in a folder of its own: {inside.stem}/practice.yml."
    return (
        "a practice is called practice.yml, a translation of it t/mk.yml, and other records stand in "
        "_places, _organisations, _projects, _sources or _vocabularies."
    )
