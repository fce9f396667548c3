"""A practice in a language to the state of its translation, as readers have to know it."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from komsiluk.model.translation import TranslationStatus
from komsiluk.model.words import Words
from komsiluk.pages.localized_texts import LocalizedTexts


class Standing(enum.StrEnum):
    """How a practice stands in a language; the values of the facet `state`."""

    ORIGINAL = "original"
    """It was written in it."""
    TRANSLATED = "translated"
    """A person has translated it, or read the translation."""
    MACHINE = "machine"
    """A machine has translated it, and no person has read that."""
    BORROWED = "borrowed"
    """Nobody has translated it: it is shown in the language of the original."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TranslationState:
    """What a reader has to know of the language of a practice."""

    standing: Standing
    original_language: str
    """BCP 47."""
    derived_from: str | None = None
    """The language whose other script this is, made by machine; None for a file of its own."""
    status: TranslationStatus | None = None
    """Who stands behind the translation; None without one."""
    by: str = ""
    """The organisation that translated or reviewed, in its own words; empty for none."""
    n_missing: int = 0
    """Paragraphs of the original that nobody has translated."""
    n_outdated: int = 0
    """Paragraphs whose original has changed since they were translated."""

    @property
    def is_borrowed(self) -> bool:
        """Whether nobody has translated it."""
        return self.standing is Standing.BORROWED

    @property
    def is_by_machine(self) -> bool:
        """Whether a machine has translated it and no person has read that."""
        return self.standing is Standing.MACHINE

    @property
    def is_behind(self) -> bool:
        """Whether the translation lacks paragraphs of the original, or has old ones."""
        return bool(self.n_missing or self.n_outdated)

    def badge(self, words: Words) -> str:
        """The remark of a list in a few words; empty for none."""
        if self.is_borrowed:
            name = words.language_name(self.original_language)
            return words.say("translation.in", language=name)
        return words.say("translation.machine.short") if self.is_by_machine else ""

    def notice(self, words: Words) -> tuple[str, str]:
        """The remark of a page or paper: a title, and a sentence; both empty for none."""
        if not (self.is_borrowed or self.is_by_machine):
            return "", ""
        return notice(words, self.original_language, by_machine=self.is_by_machine)


def notice(words: Words, original_language: str, *, by_machine: bool) -> tuple[str, str]:
    """Title and sentence for a text that a machine translated, or that nobody translated."""
    kind = "machine" if by_machine else "none"
    name = words.language_name(original_language)
    return (
        words.say(f"translation.{kind}.title"),
        words.say(f"translation.{kind}.text", language=name),
    )


def translation_state(texts: LocalizedTexts) -> TranslationState:
    """The state of a practice in the language of its texts."""
    translation, original = texts.translation, texts.record.original_language
    if translation is None:
        standing = Standing.BORROWED if texts.borrowed else Standing.ORIGINAL
        return TranslationState(standing=standing, original_language=original)
    head = translation.head
    is_machines = head.status is TranslationStatus.MACHINE
    n_missing, n_outdated = texts.count_behind()
    return TranslationState(
        standing=Standing.MACHINE if is_machines else Standing.TRANSLATED,
        original_language=original,
        derived_from=translation.derived_from,
        status=head.status,
        by=(head.by.organisation or "") if head.by else "",
        n_missing=n_missing,
        n_outdated=n_outdated,
    )
