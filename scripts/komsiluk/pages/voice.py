"""A language of the site to what it has to say: labels, and practices as far as they are translated."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from komsiluk.model.practice import Practice
from komsiluk.model.translation import AT_HAND, Translation
from komsiluk.model.walk import texts
from komsiluk.model.words import Words
from komsiluk.text.paragraphs import State, align, digests, split
from komsiluk.text.scripts import convert, other_script


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph in the language in which it is there."""

    text: str
    language: str
    outdated: bool = False
    """Whether the original has changed since it was translated."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text as a page says it; its paragraphs may be in more than one language."""

    passages: tuple[Passage, ...]

    @property
    def plain(self) -> str:
        """The whole text, paragraphs apart by an empty line."""
        return "\n\n".join(passage.text for passage in self.passages)

    @property
    def line(self) -> str:
        """The whole text in one line, for where there is room for no more."""
        plain = self.plain
        return " ".join(plain.split()) if "\n" in plain else plain

    @property
    def language(self) -> str:
        """The language of the first paragraph."""
        return self.passages[0].language


@dataclass(frozen=True)
class Voice:
    """What one language of the site can say."""

    words: Words
    default_language: str
    memory: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)
    """What has been said before and will be again, by whatever it was asked for with."""

    @property
    def tag(self) -> str:
        """The language's BCP 47 tag."""
        return self.words.language.tag

    def label(self, labels: Mapping[str, str], otherwise: str = "") -> Said:
        """The words of this language; else its other script's; else the site's default.

        Then comes `otherwise`, such as a thing's own name, and last whatever language there is.
        """
        if self.tag in labels:
            return _said(labels[self.tag], self.tag)
        origin = other_script(self.tag)
        if origin in labels and origin is not None:
            return _said(convert(labels[origin], origin, self.tag), self.tag)
        if self.default_language in labels:
            return _said(labels[self.default_language], self.default_language)
        if labels and not otherwise:
            tag, text = next(iter(labels.items()))
            return _said(text, tag)
        return _said(otherwise, self.tag)

    def rendition(
        self,
        practice: Practice,
        translations: Mapping[str, Translation],
        originals: Mapping[str, str] | None = None,
    ) -> Rendition:
        """The practice as this language says it; `originals` are its texts, if they are at hand."""
        is_original = self.tag == practice.original_language
        return Rendition(
            practice=practice,
            language=self.tag,
            translation=None if is_original else translations.get(self.tag),
            originals=originals,
        )


@dataclass(frozen=True)
class Rendition:
    """A practice in a language: every text, borrowed from the original where it must be."""

    practice: Practice
    language: str
    translation: Translation | None
    originals: Mapping[str, str] | None = None

    @functools.cached_property
    def _originals(self) -> Mapping[str, str]:
        return texts(self.practice) if self.originals is None else dict(self.originals.items())

    @functools.cached_property
    def _translated(self) -> Mapping[str, str]:
        """The translation's texts, fetched at once from where they wait."""
        translation = self.translation
        if translation is None:
            return {}
        return dict(translation.texts.items())

    def _translation_of(self, name: str) -> str | None:
        """One text of the translation; a title or tagline without fetching all the others."""
        if name in AT_HAND and self.translation is not None:
            return self.translation.texts.get(name)
        return self._translated.get(name)

    def original(self, name: str) -> str | None:
        """The text as it was written; titles and such are had without a walk through the record."""
        if name in Practice.model_fields:
            found: str | None = getattr(self.practice, name)
            return found
        return self._originals.get(name)

    @property
    def borrowed(self) -> bool:
        """Whether the whole practice is shown in the language of its original."""
        return self.translation is None and self.language != self.practice.original_language

    @property
    def text_language(self) -> str:
        """The language in which the practice is chiefly shown."""
        return self.practice.original_language if self.borrowed else self.language

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

    def text(self, name: str) -> Said | None:
        """The text of that name, paragraph by paragraph; None when the original has none."""
        original = self.original(name)
        if original is None:
            return None
        return _render(self, name, original)

    @property
    def n_missing(self) -> int:
        """How many paragraphs of the original nobody has translated."""
        if self.translation is None:
            return 0
        n_new = sum(passage.language != self.language for passage in self._reviewed)
        return self.translation.n_missing + n_new

    @property
    def n_outdated(self) -> int:
        """How many paragraphs were translated from another text than the original has now."""
        return sum(passage.outdated for passage in self._reviewed)

    @functools.cached_property
    def _reviewed(self) -> tuple[Passage, ...]:
        """The passages of all texts whose original has changed."""
        changed = self.translation.seen if self.translation else ()
        return tuple(
            passage
            for name in changed
            if name in self._translated
            for passage in _render(self, name, self._originals[name]).passages
        )


def _said(text: str, language: str) -> Said:
    return Said((Passage(text, language),))


def _render(rendition: Rendition, name: str, original: str) -> Said:
    language, source = rendition.language, rendition.practice.original_language
    translation = rendition.translation
    if translation is None:
        return Said(tuple(Passage(paragraph, source) for paragraph in split(original)))
    translated = rendition._translation_of(name)
    if translated is None:
        return Said(tuple(Passage(paragraph, source) for paragraph in split(original)))
    paragraphs = split(translated)
    seen = translation.seen.get(name)
    if seen is None or len(seen) != len(paragraphs):
        return Said(tuple(Passage(paragraph, language) for paragraph in paragraphs))
    now = split(original)
    passages = []
    for position, match in enumerate(align(seen, digests(original))):
        if match.translated is None:
            passages.append(Passage(now[position], source))
        else:
            passages.append(
                Passage(paragraphs[match.translated], language, match.state is State.OUTDATED)
            )
    return Said(tuple(passages))
