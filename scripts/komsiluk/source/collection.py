"""A folder of practices to a collection, with everything in it that could not be understood."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath
from pathlib import PurePosixPath
from typing import Any, TypeVar

from pydantic import BaseModel

from komsiluk.diagnostics import Diagnostic
from komsiluk.model.collection import Collection
from komsiluk.model.practice import Practice
from komsiluk.model.records import Organisation, Place, Project, Source, Vocabulary
from komsiluk.model.translation import Translation, TranslationHead, TranslationStatus
from komsiluk.model.walk import Path, texts
from komsiluk.source.document import Document, read
from komsiluk.source.record import parse
from komsiluk.source.translation import parse_translation
from komsiluk.source.unread import unread
from komsiluk.text.scripts import convert, other_script

Item = TypeVar("Item")

RECORDS: Mapping[str, tuple[type[BaseModel], str]] = {
    "vocabularies": (Vocabulary, "vocabulary"),
    "sources": (Source, "source"),
    "places": (Place, "place"),
    "organisations": (Organisation, "organisation"),
    "projects": (Project, "project"),
}
"""The kinds of records beside practices: folder (after an underscore), model, name in messages."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One file as it was read: the document, and the record in it as far as it was understood."""

    kind: str
    """`practices`, `translations`, or one of `RECORDS`."""
    id: str
    document: Document
    record: BaseModel | None
    """None when nothing usable was found in the file."""
    sound: bool
    """Whether the record can be published as it is."""
    translation: Translation | None = None
    """For a translation: its texts."""

    @property
    def folder(self) -> str:
        """The folder of the practices, as reports show it."""
        up = 2 if self.kind == "translations" else 1
        return PurePosixPath(self.document.file).parents[up].as_posix()

    def positions(self, name: str, items: Sequence[Item]) -> Iterator[tuple[int, Item]]:
        """The items of a list of the record, with where each stands in the list of the file."""
        for position, item in enumerate(items):
            path = self.written((name, position))
            assert isinstance(path[-1], int)
            yield path[-1], item

    def written(self, path: Path) -> Path:
        """Where in the file a place of the record stands: a broken record has lost some items."""
        if self.sound:
            return path
        value, found = self.document.value, list(path)
        record: object = self.record
        for depth, part in enumerate(path):
            if isinstance(part, int) and isinstance(value, list) and isinstance(record, tuple):
                found[depth] = _position(value, getattr(record[part], "id", record[part]), part)
                record, value = record[part], value[min(int(found[depth]), len(value) - 1)]
            elif isinstance(part, str):
                record = getattr(record, part, None)
                value = value.get(part) if isinstance(value, dict) else None
        return tuple(found)


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """What reading a folder gave."""

    collection: Collection
    """The sound records only."""
    entries: tuple[Entry, ...]
    """Every file, broken ones too, for the rules to judge."""
    problems: tuple[Diagnostic, ...]
    """What reading itself found wrong."""

    def of(self, kind: str) -> Iterator[Entry]:
        """The entries of a kind that have a record, sound or not."""
        return (entry for entry in self.entries if entry.kind == kind and entry.record is not None)

    def ids(self, kind: str) -> frozenset[str]:
        """The ids of a kind, those of broken files included: a reference to them is no second problem."""
        return frozenset(entry.id for entry in self.entries if entry.kind == kind)


def load(folder: FilePath, languages: Iterable[str], *, root: FilePath) -> Loaded:
    """Read the practices folder. Diagnostics name files by their path from `root`.

    `languages` are the site's; a language that is another script of one in which a text exists
    gets that text transliterated.
    """
    entries: list[Entry] = []
    problems: list[Diagnostic] = []
    for kind, (model, what) in RECORDS.items():
        for path in sorted((folder / f"_{kind}").glob("*.yml")):
            entries.append(_entry(kind, path.stem, path, model, what, root, problems))
    for path in sorted(folder.glob("[!_.]*/practice.yml")):
        original = _entry("practices", path.parent.name, path, Practice, "practice", root, problems)
        entries.append(original)
        entries.extend(_translations(original, path.parent, root, problems))
    problems.extend(unread(folder, root, {entry.document.file for entry in entries}))
    return Loaded(
        collection=_collection(entries, tuple(languages)),
        entries=tuple(entries),
        problems=tuple(problems),
    )


def _position(items: list[Any], wanted: object, otherwise: int) -> int:
    """Where the item of that id, or of that value, stands in a list of the file."""
    for position, item in enumerate(items):
        if item == wanted or (isinstance(item, dict) and item.get("id") == wanted):
            return position
    return otherwise


def _entry(
    kind: str,
    record_id: str,
    path: FilePath,
    model: type[BaseModel],
    what: str,
    root: FilePath,
    problems: list[Diagnostic],
) -> Entry:
    document = read(path.read_bytes(), file=path.relative_to(root).as_posix())
    record, found = parse(document, model, what=what)
    problems.extend(document.problems)
    problems.extend(found)
    return Entry(
        kind=kind,
        id=record_id,
        document=document,
        record=record,
        sound=record is not None and not found and not document.problems,
    )


def _translations(
    original: Entry, folder: FilePath, root: FilePath, problems: list[Diagnostic]
) -> Iterator[Entry]:
    for path in sorted((folder / "t").glob("*.yml")):
        document = read(path.read_bytes(), file=path.relative_to(root).as_posix())
        lock = path.with_suffix(".lock.json")
        practice = (
            original.record if original.sound and isinstance(original.record, Practice) else None
        )
        translation, found = parse_translation(
            document, original.id, practice, lock.read_bytes() if lock.is_file() else None
        )
        problems.extend(document.problems)
        problems.extend(found)
        yield Entry(
            kind="translations",
            id=f"{original.id}/{path.stem}",
            document=document,
            record=translation.head if translation else None,
            sound=translation is not None and not found and not document.problems,
            translation=translation,
        )


def _collection(entries: list[Entry], languages: tuple[str, ...]) -> Collection:
    sound: dict[str, dict[str, BaseModel]] = {kind: {} for kind in ("practices", *RECORDS)}
    translations: dict[str, dict[str, Translation]] = {}
    for entry in entries:
        if not entry.sound or entry.record is None:
            continue
        if entry.translation is not None:
            by_language = translations.setdefault(entry.translation.practice_id, {})
            by_language[entry.translation.head.language] = entry.translation
        else:
            sound[entry.kind][entry.id] = entry.record
    for practice_id, practice in sound["practices"].items():
        assert isinstance(practice, Practice)
        translations[practice_id] = _with_derived(
            practice_id, practice, translations.get(practice_id, {}), languages
        )
    return Collection(translations=translations, **sound)  # type: ignore[arg-type]


def _with_derived(
    practice_id: str,
    practice: Practice,
    translations: Mapping[str, Translation],
    languages: tuple[str, ...],
) -> dict[str, Translation]:
    """The translations, and those that can be derived from another script of their language."""
    found = {tag: kept for tag, kept in translations.items() if tag != practice.original_language}
    for tag in languages:
        origin = other_script(tag)
        if tag in found or tag == practice.original_language or origin is None:
            continue
        if origin == practice.original_language:
            found[tag] = _derived_from_original(practice_id, practice, origin, tag)
        elif origin in found:
            found[tag] = _derived(found[origin], origin, tag)
    return found


def _derived(translation: Translation, origin: str, tag: str) -> Translation:
    return dataclasses.replace(
        translation,
        head=translation.head.model_copy(update={"language": tag}),
        texts={name: convert(text, origin, tag) for name, text in translation.texts.items()},
        derived_from=origin,
    )


def _derived_from_original(
    practice_id: str, practice: Practice, origin: str, tag: str
) -> Translation:
    head = TranslationHead(schema_version="1", language=tag, status=TranslationStatus.MACHINE)
    return Translation(
        practice_id=practice_id,
        head=head,
        texts={name: convert(text, origin, tag) for name, text in texts(practice).items()},
        seen={},
        derived_from=origin,
    )
