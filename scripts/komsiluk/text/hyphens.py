"""Words to the same words with soft hyphens, at which narrow columns may divide them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from komsiluk.languages.folders import ancestry, kept
from komsiluk.languages.traits import traits

SOFT_HYPHEN = "\u00ad"

_SHORTEST = 8
"""The letters of the shortest word that is divided."""
_BEFORE, _AFTER = 2, 3
"""The fewest letters before and after a hyphen."""
_LONG_WORD = re.compile(rf"[^\W\d_]{{{_SHORTEST},}}")


def soften(text: str, language: str) -> str:
    """The text with soft hyphens in its long words, at least two letters before each and three after.

    The text stays as it is if the typesetter divides the language itself, or if nothing can divide it.

    >>> soften("samolepljivi papirići", "sr-Latn").replace(SOFT_HYPHEN, "-")
    'sa-mo-le-pljivi pa-pi-rići'
    >>> soften("Municipality", "en"), soften("самолеплив", "mk").replace(SOFT_HYPHEN, "-")
    ('Municipality', 'са-мо-леплив')
    """
    divided = _divider(language)
    return _LONG_WORD.sub(lambda word: divided(word[0]), text) if divided else text


def is_divided_by_typesetter(language: str) -> bool:
    """Whether the typesetter has patterns of its own for a language."""
    return traits(language).hyphenation.by == "typesetter"


def dictionaries() -> Collection[str]:
    """The names of Pyphen's dictionaries: `sr_Latn`."""
    import pyphen  # Importing it takes as long as making ten pages, and only papers need it.

    names: Collection[str] = pyphen.LANGUAGES
    return names


@kept
def _divider(language: str) -> Callable[[str], str] | None:
    """The function that puts soft hyphens into a word of a language; None if nothing divides it here.

    Cached until another site is named (`kept`).
    """
    hyphenation = traits(language).hyphenation
    if hyphenation.by == "typesetter":
        return None
    if hyphenation.by == "letters":
        return _by_letters(hyphenation.vowels, hyphenation.consonants)
    names = [hyphenation.dictionary, *(tag.replace("-", "_") for tag in ancestry(language))]
    name = next((name for name in names if name in dictionaries()), None)
    if name is None:
        return None
    import pyphen

    dictionary = pyphen.Pyphen(lang=name, left=_BEFORE, right=_AFTER)
    return lambda word: str(dictionary.inserted(word, SOFT_HYPHEN))


def _by_letters(vowels: str, consonants: str) -> Callable[[str], str]:
    """A function that divides before each single consonant between two vowels, but no cluster of them."""
    place = re.compile(rf"(?<=[{vowels}])(?=[{consonants}][{vowels}])", re.IGNORECASE)

    def divided(word: str) -> str:
        parts, last = [], 0
        for match in place.finditer(word):
            if match.start() - last >= _BEFORE and len(word) - match.start() >= _AFTER:
                parts.append(word[last : match.start()])
                last = match.start()
        return SOFT_HYPHEN.join([*parts, word[last:]])

    return divided
