"""The words of the interface in one language, with numbers, dates and lists as that language writes them."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

from komsiluk.languages import Language, language
from komsiluk.languages.phrases import Phrase as Phrase

BORROWED = ("\x0e", "\x0f")
"""Marks before and after a borrowed phrase, until its page is complete; no file can contain them."""


@dataclass(frozen=True, kw_only=True)
class Words:
    """The interface in one language."""

    language: Language
    phrases: Mapping[str, Phrase]
    """By dotted key: `practice.problem`."""
    borrowed: frozenset[str] = frozenset()
    """Keys of the phrases that stand there in English, because nobody has translated them."""

    def say(self, key: str, **values: object) -> str:
        """The phrase, with `{name}` replaced. Raises `KeyError` for a phrase that nobody wrote."""
        phrase = self.phrases[key]
        if not isinstance(phrase, str):
            raise KeyError(f"{key} needs a number: use count()")
        return phrase.format(**values) if values else phrase

    @functools.cached_property
    def marked(self) -> Words:
        """The same words with marks around each borrowed phrase (see `html/borrowed.py`)."""
        if not self.borrowed:
            return self
        phrases = {key: _marked(self.phrases[key]) for key in self.borrowed}
        return replace(self, phrases={**self.phrases, **phrases})

    @functools.cached_property
    def borrowed_texts(self) -> frozenset[str]:
        """The borrowed phrases without marks."""
        texts = (self.phrases[key] for key in self.borrowed)
        return frozenset(text.strip("".join(BORROWED)) for text in texts if isinstance(text, str))

    def has(self, key: str) -> bool:
        """Whether there is such a phrase."""
        return key in self.phrases

    @functools.cached_property
    def count(self) -> Callable[[str, int], str]:
        """The phrase of a key in the plural form of a number; `{n}` is the number.

        Kept, like the other functions below, as long as these words: pages repeat the same few values.
        """
        return functools.lru_cache(4096)(self._count)

    def _count(self, key: str, number: int) -> str:
        phrase = self.phrases[key]
        if isinstance(phrase, str):
            return phrase.format(n=self.number(number))
        form = self.language.locale.plural_form(number)
        return phrase.get(form, phrase["other"]).format(n=self.number(number))

    @functools.cached_property
    def number(self) -> Callable[[float], str]:
        """2000 as `2,000`, `2.000` or `2 000`."""
        return functools.lru_cache(4096)(
            lambda value: format_decimal(value, locale=self.language.locale)
        )

    def join(self, items: Iterable[str]) -> str:
        """`a, b and c`."""
        return self._joined(tuple(items))

    @functools.cached_property
    def _joined(self) -> Callable[[tuple[str, ...]], str]:
        return functools.lru_cache(4096)(
            lambda items: format_list(items, locale=self.language.locale)
        )

    @functools.cached_property
    def day(self) -> Callable[[str], str]:
        """An ISO 8601 year, month or day as people read it: `2017`, `February 2017`, `1 August 2017`."""
        return functools.lru_cache(4096)(lambda day: _day(day, self.language.locale))

    @functools.cached_property
    def country(self) -> Callable[[str], str]:
        """The country of an ISO 3166-1 code, by CLDR; a contested one as the site's policy names it."""
        return functools.cache(self._country)

    def _country(self, code: str) -> str:
        name = self.phrases.get(f"contested.{code}.name")
        return str(name or self.language.locale.territories.get(code, code))

    @functools.cached_property
    def language_name(self) -> Callable[[str], str]:
        """The name of another language in this one: `English` → `engleski`."""
        return functools.cache(self._language_name)

    def _language_name(self, tag: str) -> str:
        try:
            return Locale.parse(tag, sep="-").get_display_name(self.language.locale) or tag
        except (UnknownLocaleError, ValueError):
            return language(tag).name


def _marked(phrase: Phrase) -> Phrase:
    start, end = BORROWED
    if isinstance(phrase, str):
        return f"{start}{phrase}{end}"
    return {form: f"{start}{text}{end}" for form, text in phrase.items()}


def _day(day: str, locale: Locale) -> str:
    parts = [int(part) for part in day.split("-")]
    date = datetime.date(parts[0], *(parts[1:] + [1, 1])[:2])
    if len(parts) == 1:
        return str(parts[0])
    if len(parts) == 2:
        return format_skeleton("yMMMM", date, locale=locale)
    return format_date(date, format="long", locale=locale)
