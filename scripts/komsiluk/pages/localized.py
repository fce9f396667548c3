"""A practice to a value in one language that all outputs show; it is made once in a build."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from komsiluk.model.account import Result
from komsiluk.model.collection import Collection
from komsiluk.model.practice import Practice
from komsiluk.model.translation import Translation
from komsiluk.pages.facts import Item, facts
from komsiluk.pages.figures import figure
from komsiluk.pages.language_context import LanguageContext
from komsiluk.pages.localized_text import LocalizedText
from komsiluk.pages.localized_texts import LocalizedTexts
from komsiluk.pages.period import period_line
from komsiluk.pages.results_table import ResultRow
from komsiluk.pages.shared_facts import SharedFacts
from komsiluk.pages.translation_state import TranslationState, translation_state


@dataclass(frozen=True, slots=True)
class LocalizedResult:
    """A result as every page and paper prints it."""

    result: Result
    figure: str
    """`more than 900`, `36 of 48`; empty for none."""
    date: str
    """The day in words; empty when no source tells."""
    share: float
    """Length of its bar, from 0 to 1."""


@dataclass(frozen=True, kw_only=True)
class LocalizedPractice:
    """A practice in a language; outputs show it and look nothing up."""

    id: str
    record: Practice
    """What its file holds; texts are in `texts`."""
    language: LanguageContext
    shared: SharedFacts
    """What is the same in every language."""
    texts: LocalizedTexts
    state: TranslationState
    """What a reader has to know of the translation."""
    title: LocalizedText
    tagline: LocalizedText
    theme: LocalizedText
    """The label of its first theme."""
    where: str
    """The places in a few words: at most three, else the countries."""
    when: str
    """When it took place; empty when no source tells."""

    @property
    def tag(self) -> str:
        """The language, as BCP 47."""
        return self.language.tag

    @property
    def text_language(self) -> str:
        """The language in which it is chiefly shown."""
        return self.record.original_language if self.state.is_borrowed else self.tag

    @functools.cached_property
    def facts(self) -> Mapping[str, list[Item]]:
        """The facts by which it is compared, by the names in `all_facts`; unknown ones are left out."""
        return facts(self)

    @functools.cached_property
    def results(self) -> tuple[tuple[LocalizedResult | None, LocalizedResult | None], ...]:
        """Planned beside achieved, row by row; at least one of them is there."""
        return tuple(
            (self._result(row, row.planned), self._result(row, row.achieved))
            for row in self.shared.results
        )

    def _result(self, row: ResultRow, result: Result | None) -> LocalizedResult | None:
        if result is None:
            return None
        words = self.language.words
        return LocalizedResult(
            result=result,
            figure=figure(result, words),
            date=words.day(result.date) if result.date else "",
            share=row.share(result),
        )


def localize(
    practice_id: str, collection: Collection, shared: SharedFacts, language: LanguageContext
) -> LocalizedPractice:
    """The practice in a language, from its record and its translation."""
    record = collection.practices[practice_id]
    translations: Mapping[str, Translation] = collection.translations[practice_id]
    is_original = language.tag == record.original_language
    texts = LocalizedTexts(
        record=record,
        language=language.tag,
        translation=None if is_original else translations.get(language.tag),
        originals=collection.originals.get(practice_id),
    )
    period = record.period
    return LocalizedPractice(
        id=practice_id,
        record=record,
        language=language,
        shared=shared,
        texts=texts,
        state=translation_state(texts),
        title=texts.must("title"),
        tagline=texts.must("tagline"),
        theme=language.concept("themes", shared.theme),
        where=_where(record, language),
        when=period_line(period.start, period.end, language.words) if period else "",
    )


def _where(record: Practice, language: LanguageContext) -> str:
    words = language.words
    if 0 < len(record.places) <= 3:
        return words.join(map(language.place, record.places))
    return words.join(map(words.country, record.countries))
