"""The file `language.yml` of a language to what the program knows of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from komsiluk.languages.folders import FILES, ancestry, held, kept


class Hyphenation(BaseModel):
    """Who divides the words of a language at the ends of lines."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    by: Literal["", "typesetter", "dictionary", "letters"] = ""
    """`typesetter`: Typst has patterns of its own. `dictionary`: Pyphen has. `letters`: before a single
    consonant between two vowels. Unless said, Pyphen's dictionary of the language, if there is one."""
    dictionary: str = ""
    """The name of Pyphen's dictionary, where it is not that of the language: `sr_Latn`."""
    vowels: str = ""
    """All of them, in small letters."""
    consonants: str = ""
    """All of them, in small letters; one that is written with two is not divided."""


class AddressLetters(BaseModel):
    """How titles of a language are spelt in addresses, where that is not as in other languages."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    signs: str
    """Letters by which a title is known to be of this language."""
    letters: Mapping[str, str]
    """Small letters, and what ASCII has for them."""


class Traits(BaseModel):
    """What the program knows of a language. Everything may be missing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = ""
    """Its own name for itself, where the Unicode CLDR does not know the language."""
    cldr: str = ""
    """The locale by which dates, numbers and plurals are written, where that is not the tag's own."""
    derived_from: str = ""
    """The language of which this is another script: what nobody wrote in this one is respelt from that."""
    converter: str = ""
    """What respells it: a name in `text.scripts.CONVERTERS`."""
    alphabet: str = ""
    """The letters in their order, with spaces; pairs that count as one letter stand together."""
    search_keys: str = ""
    """The profile by which the search finds the forms of a word: the one that a file `keys.yml` names."""
    future: tuple[str, ...] = ()
    """Words that mark the future, with which no achieved result is told."""
    hyphenation: Hyphenation = Hyphenation()
    """Who divides words."""
    font_subsets: tuple[Literal["latin", "cyrillic"], ...] = ()
    """The parts of the site's fonts that the first screen of a page needs; by its script unless said."""
    addresses: AddressLetters | None = None
    """How titles are spelt in addresses."""
    theme_words: str = ""
    """The language of Material whose words serve, where Material has none of its own for this one."""
    same_as_english: tuple[str, ...] = ()
    """Keys of phrases that are the same in English, and are not waiting to be translated."""


@kept
def traits(tag: str) -> Traits:
    """What is known of a language, or else of the one that its tag narrows (`sq` for `sq-XK`).

    A site's file that is not as it should be counts as none: `check` reports it.

    >>> traits("sr-Cyrl").derived_from, traits("sq-XK").search_keys, traits("fi").alphabet
    ('sr-Latn', 'sq', '')
    """
    for name in ancestry(tag):
        values = held(name, FILES[0])
        if values:
            try:
                return Traits.model_validate(values)
            except ValidationError:
                continue
    return Traits()
