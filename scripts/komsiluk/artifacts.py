"""The description of a file that a site needs: how it is made, and what its bytes depend on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from komsiluk import __version__


@dataclass(frozen=True, kw_only=True)
class Artifact:
    """A file that is made, or taken from the cache by its key."""

    path: str
    """Its path from the root of the site, with forward slashes."""
    make: Callable[..., bytes]
    """The function that returns the bytes. It belongs to a module, so that another process can call it."""
    arguments: tuple[Any, ...]
    """The arguments of `make`: plain values that can be pickled and whose `repr` is complete."""
    inputs: tuple[str, ...] = ()
    """The files that `make` reads, its last arguments. Their paths are no part of the key: `depends` has
    the digests of their contents."""
    depends: str = ""
    """A digest of all else that the bytes depend on: inputs, versions of libraries, the code itself."""
    weight: int = 1
    """About how many milliseconds of a processor the file takes. It decides which process makes the file."""

    @property
    def key(self) -> str:
        """The digest of everything that the bytes depend on, as 40 hexadecimal digits."""
        make = self.make
        description = f"{__version__}\0{make.__module__}\0{make.__qualname__}\0{self.depends}\0{self.arguments!r}"
        return hashlib.blake2b(description.encode(), digest_size=20).hexdigest()


def file_digest(file: str | Path) -> str:
    """The digest of an input, for `depends`. Raises `FileNotFoundError`."""
    return hashlib.sha256(Path(file).read_bytes()).hexdigest()
