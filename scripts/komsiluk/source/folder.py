"""A folder to the files in it, in one walk that everything that reads there shares."""

from __future__ import annotations

import os
from pathlib import Path


def files(folder: Path) -> tuple[str, ...]:
    """The paths of all files below `folder`, from it, with forward slashes, sorted.

    What is hidden (begins with a dot) is left out; a folder that is not there has none.
    """
    paths: list[str] = []
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        try:
            entries = os.scandir(folder / inside)
        except (FileNotFoundError, NotADirectoryError):
            continue
        with entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{inside}{entry.name}/")
                else:
                    paths.append(f"{inside}{entry.name}")
    return tuple(sorted(paths, key=lambda path: path.split("/")))
