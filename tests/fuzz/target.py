"""The bytes of one file of a small site to everything that checking does with it.

The first byte says which file it is. Whatever the others are, nothing may be raised, and every
problem has a message, a hint and a place within its file.
"""

from __future__ import annotations

import datetime
from pathlib import Path

from komsiluk import rules
from komsiluk.messages import render
from komsiluk.reports import Asked, markdown_report, text_report
from komsiluk.source import collection
from komsiluk.source.reader import Reader
from tests.small_site import laid

FILES = (
    "clubs/practice.yml",
    "clubs/t/mk.yml",
    "_places/novi-pazar.yml",
    "_organisations/neighbours.yml",
    "_vocabularies/groups.yml",
    "clubs/images/kitchen.jpg",
)
"""What the first byte chooses from; the first one most often."""
MOST_BYTES = 16 * 1024
TODAY = datetime.date(2026, 11, 28)


class Target:
    """A small site on disk, one file of which is another each time."""

    def __init__(self, folder: Path) -> None:
        self._settings = laid(folder)
        self._reader = Reader()
        self._changed: tuple[Path, bytes | None] | None = None

    def __call__(self, data: bytes) -> None:
        """Check the site with the file that the bytes are."""
        self._lay(data)
        settings = self._settings
        loaded = collection.load(
            settings.practices, settings.languages, root=settings.root, reader=self._reader
        )
        found = (*loaded.problems, *rules.check(loaded, settings.languages, TODAY))
        for problem in found:
            assert problem.message, problem
            assert problem.hint, problem
            assert render(problem.message, "sr-Cyrl"), problem
            if problem.span is not None:
                assert problem.span.line >= 1 <= problem.span.column, problem
        text_report(found)
        markdown_report(found, Asked(language="sr-Latn"))

    def _lay(self, data: bytes) -> None:
        if self._changed is not None:
            file, held = self._changed
            if held is None:
                file.unlink()
            else:
                file.write_bytes(held)
        which = data[0] if data else 0
        file = self._settings.practices / FILES[which if which < len(FILES) else 0]
        file.parent.mkdir(exist_ok=True)
        self._changed = (file, file.read_bytes() if file.exists() else None)
        file.write_bytes(data[1:])
