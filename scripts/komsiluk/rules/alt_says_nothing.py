"""The words for those who cannot see a picture say what there is to see.

"Photo" is what a screen reader says anyway.

Passes:

    alt: Women knead dough at a long table

Fails:

    alt: Photo 1
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.messages import message
from komsiluk.model.practice import PracticeDraft
from komsiluk.source.collection import Loaded

_EMPTY = frozenset(
    [
        "photo",
        "photograph",
        "picture",
        "image",
        "img",
        "foto",
        "fotografija",
        "slika",
        "slike",
        "фото",
        "фотографија",
        "слика",
        "слики",
        "fotografi",
        "fotografia",
        "figura",
        "imazh",
        "bild",
        "bilder",
        "jpg",
        "jpeg",
        "png",
        "webp",
    ]
)


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for entry, practice in loaded.drafts(PracticeDraft):
        for position, image in entry.positions("images", practice.images):
            words = re.findall(r"[^\W\d_]+", image.alt.lower())
            stem = image.file.partition("/")[2].rpartition(".")[0]
            if image.alt.strip() and _EMPTY.issuperset(set(words) - set(stem.split("-"))):
                yield entry.document.problem(
                    "alt-says-nothing",
                    message("alt-says-nothing.message", alt=image.alt),
                    path=("images", position, "alt"),
                    hint=message("alt-says-nothing.hint"),
                    severity=Severity.WARNING,
                )
