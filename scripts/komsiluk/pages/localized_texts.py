"""A practice and its translation to its texts in one language; missing ones are borrowed from the original."""

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
    """The texts of the record by name, if somebody has collected them before."""

    @property
    def borrowed(self) -> bool:
        """Whether the whole practice is shown in the language of its original."""
        return self.translation is None and self.language != self.record.original_language

    @functools.cached_property
    def _originals(self) -> Mapping[str, str]:
        return texts(self.record) if self.originals is None else dict(self.originals.items())

    @functools.cached_property
    def _translated(self) -> Mapping[str, str]:
        """The translation's texts, read from disk all at once."""
        return {} if self.translation is None else dict(self.translation.texts.items())

    def _translation_of(self, name: str) -> str | None:
        """One text of the translation. A title or tagline is in memory, so the others are not read for it."""
        if name in AT_HAND and self.translation is not None:
            return self.translation.texts.get(name)
        return self._translated.get(name)

    def original(self, name: str) -> str | None:
        """The original text. Fields of the practice itself, such as titles, need no walk through the record."""
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
        """The texts that are wholly in this language and up to date: nearly all are.

        `text` gives the other ones.
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
        """The title or tagline if `current` has it. The other texts are not read for it."""
        if "current" in self.__dict__ or name not in AT_HAND:
            return self.current.get(name)
        translation = self.translation
        if translation is None:
            return None if self.borrowed else self.original(name)
        return None if name in translation.seen else translation.texts.get(name)

    def current_text(self, name: str) -> str | None:
        """The text of that name if `current` has it. No other text is made: some are transliterated."""
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
        """The text of that name. Raises `KeyError` when the original has none."""
        text = self.text(name)
        if text is None:
            raise KeyError(name)
        return text

    def count_behind(self) -> tuple[int, int]:
        """How many paragraphs nobody has translated, and how many translations are older than their
        original."""
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
        digests_seen = translation.seen.get(name)
        if digests_seen is None or len(digests_seen) != len(split(translated)):
            return _whole(translated, self.language)
        return self._merged(split(translated), split(original), digests_seen, digests(original))

    def _merged(
        self,
        translated: tuple[str, ...],
        original: tuple[str, ...],
        digests_seen: tuple[str, ...],
        current: tuple[str, ...],
    ) -> LocalizedText:
        """Translated paragraphs, and between them the original ones that nobody has translated yet."""
        paragraphs = []
        for position, match in enumerate(align(digests_seen, current)):
            if match.translated is None:
                paragraphs.append(Paragraph(original[position], self.record.original_language))
            else:
                is_outdated = match.state is State.OUTDATED
                text = translated[match.translated]
                paragraphs.append(Paragraph(text, self.language, is_outdated))
        return LocalizedText(tuple(paragraphs))


def _whole(text: str, language: str) -> LocalizedText:
    return LocalizedText(tuple(Paragraph(paragraph, language) for paragraph in split(text)))
