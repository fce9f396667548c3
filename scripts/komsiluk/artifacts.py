"""A file that a site needs, described by what it depends on, before anybody makes it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from komsiluk import __version__


@dataclass(frozen=True, kw_only=True)
class Artifact:
    """A file to be made, or found again by its key."""

    path: str
    """Where it stands in the site, from its root, with forward slashes."""
    make: Callable[..., bytes]
    """A function of a module (so that another process can call it) that returns the file's bytes."""
    arguments: tuple[Any, ...]
    """What it is called with: plain values that can be pickled and whose `repr` tells all."""
    inputs: tuple[str, ...] = ()
    """Files that it reads, its last arguments. Where they are tells nothing of the bytes; what they
    say is for `depends` to tell."""
    depends: str = ""
    """A digest of what else the bytes depend on: inputs, versions of libraries, the code itself."""
    weight: int = 1
    """About how many milliseconds of a processor it takes to make: decides who makes it."""

    @property
    def key(self) -> str:
        """Digest of everything the bytes depend on, as 40 hexadecimal digits."""
        make = self.make
        described = f"{__version__}\0{make.__module__}\0{make.__qualname__}\0{self.depends}\0{self.arguments!r}"
        return hashlib.blake2b(described.encode(), digest_size=20).hexdigest()


def file_digest(file: str | Path) -> str:
    """The digest of an input, for `depends`. Raises `FileNotFoundError`."""
    return hashlib.sha256(Path(file).read_bytes()).hexdigest()
