"""Nothing is left of a practice that was withdrawn but the file that says so.

Whoever asked for it to be taken away asked for all of it: the text, its translations, its pictures.

Passes:

    practices/clubs/withdrawn.yml

Fails:

    practices/clubs/withdrawn.yml
    practices/clubs/images/kitchen.jpg
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.messages import message
from komsiluk.source.collection import Loaded


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    for entry in loaded.of("withdrawn"):
        folder = f"{entry.folder}/{entry.id}/"
        left = [
            *(other.file for other in loaded.entries if other.file.startswith(folder)),
            *(
                f"{entry.folder}/{path}"
                for path in loaded.collection.photographs
                if path.startswith(f"{entry.id}/")
            ),
        ]
        left.remove(entry.file)
        if left:
            yield Diagnostic(
                rule="left-after-withdrawal",
                severity=Severity.ERROR,
                message=message(
                    "left-after-withdrawal.message", id=entry.id, files=", ".join(left)
                ),
                hint=message("left-after-withdrawal.hint", id=entry.id),
                file=entry.file,
            )
