"""An outline and a language's stock to its texts: no paragraph of one practice is another's."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tests.bench.invented.slot import Long, Short, Slot, Word
from tests.bench.invented.stock import PLACES, Stock

CHARACTERS = 6000
"""How much text a practice has in each language."""
_MOST_PARAGRAPHS = 20
"""Paragraphs of sentences in a practice, at most: by as much the numbers of two practices differ.

With 72 sentences a pool, none is repeated before practice 72³ / 20 = 18,662."""
_FIGURE = re.compile(r"(?<![\d.,:/–-])([1-9])(\d{1,2})(?![\d:/–%-]|[.,]\d)")
"""A number of two or three digits that is no part of a date, a time or a larger number."""

Name = tuple[str, ...]
"""Where a text belongs, as translations name it: `("steps", "step-1", "what")`."""
Wanted = Sequence[tuple[Name, Slot]]
"""The slots of an outline in their order."""


def slots(value: Any, name: Name = ()) -> Iterator[tuple[Name, Slot]]:
    """Every slot of an outline in its order, items of lists by their ids."""
    if isinstance(value, Short | Word | Long):
        yield name, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from slots(item, (*name, key))
    elif isinstance(value, list):
        for item in value:
            if isinstance(item, dict):
                yield from slots(item, (*name, item.get("id", "")))


def compose(wanted: Wanted, number: int, stock: Stock, mark: str) -> dict[Name, str]:
    """The texts for the slots of the practice of that number, about `CHARACTERS` in all.

    `mark` is what only this practice has: its town and year in the language of the stock.
    """
    found = {
        name: _short(slot, number, place, stock, mark)
        for place, (name, slot) in enumerate(wanted)
        if not isinstance(slot, Long)
    }
    long = [(name, slot) for name, slot in wanted if isinstance(slot, Long)]
    left = CHARACTERS - sum(map(len, found.values()))
    found |= dict(_long(long, left, number, stock))
    return {name: found[name] for name, _ in wanted}


def filled(value: Any, texts: Mapping[Name, str], name: Name = ()) -> Any:
    """The outline with its texts in their places."""
    if isinstance(value, Short | Word | Long):
        return texts[name]
    if isinstance(value, dict):
        return {key: filled(item, texts, (*name, key)) for key, item in value.items()}
    if isinstance(value, list):
        return [
            filled(item, texts, (*name, item.get("id", ""))) if isinstance(item, dict) else item
            for item in value
        ]
    return value


def varied(text: str, number: int) -> str:
    """The text with other numbers in it, of as many digits and with the same last one.

    >>> varied("Of 48 families in 2021 some 905 people came at 14:30.", 3)
    'Of 78 families in 2021 some 305 people came at 14:30.'
    """
    return _FIGURE.sub(lambda found: f"{(int(found[1]) + number - 1) % 9 + 1}{found[2]}", text)


def _short(slot: Slot, number: int, place: int, stock: Stock, mark: str) -> str:
    """A short text; which one depends on the number, and differs from slot to slot."""
    held = stock.short[slot.kind] if isinstance(slot, Short | Word) else ()
    if isinstance(slot, Word):
        return held[number * 7 % len(held)]
    assert isinstance(slot, Short)
    for turn in range(len(held)):
        text = held[(number * 31 + place + turn) % len(held)]
        if len(text) + len(mark) + 3 <= slot.most:
            return _marked(varied(text, number), mark, slot.kind, number + place)
    raise LookupError(f"no {slot.kind} in {stock.language} fits into {slot.most} characters")


def _marked(text: str, mark: str, kind: str, turn: int) -> str:
    if kind == "title":
        return f"{text}, {mark}"
    end = text[-1] if text[-1] in ".!" else ""
    stem = text.removesuffix(end) if end else text
    forms = (f"{mark}: {text}", f"{stem} ({mark}){end}", f"{stem} – {mark}{end}")
    return forms[turn % len(forms)] if text[-1] != "?" else forms[0]


def _long(
    wanted: list[tuple[Name, Long]], left: int, number: int, stock: Stock
) -> Iterator[tuple[Name, str]]:
    """Sentences that fill what is left, shorter ones whenever there are too many characters."""
    paragraphs = [slot for _, slot in wanted for _ in range(slot.paragraphs)]
    assert len(paragraphs) <= _MOST_PARAGRAPHS
    counts = [slot.fewest for slot in paragraphs]
    missing = round(left / stock.mean) - sum(counts)
    while missing > 0 and any(map(operator.lt, counts, (slot.sentences for slot in paragraphs))):
        for place, slot in enumerate(paragraphs):
            if missing > 0 and counts[place] < slot.sentences:
                counts[place] += 1
                missing -= 1
    share, so_far, n_told, place = left / sum(counts), 0, 0, 0
    for name, slot in wanted:
        told = []
        for _ in range(slot.paragraphs):
            target = share * (n_told + counts[place])
            told.append(_paragraph(slot, counts[place], target - so_far, number, place, stock))
            so_far += len(told[-1]) + 2
            n_told += counts[place]
            place += 1
        yield name, "\n\n".join(told)


def _paragraph(
    slot: Long, n_sentences: int, target: float, number: int, place: int, stock: Stock
) -> str:
    """Sentences towards a length in characters; the first ones spell the number of the paragraph."""
    choice = (number * _MOST_PARAGRAPHS + place) * stock.stride % stock.size**PLACES
    digits = [choice // stock.size**digit % stock.size for digit in range(PLACES)]
    told: list[str] = []
    length = n_words = 0
    for turn in range(n_sentences):
        wish = (target - length) / (n_sentences - turn)
        half = stock.pools[wish > stock.mean]
        digit = digits[turn % PLACES] + turn // PLACES
        sentence = varied(half[turn % PLACES][digit % stock.size], number)
        length += len(sentence) + 1
        n_words += sentence.count(" ") + 1
        if turn >= PLACES and (length - 1 > slot.most // slot.paragraphs or n_words > slot.words):
            break
        told.append(sentence)
    return " ".join(told)
