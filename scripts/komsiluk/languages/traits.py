"""The file `language.yml` of a language to its traits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from komsiluk.languages.folders import FILES, ancestry, kept, merged


class Hyphenation(BaseModel):
    """How words of a language are divided at the ends of lines."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    by: Literal["", "typesetter", "dictionary", "letters"] = ""
    """`typesetter`: by the patterns of Typst. `dictionary`: by a dictionary of Pyphen. `letters`: before a
    single consonant between two vowels. Empty: by Pyphen's dictionary of the language, if there is one."""
    dictionary: str = ""
    """The name of Pyphen's dictionary, where it differs from the tag: `sr_Latn`."""
    vowels: str = ""
    """All vowels, in small letters."""
    consonants: str = ""
    """All consonants, in small letters. A consonant that is written with two letters is not divided."""


class AddressLetters(BaseModel):
    """How a language spells its titles in addresses, where it differs from other languages."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    signs: str
    """Letters that only titles of this language have."""
    letters: Mapping[str, str]
    """ASCII spellings by small letter."""


class Traits(BaseModel):
    """The facts about a language that the program needs. Each may be missing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = ""
    """The language's own name for itself, where the Unicode CLDR does not know the language."""
    cldr: str = ""
    """The locale for dates, numbers and plurals, where it is not the tag's own."""
    derived_from: str = ""
    """The same language in another script: texts that nobody wrote in this one are respelt from that one."""
    converter: str = ""
    """The converter that respells: a name in `text.scripts.CONVERTERS`."""
    alphabet: str = ""
    """The letters in order, with spaces between them. A pair that counts as one letter has no space."""
    search_keys: str = ""
    """The profile with which the search finds the forms of a word. A file `keys.yml` names it."""
    future: tuple[str, ...] = ()
    """Words that mark the future. Achieved results must not have them."""
    hyphenation: Hyphenation = Hyphenation()
    """How words are divided."""
    font_subsets: tuple[Literal["latin", "cyrillic"], ...] = ()
    """The subsets of the fonts that the first screen of a page needs. Empty: those of its script."""
    addresses: AddressLetters | None = None
    """How titles are spelt in addresses, where it differs from other languages."""
    theme_words: str = ""
    """The language whose Material texts are used, where Material lacks this language."""
    same_as_english: tuple[str, ...] = ()
    """Keys of phrases that are rightly the same as in English, and so count as translated."""


@kept
def traits(tag: str) -> Traits:
    """The traits of a language, or else of a shorter tag (`sq` for `sq-XK`).

    A file with mistakes counts as missing; `check` reports it.

    >>> traits("sr-Cyrl").derived_from, traits("sq-XK").search_keys, traits("fi").alphabet
    ('sr-Latn', 'sq', '')
    """
    for name in ancestry(tag):
        values = merged(name, FILES[0])
        if values:
            try:
                return Traits.model_validate(values)
            except ValidationError:
                continue
    return Traits()
