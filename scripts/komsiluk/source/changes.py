"""Changed files to all files that a report has to judge because of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from komsiluk.model.fields import Reference, Text
from komsiluk.model.walk import Mark
from komsiluk.source.collection import Loaded
from komsiluk.source.entries import Entry
from komsiluk.source.kinds import kind_of


def affected(loaded: Loaded, changed: Collection[str]) -> frozenset[str]:
    """Those of `changed`, and those that depend on them: what points to a changed record or is chosen from
    a changed vocabulary, the translations and pictures of a changed practice, and the practice
    of a changed picture. All are paths as reports show them; a changed file may be gone.
    """
    records = {_record(loaded, file) for file in changed}
    practices = {name for kind, name in records if kind == "practices"}
    return frozenset(changed) | {
        file
        for entry in loaded.entries
        for file in _files(loaded, entry)
        if _practice(entry) in practices or any(mark in records for mark in _marks(loaded, entry))
    }


def _record(loaded: Loaded, file: str) -> tuple[str, str]:
    """Kind and id of what a file holds, or belongs to."""
    inside = file.removeprefix(f"{loaded.folder}/")
    kind = kind_of(inside) or ""
    first, *_, last = inside.split("/")
    if inside == file or kind in ("translations", "") and not inside.startswith(f"{first}/images/"):
        return "", file
    if kind in ("practices", "withdrawn", ""):
        return "practices", first
    return kind, last.removesuffix(".yml")


def _practice(entry: Entry) -> str:
    return entry.id.partition("/")[0] if entry.kind in ("practices", "translations") else ""


def _marks(loaded: Loaded, entry: Entry) -> Iterator[tuple[str, str]]:
    """Kind and id of everything that an entry points to or chooses from."""
    if entry.draft is not None and entry.kind != "translations":
        yield from (_target(mark, value) for mark, value in loaded.marks(entry))


def _target(mark: Mark, value: str) -> tuple[str, str]:
    if isinstance(mark, Text):
        return "", ""
    return (mark.to, value) if isinstance(mark, Reference) else ("vocabularies", mark.vocabulary)


def _files(loaded: Loaded, entry: Entry) -> Iterator[str]:
    """The file of an entry, and those of a practice's pictures."""
    yield entry.file
    if entry.kind == "practices":
        for path in loaded.collection.photographs:
            if path.startswith(f"{entry.id}/"):
                yield loaded.shown(path)
