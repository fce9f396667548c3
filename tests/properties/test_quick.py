"""The quick way through YAML gives what the long way gives, or nothing."""

from __future__ import annotations

import functools
import time
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from komsiluk.source.document import Document, read, read_closely
from komsiluk.source.encoding import MAX_BYTES, decode
from komsiluk.source.quick import read_plain, read_texts

ROOT = Path(__file__).parents[2]
PRACTICES = sorted((ROOT / "practices").rglob("*.yml"))
CASES = sorted((ROOT / "tests" / "cases").rglob("*.yml"))
MAX_EXCERPT = 40
"""Lines of a file that are damaged at a time: enough for all levels of a practice."""

TOKENS = (
    "\n", "\n\n", " ", "  ", "    ", "\n  ", "\n    ", ": ", ":", "- ", "-", "\n- ", "\n  - ", " #", "#",
    "|", "|-", ">-", ">", "|+", "|2", " |-\n", " >-\n", '"', "'", "“", "„", "[", "]", "[a, b]", "{", "}",
    "{a: b}", ",", ", ", "null", "~", "---", "---\n", "...\n", "\t", "\xa0", "&", "*", "!", "%", "@", "`",
    "?", "? ", "\\", "=", "<<: ", "a", "a: ", "a:\n", "b: c\n", ".", "1", "č", "é", "http://a.b",
)  # fmt: skip
"""What damage is made of: whatever YAML gives a meaning, and a few letters."""


@functools.cache
def whole(file: Path) -> str:
    """The text of a file as the quick way may see it; empty for one that is not sound UTF-8."""
    manuscript, problems = decode(file.read_bytes(), file="a.yml")
    return "" if problems else manuscript.text


@st.composite
def found(draw: st.DrawFn) -> str:
    """Some lines of a real file."""
    lines = whole(draw(st.sampled_from(PRACTICES + CASES))).split("\n")
    first = draw(st.integers(0, len(lines) - 1)) if draw(st.booleans()) else 0
    return "\n".join(lines[first : first + draw(st.integers(2, MAX_EXCERPT))]) + "\n"


@st.composite
def written(draw: st.DrawFn) -> str:
    """Fields, lists and texts as a person writes them."""
    lines: list[str] = []
    _write(draw, lines, 0, 0)
    return "".join(f"{line}\n" for line in lines)


def _write(draw: st.DrawFn, lines: list[str], indent: int, depth: int) -> None:
    """Some fields, or items, at one level."""
    margin, is_list = " " * indent, depth > 0 and draw(st.booleans())
    names = draw(st.lists(NAMES, min_size=1, max_size=3, unique=not is_list))
    for name in names:
        lines.extend(draw(st.lists(st.sampled_from(["", "# remark", "   # remark"]), max_size=1)))
        if is_list and draw(st.booleans()):
            lines.append(f"{margin}- {draw(PLAIN)}")
            continue
        begins = f"{margin}- {name}" if is_list else f"{margin}{name}"
        deeper = indent + 2 * is_list + draw(st.sampled_from([1, 2, 2, 2, 4]))
        kind = draw(st.sampled_from(["plain", "plain", "text", "below"]))
        if kind == "plain" or depth == 3:
            lines.append(f"{begins}: {draw(PLAIN)}")
        elif kind == "text":
            lines.append(f"{begins}: {draw(st.sampled_from(['|', '|-', '>', '>-']))}")
            texts = draw(st.lists(st.one_of(st.just(""), WORDS), min_size=1, max_size=4))
            lines.extend(" " * deeper + text if text else "" for text in texts)
        else:
            lines.append(f"{begins}:")
            _write(draw, lines, deeper, depth + 1)
        if is_list and draw(st.booleans()):
            lines.append(f"{margin}  other: {draw(PLAIN)}")


NAMES = st.sampled_from(["a", "b", "title", "id", "null", "no", "y", "a-b", "a_1", "_"])
WORDS = st.sampled_from(
    ["a", "Two words.", "Žena: nije", "a #b", "- c", "„x“", "\xa0", "1.", "a'b", '"']
)
LETTERS = st.text(st.sampled_from("abčЖ019 :#-,.'\"[]{}|>~&*!%@`=?\\/_“„\xa0\t"), max_size=9)
ITEMS = st.sampled_from(["a", "mk", "sr-Latn", "null", "1", "a.b", "two words", "https://a.b/c"])
PLAIN = st.one_of(
    st.sampled_from(
        ["a", "Two words.", "null", "~", "NO", "011", "1:30", "https://a.b/c#d", "a:b", ""]
    ),
    ITEMS,
    LETTERS,
    LETTERS.map('"{}"'.format),
    st.lists(st.one_of(ITEMS, ITEMS, LETTERS), max_size=3).map(", ".join).map("[{}]".format),
    st.lists(st.tuples(NAMES, st.one_of(ITEMS, ITEMS.map('"{}"'.format), LETTERS)).map(": ".join))
    .map(", ".join)
    .map("{{{}}}".format),
)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """The same, changed in a few places."""
    text = draw(st.one_of(found(), written()))
    for _ in range(draw(st.integers(0, 3))):
        text = draw(st.sampled_from(EDITS))(draw, text)
    return text


def _insert(draw: st.DrawFn, text: str) -> str:
    place = draw(st.integers(0, len(text)))
    return text[:place] + draw(st.sampled_from(TOKENS)) + text[place:]


def _delete(draw: st.DrawFn, text: str) -> str:
    place = draw(st.integers(0, len(text)))
    return text[:place] + text[place + draw(st.integers(1, 6)) :]


def _replace(draw: st.DrawFn, text: str) -> str:
    place = draw(st.integers(0, len(text)))
    token = draw(st.sampled_from(TOKENS))
    return text[:place] + token + text[place + len(token) :]


def _indent(draw: st.DrawFn, text: str) -> str:
    lines = text.split("\n")
    place = draw(st.integers(0, len(lines) - 1))
    space = draw(st.sampled_from(["", " ", "  ", "   ", "    ", "      ", "\t", "\xa0\xa0"]))
    lines[place] = space + lines[place].lstrip()
    return "\n".join(lines)


def _lengthen(draw: st.DrawFn, text: str) -> str:
    lines = text.split("\n")
    place = draw(st.integers(0, len(lines) - 1))
    lines[place] += draw(st.sampled_from(TOKENS))
    return "\n".join(lines)


def _repeat(draw: st.DrawFn, text: str) -> str:
    lines = text.split("\n")
    one, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    return "\n".join([*lines[:one], lines[other], *lines[one:]])


EDITS = (_insert, _delete, _replace, _indent, _lengthen, _repeat)


def flat(value: Any, inside: str = "") -> dict[str, Any]:
    """Nested fields by dotted name."""
    found: dict[str, Any] = {}
    for name, held in value.items():
        if isinstance(held, dict):
            found |= flat(held, f"{inside}{name}.")
        else:
            found[inside + name] = held
    return found


def closely(text: str) -> Document | None:
    """What the long way says of a text; None for one that the quick way would not be shown."""
    manuscript, problems = decode(text.encode(), file="a.yml")
    if problems or manuscript.text != text:
        return None
    return read_closely(manuscript)


def agrees(text: str) -> bool:
    """Hold both quick ways against the long one; whether one of them gave anything."""
    document = closely(text)
    if document is None:
        return False
    value, texts = read_plain(text), read_texts(text)
    if value is not None or texts is not None:
        assert document.problems == ()
        assert document.complete
    if value is not None:
        assert _ordered(document.value) == _ordered(value)
    if texts is not None:
        assert list(flat(document.value).items()) == list(texts.items())
    return value is not None or texts is not None


def _ordered(value: Any) -> Any:
    """A value in which the order of fields counts."""
    if isinstance(value, dict):
        return [(name, _ordered(held)) for name, held in value.items()]
    return [_ordered(held) for held in value] if isinstance(value, list) else value


@settings(max_examples=600)
@given(damaged())
def test_what_the_quick_way_gives_is_what_the_long_way_gives(text: str) -> None:
    agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        # names twice, or with nothing beneath
        "a: b\na: c\n", "a:\n  b: c\na: d\n", "a: b\na:\n  c: d\n", "a:\n  b: c\na:\n  d: e\n",
        "a: {b: c}\na: d\n", "a: {b: c}\na:\n  b: d\n", "a: {b: c, b: d}\n", "a:\nb:\n", "a:\n  b:\nc: d\n",
        # indented in more than one way
        "a:\n  b: c\n d: e\n", "a: b\n  c: d\n", "a:\n  - b: c\n   d: e\n", "a:\n  - b: c\n     d: e\n",
        "a:\n- b\n-c\n", "a:\n- b\nc: d\n", "a:\n  - b\n- c\n", "- a\n", "  a: b\n", "\n\n  a: b\nc: d\n",
        # texts on the lines beneath
        "a: |\n  b\n c\n", "a: >-\n  b\n   c\n", "a: |-\n\n  b\n", "a: >-\n  b\n\n  c\n", "a: >\n  b\n\n\n  c\n\n\n",
        "a: |-\n  b \n  c\n", "a: |-\n  b\n  \n  c\n", "a: |-\n  b\tc\n", "a: >-\n  b\n  \tc\n", "a: |-\n  \tb\n",
        "a:\n- b: |-\n  c\n", "a:\n- b: |-\n   c\n", "a: |-\nb: c\n", "a: |-\n", "a: |-\n  # b\n  c: d\n", "a: |-\n  b\n# c\n",
        # values that YAML reads otherwise than people do
        "a: b\tc\n", "a: b\t\n", "a: b\t#c\n", "a: b:\tc\n", "a: \tb\n", "a:\tb\n", "a: b:c\n", "a:\n  - b:c\n", "a:\n  - naslov:Kuća\n", "a:b\n",
        "a: b: c\n", "a: b:\n", "a: b #c\n", "a: b#c\n", "a: b \n", "a:  \n", "a:  b\n", "a: \"b\" \"c\"\n", "a: \"b\\n\"\n",
        "a: \"\n", "a: \"\"\n", "a: \"null\"\n", "a: null\n", "a: ~\n", "a: Null\n", "a: ---\n", "---\na: b\n", "a: b\n...\n",
        # brackets
        "a: [b, null]\n", "a: []\n", "a: [ ]\n", "a: [b,]\n", "a: [b c]\n", "a: [b: c]\n", "a: {}\n", "a: {b: c #d}\n", "a: {b: c#d}\n",
        "a: {b: c }\n", 'a: {b: "c", }\n', "a: {b: null}\n", "a: {b:}\n", "a: {b: c:d}\n", "a: {b: }\n", "a: {b: c,d: e}\n",
        # spaces of other kinds
        "a: \xa0b\n", "\xa0\xa0a: b\n", "a:\n  b: c\n\xa0\xa0d: e\n", "a: |-\n  b\n\xa0\xa0c\n",
        # no end of the last line
        "a: b", "a: |-\n  b", "a:", "", "\n", "# a\n", "# a",
    ],
)  # fmt: skip
def test_a_slip_is_read_as_the_long_way_reads_it(text: str) -> None:
    agrees(text)


@pytest.mark.parametrize("file", PRACTICES + CASES, ids=lambda file: str(file.relative_to(ROOT)))
def test_both_ways_agree_on_every_file_that_is_there(file: Path) -> None:
    if whole(file):
        agrees(whole(file))


def test_everything_stands_where_it_stands_whichever_way_a_file_was_read() -> None:
    """Places are worked out later for a file that was read quickly, if somebody asks for them."""
    for file in PRACTICES:
        manuscript, _ = decode(file.read_bytes(), file="a.yml")
        quickly, closely = read(file.read_bytes(), file="a.yml"), read_closely(manuscript)
        assert list(quickly.paths) == list(closely.paths)
        for path in closely.paths:
            assert quickly.span_of_key(path) == closely.span_of_key(path)
            assert quickly.span_of_value(path) == closely.span_of_value(path)


@pytest.mark.parametrize("n_letters", [100, 1000, 1030, 5000])
@pytest.mark.parametrize(
    "form", ["{}: b\n", "a:\n  - {}: b\n", "a: {{{}: b}}\n", "a: {{b: c, {}: d}}\n"]
)
def test_a_name_longer_than_yaml_allows_is_left_to_the_long_way(form: str, n_letters: int) -> None:
    agrees(form.format("a" * n_letters))


@pytest.mark.parametrize("value", ["b", "[b]", "{b: c}", "|-\nMARGIN  b"])
def test_what_is_too_deep_is_left_to_the_long_way(value: str) -> None:
    for depth in range(20):
        fields = "".join(f"{'  ' * level}a:\n" for level in range(depth))
        margin = "  " * depth
        agrees(f"{fields}{margin}a: {value.replace('MARGIN', margin)}\n")
        items = "".join(f"{'    ' * level}a:\n{'    ' * level}  - b: c\n" for level in range(depth))
        margin = "    " * depth
        agrees(f"{items}{margin}a: {value.replace('MARGIN', margin)}\n")


def test_nearly_every_real_file_takes_the_quick_way() -> None:
    quick = [file for file in PRACTICES if read_plain(whole(file)) is not None]
    assert len(quick) >= 0.9 * len(PRACTICES)


def test_nearly_every_real_translation_is_read_as_texts() -> None:
    """The others have a title in quotation marks „of ours“, which an author may have meant otherwise."""
    translations = [file for file in PRACTICES if file.parent.name == "t"]
    quick = [file for file in translations if read_texts(whole(file)) is not None]
    assert len(quick) >= 0.8 * len(translations)


WALLS = (
    "[", "{", "- ", "-", '"', "'", " ", "\n", "#", " #", ": ", ":", "a: ", "a:\n", "a: |\n", "a: >-\n",
    "a: |\n  b\n", "  b\n", " b\n", "a: >-\n\n\n", "a: [b, ", "a: {b: ", "b: c, ", "a: \"", "# a\n", "- a\n",
    "- - ", "a: b\n", "a", "1", "č", "_", "a-", "a b ", "a:b", "a #", "{b: c}", "|-\n", "null\n", "\t",
)  # fmt: skip


@pytest.mark.parametrize(
    "before", ["", "a: ", "a:\n", "a: |\n  ", "a: >-\n    ", "a: {b: ", "a:\n  - "]
)
def test_a_wall_of_anything_costs_no_more_than_its_length(before: str) -> None:
    """Twice as many characters as a file may have, of which the square would take minutes."""
    for wall in WALLS:
        text = before + (wall * 2 * MAX_BYTES)[: 2 * MAX_BYTES] + "\n"
        start = time.process_time()
        read_plain(text)
        read_texts(text)
        assert time.process_time() - start < 2, (before, wall)


def test_a_long_name_above_many_fields_takes_no_more_memory_than_they_do() -> None:
    """Dotted names repeat the name of what they stand in."""
    fields = "".join(f"  b{number}: c\n" for number in range(4000))
    tracemalloc.start()
    read_texts("a" * 30_000 + ":\n" + fields)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000
