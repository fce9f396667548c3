"""What a build leaves to the next: what it has read, and where the rules found nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from komsiluk.cache.program import program_digest
from komsiluk.cache.snapshot import Snapshot
from komsiluk.diagnostics import Diagnostic
from komsiluk.settings import Settings
from komsiluk.source.collection import Loaded
from komsiluk.source.folder import files
from komsiluk.source.reader import Reader
from komsiluk.source.stamps import of_folders

_CIRCUMSTANCES = "/"
"""The name of the note on what the rules judged under; no folder is called so."""


class Memory:
    """What is known of the folder of the practices before it is read.

    To be made before anything is read: what is changed from then on is noticed by the next build.
    """

    def __init__(self, settings: Settings, *, empty: bool = False) -> None:
        """What the last build left; nothing if it is to be `empty`, but this build leaves all it knows."""
        practices = str(settings.practices)
        self.there = files(settings.practices)
        self.stamps = of_folders(practices, self.there)
        """By folder directly below that of the practices: another value when a file in it has changed."""
        self.reader = Reader()
        self._settings = settings
        file = settings.cache / f"read-{_digest(practices).hex()[:16]}"
        key = _digest(program_digest(), practices, settings.root)
        self._snapshot = Snapshot(file, key, empty=empty)
        for seen in self._snapshot.chunks():
            self.reader.remember(seen)

    @property
    def shared(self) -> bytes:
        """Another value when a file has changed that is no practice's."""
        return _digest(
            *sorted((name, stamp) for name, stamp in self.stamps.items() if name[:1] in ("", "_"))
        )

    def unjudged(self, loaded: Loaded) -> Loaded:
        """What the rules have to judge: folders that changed, those with faults, and what all share."""
        if self._snapshot.notes.get(_CIRCUMSTANCES) != self._circumstances(loaded):
            return loaded
        notes = self._snapshot.notes
        return loaded.without(
            frozenset(
                name
                for name, stamp in self.stamps.items()
                if notes.get(name) == stamp and name[:1] not in ("", "_")
            )
        )

    def leave(self, loaded: Loaded, diagnostics: Iterable[Diagnostic]) -> None:
        """Leave to the next build what was read, and which folders have nothing to be told of."""
        faulty = {loaded.folder_of(diagnostic.file) for diagnostic in diagnostics}
        sound = {name: stamp for name, stamp in self.stamps.items() if name not in faulty}
        notes = {**sound, _CIRCUMSTANCES: self._circumstances(loaded)}
        self._snapshot.save(self.reader.memory, notes)

    def _circumstances(self, loaded: Loaded) -> bytes:
        """What the rules' verdict on a practice depends on beside its own folder."""
        ids = (sorted(loaded.ids(kind)) for kind in ("practices", "withdrawn"))
        return _digest(self.shared, *ids, self._settings.canonical)


def _digest(*values: object) -> bytes:
    return hashlib.blake2b(repr(values).encode(), digest_size=16).digest()
