"""A title in any of our scripts to a name that can stand in an address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from komsiluk.languages.folders import kept, tags
from komsiluk.languages.traits import traits
from komsiluk.text.serbian import to_latin

_SPECIAL = str.maketrans({"đ": "dj", "ß": "ss", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i"})


def slug(title: str, longest: int = 60) -> str:
    """Small ASCII letters, digits and single hyphens, cut at a word; `practice` when nothing is left.

    >>> slug("Кућа на пола пута: смештај"), slug("Bäckerei für Köchinnen"), slug("Ѓорче и ќебе")
    ('kuca-na-pola-puta-smestaj', 'backerei-fur-kochinnen', 'gjorche-i-kjebe')
    """
    text = unicodedata.normalize("NFC", title).lower()
    if not text.isascii():
        for signs, letters in _spellings():
            if any(letter in text for letter in signs):
                text = text.translate(letters)
    text = to_latin(text).translate(_SPECIAL)
    plain = "".join(
        letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter)
    )
    words = re.findall(r"[a-z0-9]+", plain)
    found = ""
    for word in words:
        if len(found) + len(word) + 1 > longest:
            break
        found = f"{found}-{word}" if found else word
    return found or "practice"


@kept
def _spellings() -> tuple[tuple[str, Mapping[int, str]], ...]:
    """The letters by which a language is known, and how it spells its letters in addresses."""
    found = (traits(tag).addresses for tag in tags())
    return tuple((spelt.signs, str.maketrans(dict(spelt.letters))) for spelt in found if spelt)
