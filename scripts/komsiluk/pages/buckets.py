"""Ids to the numbered files that hold them: Python writes the files, a browser finds its way to them."""

from __future__ import annotations

from collections.abc import Iterable

SIZE = 8
"""About how many ids share a file."""


def n_buckets(n_ids: int) -> int:
    """How many files so many ids take; at least one.

    >>> n_buckets(0), n_buckets(8), n_buckets(9)
    (1, 1, 2)
    """
    return max(1, -(-n_ids // SIZE))


def bucket(id_: str, count: int) -> int:
    """The file of an id among `count`: the 32-bit FNV-1a of its UTF-8 bytes, which `choose.js` knows.

    Source of the function and its numbers: draft-eastlake-fnv, 2 and 5.

    >>> bucket("a", 2**32) == 0xE40C292C
    True
    """
    digest = 0x811C9DC5
    for byte in id_.encode():
        digest = (digest ^ byte) * 0x01000193 & 0xFFFFFFFF
    return digest % count


def buckets(ids: Iterable[str], count: int) -> tuple[tuple[str, ...], ...]:
    """The ids of each file, in their order."""
    files: list[list[str]] = [[] for _ in range(count)]
    for id_ in ids:
        files[bucket(id_, count)].append(id_)
    return tuple(map(tuple, files))
