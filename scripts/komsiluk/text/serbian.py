"""Serbian text in one script to the same text in the other: exact in Latin, a draft in Cyrillic.

Cyrillic has one letter where Latin has the pairs lj, nj and dž, so readers of the Latin text miss
nothing. Without a dictionary, the way back cannot tell the pair in *injekcija* (инјекција) from the
pair in *konj* (коњ), nor a foreign name from a Serbian word.
Letters follow Pravopis srpskoga jezika (2010).
"""

from __future__ import annotations

import functools
import itertools
import operator
import re
import unicodedata
from collections.abc import Callable, Mapping
from importlib import resources

from komsiluk.text import verbatim


def to_latin(text: str) -> str:
    """The text with its Serbian Cyrillic letters in Latin, in Unicode's NFC; all others stay.

    A capital pair is LJ beside other capitals and Lj elsewhere. Code, addresses, HTML tags and
    placeholders keep their letters: see `verbatim`.

    >>> to_latin("Његош и ЊЕГОШ: `код`, Љ. Ш.")
    'Njegoš i NJEGOŠ: `код`, Lj. Š.'
    """
    return _respell(text, _verbatim_in_cyrillic(), _latin)


def to_cyrillic(text: str) -> str:
    """The text with its Serbian Latin letters in Cyrillic, in Unicode's NFC: a draft.

    All that `to_latin` keeps stays, and so do Roman numerals of two letters or more, words with
    q, w, x, y or a letter foreign to Serbian, letters before digits (CO2) and the names listed in
    `serbian_names.txt`. Pairs of letters that are two sounds are in `serbian_stems.txt`. An author parts
    any other such pair with a zero-width non-joiner (U+200C), which is then removed. `dj` is never đ.

    >>> to_cyrillic("Njegov UNHCR-ov džep, injekcija iz XX veka")
    'Његов UNHCR-ов џеп, инјекција из XX века'
    """
    return _respell(text, _verbatim_in_latin(), _cyrillic)


_CYRILLIC = "абвгдђежзијклмнопрстћуфхцчш"
_LATIN = "abvgdđežzijklmnoprstćufhcčš"
_SINGLE = dict(zip(_LATIN + _LATIN.upper(), _CYRILLIC + _CYRILLIC.upper(), strict=True))
_PAIRS = {"lj": "љ", "nj": "њ", "dž": "џ", "Lj": "Љ", "Nj": "Њ", "Dž": "Џ"}
_CAPITAL_PAIRS = {"LJ": "Љ", "NJ": "Њ", "DŽ": "Џ"}
# Unicode has each pair as one character too: U+01C4 to U+01CC.
_LIGATURES = dict(zip("ǉǌǆǈǋǅǇǊǄ", "љњџЉЊЏЉЊЏ", strict=True))

_NON_JOINER = "\u200c"
# Elsewhere a non-joiner stays: Persian names need theirs.
_OVERRIDE = re.compile(f"{_NON_JOINER}(?<=[nldNLD]{_NON_JOINER})(?=[jžJŽ])")
_CAPITAL = "A-ZĆČĐŠŽЀ-Я"
_AMID_CAPITALS = re.compile(
    rf"[ЉЊЏ](?:(?=[\u0300-\u036f]*[{_CAPITAL}])|(?<=[{_CAPITAL}].)(?![^\W\d_]))"
)
# Vowels and r with the marks of stress and length that Serbian text uses (sȃm, kôd, genitive â).
# Acute and grave are not among them: in Latin text they are nearly always French or Hungarian.
_STRESSED = "âêîôûȃȇȋȏȗȓȁȅȉȍȕȑāēīōūÂÊÎÔÛȂȆȊȎȖȒȀȄȈȌȔȐĀĒĪŌŪ"
_STRESSED_LATIN = re.compile(f"[{_STRESSED}]")
_STRESSED_CYRILLIC = re.compile("[ѐѝӣӯЀЍӢӮ]")

_LETTERS = f"a-pr-vzA-PR-VZćčđšžĆČĐŠŽǄ-ǌ{_STRESSED}"
_WORD_START, _WORD_END = r"(?<![^\W_])", r"(?![^\W_])"
# Only well-formed numerals, so that DIM and CIVIL are words; so are the frequent MI, LI, DI, DIV.
_NUMERAL = (
    rf"(?=[MDCLXVI]{{2}})(?!(?:[MLD]I|DIV){_WORD_END})"
    r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
)
_FOREIGN = rf"[{_LETTERS}]*+[^\W\d_{_LETTERS}Ѐ-ӿ][^\W_]*|[{_LETTERS}]++[0-9][^\W_]*"
_CASE_ENDING = r"(?:[aeiou]|om|em|og|oj|im|ima|ama|ov[a-z]{0,3}|in[a-z]{0,3})?"
_PAIRED_WORD = re.compile(rf"{_WORD_START}[{_LETTERS}]*?(?:[nN][jJ]|[dD][žŽ])[{_LETTERS}]*+")


def _respell(text: str, verbatim_part: re.Pattern[str], convert: Callable[[str], str]) -> str:
    """The text converted between the matches of `verbatim_part`, which stay."""
    composed = _composed(text)
    pieces: list[str] = []
    end = 0
    for match in verbatim_part.finditer(composed):
        pieces += (convert(composed[end : match.start()]), match[0])
        end = match.end()
    pieces.append(convert(composed[end:]))
    return _composed("".join(pieces))


def _latin(text: str) -> str:
    text = _STRESSED_CYRILLIC.sub(_taken_apart, text)
    letters = _latin_letters()
    text = _AMID_CAPITALS.sub(lambda letter: letter[0].translate(letters).upper(), text)
    return text.translate(letters)


def _cyrillic(text: str) -> str:
    text = _STRESSED_LATIN.sub(_taken_apart, text)
    text = _PAIRED_WORD.sub(_parted, text)
    for pair, letter in (_PAIRS | _CAPITAL_PAIRS).items():
        text = text.replace(pair, letter)
    return _OVERRIDE.sub("", text).translate(_cyrillic_letters())


def _parted(word: re.Match[str]) -> str:
    """A word with a non-joiner where a listed stem says that a pair is two letters."""
    stem = _stem().search(word[0])
    if stem is None:
        return word[0]
    listed = stem["start"] or stem["inside"]
    bar = _stems()[listed.lower()]
    if bar is None:
        return word[0]
    place = stem.end() - len(listed) + bar
    return word[0][:place] + _NON_JOINER + word[0][place:]


def _taken_apart(letter: re.Match[str]) -> str:
    return unicodedata.normalize("NFD", letter[0])


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


# The functions below cache their tables and patterns until the process ends: they are made from
# constants and from files of the package.
@functools.cache
def _latin_letters() -> Mapping[int, str]:
    return str.maketrans({letter: latin for latin, letter in (_SINGLE | _PAIRS).items()})


@functools.cache
def _cyrillic_letters() -> Mapping[int, str]:
    return str.maketrans(_SINGLE | _LIGATURES)


@functools.cache
def _verbatim_in_cyrillic() -> re.Pattern[str]:
    return re.compile(f"{verbatim.MARKUP}|{verbatim.ADDRESS}", re.VERBOSE)


@functools.cache
def _verbatim_in_latin() -> re.Pattern[str]:
    # Names are grouped by first letter, so that a word is compared with few. The longer of two comes first.
    names = sorted(_lines("serbian_names.txt"), reverse=True)
    listed = "|".join(
        f"{initial}(?:{'|'.join(re.escape(name[1:]) for name in group)})"
        for initial, group in itertools.groupby(names, operator.itemgetter(0))
    )
    word = f"(?:{_NUMERAL}|(?:{listed}){_CASE_ENDING}){_WORD_END}|{_FOREIGN}"
    return re.compile(f"{verbatim.MARKUP}|{_WORD_START}(?:{verbatim.ADDRESS}|{word})", re.VERBOSE)


@functools.cache
def _stems() -> Mapping[str, int | None]:
    """The place of the bar in each listed stem; None for no bar. Stems are without bar and asterisk."""
    stems = " ".join(_lines("serbian_stems.txt")).replace("*", "").split()
    return {stem.replace("|", ""): stem.index("|") if "|" in stem else None for stem in stems}


@functools.cache
def _stem() -> re.Pattern[str]:
    stems = " ".join(_lines("serbian_stems.txt")).replace("|", "").split()
    inside = [stem[1:] for stem in stems if stem.startswith("*")]
    start = sorted((stem.lstrip("*") for stem in stems), key=len, reverse=True)
    return re.compile(
        rf"{_WORD_START}(?:ne|naj|po)?(?P<start>{'|'.join(start)})|(?P<inside>{'|'.join(inside)})",
        re.IGNORECASE,
    )


def _lines(name: str) -> list[str]:
    """The lines of a data file beside this module, without empty ones and comments."""
    text = resources.files("komsiluk.text").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
