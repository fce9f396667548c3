"""A photograph holds its picture, and nothing of where, when and by whom it was taken.

Telephones write the place into every picture, and keep a small copy that shows what was cut off or
blurred. The site publishes pixels only, but the file itself is public too. `komsiluk image` cleans it.

Passes:

    practices/clubs/images/kitchen.jpg      # after: komsiluk image kitchen.jpg

Fails:

    practices/clubs/images/kitchen.jpg      # as the telephone made it
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.messages import message
from komsiluk.source.collection import Loaded

_HARMLESS = frozenset({"profile"})


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for photograph in loaded.collection.photographs.values():
        extras = [name for name in photograph.extras if name not in _HARMLESS]
        if not extras or not photograph.is_fit:
            continue
        first, *more = (message(f"photo-metadata.{name}") for name in extras)
        what = message("photo-metadata.several", first=first, n=len(more)) if more else first
        file = loaded.shown(photograph.path)
        yield Diagnostic(
            rule="photo-metadata",
            severity=Severity.ERROR,
            message=message("photo-metadata.message", what=what),
            hint=message("photo-metadata.hint", file=file),
            file=file,
        )
