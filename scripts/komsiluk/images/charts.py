"""Embroidery charts drawn in text files, to grids by name."""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from komsiluk.images.grid import Grid

SIGNS: Final = MappingProxyType({".": 0, "#": 1, "o": 2, "+": 3, "*": 4, "a": 5, "b": 6})
"""Stitches by the signs of charts. For 5 and 6 the id of a practice chooses the thread."""


# The four functions below cache their charts until the process ends: the files are part of the
# package, and each practice needs them.
@functools.cache
def figures() -> Mapping[str, Grid]:
    """The figure of each motif, 27 by 27 stitches, in the order of `figures.txt`; cached."""
    return _packaged("figures.txt")


@functools.cache
def borders() -> Mapping[str, Grid]:
    """One repeat of each border, five rows from the outside in; its first column is the axis; cached."""
    return _packaged("borders.txt")


@functools.cache
def fillers() -> Mapping[str, Grid]:
    """The small charts of the fields, square, of an odd side, alike in all four quarters; cached."""
    return _packaged("fillers.txt")


@functools.cache
def marks() -> Mapping[str, Grid]:
    """The mark of the site, 15 by 15 stitches: small enough for an icon; cached."""
    return _packaged("marks.txt")


def read(text: str) -> Mapping[str, Grid]:
    """Charts by name from text: `[name]`, then rows of `SIGNS`; prose before the first is skipped.

    Raises ValueError for an unknown sign and for rows of unequal length. Charts are part of the
    package, so either is a bug of ours.

    >>> dict(read("Prose.\\n\\n[dot]\\n.#.\\n"))
    {'dot': ((0, 1, 0),)}
    """
    charts: dict[str, Grid] = {}
    _, *sections = ("\n" + text).split("\n[")
    for section in sections:
        heading, *rows = section.split("\n")
        name = heading.rstrip("]")
        chart = tuple(tuple(_sign(name, sign) for sign in row) for row in rows if row)
        if len({len(row) for row in chart}) != 1:
            raise ValueError(f"chart {name!r}: the rows are not equally long")
        charts[name] = chart
    return MappingProxyType(charts)


def _sign(name: str, sign: str) -> int:
    try:
        return SIGNS[sign]
    except KeyError:
        raise ValueError(f"chart {name!r}: {sign!r} is no sign of a stitch") from None


def _packaged(file: str) -> Mapping[str, Grid]:
    return read(importlib.resources.files(__package__).joinpath(file).read_text("utf-8"))
