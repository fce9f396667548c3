"""A folder of practices to a collection, with everything in it that could not be understood."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Collection as Collected
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from komsiluk.diagnostics import Diagnostic
from komsiluk.model.collection import Collection
from komsiluk.model.fields import Record
from komsiluk.model.translation import Translation
from komsiluk.model.walk import Mark, values
from komsiluk.source.dangers import Danger, dangers
from komsiluk.source.derived import with_derived
from komsiluk.source.entries import Entry
from komsiluk.source.folder import files
from komsiluk.source.image_files import photographs
from komsiluk.source.kinds import KINDS, RECORDS
from komsiluk.source.orphan_files import unread
from komsiluk.source.reader import Reader

Model = TypeVar("Model", bound=Record)
_MOST_MARKS = 2048
_KIND_OF: Mapping[type[Record], str] = {
    model: name for name, kind in KINDS.items() for model in (kind.record, kind.draft)
}


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """The result of reading a folder."""

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

    def of(self, kind: str) -> Sequence[Entry]:
        """The entries of a kind of which something was understood."""
        return self._of.get(kind, ())

    def drafts(self, model: type[Model]) -> Iterator[tuple[Entry, Model]]:
        """The records of a model, as far as they were understood: for rules that judge what is sound in
        a file with faults too. Ask for the model of a draft (`PracticeDraft`): anything may be missing."""
        for entry in self.of(_KIND_OF[model]):
            if isinstance(entry.draft, model):
                yield entry, entry.draft

    def sound(self, model: type[Model]) -> Iterator[tuple[Entry, Model]]:
        """The sound records of a model (`Practice`); files with faults are passed over."""
        for entry in self.of(_KIND_OF[model]):
            if isinstance(entry.record, model):
                yield entry, entry.record

    def records(self) -> Iterator[tuple[Entry, Record]]:
        """The practices and all that they point to, as far as each was understood."""
        for kind in ("practices", *RECORDS):
            for entry in self.of(kind):
                assert entry.draft is not None
                yield entry, entry.draft

    def ids(self, kind: str) -> frozenset[str]:
        """The ids of a kind, those of broken files included: a reference to them is no second problem."""
        return self._ids.get(kind, frozenset())

    def marks(self, entry: Entry) -> list[tuple[Mark, str]]:
        """The texts, references and concepts of an entry's record, without their places.

        Four rules need them one after another. Those of the first two thousand files are kept until
        `forget_marks` is called.
        """
        marks = self._marks.get(entry.file)
        if marks is None:
            assert entry.draft is not None
            marks = values(entry.draft)
            if len(self._marks) < _MOST_MARKS:
                self._marks[entry.file] = marks
        return marks

    @functools.cached_property
    def dangers(self) -> Sequence[Danger]:
        """All dangers in the texts of all files. They are worked out once for the collection."""
        return tuple(dangers(self.entries))

    def without(self, folders: Collected[str]) -> Loaded:
        """The same without the files of these folders (of practices), which were judged before and have no
        faults. Their ids stay. The rest is judged as in the whole, because a rule looks at one folder of
        a practice, at the records that all share, and at the ids of practices."""
        remainder = dataclasses.replace(
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
        remainder.__dict__["_ids"] = self._ids
        return remainder

    def folder_of(self, file: str) -> str:
        """The folder directly below that of the practices in which a file stands, by the file's path in
        reports; `""` for none."""
        return file.removeprefix(f"{self.folder}/").rpartition("/")[0].partition("/")[0]

    def forget_marks(self) -> None:
        """Give back the memory that `marks` took."""
        self._marks.clear()

    @functools.cached_property
    def _of(self) -> Mapping[str, Sequence[Entry]]:
        entries: dict[str, list[Entry]] = {}
        for entry in self.entries:
            if entry.draft is not None:
                entries.setdefault(entry.kind, []).append(entry)
        return entries

    @functools.cached_property
    def _marks(self) -> dict[str, list[tuple[Mark, str]]]:
        return {}

    @functools.cached_property
    def _ids(self) -> Mapping[str, frozenset[str]]:
        ids_by_kind: dict[str, set[str]] = {}
        for entry in self.entries:
            ids_by_kind.setdefault(entry.kind, set()).add(entry.id)
        return {kind: frozenset(ids) for kind, ids in ids_by_kind.items()}


def load(
    folder: Path,
    languages: Iterable[str],
    *,
    root: Path,
    reader: Reader | None = None,
    there: Sequence[str] | None = None,
) -> Loaded:
    """Read the practices folder. Diagnostics name files by their path from `root`.

    `languages` are the site's; a language that is another script of one in which a text exists
    gets that text transliterated. A `reader` that has read the folder before reads again only what
    has changed. `there` are the paths of the folder's files, if they are known already.
    """
    shown = folder.relative_to(root).as_posix()
    reader = reader or Reader(remembers=False)
    there = files(folder) if there is None else there
    readings = reader.read(folder, shown, there)
    entries = tuple(reading.entry for reading in readings)
    read = {entry.file.removeprefix(f"{shown}/") for entry in entries}
    return Loaded(
        collection=dataclasses.replace(
            _collection(entries, tuple(languages)),
            photographs=photographs(folder, there),
        ),
        entries=entries,
        folder=shown,
        problems=(
            *(problem for reading in readings for problem in reading.problems),
            *unread(there, read, shown),
        ),
    )


def _collection(entries: Iterable[Entry], languages: tuple[str, ...]) -> Collection:
    sound: dict[str, dict[str, Any]] = {kind: {} for kind in ("practices", "withdrawn", *RECORDS)}
    translations: dict[str, dict[str, Translation]] = {}
    sound_entries = [entry for entry in entries if entry.record is not None]
    for entry in sound_entries:
        if isinstance(entry.translation, Translation):
            by_language = translations.setdefault(entry.translation.practice_id, {})
            by_language[entry.translation.head.language] = entry.translation
        else:
            sound[entry.kind][entry.id] = entry.record
    for practice_id in sound["withdrawn"]:
        sound["practices"].pop(practice_id, None)
        translations.pop(practice_id, None)
    originals = {entry.id: entry.texts for entry in sound_entries if entry.texts is not None}
    for practice_id, practice in sound["practices"].items():
        translations[practice_id] = with_derived(
            practice_id,
            practice,
            originals[practice_id],
            translations.get(practice_id, {}),
            languages,
        )
    return Collection(translations=translations, originals=originals, **sound)
