"""English phrases that nobody has translated to HTML that marks them as English."""

from __future__ import annotations

import dataclasses
import re

from komsiluk.languages import REFERENCE
from komsiluk.model.words import BORROWED, Words
from komsiluk.pages.language_context import LanguageContext
from komsiluk.pages.page import Page

_START, _END = BORROWED
_MARKS = re.compile(rf"[{_START}{_END}]|\\u000[ef]")
"""The marks, as they are and as JSON writes them."""
_ESCAPED = "\\u000e"
"""The first mark, as JSON writes it."""
_NO_TEXT = re.compile(
    r"<!--.*?-->|<(script|style|title|textarea|option|svg)\b.*?</\1\s*>|<[^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
"""Tags with their attributes, and elements in which no `span` can be."""


def marked(context: LanguageContext) -> LanguageContext:
    """The context for HTML, with marks around borrowed phrases; the same context if it borrows none."""
    words = context.words.marked
    return context if words is context.words else dataclasses.replace(context, words=words)


def with_marks(page: Page, words: Words) -> Page:
    """The page with marks around its title, if the title is a borrowed phrase."""
    if page.title not in words.borrowed_texts:
        return page
    return dataclasses.replace(page, title=f"{_START}{page.title}{_END}")


def resolved(html: str) -> str:
    """HTML in which phrases between marks stand in a `span` that says they are English. Where no element
    can stand, as in attributes, the marks are removed.

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
