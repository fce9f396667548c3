"""Facets to the columns by which a browser filters and counts, without asking for any practice."""

from __future__ import annotations

from collections.abc import Sequence

from komsiluk.pages.facets import Facet

_FIRST = 0x23
"""The character of the first value; the characters before it mark ends and quotations."""


def columns(facets: Sequence[Facet], practices: Sequence[str]) -> dict[str, list[object]]:
    """By facet: ids of the values, and the practices' values in the order of the index.

    A value is one character; where there are more values than characters, two. A practice that has
    but one value has no more. Where any has several, the values of each practice end with `!`.
    """
    return {
        facet.name: [[value.id for value in facet.values], *_column(facet, practices)]
        for facet in facets
    }


def _column(facet: Facet, practices: Sequence[str]) -> tuple[int, int, str]:
    width = 1 if len(facet.values) <= len(_CHARACTERS) else 2
    code_of = {
        value.id: _CHARACTERS[n]
        if width == 1
        else _CHARACTERS[n // len(_CHARACTERS)] + _CHARACTERS[n % len(_CHARACTERS)]
        for n, value in enumerate(facet.values)
    }
    several = any(len(facet.by_practice[practice_id]) > 1 for practice_id in practices)
    end = "!" if several else ""
    rows = (
        "".join(code_of[value] for value in facet.by_practice[practice_id]) + end
        for practice_id in practices
    )
    return width, int(several), "".join(rows)


_CHARACTERS = "".join(chr(code) for code in range(_FIRST, 0x7F) if chr(code) != "\\")


def newest(days: Sequence[str]) -> list[int]:
    """The place of each practice in the order of its day, the newest first.

    >>> newest(["2025", "2026-11-22", "2025-03"])
    [2, 0, 1]
    """
    ranks = [0] * len(days)
    for rank, n in enumerate(sorted(range(len(days)), key=lambda n: days[n], reverse=True)):
        ranks[n] = rank
    return ranks
