"""CommonMark of contributors to harmless HTML, and to plain text."""

from __future__ import annotations

import functools
import html
import re

import nh3
from markdown_it import MarkdownIt

_TAGS = {
    "p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a",
    "h3", "h4", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_SCHEMES = {"https", "http", "mailto"}


def to_html(text: str) -> str:
    """Blocks of HTML for a CommonMark text; raw HTML in it is shown as it was typed.

    The HTML is limited to an allow-list (invariant 6 of the design): no scripts, styles, classes,
    ids or images, and links only to `https`, `http` and `mailto`.

    >>> to_html("**Two** rooms <script>alert(1)</script>")
    '<p><strong>Two</strong> rooms &lt;script&gt;alert(1)&lt;/script&gt;</p>'
    """
    if is_plain_paragraph(text):
        return f"<p>{text}</p>"
    return _clean(parser().render(text)).strip()


def to_inline_html(text: str) -> str:
    """The same for a text of one line, without the paragraph around it.

    >>> to_inline_html("Bread & *salt*")
    'Bread &amp; <em>salt</em>'
    """
    if text.isprintable() and means_nothing(text):
        return text
    return _clean(parser().renderInline(text)).strip()


def to_plain(text: str) -> str:
    """The words of a text in one line, for places that cannot show emphasis or links.

    >>> to_plain("Bread & *salt*, <b>free</b>")
    'Bread & salt, <b>free</b>'
    """
    if "\n" in text or not means_nothing(text):
        return html.unescape(" ".join(_BLOCK.sub(" ", _INLINE.sub("", _rendered(text))).split()))
    return text


def is_plain(text: str) -> bool:
    """Whether the text can be put into HTML, and into its attributes, unchanged.

    >>> is_plain("Two rooms"), is_plain("Bread & salt")
    (True, False)
    """
    return not ("<" in text or "&" in text or ">" in text or '"' in text or "'" in text)


def means_nothing(text: str) -> bool:
    """Whether no character of a text has a meaning in CommonMark or HTML, ends of lines excepted.

    Looking for each character in turn is the quickest way in Python, and ten times quicker than
    parsing.
    """
    return not (
        "<" in text
        or "&" in text
        or ">" in text
        or "*" in text
        or "_" in text
        or "`" in text
        or "[" in text
        or "\\" in text
        or "\xa0" in text
        or "|" in text
        or text[:1] == " "
        or text[-1:] == " "
    )


def is_plain_paragraph(text: str) -> bool:
    """Whether the text is one paragraph, and none of its lines begins a list, heading or quotation."""
    if not text or not means_nothing(text):
        return False
    for line in text.split("\n"):
        first = line[:1]
        if not (first.isalpha() or first in _OPENING or (first.isdigit() and line[1:2].isdigit())):
            return False
        if not line.isprintable() or line[-1] == " " or _NUMBERED.match(line):
            return False
    return True


def _rendered(text: str) -> str:
    rendered: str = parser().render(text)
    return rendered


_INLINE = re.compile(r"</?(?:em|strong|code|a)\b[^>]*>")
_BLOCK = re.compile(r"<[^>]*>")
_OPENING = frozenset('„“”"(‘’»«')
_NUMBERED = re.compile(r"\d+[.)]")


@functools.cache
def parser() -> MarkdownIt:
    """The parser of contributors' CommonMark, tables included. It reads HTML as text.

    All texts share one, until the process ends.
    """
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _clean(rendered: str) -> str:
    return nh3.clean(
        rendered,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel="noopener nofollow",
    )
