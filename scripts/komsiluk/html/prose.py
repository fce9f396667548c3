"""A text in one or more languages to HTML that says which language each part is in."""

from __future__ import annotations

import functools

from markupsafe import Markup, escape

from komsiluk.languages import language as language_of
from komsiluk.pages.localized_text import LocalizedText, Paragraph
from komsiluk.text.markdown import to_html, to_inline_html


def inline(text: LocalizedText, page_language: str, *, markdown: bool = False) -> Markup:
    """The text within a line; a borrowed paragraph stands in a `<span lang>`."""
    return Markup(" ").join(
        _marked("span", paragraph, page_language, _inline(paragraph.text, markdown))
        for paragraph in text.paragraphs
    )


def blocks(text: LocalizedText, page_language: str, outdated_note: str = "") -> Markup:
    """The text as paragraphs; a borrowed one stands in a `<div lang>`, an outdated one says so."""
    parts = []
    for paragraph in text.paragraphs:
        html = _marked("div", paragraph, page_language, Markup(to_html(paragraph.text)))
        if paragraph.outdated and outdated_note:
            html = Markup(
                '<div class="k-outdated">{}<p class="k-outdated__note">{}</p></div>'
            ).format(html, outdated_note)
        parts.append(html)
    return Markup("\n").join(parts)


def _inline(text: str, markdown: bool) -> Markup:
    return Markup(to_inline_html(text)) if markdown else escape(text)


def _marked(element: str, paragraph: Paragraph, page_language: str, html: Markup) -> Markup:
    if paragraph.language == page_language:
        return html
    return Markup("<{} {}>{}</{}>").format(
        Markup(element), lang(paragraph.language, page_language), html, Markup(element)
    )


@functools.cache
def lang(tag: str, page_language: str) -> Markup:
    """The attributes of an element whose text is in another language than the page.

    Kept until the process ends: there are few languages, and nothing in their files changes.
    """
    if tag == page_language:
        return Markup("")
    text_language, own_language = language_of(tag), language_of(page_language)
    direction = (
        f' dir="{text_language.direction}"'
        if text_language.direction != own_language.direction
        else ""
    )
    return Markup(f'lang="{escape(tag)}"{direction}')
