"""Described artifacts to files, made on all cores or found again from an earlier build."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from komsiluk.artifacts import Artifact

Progress = Callable[[int, int], None]
"""Told how many of how many are done."""

_FEW = 16
"""Up to so many missing artifacts are made here; more are worth starting processes for."""


def make(
    artifacts: Iterable[Artifact],
    folder: Path,
    progress: Progress = lambda done, total: None,
) -> Mapping[str, Path]:
    """The file of each artifact, by its path in the site.

    Files are named by their keys, so that two builds can share the folder: each is written under
    another name first and then renamed, and a file is only ever replaced by its equal. `progress` is
    told how many of how many missing ones are done.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {artifact.path: artifact for artifact in artifacts}
    files = {
        path: folder / f"{artifact.key}{Path(path).suffix}" for path, artifact in wanted.items()
    }
    missing = {
        files[path]: artifact for path, artifact in wanted.items() if not _whole(files[path])
    }
    jobs = [(artifact, str(file)) for file, artifact in missing.items()]
    if len(jobs) <= _FEW or (os.cpu_count() or 1) == 1:
        for done, job in enumerate(jobs, 1):
            _make(job)
            progress(done, len(jobs))
    else:
        with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
            for done, _ in enumerate(pool.map(_make, jobs, chunksize=8), 1):
                progress(done, len(jobs))
    return files


def _whole(file: Path) -> bool:
    """Whether the file is there and was written to its end; an empty one is a crash's leaving."""
    try:
        return file.stat().st_size > 0
    except FileNotFoundError:
        return False


def _make(job: tuple[Artifact, str]) -> None:
    artifact, name = job
    file = Path(name)
    data = artifact.make(*artifact.arguments)
    with tempfile.NamedTemporaryFile(
        dir=file.parent, prefix=".making-", delete=False
    ) as unfinished:
        unfinished.write(data)
    made = Path(unfinished.name)
    made.chmod(0o644)
    made.replace(file)
