"""Words to the same words with places where they may be divided in narrow columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from komsiluk.languages.folders import ancestry, kept
from komsiluk.languages.traits import traits

SOFT_HYPHEN = "\u00ad"

_SHORTEST = 8
"""Letters of the shortest word that is divided."""
_BEFORE, _AFTER = 2, 3
"""The fewest letters before and after a hyphen."""
_LONG_WORD = re.compile(rf"[^\W\d_]{{{_SHORTEST},}}")


def soften(text: str, language: str) -> str:
    """The text with soft hyphens in its long words, two letters at least before one and three after.

    Words of a language that the typesetter divides itself, and of one that nobody can divide, stay.

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
    """The names of the dictionaries that there are: `sr_Latn`."""
    import pyphen  # Takes as long to import as ten pages to make, and only papers need it.

    found: Collection[str] = pyphen.LANGUAGES
    return found


@kept
def _divider(language: str) -> Callable[[str], str] | None:
    """What puts the soft hyphens into a word of a language."""
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
    """A divider before each single consonant between two vowels; clusters of them stay whole."""
    place = re.compile(rf"(?<=[{vowels}])(?=[{consonants}][{vowels}])", re.IGNORECASE)

    def divided(word: str) -> str:
        parts, last = [], 0
        for match in place.finditer(word):
            if match.start() - last >= _BEFORE and len(word) - match.start() >= _AFTER:
                parts.append(word[last : match.start()])
                last = match.start()
        return SOFT_HYPHEN.join([*parts, word[last:]])

    return divided
