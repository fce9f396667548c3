"""A title in any of our scripts to a name for addresses.

The letters that all languages share are in `slugs.json`, those of one language in its folder. This
file and `form/slugs.js` read them in the same way; `tests/cases/slugs.json` proves that both make the
same names.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from importlib import resources
from typing import Any

from komsiluk.languages.folders import kept, tags
from komsiluk.languages.traits import traits


def slug(title: str, longest: int = 60, otherwise: str = "practice") -> str:
    """Small ASCII letters, digits and single hyphens, cut at a word; `otherwise` if nothing is left.

    A title with a letter that only one language has is spelt as that language is.

    >>> slug("Кућа на пола пута: смештај"), slug("Bäckerei für Köchinnen"), slug("Ѓорче и ќебе")
    ('kuca-na-pola-puta-smestaj', 'backerei-fur-kochinnen', 'gjorche-i-kjebe')
    """
    text = unicodedata.normalize("NFC", title).lower()
    letters = table()["letters"]
    for spelling in table()["spellings"]:
        if any(sign in text for sign in spelling["signs"]):
            letters = {**letters, **spelling["letters"]}
            break
    spelt = unicodedata.normalize("NFD", "".join(letters.get(letter, letter) for letter in text))
    plain = "".join(letter for letter in spelt if not unicodedata.combining(letter))
    name = ""
    for word in re.findall(r"[a-z0-9]+", plain):
        if len(name) + len(word) + 1 > longest:
            break
        name = f"{name}-{word}" if name else word
    return name or otherwise


@kept
def table() -> Mapping[str, Any]:
    """`letters` that all languages share, and `spellings` of the languages that spell some differently.

    A spelling has its own `letters`, and the `signs` by which a title of the language is known. Cached
    until another site is named (`kept`).
    """
    file = resources.files("komsiluk").joinpath("text", "slugs.json")
    spellings = filter(None, (traits(tag).addresses for tag in tags()))
    return {
        "letters": json.loads(file.read_text("utf-8")),
        "spellings": [
            {"signs": spelling.signs, "letters": dict(spelling.letters)} for spelling in spellings
        ],
    }
