"""The path of a file to what it holds: which kind of record, and the model of it, sound and as a draft."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pydantic import BaseModel

from komsiluk.model import records
from komsiluk.model.fields import Record
from komsiluk.model.practice import Practice, PracticeDraft
from komsiluk.model.translation import TranslationHead, TranslationHeadDraft
from komsiluk.model.withdrawal import Withdrawal, WithdrawalDraft


class FileKind(NamedTuple):
    """What is known of a kind of record."""

    record: type[Record]
    """The model of a sound one."""
    draft: type[Record]
    """The model of a record from a broken file. `record` is derived from it."""
    name: str
    """How messages call it."""


RECORDS: Mapping[str, FileKind] = {
    "vocabularies": FileKind(records.Vocabulary, records.VocabularyDraft, "vocabulary"),
    "sources": FileKind(records.Source, records.SourceDraft, "source"),
    "places": FileKind(records.Place, records.PlaceDraft, "place"),
    "organisations": FileKind(records.Organisation, records.OrganisationDraft, "organisation"),
    "projects": FileKind(records.Project, records.ProjectDraft, "project"),
    "collections": FileKind(records.Anthology, records.AnthologyDraft, "collection"),
}
"""The kinds of records beside practices, by the folder they stand in (after an underscore)."""
KINDS: Mapping[str, FileKind] = {
    **RECORDS,
    "practices": FileKind(Practice, PracticeDraft, "practice"),
    "withdrawn": FileKind(Withdrawal, WithdrawalDraft, "withdrawal"),
    "translations": FileKind(TranslationHead, TranslationHeadDraft, "translation"),
}
"""All kinds of files; of a translation, the head is the record."""
OWN_FOLDER = frozenset({"practices", "withdrawn"})
"""Kinds whose files are named by the folder they stand in."""

_SOUND: Mapping[type[BaseModel], type[BaseModel]] = {
    kind.draft: kind.record for kind in KINDS.values()
}


def sound_model(model: type[BaseModel]) -> type[BaseModel]:
    """The model of the sound record for that of a draft; any other model as it is.

    >>> sound_model(PracticeDraft).__name__, sound_model(Practice).__name__
    ('Practice', 'Practice')
    """
    return _SOUND.get(model, model)


def kind_of(inside: str) -> str | None:
    """The kind of a file, by its path from the practices folder; None for a file of no kind.

    >>> kind_of("clubs/t/mk.yml"), kind_of("_places/tutin.yml"), kind_of("clubs/notes.txt")
    ('translations', 'places', None)
    """
    match inside.split("/"):
        case [folder, "practice.yml"] if not folder.startswith("_"):
            return "practices"
        case [folder, "withdrawn.yml"] if not folder.startswith("_"):
            return "withdrawn"
        case [folder, name] if folder[1:] in RECORDS and folder[0] == "_" and name[-4:] == ".yml":
            return folder[1:]
        case [folder, "t", name] if not folder.startswith("_") and name.endswith(".yml"):
            return "translations"
    return None
