"""What must hold for CommonMark of contributors: the short ways give what the parser gives."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import escape

from komsiluk.text.markdown import _clean, is_plain, parser, to_html, to_inline_html

LETTERS = st.sampled_from("abčЖع0129 \n.,;:!?-+=#*_`~>|<&()[]{}\"'„“”‘’»«\\/\t\r\xa0\u2003😀²")
PIECES = st.sampled_from(
    [
        "a", "Two rooms", "1.", "1)", "12. x", "12) x", "2026. x", "- ", "+ ", "* ", "# ", "===", "---", "***",
        "> ", "```", "~~~", "    ", "  ", " ", "\n", "\n\n", "  \n", "\\\n", "<b>", "&amp;", "&", "https://a.b/c",
        "www.a.b", "a@b.c", "(", ")", ". ", ", ", "„", "“", '"', "'", "|", "a | b", "---|---", ":-", "[a]: b",
        "[a](b)", "![a](b)", "**", "_", "\\", "\xa0", "\t", "\r", "\r\n", "ž", "Љ",
    ]
)  # fmt: skip
NEARLY_PLAIN = st.tuples(
    st.sampled_from(["", "Two rooms", "Two rooms ", "Two rooms\n", "„Ž“ "]),
    st.one_of(
        PIECES,
        st.sampled_from(["_a_", "*a*", "`a`", "a\tb", "a\rb", "a  \nb", "a \nb", "a > b", "a < b"]),
    ),
    st.sampled_from(["", "x", " x", "\nx", "\n12 x"]),
).map("".join)
TEXTS = st.one_of(
    NEARLY_PLAIN,
    NEARLY_PLAIN,
    st.text(LETTERS, max_size=24),
    st.lists(PIECES, max_size=8).map("".join),
    st.text(max_size=12),
)


@settings(max_examples=500)
@given(TEXTS)
def test_blocks_are_those_of_the_parser(text: str) -> None:
    assert to_html(text) == _clean(parser().render(text)).strip()


@settings(max_examples=500)
@given(TEXTS)
def test_a_line_is_that_of_the_parser(text: str) -> None:
    assert to_inline_html(text) == _clean(parser().renderInline(text)).strip()


@pytest.mark.parametrize(
    "second", ["1. x", "1) x", "12. x", "12) x", "- x", "-", "+ x", "===", "---", "# x"]
)
@pytest.mark.parametrize("first", ["x", "12", "2026.", "12.", "„x“"])
def test_a_line_that_may_begin_a_block_is_left_to_the_parser(first: str, second: str) -> None:
    for text in (f"{first}\n{second}", f"{second}\n{first}", second):
        assert to_html(text) == _clean(parser().render(text)).strip()


@given(TEXTS)
def test_plain_is_what_stands_in_html_as_it_is(text: str) -> None:
    assert is_plain(text) == (str(escape(text)) == text)


@given(TEXTS)
def test_no_text_makes_an_element_or_attribute_that_is_not_allowed(text: str) -> None:
    allowed = r"p|br|hr|em|strong|code|pre|blockquote|ul|ol|li|a|h[34]|table|thead|tbody|tr|th|td"
    for html in (to_html(text), to_inline_html(text)):
        for tag in re.findall("<[^>]*>", html):
            assert re.fullmatch(rf'</?({allowed})( (href|title|start|rel)="[^"]*")*>', tag)
