"""Described artifacts to files, made on all cores or found again from an earlier build."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from komsiluk.artifacts import Artifact
from komsiluk.cache.store import KEY_LENGTH, find
from komsiluk.cache.workers import make_and_keep

Progress = Callable[[int, int], None]
"""Told how many of how many are done; and before the first, when it will take a while."""
LONG = 1000
"""Milliseconds of work that take a while."""


@dataclass(frozen=True, kw_only=True)
class Made:
    """The files of all artifacts that were asked for."""

    files: Mapping[str, str]
    """Where each is, by its path in the site."""
    n_made: int
    """How many files were missing, or damaged, and have been made."""
    n_found: int


def make(
    artifacts: Iterable[Artifact],
    folder: Path,
    progress: Progress = lambda done, total: None,
) -> Made:
    """Find the file of each artifact in the folder, or make it there.

    Several builds may use the folder at once, and any of them may be killed at any time: see
    `store`. `progress` is told how many of how many missing ones are done.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {artifact.path: artifact for artifact in artifacts}
    keys = {path: artifact.key for path, artifact in wanted.items()}
    names = find(frozenset(keys.values()), str(folder))
    n_found = len(names)
    missing = {key: wanted[path] for path, key in keys.items() if key not in names}
    if sum(artifact.weight for artifact in missing.values()) > LONG:
        progress(0, len(missing))
    with closing(make_and_keep(tuple(missing.values()), str(folder))) as made:
        for done, name in enumerate(made, 1):
            names[name[:KEY_LENGTH]] = name
            progress(done, len(missing))
    return Made(
        files={path: f"{folder}/{names[key]}" for path, key in keys.items()},
        n_made=len(missing),
        n_found=n_found,
    )
