"""One change of one file: where it stands, what comes in its place, and how it reads."""

from __future__ import annotations

import difflib
import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Mutant:
    """A file with one place changed. Offsets count the bytes of its UTF-8."""

    file: str
    """Its path below the root, with slashes."""
    start: int
    """Where the change begins."""
    end: int
    """Where what is replaced ends."""
    replacement: str
    """What comes there."""
    operator: str
    """The kind of change, in two or three words."""
    first_line: int
    """Where the statement begins whose tests are asked, counted from 1."""
    last_line: int
    """Where it ends; of a statement that holds others, before the first of them."""
    at_import: bool = False
    """Whether this is carried out when the module is imported, and not when it is asked."""


def mutated(mutant: Mutant, source: bytes) -> bytes:
    """The whole file with the change."""
    return source[: mutant.start] + mutant.replacement.encode() + source[mutant.end :]


def identity(mutant: Mutant, source: bytes) -> str:
    """A name that stays the same as long as the file and the change do: 16 hexadecimal digits."""
    change = f"{mutant.file}\n{mutant.start}\n{mutant.end}\n{mutant.replacement}\n".encode()
    return hashlib.sha256(change + source).hexdigest()[:16]


def lines(mutant: Mutant, source: bytes) -> tuple[str, str]:
    """What the lines of the change say before and after it, without the space at both ends."""
    start = source.rfind(b"\n", 0, mutant.start) + 1
    end = source.find(b"\n", mutant.end)
    end = len(source) if end < 0 else end
    after = source[start : mutant.start] + mutant.replacement.encode() + source[mutant.end : end]
    return source[start:end].decode().strip(), after.decode().strip()


def difference(mutant: Mutant, source: bytes) -> str:
    """The change as a unified diff with two lines around it."""
    before, after = (text.decode().split("\n") for text in (source, mutated(mutant, source)))
    return "\n".join(
        difflib.unified_diff(before, after, mutant.file, mutant.file, n=2, lineterm="")
    )
