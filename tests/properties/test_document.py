"""Laws of the reader: places point at the text, values are YAML's own, nothing makes it raise."""

from __future__ import annotations

import time
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from komsiluk.diagnostics import Diagnostic, Message, Span, has_errors
from komsiluk.source import events
from komsiluk.source.document import Document, Path, read
from komsiluk.source.pure import PatientLoader

# What an author may type: letters of the site's languages, and what YAML gives a meaning.
LETTERS = st.sampled_from("abcšđćčžжљњџѓќëçاب😀 \t:#-*&!|>'\"%@`{}[],?\\~.0129=<")
WORDS = st.text(LETTERS, max_size=30)
NAMES = st.text(LETTERS, min_size=1, max_size=12)
VALUES = st.recursive(
    st.one_of(WORDS, st.sampled_from(["~", "null", "NO", "011000", "1:30", "", "on"])),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(NAMES, inner, max_size=4)),
    max_leaves=12,
)
STYLES = st.fixed_dictionaries(
    {
        "default_flow_style": st.sampled_from([True, False, None]),
        "default_style": st.sampled_from([None, '"', "'", "|", ">"]),
        "allow_unicode": st.booleans(),
        "indent": st.sampled_from([2, 4]),
        "width": st.sampled_from([20, 80]),
    }
)


def written(value: Any, style: dict[str, Any]) -> str:
    return str(yaml.dump(value, Dumper=yaml.CSafeDumper, sort_keys=False, **style))


def at(document: Document, span: Span) -> str:
    """The text that a span claims."""
    return document.lines[span.line - 1][span.column - 1 : span.column - 1 + span.length]


def without_none(value: Any) -> Any:
    """A value in which all that may stand for nothing is None, as `BaseLoader` has no None."""
    if isinstance(value, dict):
        return {name: without_none(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [without_none(inner) for inner in value]
    return None if value in ("", "~", "null", None) else value


def everything(value: Any, path: Path = ()) -> list[tuple[Path, Any]]:
    found = [(path, value)]
    if isinstance(value, dict):
        inner = list(value.items())
    else:
        inner = list(enumerate(value)) if isinstance(value, list) else []
    for part, below in inner:
        found += everything(below, (*path, part))
    return found


@given(VALUES, STYLES)
@example("", {})
def test_values_are_those_of_yaml_and_nothing_is_complained_of(
    value: Any, style: dict[str, Any]
) -> None:
    text = written(value, style)
    document = read(text.encode(), file="a.yml")
    expected = yaml.load(text, Loader=yaml.CBaseLoader)
    refused = {"no-tags", "empty-name", "no-references"}
    assert [problem for problem in document.problems if problem.rule not in refused] == []
    assert without_none(document.value) == without_none(expected)


@given(VALUES, STYLES)
def test_places_point_at_the_text_they_claim(value: Any, style: dict[str, Any]) -> None:
    document = read(written(value, style).encode(), file="a.yml")
    known = set(document.paths)
    for path, inner in everything(document.value):
        assert path in known
        claimed = at(document, document.span_of_value(path))
        if isinstance(inner, str) and inner and claimed[:1] not in ("'", '"', "|", ">", "!"):
            assert inner.startswith(claimed)
        if path and isinstance(path[-1], str):
            name = at(document, document.span_of_key(path))
            assert name[:1] in ("'", '"', "?", "|", ">", "!") or name in ("", path[-1][: len(name)])


@given(VALUES, STYLES)
def test_the_parser_without_libyaml_reads_the_same(value: Any, style: dict[str, Any]) -> None:
    data = written(value, style).encode()
    ours = read(data, file="a.yml")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(events, "_PARSER", PatientLoader)
        pure = read(data, file="a.yml")
    assert pure.value == ours.value
    assert pure.problems == ours.problems


def _sound(document: Document) -> None:
    for problem in document.problems:
        _points_into(document, problem)
    for path in document.paths:
        span = document.span_of_value(path)
        assert 1 <= span.line <= len(document.lines)


def _points_into(document: Document, problem: Diagnostic) -> None:
    assert problem.rule and problem.message and problem.hint
    if problem.span:
        excerpt = problem.excerpt.replace("\u00a0", " ")
        assert excerpt == document.lines[problem.span.line - 1].replace("\u00a0", " ")
        assert 1 <= problem.span.column <= len(problem.excerpt) + 1
        assert problem.span.length >= 1


@given(st.binary(max_size=200))
def test_no_bytes_make_it_raise(data: bytes) -> None:
    _sound(read(data, file="a.yml"))


@given(st.text(max_size=200))
def test_no_text_makes_it_raise(text: str) -> None:
    _sound(read(text.encode("utf-8", errors="surrogatepass"), file="a.yml"))


LINES = st.lists(
    st.tuples(
        st.sampled_from(["", "  ", "    ", "\t", " ", "\u00a0\u00a0", "- ", "  - ", "-", "? "]),
        st.sampled_from(["", "a: ", "b:", "a:x ", '"c": ', ": ", "<<: ", "---", "<<<<<<< ", "* "]),
        st.sampled_from(["|", ">-", "x", "x: y", "“a: b”", '"x', "'", "[a", "{b: c}", "@", "#1"]),
        st.sampled_from(["", " #1", "  # r", '"', "]", " \\", "\r", "\r\n", "\x07", "&a b", "*a"]),
    ).map("".join),
    max_size=9,
).map("\n".join)


@given(LINES)
def test_whatever_yaml_refuses_is_told_and_the_rest_is_read_as_yaml_does(text: str) -> None:
    document = read(text.encode(), file="a.yml")
    _sound(document)
    try:
        expected = yaml.load(text, Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        assert has_errors(document.problems)
    else:
        if not has_errors(document.problems):
            assert without_none(document.value) == without_none(expected)


@given(st.text(LETTERS, max_size=60))
def test_prose_beneath_a_bar_is_free(text: str) -> None:
    words = text.strip(" \t") or "x"
    document = read(f"text: |\n  {words}\ntitle: a\n".encode(), file="a.yml")
    assert document.problems == ()
    assert document.value == {"text": f"{words}\n", "title": "a"}


WALLS = [
    "[",
    "{",
    "- ",
    "-",
    '"',
    "'",
    "a: [\n",
    "[\n",
    'a: "\n',
    "\t",
    "#",
    " #",
    ": ",
    "? ",
    "\n",
    " ",
]
WALLS += ["<<<<<<< a\n", "\u00a0\n", "a: b: c\n", "---\n", "- [\n", "a #b\n", "a:x\n", "* x\n"]
WALLS += [
    "a: 1\n",
    "a: 'b\n",
    "\tx\n",
    "{a: ",
    "&a ",
    "!a ",
    "|\n",
    "- |\n",
    "a: @\n",
    "\x07\n",
    "\0",
]


@pytest.mark.parametrize("bracket", WALLS)
@pytest.mark.parametrize("n_characters", [60_000, 300_000])
def test_a_wall_of_brackets_is_refused_at_once(bracket: str, n_characters: int) -> None:
    data = (bracket * n_characters)[:n_characters].encode()
    start = time.process_time()
    document = read(data, file="a.yml")
    assert time.process_time() - start < 5
    if n_characters == 300_000 or bracket == "[":
        assert len(document.problems) == 1


def test_scalars_stay_as_they_are_written() -> None:
    data = b"country: NO\npost: 011000\nno: ~\nnull: null\ntext: 'null'\nempty:\nv: 1.10\n"
    assert read(data, file="a.yml").value == {
        "country": "NO",
        "post": "011000",
        "no": None,
        "null": None,
        "text": "null",
        "empty": None,
        "v": "1.10",
    }


def test_places_count_characters_from_one() -> None:
    document = read("a:\n  - 😀š: Кућа # x\n    b: 'c'\n".encode(), file="a.yml")
    path: Path = ("a", 0, "😀š")
    assert document.span_of_key(path) == Span(line=2, column=5, length=2)
    assert document.span_of_value(path) == Span(line=2, column=9, length=4)
    assert document.span_of_value(("a", 0, "nowhere", 3)) == Span(line=2, column=5, length=12)
    assert document.span_of_value(("nowhere",)) == Span(line=1, column=1, length=2)
    problem = document.problem("rule", Message("phone.message"), path=path, at_key=True)
    assert problem.excerpt == "  - 😀š: Кућа # x"


def test_what_stands_before_a_fault_is_kept() -> None:
    document = read(b"title: a\ntags: [b, c]\ncontact: @ngo\nlast: d\n", file="a.yml")
    assert document.value == {"title": "a", "tags": ["b", "c"]}
    assert not document.complete
