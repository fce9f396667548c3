"""Words as they are spelt to scripts of them, for who mistypes.

`w<n>` has words by how their keys begin, `e<n>` the same words, backwards, by how their keys end:
who mistypes a word seldom does so at both ends of it, so two scripts have what is near. Where one
script holds all words there is no `e`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

ROOM = 4_000
"""Characters of a script: about 2 kB, compressed."""
_TOGETHER = 3
"""Letters: words whose keys begin with the same are in one script."""
_SHARED = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""How many letters a word shares with the one before it; words themselves are in small letters."""


@dataclass(frozen=True, kw_only=True)
class Spelling:
    """Words in scripts."""

    parts: Mapping[str, str]
    """What each script says, by its name."""
    beginnings: Sequence[str]
    """What the keys of each script `w<n>` do not come before."""
    ends: Sequence[str]
    """The same of `e<n>`, for keys backwards."""


def spelling(words: Mapping[str, str]) -> Spelling:
    """The scripts of words, which are given by their keys."""
    parts: dict[str, str] = {}
    beginnings = _put("w", parts, sorted(words.items()))
    ends: list[str] = []
    if len(beginnings) > 1:
        ends = _put("e", parts, sorted((key[::-1], word[::-1]) for key, word in words.items()))
    return Spelling(parts=parts, beginnings=beginnings, ends=ends)


def parting(before: str, after: str) -> str:
    """As little of a term as tells it from the one before it.

    >>> parting("campaign", "cash"), parting("for", "fortnight")
    ('cas', 'fort')
    """
    return next(after[:n] for n in range(1, len(after) + 1) if after[:n] > before)


def _put(letter: str, parts: dict[str, str], words: Sequence[tuple[str, str]]) -> list[str]:
    """Put words into parts of about `ROOM` characters; where each of them begins comes back."""
    first: list[str] = []
    before = ""
    for n, (part, keys) in enumerate(_cut(words)):
        parts[f"{letter}{n}"] = part
        first.append(parting(before, keys[0]) if n else "")
        before = keys[-1]
    return first


def _cut(words: Iterable[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    """What each part says, and the keys of its words."""
    said: list[str] = []
    keys: list[str] = []
    before, size = "", 0
    for key, word in words:
        if size > ROOM and key[:_TOGETHER] != keys[-1][:_TOGETHER]:
            yield "".join(said), keys
            said, keys, before, size = [], [], "", 0
        said.append(_after(before, word))
        keys.append(key)
        size += len(said[-1])
        before = word
    if keys:
        yield "".join(said), keys


def _after(before: str, word: str) -> str:
    """A word by what it does not share with the one before it.

    >>> _after("inform", "informal"), _after("", "inform")
    ('Gal', 'Ainform')
    """
    n = 0
    for one, other in itertools.islice(zip(before, word, strict=False), len(_SHARED) - 1):
        # JavaScript counts a character beyond the first plane as two.
        if one != other or one > "\uffff":
            break
        n += 1
    return _SHARED[n] + word[n:]
