"""A path to the bytes of its file."""

from __future__ import annotations

import os
from typing import NamedTuple

from komsiluk.source.encoding import MAX_BYTES


class FileBytes(NamedTuple):
    """What was read of a file."""

    data: bytes
    """Its bytes. Of a file that is too large there are just enough to show that it is."""
    n_bytes: int
    """How large the file is."""


def read_bytes(path: str) -> FileBytes:
    """The file as it is now."""
    with open(path, "rb", buffering=0) as file:
        return FileBytes(file.read(MAX_BYTES + 1), os.fstat(file.fileno()).st_size)
