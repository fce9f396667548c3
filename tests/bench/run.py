"""A command to what it cost the machine."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What one run took."""

    cpu: float
    """Seconds of CPU, user and system, of the command and all processes it waited for."""
    wall: float
    """Seconds on the clock."""
    memory: float
    """Largest resident size of its largest process, in megabytes (10^6 bytes)."""
    was_stopped: bool = False
    """Whether it was not done when a process of it had used up the CPU that it was given."""


@dataclass(frozen=True, kw_only=True)
class Output:
    """What a run left behind."""

    n_pages: int
    """HTML files."""
    html: int
    """Their bytes."""
    total: int
    """Bytes of all files."""


class FailedError(Exception):
    """A command that ended with an error; the text holds the end of what it printed."""


def run(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], patience: int
) -> Cost:
    """Run a command in a folder, the environment being ours and what is added to it.

    A process that uses more seconds of CPU than `patience` is stopped. Raises `FailedError` when it does not end well. Source of the figures: getrusage(2), as wait4(2) gives it
    for a process and its children.
    """
    with tempfile.TemporaryFile() as told:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdout=told,
            stderr=told,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (patience, patience + 5)),
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        was_stopped = process.returncode == -signal.SIGXCPU
        if process.returncode and not was_stopped:
            told.seek(0)
            end = told.read()[-2000:].decode(errors="replace")
            raise FailedError(f"{Path(command[0]).name} ended with {process.returncode}:\n{end}")
    return Cost(
        cpu=usage.ru_utime + usage.ru_stime,
        wall=wall,
        memory=usage.ru_maxrss * 1024 / 1e6,
        was_stopped=was_stopped,
    )


def output(site: Path) -> Output:
    """Count what stands in the folder of a finished site."""
    sizes = {file: file.stat().st_size for file in site.rglob("*") if file.is_file()}
    pages = [size for file, size in sizes.items() if file.suffix == ".html"]
    return Output(n_pages=len(pages), html=sum(pages), total=sum(sizes.values()))
