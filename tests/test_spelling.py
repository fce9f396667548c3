"""Words to the scripts in which a browser looks for what a mistyped one was meant to be."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from string import ascii_lowercase

from hypothesis import given
from hypothesis import strategies as st

from komsiluk.search.spelling import ROOM, Spelling, spelling

WORDS = st.dictionaries(
    st.text("abcž", min_size=1, max_size=6),
    st.text("abcžћ\U00010400", min_size=1, max_size=8).map(str.lower),
    min_size=1,
)
MANY = {f"{a}{b}{c}{d}": f"{a}{b}{c}{d}a" for a in ascii_lowercase for b in "ruvz" for c in "aeiou" for d in "lmnprst"}  # fmt: skip


def read(held: Spelling, letter: str, starts: Sequence[str]) -> list[list[str]]:
    """The words of each script, as a browser reads them: shared letters are counted as it counts."""
    found = []
    for n in range(len(starts)):
        before, words = b"", []
        for shared, rest in re.findall("([A-Z])([^A-Z]*)", held.parts[f"{letter}{n}"]):
            before = before[: (ord(shared) - ord("A")) * 2] + rest.encode("utf-16-le")
            words.append(before.decode("utf-16-le"))
        found.append(words)
    return found


def of(words: Mapping[str, str], held: Spelling) -> tuple[list[str], list[str]]:
    """All words by their beginnings and, turned around again, by their ends."""
    return (
        sum(read(held, "w", held.beginnings), []),
        [word[::-1] for word in sum(read(held, "e", held.ends), [])],
    )


@given(WORDS)
def test_words_are_read_as_they_were_written(words: dict[str, str]) -> None:
    begun, ended = of(words, spelling(words))
    assert begun == [word for _, word in sorted(words.items())]
    assert ended == [], "few words need one script"


def test_many_words_stand_by_their_beginnings_and_by_their_ends() -> None:
    held = spelling(MANY)
    begun, ended = of(MANY, held)
    assert begun == sorted(MANY.values())
    assert sorted(ended) == begun
    assert len(held.beginnings) > 1
    assert all(len(part) < ROOM * 1.2 for part in held.parts.values())


def test_words_that_begin_alike_are_in_one_script() -> None:
    held = spelling(MANY)
    starts = [{word[:3] for word in part} for part in read(held, "w", held.beginnings)]
    assert sum(map(len, starts)) == len(set().union(*starts))


def test_each_script_says_where_its_keys_begin() -> None:
    held = spelling(MANY)
    for letter, starts in (("w", held.beginnings), ("e", held.ends)):
        assert list(starts) == sorted(starts)
        for n, words in enumerate(read(held, letter, starts)):
            # Here a key is its word without the last letter.
            keys = [word[:-1] if letter == "w" else word[1:] for word in words]
            assert all(key >= starts[n] for key in keys)
            assert n + 1 == len(starts) or all(key < starts[n + 1] for key in keys)
