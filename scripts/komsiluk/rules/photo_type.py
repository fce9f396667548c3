"""A photograph is a JPEG, PNG or WebP file, and its name says which.

The first bytes of a file tell what it is, whatever its name says. An SVG drawing can hold programs, a HEIC
picture only some telephones can show, and a link leads out of the folder.

Passes:

    practices/clubs/images/kitchen.jpg      # a JPEG file

Fails:

    practices/clubs/images/kitchen.svg
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.source.collection import Loaded
from komsiluk.source.image_errors import misnamed, trouble


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for photograph in loaded.collection.photographs.values():
        fault = misnamed(photograph) or trouble(photograph)
        if fault is not None and fault.rule == "photo-type":
            yield fault.diagnostic(loaded.shown(photograph.path))
