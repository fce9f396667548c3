"""What must hold for marks: after pouring, a shell reads as if it had been rendered with the values."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment

from komsiluk.mkdocs_plugin.placeholders import (
    ID,
    NUMBER,
    Placeholder,
    PlaceholderAddress,
    Shell,
    UnpourableError,
)

TEXTS = st.one_of(
    st.text(max_size=20),
    st.lists(
        st.sampled_from(
            ["<b>", "&amp;", "&", '"', "'", "  ", "\n", "ž", "<!--", "-->", "{{ x }}", "\\1", ID, NUMBER, "</script>"]
        ),
        max_size=6,
    ).map("".join),
)  # fmt: skip
PRINTED = st.sampled_from(
    ["{{ title }}", "{{ title | e }}", "{{ title | striptags }}", "{{ title | striptags | e }}",
     "{{ title | tojson }}", "{{ title ~ '!' }}", "{{ '<' + title + '>' }}", "{{ [title] | join }}",
     "{{ title if title }}", "{{ title | string | forceescape }}",
     "{{ content }}", "{{ content | striptags }}", "{{ id }}", "{{ number }}", "<p>", " ", "\n", '="', "ž"]
)  # fmt: skip


@given(st.lists(PRINTED, max_size=8), TEXTS.filter(bool), TEXTS.filter(bool))
def test_a_poured_shell_reads_as_if_it_had_been_rendered_with_the_values(
    printed: list[str], title: str, content: str
) -> None:
    template = Environment(keep_trailing_newline=True).from_string("".join(printed))
    marks = (Placeholder("title"), Placeholder("content"))
    shell = template.render(title=marks[0], content=marks[1], id=ID, number=NUMBER)
    values = {"title": title, "content": content, ID: "tool-library", NUMBER: "2"}
    expected = template.render(title=title, content=content, id="tool-library", number="2")
    assert Shell(shell, marks).pour(values) == expected


PRINTING = {"__str__", "__repr__", "__format__", "__add__", "__class__", "__new__", "__init__"}
"""What printing needs; everything else would tell the theme what it is not to know."""


@pytest.mark.parametrize(
    "method", sorted(set(vars(str)) - PRINTING - {"__doc__", "__getattribute__"})
)
def test_a_theme_that_looks_into_a_mark_is_refused(method: str) -> None:
    mark: Any = Placeholder("title")
    asked = getattr(mark, method)
    if method in ("__sizeof__", "__getnewargs__"):
        return
    with pytest.raises(
        UnpourableError, match=rf"^the theme looks into the title of a page \({method}\)$"
    ):
        asked(*["a"] * (len(inspect.signature(asked).parameters) and 1))


@pytest.mark.parametrize(
    "printed",
    ["{{ title | upper }}", "{{ title[1:] }}", "{{ title | length }}", "{{ title | replace('a', 'b') }}",
     "{{ title == 'a' }}", "{{ title != 'a' }}", "{{ title < 'a' }}", "{{ title in ['a'] }}", "{{ 'a' in title }}",
     "{{ title in {'a': 1} }}", "{{ {'a': 1}[title] }}", "{{ title | list }}", "{{ title | first }}",
     "{{ title | sort }}", "{{ title * 2 }}", "{{ title % 2 }}", "{{ '%-9s' % title }}", "{{ '{:>9}'.format(title) }}",
     "{{ title.split() }}", "{{ title | trim }}", "{{ title | title }}", "{{ title | urlencode }}",
     "{{ title | wordwrap }}", "{{ title | truncate(3) }}", "{{ [title] }}", "{{ title | striptags | upper }}",
     "{{ title | e | replace('&', '') }}", "{{ '%.9s' | format(title) }}",  "{{ id | upper }}"]
)  # fmt: skip
def test_a_shell_that_depends_on_a_text_is_refused(printed: str) -> None:
    template = Environment().from_string(printed)
    mark = Placeholder("title")
    with pytest.raises(UnpourableError):
        Shell(template.render(title=mark, id=ID), (mark,))


@pytest.mark.parametrize(
    ("asked", "answer"),
    [("", False), ("themes/", False), ("practices/", False), ("practices/a/b/", False), ("places/a/", False)],
)  # fmt: skip
def test_an_address_tells_what_is_true_of_all_pages_alike(asked: str, answer: bool) -> None:
    address = PlaceholderAddress(f"practices/{ID}/")
    assert (address == asked, asked == address, address in [asked]) == (answer,) * 3
    assert address != asked
    assert address and address.startswith("practices/") and "practices/" in address
    assert address == PlaceholderAddress(f"practices/{ID}/")
    assert address != 1 and address is not None


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        (f"practices/{ID}/", "practices/tool-library/"),
        (f"mk/themes/{ID}/page/{NUMBER}/", "mk/themes/sharing/page/2/"),
        (f"practices/page/{NUMBER}/", "practices/page/3/"),
    ],
)
def test_an_address_does_not_tell_whether_it_is_that_of_a_certain_page(
    address: str, asked: str
) -> None:
    with pytest.raises(
        UnpourableError, match="^the theme asks whether a page has a certain address$"
    ):
        bool(PlaceholderAddress(address) == asked)
    with pytest.raises(UnpourableError):
        bool(PlaceholderAddress(address) != asked)
    with pytest.raises(UnpourableError):
        assert asked in ["x", PlaceholderAddress(address)]
    with pytest.raises(UnpourableError):
        len(PlaceholderAddress(address))
