"""A file that a site needs, described by what it depends on, before anybody makes it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
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
    depends: str = ""
    """A digest of what else the bytes depend on: fonts, versions of libraries."""

    @property
    def key(self) -> str:
        """Digest of everything the bytes depend on, as 40 hexadecimal digits."""
        described = json.dumps(
            [
                __version__,
                self.make.__module__,
                self.make.__qualname__,
                repr(self.arguments),
                self.depends,
            ]
        )
        return hashlib.sha256(described.encode()).hexdigest()[:40]
