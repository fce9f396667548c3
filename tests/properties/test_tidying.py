"""What must hold for a page that has been tidied up: it says what it said, in no more bytes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from komsiluk.mkdocs_plugin.minify_html import tidy

FRAMES = st.lists(
    st.sampled_from(["<p>", "</p>", "word", " ", "  ", "\n", "\n\n", "\t", "\n    ", "é", "<meta>", "CONTENT"]),
    max_size=12,
).map("".join)  # fmt: skip


@given(FRAMES, FRAMES)
def test_the_words_and_the_content_stay_and_nothing_grows(before: str, after: str) -> None:
    content = "<pre>\n\n  a\n</pre>\n\n  b"
    html = before + content + after
    tidied = tidy(html, content)
    assert tidied.split() == html.split()
    assert content in tidied
    assert len(tidied) <= len(html)
    assert tidy(tidied, content) == tidied
    assert not any("\n\n" in part for part in tidied.split(content))


@given(FRAMES, FRAMES)
def test_space_between_words_stays_space(before: str, after: str) -> None:
    tidied = tidy(f"{before}CONTENTS{after}", "CONTENTS")
    assert " ".join(f"x{tidied}x".split()) == " ".join(f"x{before}CONTENTS{after}x".split())


@given(FRAMES, st.sampled_from(["<pre>", '<pre class="a">', "<textarea>"]))
def test_where_space_is_meant_everything_stays(frame: str, mark: str) -> None:
    for html in (f"{mark}{frame}XYZ", f"XYZ{frame}{mark}\n\n"):
        assert tidy(html, "XYZ") == html


@given(FRAMES)
def test_without_its_content_or_with_it_twice_a_page_stays_as_it_is(frame: str) -> None:
    assert tidy(frame, "XYZ") == frame
    assert tidy(frame, "") == frame
    assert tidy(f"XYZ{frame}XYZ\n\n", "XYZ") == f"XYZ{frame}XYZ\n\n"
