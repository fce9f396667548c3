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

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.messages import said
from komsiluk.photographs.photograph import KINDS
from komsiluk.source.collection import Loaded


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for photograph in loaded.collection.photographs.values():
        name = photograph.path.rpartition("/")[2]
        stem, _, ending = name.rpartition(".")
        if photograph.kind not in KINDS:
            saying = f"photo-type.{photograph.kind or 'unknown'}"
            message, hint = said(f"{saying}.message"), said(_HINTS.get(saying, "photo-type.hint"))
        elif ending != photograph.kind:
            message = said("photo-type.name.message", kind=KINDS[photograph.kind], ending=ending)
            hint = said("photo-type.name.hint", name=f"{stem or ending}.{photograph.kind}")
        else:
            continue
        yield Diagnostic(
            rule="photo-type",
            severity=Severity.ERROR,
            message=message,
            hint=hint,
            file=loaded.shown(photograph.path),
        )


_HINTS = {"photo-type.link": "photo-type.link.hint"}
