"""The quick way to a translation gives what the long way gives, which has nothing to say of it, or nothing."""

from __future__ import annotations

import functools
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from komsiluk.model.practice import Practice
from komsiluk.model.translation import Translation
from komsiluk.model.walk import texts
from komsiluk.source.collection import load
from komsiluk.source.document import read
from komsiluk.source.encoding import decode
from komsiluk.source.quick import read_texts
from komsiluk.source.translation import Original, parse_translation, quick_translation
from komsiluk.text.paragraphs import digests

ROOT = Path(__file__).parents[2]
FILES = sorted(
    file
    for folder in ("practices", "tests/cases/small/practices")
    for file in (ROOT / folder).glob("*/t/*.yml")
)
LINES = (
    "status: machine", "status: nobody", "status:", "language: mk", "language: Macedonian", "schema_version: 2",
    "by: {organisation: Us, name: null}", "by:", "  organisation: Us", "machine: {date: yesterday}", "title:", 'title: ""',
    "title: A title", "summary: >-", "  A summary.", "steps:", "  nobody:", "    what: Something", "themes: [work]",
    "problem: A problem", "problem: {text: A problem}", "titel: A title", "updated: 2026", "# A remark", "", "results: null",
)  # fmt: skip
"""What somebody may write into a translation, rightly or wrongly."""


@functools.cache
def original(practice: Path) -> Original:
    """What the translations of a practice are read with."""
    root = practice.parents[1]
    held = load(root / practice.parent.name, ("en",), root=root).collection
    record = held.practices[practice.name]
    assert isinstance(record, Practice)
    return Original(record, texts(record))


@st.composite
def changed(draw: st.DrawFn) -> tuple[str, Original]:
    """A translation with some lines deleted, added, moved or indented otherwise, and its original."""
    file = draw(st.sampled_from(FILES))
    lines = file.read_text("utf-8").split("\n")
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["delete", "add", "move", "indent"])):
            case "delete":
                del lines[place : place + draw(st.integers(1, 4))]
                lines = lines or [""]
            case "add":
                lines.insert(place, draw(st.sampled_from(LINES)))
            case "move":
                lines.insert(draw(st.integers(0, len(lines) - 1)), lines.pop(place))
            case "indent":
                lines[place] = " " * draw(st.integers(0, 6)) + lines[place].strip()
    return "\n".join(lines), original(file.parents[1])


@st.composite
def locks(draw: st.DrawFn, held: Original) -> bytes | None:
    """A lock: none, damaged, or one that knows some texts, as they are or as they were."""
    if draw(st.booleans()):
        return draw(st.sampled_from([None, b"", b"[]", b"{", b"null", b'{"title": "x"}', b"\xff"]))
    names = draw(st.lists(st.sampled_from([*held.texts, "nobody"]), unique=True, max_size=4))
    return json.dumps(
        {
            name: draw(
                st.sampled_from(
                    [held.digests.get(name, []), list(digests("Another")), [], [1], None]
                )
            )
            for name in names
        }
    ).encode()


def both(text: str, held: Original, lock: bytes | None) -> Translation | None:
    """Hold both ways against each other; what the quick one gave."""
    manuscript, problems = decode(text.encode(), file="a.yml")
    found = None if problems else read_texts(manuscript.text)
    quick = None if found is None else quick_translation(found, "a", held, lock, dict)
    if quick is not None:
        document = read(text.encode(), file="a.yml")
        closely, told = parse_translation(document, "a", held, lock, dict)
        assert document.problems == told == ()
        assert closely == quick
        assert list(quick.texts) == list(closely.texts)
    return quick


@settings(max_examples=300)
@given(changed(), st.data())
def test_a_translation_is_the_same_either_way(
    drawn: tuple[str, Original], data: st.DataObject
) -> None:
    text, held = drawn
    both(text, held, data.draw(locks(held)))


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parents[1].name}-{file.stem}")
def test_a_real_translation_is_the_same_either_way(file: Path) -> None:
    lock = file.with_suffix(".lock.json")
    both(
        file.read_text("utf-8"),
        original(file.parents[1]),
        lock.read_bytes() if lock.is_file() else None,
    )


def test_nearly_every_real_translation_is_read_quickly() -> None:
    quick = [
        file for file in FILES if both(file.read_text("utf-8"), original(file.parents[1]), None)
    ]
    assert len(quick) >= 0.8 * len(FILES)
