"""A folder of practices to a collection, with everything in it that could not be understood."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Collection as Collected
from dataclasses import dataclass
from pathlib import Path as FilePath

from pydantic import BaseModel

from komsiluk.diagnostics import Diagnostic
from komsiluk.model.collection import Collection
from komsiluk.model.practice import Practice
from komsiluk.model.translation import Translation, TranslationHead, TranslationStatus
from komsiluk.model.walk import Mark, texts, values
from komsiluk.source.dangers import Danger, dangers
from komsiluk.source.entries import RECORDS, Entry, Reader
from komsiluk.source.folder import files
from komsiluk.source.image_files import photographs
from komsiluk.source.orphan_files import unread
from komsiluk.source.spool import KeptTexts, Spool
from komsiluk.text.scripts import convert, other_script

_MOST_MARKS = 2048


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """What reading a folder gave."""

    collection: Collection
    """The sound records only."""
    entries: tuple[Entry, ...]
    """Every file, broken ones too, for the rules to judge."""
    problems: tuple[Diagnostic, ...]
    """What reading itself found wrong."""

    folder: str = "practices"
    """The practices folder as reports name it."""

    def shown(self, inside: str) -> str:
        """How reports name a file by its path from the practices folder."""
        return f"{self.folder}/{inside}"

    def of(self, kind: str) -> Iterator[Entry]:
        """The entries of a kind that have a record, sound or not."""
        return (entry for entry in self.entries if entry.kind == kind and entry.record is not None)

    def ids(self, kind: str) -> frozenset[str]:
        """The ids of a kind, those of broken files included: a reference to them is no second problem."""
        return self._ids.get(kind, frozenset())

    def marks(self, entry: Entry) -> list[tuple[Mark, str]]:
        """The texts, references and concepts of an entry's record, without their places.

        Four rules want them one after another; those of the first two thousand files are kept.
        """
        found = self._marks.get(entry.file)
        if found is None:
            assert entry.record is not None
            found = values(entry.record)
            if len(self._marks) < _MOST_MARKS:
                self._marks[entry.file] = found
        return found

    @functools.cached_property
    def dangers(self) -> Sequence[Danger]:
        """What in the texts of all files could hurt somebody."""
        return tuple(dangers(self.entries))

    def without(self, folders: Collected[str]) -> Loaded:
        """The same for who has judged these folders (of practices) before and found nothing: their files
        are left out, their ids stay. The rest is judged as it is in the whole, because a rule looks at
        one folder of a practice, at the records that all share, and at the ids of practices."""
        kept = dataclasses.replace(
            self,
            collection=dataclasses.replace(
                self.collection,
                photographs={
                    path: photograph
                    for path, photograph in self.collection.photographs.items()
                    if path.partition("/")[0] not in folders
                },
            ),
            entries=tuple(
                entry for entry in self.entries if self.folder_of(entry.file) not in folders
            ),
        )
        kept.__dict__["_ids"] = self._ids
        return kept

    def folder_of(self, file: str) -> str:
        """The folder directly below that of the practices in which a file stands, by the file's path in
        reports; `""` for none."""
        return file.removeprefix(f"{self.folder}/").rpartition("/")[0].partition("/")[0]

    def forget_marks(self) -> None:
        """Give back the memory that `marks` took."""
        self._marks.clear()

    @functools.cached_property
    def _marks(self) -> dict[str, list[tuple[Mark, str]]]:
        return {}

    @functools.cached_property
    def _ids(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for entry in self.entries:
            found.setdefault(entry.kind, set()).add(entry.id)
        return {kind: frozenset(ids) for kind, ids in found.items()}


def load(
    folder: FilePath,
    languages: Iterable[str],
    *,
    root: FilePath,
    reader: Reader | None = None,
    there: Sequence[str] | None = None,
) -> Loaded:
    """Read the practices folder. Diagnostics name files by their path from `root`.

    `languages` are the site's; a language that is another script of one in which a text exists
    gets that text transliterated. A `reader` that has read the folder before reads again only what
    has changed. `there` are the files of the folder, if somebody has looked already.
    """
    shown = folder.relative_to(root).as_posix()
    reader = reader or Reader(remembers=False)
    there = files(folder) if there is None else there
    seen = reader.read(folder, shown, there)
    entries = tuple(one.entry for one in seen)
    read = {entry.file.removeprefix(f"{shown}/") for entry in entries}
    return Loaded(
        collection=dataclasses.replace(
            _collection(entries, tuple(languages), reader.spool),
            photographs=photographs(folder, there),
        ),
        entries=entries,
        folder=shown,
        problems=(
            *(problem for one in seen for problem in one.problems),
            *unread(there, read, shown),
        ),
    )


def _collection(entries: Iterable[Entry], languages: tuple[str, ...], spool: Spool) -> Collection:
    sound: dict[str, dict[str, BaseModel]] = {
        kind: {} for kind in ("practices", "withdrawn", *RECORDS)
    }
    translations: dict[str, dict[str, Translation]] = {}
    kept = [entry for entry in entries if entry.sound and entry.record is not None]
    for entry in kept:
        assert entry.record is not None
        if entry.translation is not None:
            by_language = translations.setdefault(entry.translation.practice_id, {})
            by_language[entry.translation.head.language] = entry.translation
        else:
            sound[entry.kind][entry.id] = entry.record
    for practice_id in sound["withdrawn"]:
        sound["practices"].pop(practice_id, None)
        translations.pop(practice_id, None)
    for practice_id, practice in sound["practices"].items():
        assert isinstance(practice, Practice)
        translations[practice_id] = _with_derived(
            practice_id, practice, translations.get(practice_id, {}), languages, spool
        )
    originals = {entry.id: entry.texts for entry in kept if entry.texts is not None}
    return Collection(translations=translations, originals=originals, **sound)  # type: ignore[arg-type]


def _with_derived(
    practice_id: str,
    practice: Practice,
    translations: Mapping[str, Translation],
    languages: tuple[str, ...],
    spool: Spool,
) -> dict[str, Translation]:
    """The translations, and those that can be derived from another script of their language."""
    found = {tag: kept for tag, kept in translations.items() if tag != practice.original_language}
    for tag in languages:
        origin = other_script(tag)
        if tag in found or tag == practice.original_language or origin is None:
            continue
        if origin == practice.original_language:
            found[tag] = _derived_from_original(practice_id, practice, origin, tag, spool)
        elif origin in found:
            found[tag] = _derived(found[origin], origin, tag)
    return found


def _derived(translation: Translation, origin: str, tag: str) -> Translation:
    assert isinstance(translation.texts, KeptTexts)
    return dataclasses.replace(
        translation,
        head=translation.head.model_copy(update={"language": tag}),
        texts=translation.texts.derived(_converter(origin, tag)),
        derived_from=origin,
    )


def _derived_from_original(
    practice_id: str, practice: Practice, origin: str, tag: str, spool: Spool
) -> Translation:
    head = TranslationHead(schema_version="1", language=tag, status=TranslationStatus.MACHINE)
    return Translation(
        practice_id=practice_id,
        head=head,
        texts=spool.keep(texts(practice)).derived(_converter(origin, tag)),
        seen={},
        derived_from=origin,
    )


@functools.cache
def _converter(origin: str, tag: str) -> Callable[[str], str]:
    return functools.partial(convert, origin=origin, target=tag)
