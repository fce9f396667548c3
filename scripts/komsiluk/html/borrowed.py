"""Phrases that stand on a page in English, because nobody has translated them, to phrases that say so."""

from __future__ import annotations

import dataclasses
import re

from komsiluk.languages import REFERENCE
from komsiluk.model.words import BORROWED, Words
from komsiluk.pages.language_context import LanguageContext
from komsiluk.pages.page import Page

_START, _END = BORROWED
_MARKS = re.compile(rf"[{_START}{_END}]|\\u000[ef]")
"""The marks, and what JSON makes of them."""
_ESCAPED = "\\u000e"
"""The first mark, as JSON has it."""
_NO_TEXT = re.compile(
    r"<!--.*?-->|<(script|style|title|textarea|option|svg)\b.*?</\1\s*>|<[^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
"""Tags with their attributes, and elements in which no `span` can be."""


def marked(context: LanguageContext) -> LanguageContext:
    """The context for HTML, which puts marks around what it borrows; the same one if it borrows nothing."""
    words = context.words.marked
    return context if words is context.words else dataclasses.replace(context, words=words)


def with_marks(page: Page, words: Words) -> Page:
    """The page with marks around its title, if that is a phrase which is borrowed."""
    if page.title not in words.borrowed_texts:
        return page
    return dataclasses.replace(page, title=f"{_START}{page.title}{_END}")


def resolved(html: str) -> str:
    """HTML in which what stands between marks is told to be English; where no element can be, as in
    attributes, the marks are gone.

    >>> resolved('<a title="\\x0eMenu\\x0f">\\x0eMenu\\x0f</a>')
    '<a title="Menu"><span lang="en">Menu</span></a>'
    """
    if _START not in html and _ESCAPED not in html:
        return html
    pieces: list[str] = []
    end = 0
    for match in _NO_TEXT.finditer(html):
        pieces += (_spans(html[end : match.start()]), _MARKS.sub("", match[0]))
        end = match.end()
    return "".join([*pieces, _spans(html[end:])])


def _spans(text: str) -> str:
    return text.replace(_START, f'<span lang="{REFERENCE}">').replace(_END, "</span>")
