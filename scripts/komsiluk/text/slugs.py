"""A title in any of our scripts to a name that can stand in an address."""

from __future__ import annotations

import re
import unicodedata

from komsiluk.text.serbian import to_latin

_SPECIAL = str.maketrans({"đ": "dj", "ß": "ss", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i"})
_MACEDONIAN = str.maketrans({"ѓ": "gj", "ќ": "kj", "ѕ": "dz"})


def slug(title: str, longest: int = 60) -> str:
    """Small ASCII letters, digits and single hyphens, cut at a word; `practice` when nothing is left.

    >>> slug("Кућа на пола пута: смештај"), slug("Bäckerei für Köchinnen"), slug("Ѓорче и ќебе")
    ('kuca-na-pola-puta-smestaj', 'backerei-fur-kochinnen', 'gjorche-i-kjebe')
    """
    text = unicodedata.normalize("NFC", title).lower()
    if any(letter in text for letter in "ѓќѕ"):
        text = text.translate(_MACEDONIAN).replace("ч", "ch").replace("ш", "sh").replace("ж", "zh")
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
