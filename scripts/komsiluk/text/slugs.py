"""A title in any of our scripts to a name that can stand in an address.

The letters stand in `slugs.json`; this file and `form/slugs.js` read it in the same way, and
`tests/cases/slugs.json` holds the two to the same names.
"""

from __future__ import annotations

import functools
import json
import re
import unicodedata
from collections.abc import Mapping
from importlib import resources
from typing import Any


def slug(title: str, longest: int = 60, otherwise: str = "practice") -> str:
    """Small ASCII letters, digits and single hyphens, cut at a word; `otherwise` when nothing is left.

    A title with a letter that only Macedonian has is spelt as Macedonian is.

    >>> slug("Кућа на пола пута: смештај"), slug("Bäckerei für Köchinnen"), slug("Ѓорче и ќебе")
    ('kuca-na-pola-puta-smestaj', 'backerei-fur-kochinnen', 'gjorche-i-kjebe')
    """
    text = unicodedata.normalize("NFC", title).lower()
    letters, macedonian = table()["letters"], table()["macedonian"]
    if any(letter in text for letter in macedonian["signs"]):
        letters = {**letters, **macedonian["letters"]}
    spelt = unicodedata.normalize("NFD", "".join(letters.get(letter, letter) for letter in text))
    plain = "".join(letter for letter in spelt if not unicodedata.combining(letter))
    name = ""
    for word in re.findall(r"[a-z0-9]+", plain):
        if len(name) + len(word) + 1 > longest:
            break
        name = f"{name}-{word}" if name else word
    return name or otherwise


@functools.cache
def table() -> Mapping[str, Any]:
    """What `slugs.json` holds: `letters`, and what is spelt otherwise in `macedonian`."""
    file = resources.files("komsiluk").joinpath("text", "slugs.json")
    letters: Mapping[str, Any] = json.loads(file.read_text("utf-8"))
    return letters
