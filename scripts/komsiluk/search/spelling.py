"""Words as they are spelt to scripts, from which a browser suggests a word for a mistyped one.

`w<n>` has words by the beginnings of their keys. `e<n>` has the same words, backwards, by the ends of
their keys. A word is seldom mistyped at both ends, so two scripts hold all words that are near it.
Where one script holds all words there is no `e`.
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
    """For each script `w<n>`: no key in it sorts before this one."""
    ends: Sequence[str]
    """The same for each script `e<n>`, of keys backwards."""


def spelling(words: Mapping[str, str]) -> Spelling:
    """The scripts of words; `words` has each word by its key."""
    parts: dict[str, str] = {}
    beginnings = _put("w", parts, sorted(words.items()))
    ends: list[str] = []
    if len(beginnings) > 1:
        ends = _put("e", parts, sorted((key[::-1], word[::-1]) for key, word in words.items()))
    return Spelling(parts=parts, beginnings=beginnings, ends=ends)


def parting(before: str, after: str) -> str:
    """The shortest beginning of a term that tells it from the term before it.

    >>> parting("campaign", "cash"), parting("for", "fortnight")
    ('cas', 'fort')
    """
    return next(after[:n] for n in range(1, len(after) + 1) if after[:n] > before)


def _put(letter: str, parts: dict[str, str], words: Sequence[tuple[str, str]]) -> list[str]:
    """Put words into parts of about `ROOM` characters; returns where each part begins."""
    first: list[str] = []
    before = ""
    for n, (part, keys) in enumerate(_cut(words)):
        parts[f"{letter}{n}"] = part
        first.append(parting(before, keys[0]) if n else "")
        before = keys[-1]
    return first


def _cut(words: Iterable[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    """What each part says, and the keys of its words."""
    pieces: list[str] = []
    keys: list[str] = []
    before, size = "", 0
    for key, word in words:
        if size > ROOM and key[:_TOGETHER] != keys[-1][:_TOGETHER]:
            yield "".join(pieces), keys
            pieces, keys, before, size = [], [], "", 0
        pieces.append(_after(before, word))
        keys.append(key)
        size += len(pieces[-1])
        before = word
    if keys:
        yield "".join(pieces), keys


def _after(before: str, word: str) -> str:
    """A word without the letters that it shares with the word before it.

    >>> _after("inform", "informal"), _after("", "inform")
    ('Gal', 'Ainform')
    """
    n = 0
    for letter_before, letter in itertools.islice(
        zip(before, word, strict=False), len(_SHARED) - 1
    ):
        # JavaScript counts a character beyond the first plane as two.
        if letter_before != letter or letter_before > "\uffff":
            break
        n += 1
    return _SHARED[n] + word[n:]
