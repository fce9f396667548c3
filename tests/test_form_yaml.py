"""What the form writes is read by Python as the same, and the form reads what Python reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from komsiluk.diagnostics import has_errors
from komsiluk.source.document import read
from tests.node import Node, node

ROOT = Path(__file__).parents[1]
_SCRIPTS = ("form/yaml.js", "form/reader.js")
_NASTY = (
    "a", "Š", "ж", "ë", "😀", " ", "  ", "\n", "\n\n", "#", " # ", ": ", "- ", "* ", '"', "'", "„", "“",
    "\t", "{", "}", "[", "]", "%", "@", "`", "!", "&", "|", ">", "?", "no", "yes", "null", "~", "1", "0641",
    "2020-01-01", "1:30", "\u2028", "\x85", "\ufeff", "\r\n", "\\", "\xa0", "---", "...", "<<", "=", "ا",
    "\u200f", "\u202e", "\x07", "\x00", "\x1b", "\x7f", "\uffff", "🏳️‍🌈", "<<<<<<<", ">>>>>>>", "||||||| ", "title:",
)  # fmt: skip
"""Pieces of texts on which readers of YAML have stumbled."""

texts = st.one_of(
    st.lists(st.sampled_from(_NASTY), min_size=1, max_size=12).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60),
)
ids = st.sampled_from(["kitchen", "photo-2", "no", "RS", "NO", "sr-Latn", "y", "null", "a1-b2"])
numbers = st.one_of(st.integers(-(10**9), 10**9), st.booleans())
scalars = st.one_of(texts, ids, numbers)
files = st.fixed_dictionaries(
    {"title": texts},
    optional={
        "number": numbers,
        "ids": st.lists(ids, min_size=1, max_size=3),
        "texts": st.lists(scalars, min_size=1, max_size=3),
        "group": st.fixed_dictionaries(
            {"text": texts, "deep": st.fixed_dictionaries({"x": texts})}
        ),
        "items": st.lists(
            st.fixed_dictionaries(
                {"id": ids, "what": texts}, optional={"at": st.lists(scalars, min_size=1)}
            ),
            min_size=1,
            max_size=3,
        ),
    },
)


@pytest.fixture(scope="module")
def turned() -> Iterator[Node]:
    """Values to what the form writes, and what its own reader makes of that."""
    function = """(values) => {
      const text = komsiluk.yaml.write(values);
      const back = komsiluk.yaml.read(text);
      return { text, back };
    }"""
    with node(function, _SCRIPTS) as found:
        yield found


@pytest.fixture(scope="module")
def form_reads() -> Iterator[Node]:
    """A text to what the form's reader makes of it."""
    with node("(text) => komsiluk.yaml.read(text)", _SCRIPTS) as found:
        yield found


@settings(max_examples=300)
@given(files)
def test_what_the_form_writes_is_read_as_the_same(turned: Node, value: dict[str, Any]) -> None:
    found = turned(value)
    document = read(found["text"].encode(), file="practice.yml")
    assert document.problems == ()
    assert document.value == found["back"] == _as_text(value)


def test_the_form_reads_every_file_of_the_site_as_python_does(form_reads: Node) -> None:
    folder = ROOT / "practices"
    paths = [*folder.rglob("*.yml"), *(ROOT / "tests" / "cases" / "small").rglob("*.yml")]
    assert len(paths) > 100
    for path in paths:
        data = path.read_bytes()
        assert form_reads(data.decode()) == read(data, file=path.name).value, path


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests/cases/syntax").glob("*.yml")), ids=lambda path: path.stem
)
def test_the_form_guesses_at_nothing(form_reads: Node, path: Path) -> None:
    document = read(path.read_bytes(), file=path.name)
    try:
        text = path.read_bytes().decode()
        found = form_reads(text)
    except ValueError:
        return
    assert has_errors(document.problems) or found == document.value


def test_a_file_that_is_no_yaml_is_refused_with_its_line(form_reads: Node) -> None:
    for text, line in (
        ("title: a\nNobody knows\n", 2),
        ("title: Projekat #1 u regionu\n", 1),
        ("title: a\ntitle: b\n", 2),
        ('title: "a\nb: c\n', 1),
        ("title: &a b\n", 1),
        ("", 2),
    ):
        with pytest.raises(ValueError, match=f"^line {line}$"):
            form_reads(text)


def _as_text(value: Any) -> Any:
    """Values as reading gives them: every one is text."""
    if isinstance(value, dict):
        return {name: _as_text(held) for name, held in value.items()}
    if isinstance(value, list):
        return [_as_text(held) for held in value]
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)
