"""A translation of a practice: text only, under the same names as in the original."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from komsiluk.model.fields import Day, LanguageTag, Record


class TranslationStatus(enum.StrEnum):
    """Who stands behind the words of a translation."""

    MACHINE = "machine"
    HUMAN = "human"
    REVIEWED = "reviewed"


class Translator(Record):
    """Who translated or reviewed."""

    organisation: str | None = None
    """The organisation, in the words that readers shall see."""
    name: str | None = None
    """A person's name, only if the person wishes it."""


class Machine(Record):
    """Which machine translated."""

    engine: str | None = None
    """Its name."""
    date: Day | None = None
    """The day of the translation."""


class TranslationHeadDraft(Record):
    """The head of a translation as far as its file was understood."""

    schema_version: (
        Annotated[Literal["1"], Field(json_schema_extra={"type": "integer", "const": 1})] | None
    ) = None
    language: LanguageTag | None = None
    status: TranslationStatus | None = None
    by: Translator | None = None
    """Who translated or reviewed; needed for `reviewed`."""
    machine: Machine | None = None
    """Which machine translated, for `machine`."""


class TranslationHead(TranslationHeadDraft):
    """What stands above the texts of a translation file."""

    schema_version: Annotated[
        Literal["1"], Field(json_schema_extra={"type": "integer", "const": 1})
    ]
    """Version of this form; always 1."""
    language: LanguageTag
    """The language of the translation; the file is named after it."""
    status: TranslationStatus
    """`machine`, `human` or `reviewed`; readers see it."""


AT_HAND = frozenset({"title", "tagline"})
"""Texts that every list of practices shows: they are never packed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TranslationDraft:
    """A translation as far as its file was understood: its head, and its texts by name."""

    practice_id: str
    head: TranslationHeadDraft
    texts: Mapping[str, str]
    """By the same names as in the original: `results.workshops.claim`."""
    seen: Mapping[str, tuple[str, ...]]
    """For each text whose original has changed since: the digests of the paragraphs it was made from."""
    long: Mapping[str, str] = field(default_factory=dict)
    """The texts beyond the limits of the original."""
    n_missing: int = 0
    """Paragraphs of texts that the original has and this has not."""
    derived_from: str | None = None
    """The language it was transliterated from, by machine and without a file of its own."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Translation(TranslationDraft):
    """A translation that has been read and is sound."""

    head: TranslationHead
