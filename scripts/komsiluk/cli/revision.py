"""A revision of git to the files that have changed since."""

from __future__ import annotations

import subprocess
from pathlib import Path

from komsiluk.cli.options import CommandError
from komsiluk.messages import message


def changed_since(revision: str, root: Path) -> frozenset[str]:
    """The files that are other than where the work began that led here from a revision, new ones
    included; paths from `root`. Refuses where git knows no such revision."""
    if revision.startswith("-"):
        raise CommandError(message("refused.no-revision", name=revision))
    differing = _git(
        root, "diff", "--name-only", "-z", "--relative", "--merge-base", revision, "--"
    )
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(filter(None, f"{differing}\0{new}".split("\0")))


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments],
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        )
    except FileNotFoundError as error:
        raise CommandError(message("refused.no-git-for-changes")) from error
    except subprocess.CalledProcessError as error:
        raise CommandError(message("refused.git-cannot-tell", text=error.stderr.strip())) from error
    return done.stdout
