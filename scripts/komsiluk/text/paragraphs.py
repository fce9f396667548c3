"""An original's paragraphs, then and now, to which paragraphs of a translation are still true."""

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
    """What a translated paragraph is worth, compared with the original as it reads now."""

    CURRENT = "current"
    """The translator saw the paragraph as it reads now."""
    OUTDATED = "outdated"
    """The original changed after it was translated."""
    MISSING = "missing"
    """Nobody has translated it: readers get the original."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """What a translation has for one paragraph of the original as it reads now."""

    current: int
    """Which paragraph of the original, from 0."""
    translated: int | None
    """Which of the translated paragraphs, from 0; None when it is missing."""
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
    """Eight hexadecimal digits of a paragraph's SHA-256, blind to line breaks and spacing.

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
    """For each paragraph of the original as it reads now, what a translation has for it.

    `recorded` holds the digests of the paragraphs that the translator saw, one for each translated
    paragraph; `current` holds the digests now. A digest found again is current, wherever it moved.
    What changed between two paragraphs that kept their order is paired in order and outdated.

    >>> [str(match.state) for match in align(["a", "b", "c"], ["c", "a", "B", "new"])]
    ['current', 'current', 'outdated', 'missing']
    """
    kept = _common(recorded, current)
    found = dict(kept)
    found |= _moved(recorded, current, found)
    states = dict.fromkeys(found, State.CURRENT)
    used = set(found.values())
    for old, new in _gaps(kept, len(recorded), len(current)):
        left = (place for place in old if place not in used)
        changed = (place for place in new if place not in states)
        for now, then in zip(changed, left, strict=False):
            found[now], states[now] = then, State.OUTDATED
    return tuple(
        Match(current=now, translated=found.get(now), state=states.get(now, State.MISSING))
        for now in range(len(current))
    )


def _common(recorded: Sequence[str], current: Sequence[str]) -> list[tuple[int, int]]:
    """Places (now, then) of a longest common subsequence, in order.

    After Hunt and Szymanski, "A fast algorithm for computing longest common subsequences", CACM
    20(5), 1977: quick where digests seldom repeat, as those of paragraphs do.
    """
    places = _places(recorded)
    ends: list[int] = []
    chains: list[tuple[int, int, int | None]] = []
    tops: list[int] = []
    for now, wanted in enumerate(current):
        for then in reversed(places.get(wanted, ())):
            length = bisect.bisect_left(ends, then)
            chains.append((now, then, tops[length - 1] if length else None))
            ends[length : length + 1] = [then]
            tops[length : length + 1] = [len(chains) - 1]
    kept: list[tuple[int, int]] = []
    link = tops[-1] if tops else None
    while link is not None:
        now, then, link = chains[link]
        kept.append((now, then))
    return kept[::-1]


def _moved(
    recorded: Sequence[str], current: Sequence[str], found: dict[int, int]
) -> dict[int, int]:
    """Places (now: then) of equal digests that the common subsequence left out."""
    used = set(found.values())
    free: defaultdict[str, deque[int]] = defaultdict(deque)
    for then, seen in enumerate(recorded):
        if then not in used:
            free[seen].append(then)
    return {
        now: free[wanted].popleft()
        for now, wanted in enumerate(current)
        if now not in found and free[wanted]
    }


def _gaps(
    kept: Sequence[tuple[int, int]], n_recorded: int, n_current: int
) -> Iterable[tuple[range, range]]:
    """The stretches (then, now) before, between and after paragraphs that kept their order."""
    borders = [(-1, -1), *kept, (n_current, n_recorded)]
    for (now, then), (next_now, next_then) in itertools.pairwise(borders):
        yield range(then + 1, next_then), range(now + 1, next_now)


def _places(items: Sequence[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, item in enumerate(items):
        places.setdefault(item, []).append(place)
    return places
