"""What must hold for Serbian text in either script."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from komsiluk.text.serbian import to_cyrillic, to_latin

CASES = Path(__file__).parents[1] / "cases" / "serbian"

LATIN_LETTERS = (*"abvgdđežzijklmnoprstćufhcčš", "lj", "nj", "dž")
CYRILLIC_LETTERS = "абвгдђежзијклљмнњопрстћуфхцчџш"
VERBATIM = (
    "https://example.org/њива?nj=џ",
    "njiva.џеп@example.rs",
    "docs/njiva-њива.md",
    "`njiva њива`",
    "```\nnjiva\n\nњива\n```",
    "<img alt='njiva њива'>",
    "<!-- njiva > њива -->",
    "&nbsp;",
    "{njiva_њива}",
    "{{ njiva|њива }}",
    "{% njiva њива %}",
    "{: .njiva title='њива' }",
    "%(njiva)s",
    ":material-njiva:",
)


def read(name: str) -> list[list[str]]:
    """The two columns of a file of cases, with its escapes resolved."""
    text = (CASES / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if "\t" in line]
    return [line.replace(r"\n", "\n").replace(r"\u200c", "\u200c").split("\t") for line in lines]


def cased(words: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """The words in small letters, with one capital, and in capitals."""
    spell = st.sampled_from([str.lower, str.capitalize, str.upper])
    return st.builds(lambda word, spelled: spelled(word), words, spell)


def texts(words: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Words with spaces and punctuation between them."""
    between = st.sampled_from([" ", ", ", ". ", "-", " (", ") ", "\n\n", " – ", "„", "“ ", "**"])
    return st.lists(st.tuples(words, between), max_size=12).map(
        lambda pairs: "".join(word + mark for word, mark in pairs)
    )


# A capital pair that is the whole word in capitals (LJ) cannot be told from an initial (Lj).
LATIN_TEXTS = texts(
    cased(st.lists(st.sampled_from(LATIN_LETTERS), min_size=1, max_size=8).map("".join)).filter(
        lambda word: word not in {"LJ", "NJ", "DŽ"}
    )
)
CYRILLIC_TEXTS = texts(cased(st.text(CYRILLIC_LETTERS, min_size=1, max_size=8)))
ANY_TEXTS = texts(
    st.one_of(
        cased(st.text(CYRILLIC_LETTERS, max_size=6)),
        cased(st.text("abcdjlnqwxyzžëüâ\u200cǉǊ1", max_size=6)),
        st.sampled_from(("UNHCR", "XX", "MI", "injekcija", "odžak", "Facebooka", *VERBATIM)),
    )
)


@pytest.mark.parametrize(("latin", "expected"), read("latin_to_cyrillic.tsv"))
def test_latin_becomes_cyrillic(latin: str, expected: str) -> None:
    assert to_cyrillic(latin) == expected


@pytest.mark.parametrize(("cyrillic", "expected"), read("cyrillic_to_latin.tsv"))
def test_cyrillic_becomes_latin(cyrillic: str, expected: str) -> None:
    assert to_latin(cyrillic) == expected


@given(LATIN_TEXTS)
def test_latin_survives_the_way_through_cyrillic(text: str) -> None:
    """For words of Serbian letters in small letters, with one capital or in capitals.

    It holds for listed stems and names kept in Latin too: both scripts spell them alike. It does
    not for LJ, NJ, DŽ alone, other mixtures of capitals (LjUBAV), a non-joiner or a ligature.
    """
    assert to_latin(to_cyrillic(text)) == text


@given(CYRILLIC_TEXTS)
def test_cyrillic_survives_the_way_through_latin_if_nothing_is_ambiguous(text: str) -> None:
    """For words without the letters нј, лј or дж side by side, without a stem that is listed, and
    whose Latin spelling is neither a listed name nor a Roman numeral."""
    latin = to_latin(text)
    has_latin = re.search(r"[A-Za-z]", to_cyrillic(latin))
    parted = re.search("нј|лј|дж", text + to_cyrillic(latin), re.IGNORECASE)
    assert has_latin or parted or to_cyrillic(latin) == text


@given(ANY_TEXTS)
def test_a_second_conversion_changes_nothing(text: str) -> None:
    assert to_latin(to_latin(text)) == to_latin(text)
    assert to_cyrillic(to_cyrillic(text)) == to_cyrillic(text)


@given(LATIN_TEXTS, st.sampled_from(VERBATIM), CYRILLIC_TEXTS)
def test_what_machines_read_is_untouched(before: str, verbatim: str, after: str) -> None:
    for convert in (to_cyrillic, to_latin):
        expected = f"{convert(before)}\n\n{verbatim}\n\n{convert(after)}"
        assert convert(f"{before}\n\n{verbatim}\n\n{after}") == expected


@given(CYRILLIC_TEXTS)
def test_nothing_cyrillic_is_left_in_latin(text: str) -> None:
    assert not re.search(r"[Ѐ-ӿ]", to_latin(text))


@given(st.text())
def test_any_text_can_be_converted(text: str) -> None:
    to_latin(text)
    to_cyrillic(text)


@pytest.mark.parametrize(
    "opening",
    [
        "`",
        "```",
        "<!--",
        "<code>",
        "<a",
        "{{",
        "{%",
        "{",
        "](",
        "[x]:",
        "@",
        "/",
        ".",
        "-",
        ":a",
        "a.",
        "%(",
        "~~~",
    ],
)
@pytest.mark.parametrize("convert", [to_latin, to_cyrillic])
def test_a_hostile_text_does_not_stall(convert: Callable[[str], str], opening: str) -> None:
    """Seconds would mean a pattern of quadratic time; the limit of a file is 64 KB."""
    convert(opening * (64_000 // len(opening)))
