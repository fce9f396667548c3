"""The places of terms to what an index says of them.

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
"""How many entries a word of another language may list for each concept that it names."""
_SATURATION, _LENGTH, _PIVOT = 1.2, 0.75, 600
"""BM25's k1 and b, and the length in words that neither raises nor lowers an impact."""
_IMPACTS, MOST, STEP = 8, 64, 25
"""How many impacts there are; the weight from which no more counts; the step of lengths in words."""
_NUMBERS = [number(value) for value in range(1 << 13)]


class Appends(dict[str, Callable[[int], None]]):
    """By term: the function that adds a posting to the postings of the term."""

    def __init__(self, postings_by_term: dict[str, array[int]]) -> None:
        super().__init__()
        self._postings_by_term = postings_by_term

    def __missing__(self, term: str) -> Callable[[int], None]:
        term_postings = self._postings_by_term[term] = array("I")
        append = self[term] = term_postings.append
        return append


@functools.cache
def impacts(length: int) -> tuple[int, ...]:
    """By weight: the impact of a word in a text of `length` times `STEP` words.

    Kept until the process ends: texts share a few lengths, and the numbers never change.
    """
    slack = _SATURATION * (1 - _LENGTH + _LENGTH * length * STEP / _PIVOT)
    return tuple(int(_IMPACTS * weight / (weight + slack)) for weight in range(MOST))


def postings(values: Sequence[int]) -> str:
    """Sorted postings as the index writes them."""
    after = [0, *[(posting | 7) + 1 for posting in values]]
    distances = list(map(operator.sub, values, after))
    try:
        return "".join(map(_NUMBERS.__getitem__, distances))
    except IndexError:
        return "".join(map(number, distances))


def gaps(numbers: Iterable[int]) -> str:
    """Sorted numbers, each written as its distance from the number before it."""
    return "".join(
        map(number, (after - before - 1 for before, after in itertools.pairwise([-1, *numbers])))
    )


def pointing(
    foreign: Mapping[str, Iterable[int]], members: Sequence[Sequence[int]]
) -> tuple[dict[str, str], list[int]]:
    """The notes of terms on concepts that they name in other languages, and a list of concepts.

    A note is `~` and the entries of the concepts. Where these are many, it is the places of the concepts
    in the list.
    """
    references: dict[tuple[int, ...], str] = {}
    places: dict[int, int] = {}
    for concepts in sorted(set(map(tuple, foreign.values()))):
        entries = {n for concept in concepts for n in members[concept]}
        if len(entries) <= _INLINE * len(concepts):
            references[concepts] = f"~{gaps(sorted(entries))}"
        else:
            references[concepts] = ".".join(
                str(places.setdefault(concept, len(places))) for concept in concepts
            )
    return {term: references[tuple(concepts)] for term, concepts in foreign.items()}, list(places)
