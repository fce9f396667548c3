"""What tests of the cache let it make, in a module that other processes can import quickly."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from komsiluk.artifacts import Artifact

HEAVY = 1000
"""The weight of an artifact that deserves a process of its own."""


def artifact(
    path: str = "a.txt", *arguments: Any, make: Callable[..., bytes] | None = None, weight: int = 1
) -> Artifact:
    """An artifact that says its own path, unless told otherwise."""
    return Artifact(path=path, make=make or encoded, arguments=arguments or (path,), weight=weight)


def encoded(text: str) -> bytes:
    """The text."""
    return text.encode()


def twice(text: str) -> bytes:
    """The text, said twice."""
    return text.encode() * 2


def talkative(text: str) -> bytes:
    """The text, and something that nobody asked for."""
    print("so much to tell")
    return text.encode()


def modules(*texts: str) -> bytes:
    """The modules of the process that makes this."""
    return "\n".join(sorted(sys.modules)).encode()


def mortal(text: str, grave: str) -> bytes:
    """The text; but the first process that wants to make it is killed."""
    if Path(grave).exists():
        return text.encode()
    Path(grave).touch()
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("a dead process speaks")


def together(text: str) -> bytes:
    """The text, as soon as another process is making it too; they meet in a named pipe."""
    role = {"first": os.O_RDONLY, "second": os.O_WRONLY}[os.environ["ROLE"]]
    os.close(os.open(os.environ["MEETING"], role))
    return text.encode()
