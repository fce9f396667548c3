"""A text holds no picture from elsewhere.

Whoever opened the page would be known to the server of the picture, and the picture can change after
the review. Pictures of one's own stand in the folder `images`, with those who agreed to them.

Passes:

    images:
      - {id: kitchen, file: images/kitchen.jpg, …}

Fails:

    summary: "![The kitchen](https://example.org/kitchen.jpg)"
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.source.collection import Loaded


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    return (
        danger.diagnostic() for danger in loaded.dangers if danger.finding.rule == "external-image"
    )
