"""A practice's id, to choices that are its own: the same today, tomorrow and on every machine."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

Option = TypeVar("Option")


def number(seed: str, purpose: str) -> int:
    """A whole number below 2**64 from a seed (a practice's id) and the purpose of the number.

    Each purpose has a number of its own, so a new choice never changes the old ones. It comes from
    SHA-256 because Python does not promise to keep the sequences of `random`.
    """
    digest = hashlib.sha256(f"{purpose}\0{seed}".encode()).digest()
    return int.from_bytes(digest[:8], "big")


def choose(seed: str, purpose: str, options: Sequence[Option]) -> Option:
    """One of the options, decided by seed and purpose.

    >>> choose("embroidery-course", "border", ["peaks", "vine", "steps"])
    'peaks'
    """
    return options[number(seed, purpose) % len(options)]
