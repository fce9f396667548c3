"""Where terms stand to what an index says of it.

A posting is the number of an entry, times 8, plus the impact from 0 to 7; written, it is its distance
from the posting before, as `script.number`. The impact is BM25F's part that depends on the page
(Robertson and Zaragoza, 2009).
"""

from __future__ import annotations

import functools
import itertools
import operator
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence

from komsiluk.search.script import number

_INLINE = 64
"""Entries that a word of another language may have for each concept that it names."""
_SATURATION, _LENGTH, _PIVOT = 1.2, 0.75, 600
"""BM25's k1 and b, and the length in words of which neither good nor ill is thought."""
_IMPACTS, MOST, STEP = 8, 64, 25
"""Kinds of impact; the weight from which no more counts; words by which lengths are told apart."""
_NUMBERS = [number(value) for value in range(1 << 13)]


class Appends(dict[str, Callable[[int], None]]):
    """By term: what adds a posting to those that are held."""

    def __init__(self, held: dict[str, array[int]]) -> None:
        super().__init__()
        self._held = held

    def __missing__(self, term: str) -> Callable[[int], None]:
        held = self._held[term] = array("I")
        append = self[term] = held.append
        return append


@functools.cache
def impacts(length: int) -> tuple[int, ...]:
    """By weight: the impact of a word in a text of so many times `STEP` words."""
    slack = _SATURATION * (1 - _LENGTH + _LENGTH * length * STEP / _PIVOT)
    return tuple(int(_IMPACTS * weight / (weight + slack)) for weight in range(MOST))


def postings(held: Sequence[int]) -> str:
    """Postings in their order, as they are written."""
    after = [0, *[(posting | 7) + 1 for posting in held]]
    distances = list(map(operator.sub, held, after))
    try:
        return "".join(map(_NUMBERS.__getitem__, distances))
    except IndexError:
        return "".join(map(number, distances))


def gaps(held: Iterable[int]) -> str:
    """Numbers in their order, each as its distance from the one before."""
    return "".join(map(number, (two - one - 1 for one, two in itertools.pairwise([-1, *held]))))


def pointing(
    foreign: Mapping[str, Iterable[int]], held: Sequence[Sequence[int]]
) -> tuple[dict[str, str], list[int]]:
    """What terms say of concepts that they name elsewhere, and the concepts to which they point.

    That is `~` and their entries, or, where these are many, places in the list of those concepts.
    """
    said: dict[tuple[int, ...], str] = {}
    places: dict[int, int] = {}
    for named in sorted(set(map(tuple, foreign.values()))):
        entries = {n for one in named for n in held[one]}
        if len(entries) <= _INLINE * len(named):
            said[named] = f"~{gaps(sorted(entries))}"
        else:
            said[named] = ".".join(str(places.setdefault(one, len(places))) for one in named)
    return {term: said[tuple(named)] for term, named in foreign.items()}, list(places)
