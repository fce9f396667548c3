"""The folder of a practice, and the file of a record, bear a name that can be an address.

The name is the id: it stands in addresses and in other files, and never changes.

Passes:

    practices/good-neighbor-clubs/practice.yml

Fails:

    practices/Klub komšija/practice.yml
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.messages import message
from komsiluk.source.collection import Loaded
from komsiluk.text.slugs import slug

_FORM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_VOCABULARY_FORM = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for entry in loaded.entries:
        if entry.kind == "translations":
            continue
        form = _VOCABULARY_FORM if entry.kind == "vocabularies" else _FORM
        if not form.fullmatch(entry.id) or len(entry.id) > 60:
            yield Diagnostic(
                rule="folder-name",
                severity=Severity.ERROR,
                message=message("folder-name.message", id=entry.id),
                hint=message("folder-name.hint", slug=slug(entry.id)),
                file=entry.file,
            )
