"""CommonMark of contributors to HTML that can do nothing."""

from __future__ import annotations

import functools

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

    What comes out is from an allow-list (invariant 6 of the design): no scripts, styles, classes,
    ids or images, links only to `https`, `http` and `mailto`.

    >>> to_html("**Two** rooms <script>alert(1)</script>")
    '<p><strong>Two</strong> rooms &lt;script&gt;alert(1)&lt;/script&gt;</p>'
    """
    return _clean(_parser().render(text)).strip()


def to_inline_html(text: str) -> str:
    """The same for a text of one line, without the paragraph around it.

    >>> to_inline_html("Bread & *salt*")
    'Bread &amp; <em>salt</em>'
    """
    return _clean(_parser().renderInline(text)).strip()


@functools.cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _clean(html: str) -> str:
    return nh3.clean(
        html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel="noopener nofollow"
    )
