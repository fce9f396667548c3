"""The old and new paragraphs of an original to the state of each paragraph of its translation."""

from __future__ import annotations

import bisect
import enum
import hashlib
import itertools
import re
import unicodedata
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")


class State(enum.StrEnum):
    """The state of a translated paragraph, compared with the original as it reads now."""

    CURRENT = "current"
    """The translator saw the paragraph as it reads now."""
    OUTDATED = "outdated"
    """The original changed after it was translated."""
    MISSING = "missing"
    """Nobody has translated it: readers get the original."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """The translation of one paragraph of the original as it reads now."""

    current: int
    """The number of the paragraph in the original, from 0."""
    translated: int | None
    """The number of the translated paragraph, from 0; None if it is missing."""
    state: State


def split(text: str) -> tuple[str, ...]:
    """The paragraphs between blank lines, as written, without the line ends around them.

    >>> split("One,\\ntwo.\\n\\n \\n  Three.\\n")
    ('One,\\ntwo.', '  Three.')
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    paragraphs = _BLANK_LINES.split(lines)
    return tuple(paragraph.strip("\n") for paragraph in paragraphs if paragraph.strip())


def digest(paragraph: str) -> str:
    """Eight hexadecimal digits of a paragraph's SHA-256, the same for any line breaks and spacing.

    The text is taken in Unicode's NFC with every run of white space as one space.

    >>> digest("Good \\n neighbours") == digest("Good neighbours")
    True
    """
    folded = " ".join(unicodedata.normalize("NFC", paragraph).split())
    return hashlib.sha256(folded.encode()).hexdigest()[:8]


def digests(text: str) -> tuple[str, ...]:
    """The digest of each paragraph of a text, in order."""
    return tuple(digest(paragraph) for paragraph in split(text))


def align(recorded: Sequence[str], current: Sequence[str]) -> tuple[Match, ...]:
    """The match of each paragraph of the original as it reads now with a translated paragraph.

    `recorded` holds the digests of the paragraphs that the translator saw, one for each translated
    paragraph; `current` holds the digests now. A digest that is in both is current, wherever it moved.
    Changed paragraphs between two that kept their order are paired in order and are outdated.

    >>> [str(match.state) for match in align(["a", "b", "c"], ["c", "a", "B", "new"])]
    ['current', 'current', 'outdated', 'missing']
    """
    common = _common(recorded, current)
    pairs = dict(common)
    pairs |= _moved(recorded, current, pairs)
    states = dict.fromkeys(pairs, State.CURRENT)
    used = set(pairs.values())
    for old, new in _gaps(common, len(recorded), len(current)):
        old_places = (place for place in old if place not in used)
        new_places = (place for place in new if place not in states)
        for now, then in zip(new_places, old_places, strict=False):
            pairs[now], states[now] = then, State.OUTDATED
    return tuple(
        Match(current=now, translated=pairs.get(now), state=states.get(now, State.MISSING))
        for now in range(len(current))
    )


def _common(recorded: Sequence[str], current: Sequence[str]) -> list[tuple[int, int]]:
    """The places (now, then) of a longest common subsequence, in order.

    After Hunt and Szymanski, "A fast algorithm for computing longest common subsequences", CACM
    20(5), 1977: quick where digests seldom repeat, as those of paragraphs do.
    """
    places = _places(recorded)
    ends: list[int] = []
    chains: list[tuple[int, int, int | None]] = []
    tops: list[int] = []
    for now, digest_now in enumerate(current):
        for then in reversed(places.get(digest_now, ())):
            length = bisect.bisect_left(ends, then)
            chains.append((now, then, tops[length - 1] if length else None))
            ends[length : length + 1] = [then]
            tops[length : length + 1] = [len(chains) - 1]
    pairs: list[tuple[int, int]] = []
    link = tops[-1] if tops else None
    while link is not None:
        now, then, link = chains[link]
        pairs.append((now, then))
    return pairs[::-1]


def _moved(
    recorded: Sequence[str], current: Sequence[str], pairs: dict[int, int]
) -> dict[int, int]:
    """The places (now: then) of equal digests that `pairs`, the common subsequence, leaves out."""
    used = set(pairs.values())
    free: defaultdict[str, deque[int]] = defaultdict(deque)
    for then, digest_then in enumerate(recorded):
        if then not in used:
            free[digest_then].append(then)
    return {
        now: free[digest_now].popleft()
        for now, digest_now in enumerate(current)
        if now not in pairs and free[digest_now]
    }


def _gaps(
    common: Sequence[tuple[int, int]], n_recorded: int, n_current: int
) -> Iterable[tuple[range, range]]:
    """The ranges (then, now) before, between and after the paragraphs that kept their order."""
    borders = [(-1, -1), *common, (n_current, n_recorded)]
    for (now, then), (next_now, next_then) in itertools.pairwise(borders):
        yield range(then + 1, next_then), range(now + 1, next_now)


def _places(items: Sequence[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, item in enumerate(items):
        places.setdefault(item, []).append(place)
    return places
