"""Texts that need no code of their own: the model says where they stand and which heading they have.

A text of a practice, or of a record that stands in it once, is such a text when its mark (`Shown`) has a
section and the phrase of a heading. Page, comparison, form and papers show the texts of this module.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from komsiluk.model.practice import Practice
from komsiluk.model.shown import Section, Shown, showing
from komsiluk.model.walk import models_within, record_name, single_texts


@dataclass(frozen=True, kw_only=True, slots=True)
class DeclaredText:
    """A text that outputs show by its mark alone."""

    name: str
    """As in files and translations: `access`, `resources.access`."""
    mark: Shown
    is_markdown: bool
    """Whether CommonMark means something in it."""

    @property
    def heading(self) -> str:
        """The key of the phrase above it."""
        return self.mark.phrase

    @property
    def sections(self) -> tuple[Section, ...]:
        """The section of the page at whose end it stands."""
        return self.mark.sections

    @property
    def papers(self) -> tuple[str, ...]:
        """The papers that print it."""
        return self.mark.papers if isinstance(self.mark.papers, tuple) else ()


def declared_texts(practice: Practice) -> tuple[DeclaredText, ...]:
    """The declared texts that a practice has, in the order of the model."""
    return tuple(text for text in all_declared_texts() if _value(practice, text.name))


@functools.cache
def all_declared_texts() -> tuple[DeclaredText, ...]:
    """All declared texts. Kept until the process ends: the model never changes."""
    return tuple(_declared(Practice))


@functools.cache
def headings() -> Mapping[tuple[str, str], str]:
    """The phrase of each field that has one, by record and name as the form has them: `practice`, `access`.

    Kept until the process ends: the model never changes.
    """
    return {
        (record_name(model), name): mark.phrase
        for model in models_within(Practice)
        for name, mark in showing(model).items()
        if isinstance(mark, Shown) and mark.phrase
    }


def _declared(model: type[BaseModel]) -> Iterator[DeclaredText]:
    for name, text, holder, field in single_texts(model):
        mark = showing(holder)[field]
        if isinstance(mark, Shown) and mark.section and mark.phrase:
            yield DeclaredText(name=name, mark=mark, is_markdown=text.markdown)


def _value(practice: Practice, name: str) -> object:
    value: object = practice
    for field in name.split("."):
        value = getattr(value, field, None)
    return value
