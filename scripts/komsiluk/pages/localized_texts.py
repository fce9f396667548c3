"""A practice and its translation to its texts in one language, borrowed from the original where they must be."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from komsiluk.model.practice import Practice
from komsiluk.model.translation import AT_HAND, Translation
from komsiluk.model.walk import texts
from komsiluk.pages.localized_text import LocalizedText, Paragraph
from komsiluk.text.paragraphs import State, align, digests, split


@dataclass(frozen=True)
class LocalizedTexts:
    """The texts of a practice in a language, by their names in the file: `steps.find-rooms.what`."""

    record: Practice
    language: str
    """BCP 47."""
    translation: Translation | None
    """None for the original, and where there is no translation."""
    originals: Mapping[str, str] | None = None
    """The texts of the record by name, if they have been collected before."""

    @property
    def borrowed(self) -> bool:
        """Whether the whole practice is shown in the language of its original."""
        return self.translation is None and self.language != self.record.original_language

    @functools.cached_property
    def _originals(self) -> Mapping[str, str]:
        return texts(self.record) if self.originals is None else dict(self.originals.items())

    @functools.cached_property
    def _translated(self) -> Mapping[str, str]:
        """The translation's texts, fetched at once from where they wait."""
        return {} if self.translation is None else dict(self.translation.texts.items())

    def _translation_of(self, name: str) -> str | None:
        """One text of the translation; a title or tagline without fetching all the others."""
        if name in AT_HAND and self.translation is not None:
            return self.translation.texts.get(name)
        return self._translated.get(name)

    def original(self, name: str) -> str | None:
        """The text as it was written; titles and such are had without a walk through the record."""
        if name in Practice.model_fields:
            text: str | None = getattr(self.record, name)
            return text
        return self._originals.get(name)

    @functools.cached_property
    def names(self) -> tuple[str, ...]:
        """The names of all texts of the practice, in the order of the model."""
        return tuple(self._originals)

    @functools.cached_property
    def current(self) -> Mapping[str, str]:
        """The texts all of which is in this language and up to date: nearly every one is.

        For the others there is `text`.
        """
        if self.borrowed:
            return {}
        if self.translation is None:
            return self._originals
        changed = self.translation.seen
        if not changed:
            return self._translated
        return {name: text for name, text in self._translated.items() if name not in changed}

    def others(self) -> Iterator[str]:
        """Names of the texts that `current` does not have."""
        translation = self.translation
        if translation is None and not self.borrowed:
            return
        if translation is None or translation.n_missing or translation.seen:
            yield from (name for name in self._originals if name not in self.current)

    def heading(self, name: str) -> str | None:
        """The title or tagline if `current` has it, without fetching all the others."""
        if "current" in self.__dict__ or name not in AT_HAND:
            return self.current.get(name)
        translation = self.translation
        if translation is None:
            return None if self.borrowed else self.original(name)
        return None if name in translation.seen else translation.texts.get(name)

    def one(self, name: str) -> str | None:
        """The text of that name if `current` has it, without making any other: some are respelt."""
        translation = self.translation
        if translation is None:
            return None if self.borrowed else self._originals.get(name)
        return None if name in translation.seen else translation.texts.get(name)

    def text(self, name: str) -> LocalizedText | None:
        """The text of that name, paragraph by paragraph; None when the original has none."""
        original = self.original(name)
        if original is None:
            return None
        return self._text(name, original)

    def must(self, name: str) -> LocalizedText:
        """The same for a text that is there. Raises `KeyError` for one that is not."""
        text = self.text(name)
        if text is None:
            raise KeyError(name)
        return text

    def count_behind(self) -> tuple[int, int]:
        """How many paragraphs nobody has translated, and how many were translated from another text
        than the original has now."""
        translation = self.translation
        if translation is None:
            return 0, 0
        changed = [
            paragraph
            for name in translation.seen
            if name in self._translated
            for paragraph in self._text(name, self._originals[name]).paragraphs
        ]
        n_new = sum(paragraph.language != self.language for paragraph in changed)
        return translation.n_missing + n_new, sum(paragraph.outdated for paragraph in changed)

    def _text(self, name: str, original: str) -> LocalizedText:
        source, translation = self.record.original_language, self.translation
        translated = None if translation is None else self._translation_of(name)
        if translation is None or translated is None:
            return _whole(original, source)
        seen = translation.seen.get(name)
        if seen is None or len(seen) != len(split(translated)):
            return _whole(translated, self.language)
        return self._merged(split(translated), split(original), seen, digests(original))

    def _merged(
        self,
        translated: tuple[str, ...],
        original: tuple[str, ...],
        seen: tuple[str, ...],
        current: tuple[str, ...],
    ) -> LocalizedText:
        """Translated paragraphs beside those of the original that nobody has translated yet."""
        paragraphs = []
        for position, match in enumerate(align(seen, current)):
            if match.translated is None:
                paragraphs.append(Paragraph(original[position], self.record.original_language))
            else:
                is_outdated = match.state is State.OUTDATED
                text = translated[match.translated]
                paragraphs.append(Paragraph(text, self.language, is_outdated))
        return LocalizedText(tuple(paragraphs))


def _whole(text: str, language: str) -> LocalizedText:
    return LocalizedText(tuple(Paragraph(paragraph, language) for paragraph in split(text)))
