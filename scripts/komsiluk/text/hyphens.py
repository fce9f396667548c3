"""Words of our languages to the same words with places where they may be divided in narrow columns."""

from __future__ import annotations

import re
from collections.abc import Mapping

SOFT_HYPHEN = "\u00ad"

_SHORTEST = 8
"""Letters of the shortest word that is divided."""
_LATIN = ("aeiou", "lj|nj|dž|[bcčćdđfghjklmnprsštvzž]")
_MACEDONIAN = ("аеиоу", "[бвгдѓжзѕјклљмнњпрстќфхцчџш]")
_LETTERS: Mapping[str, tuple[str, str]] = {
    "sr-Latn": _LATIN,
    "bs": _LATIN,
    "hr": _LATIN,
    "mk": _MACEDONIAN,
}
"""Vowels and consonants of the languages for which the typesetter has no patterns of its own."""


def soften(text: str, language: str) -> str:
    """The text with a soft hyphen before each single consonant between two vowels of a long word.

    So do the spelling books of Serbian, Bosnian and Macedonian divide in every case; of clusters
    they do not agree, and those stay whole. Two letters at least stand before and three after.

    >>> soften("samolepljivi papirići", "sr-Latn").replace(SOFT_HYPHEN, "-")
    'sa-mo-lepljivi pa-pi-rići'
    >>> soften("Municipality", "en")
    'Municipality'
    """
    letters = _LETTERS.get(language)
    if letters is None:
        return text
    vowels, consonants = letters
    place = re.compile(rf"(?<=[{vowels}])(?=(?:{consonants})[{vowels}])", re.I)

    def divided(word: re.Match[str]) -> str:
        found = word[0]
        parts, last = [], 0
        for match in place.finditer(found):
            if match.start() - last >= 2 and len(found) - match.start() >= 3:
                parts.append(found[last : match.start()])
                last = match.start()
        return SOFT_HYPHEN.join([*parts, found[last:]])

    return re.sub(rf"[^\W\d_]{{{_SHORTEST},}}", divided, text)
