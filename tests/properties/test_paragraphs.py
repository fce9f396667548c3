"""What must hold for paragraphs of an original and the translation made from them."""

from collections import Counter
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from komsiluk.text.paragraphs import Match, State, align, digest, digests, split

ORIGINAL = "One.\n\nTwo is longer.\n\nThree.\n\nFour."

# Few different digests, so that repetitions, moves and changes all occur.
DIGESTS = st.lists(st.sampled_from("abcdefgh"), max_size=12)
TEXTS = st.text("ab \t\r\n\u00a0č", max_size=60)


def orphans(n_translated: int, matches: Iterable[Match]) -> list[int]:
    """Which translated paragraphs, from 0, belong to nothing in the original any more."""
    used = {match.translated for match in matches}
    return [place for place in range(n_translated) if place not in used]


def shown(recorded: str, current: str) -> str:
    """Each paragraph now as state and translated paragraph, then the orphans."""
    matches = align(digests(recorded), digests(current))
    parts = [
        match.state if match.translated is None else f"{match.state} {match.translated}"
        for match in matches
    ]
    parts += [f"orphan {place}" for place in orphans(len(split(recorded)), matches)]
    return ", ".join(parts)


@pytest.mark.parametrize(
    ("edit", "current", "expected"),
    [
        ("nothing", ORIGINAL, "current 0, current 1, current 2, current 3"),
        (
            "lines wrapped anew",
            ORIGINAL.replace("is longer", "is\n  longer"),
            "current 0, current 1, current 2, current 3",
        ),
        (
            "Three changed",
            ORIGINAL.replace("Three", "Threee"),
            "current 0, current 1, outdated 2, current 3",
        ),
        (
            "one inserted after One",
            ORIGINAL.replace("Two", "New.\n\nTwo"),
            "current 0, missing, current 1, current 2, current 3",
        ),
        (
            "Two deleted",
            ORIGINAL.replace("Two is longer.\n\n", ""),
            "current 0, current 2, current 3, orphan 1",
        ),
        (
            "Two split",
            ORIGINAL.replace("Two is longer", "Two.\n\nIs longer"),
            "current 0, outdated 1, missing, current 2, current 3",
        ),
        (
            "Two and Three joined",
            ORIGINAL.replace("longer.\n\nThree", "longer. Three"),
            "current 0, outdated 1, current 3, orphan 2",
        ),
        (
            "Three and Four swapped",
            "One.\n\nTwo is longer.\n\nFour.\n\nThree.",
            "current 0, current 1, current 3, current 2",
        ),
        (
            "Four moved to the front, Two changed",
            "Four.\n\nOne.\n\nTwo.\n\nThree.",
            "current 3, current 0, outdated 1, current 2",
        ),
        ("everything deleted", "", "orphan 0, orphan 1, orphan 2, orphan 3"),
    ],
)
def test_an_edit_of_the_original_touches_only_its_own_translation(
    edit: str, current: str, expected: str
) -> None:
    assert shown(ORIGINAL, current) == expected, edit


def test_a_text_that_nobody_translated_is_missing() -> None:
    assert shown("", "One.\n\nTwo.") == "missing, missing"


@given(DIGESTS)
def test_an_unchanged_original_leaves_everything_current(recorded: list[str]) -> None:
    matches = align(recorded, recorded)
    assert [match.translated for match in matches] == list(range(len(recorded)))
    assert all(match.state is State.CURRENT for match in matches)


@given(DIGESTS, DIGESTS)
def test_every_paragraph_has_one_answer(recorded: list[str], current: list[str]) -> None:
    matches = align(recorded, current)
    assert [match.current for match in matches] == list(range(len(current)))
    used = [match.translated for match in matches if match.translated is not None]
    assert sorted([*used, *orphans(len(recorded), matches)]) == list(range(len(recorded)))


@given(DIGESTS, DIGESTS)
def test_the_state_says_what_the_digests_say(recorded: list[str], current: list[str]) -> None:
    for seen, match in zip(current, align(recorded, current), strict=True):
        if match.translated is None:
            assert match.state is State.MISSING
        else:
            assert (match.state is State.CURRENT) == (recorded[match.translated] == seen)


@given(DIGESTS, DIGESTS)
def test_a_digest_found_again_is_current_wherever_it_moved(
    recorded: list[str], current: list[str]
) -> None:
    n_current = sum(match.state is State.CURRENT for match in align(recorded, current))
    assert n_current == (Counter(recorded) & Counter(current)).total()


@given(DIGESTS, st.data())
def test_deleting_keeps_the_rest_in_order(recorded: list[str], data: st.DataObject) -> None:
    choices = data.draw(st.lists(st.booleans(), min_size=len(recorded), max_size=len(recorded)))
    current = [seen for seen, keep in zip(recorded, choices, strict=True) if keep]
    translated = [match.translated for match in align(recorded, current)]
    assert translated == sorted(translated, key=lambda place: -1 if place is None else place)
    assert None not in translated


@given(TEXTS)
def test_paragraphs_say_all_that_the_text_says(text: str) -> None:
    assert "".join("".join(split(text)).split()) == "".join(text.split())
    assert all(paragraph.strip() for paragraph in split(text))


@given(TEXTS)
def test_paragraphs_can_be_put_together_again(text: str) -> None:
    assert split("\n\n".join(split(text))) == split(text)


@given(TEXTS)
def test_line_ends_and_spaces_do_not_change_a_digest(text: str) -> None:
    lines = text.replace("\r", "")
    assert digests(lines) == digests(lines.replace("\n", "\r\n"))
    assert digest(text) == digest(f" {text}\n".replace(" ", " \n\t"))


def test_a_digest_is_eight_digits_of_sha_256() -> None:
    assert digest("Good\nneighbours") == "650b1827"
    assert digest("kuc\u0301a") == digest("ku\u0107a")


def test_thousands_of_paragraphs_are_aligned_at_once() -> None:
    recorded = [str(number) for number in range(5_000)]
    matches = align(recorded, recorded[::-1])
    assert all(match.state is State.CURRENT for match in matches)
