"""Texts that wait come back as they were, plain or packed, and packed ones in less room."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from komsiluk.source import kept_texts, reader
from komsiluk.source.collection import load
from komsiluk.source.kept_texts import KeptTexts, kept_packed, kept_plain
from tests.small_site import LANGUAGES, Lay

NAMES = st.sampled_from(["title", "tagline", "summary", "steps.rooms.what", "a", ""])
TEXTS = st.dictionaries(NAMES, st.text(st.characters(codec="utf-8"), max_size=20), max_size=5)
ALL = {"title": "Clubs", "tagline": "A room.", "summary": "Two towns.\n\nOne club each.", "a": ""}
Keep = Callable[[Mapping[str, str]], KeptTexts]
BOTH = pytest.mark.parametrize("keep", [kept_plain, kept_packed])


@BOTH
@given(TEXTS)
def test_texts_come_back_as_they_were(keep: Keep, expected: dict[str, str]) -> None:
    kept, loud = keep(expected), keep(expected).derived(str.upper)
    assert len(loud) == len(expected) and list(loud) == list(expected)
    assert dict(loud) == {name: text.upper() for name, text in expected.items()}
    assert list(kept.items()) == list(expected.items())
    assert {name: kept[name] for name in kept} == expected
    assert [name in kept for name in ("title", "a", "b", 1)] == [
        name in expected for name in ("title", "a", "b", 1)
    ]
    with pytest.raises(KeyError):
        kept["b"]


@BOTH
def test_derived_texts_are_respelt_once_and_the_others_stay(keep: Keep) -> None:
    asked: list[str] = []

    def shouted(text: str) -> str:
        asked.append(text)
        return text.upper()

    kept = keep(ALL)
    loud = kept.derived(shouted)
    assert (loud["title"], loud.get("tagline"), "title" in loud) == ("CLUBS", "A ROOM.", True)
    n_near = len(asked)
    assert loud["summary"] == "TWO TOWNS.\n\nONE CLUB EACH."
    assert dict(loud.items()) == {name: text.upper() for name, text in ALL.items()}
    assert len(asked) == n_near + len(ALL)
    assert dict(kept.items()) == ALL


@BOTH
def test_what_is_changed_afterwards_does_not_change_what_is_kept(keep: Keep) -> None:
    texts = dict(ALL)
    kept = keep(texts)
    texts["title"] = texts["summary"] = "Something else"
    assert dict(kept.items()) == ALL


def test_packed_texts_take_less_than_half_of_the_room_and_give_it_back() -> None:
    texts = {f"steps.{n}.what": f"Вежба број {n} за комшије. " * 5 for n in range(50)}

    def room(keep: Keep) -> int:
        tracemalloc.start()
        kept = [keep({name: text + str(n) for name, text in texts.items()}) for n in range(200)]
        held, _ = tracemalloc.get_traced_memory()
        assert len(kept) == 200
        kept.clear()
        gc.collect()
        left, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert left < held / 10
        return held

    assert room(kept_packed) < room(kept_plain) / 2


def test_a_large_collection_is_packed_and_reads_the_same(
    lay: Lay, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = lay().practices
    small, plain = translated(folder)
    monkeypatch.setattr(reader, "PLAIN_FILES", 0)
    large, packed = translated(folder)
    assert large == small
    assert (plain, "mk" in packed) == (set(), True)


def translated(folder: Path) -> tuple[object, set[str]]:
    """The texts of all translations, and the languages of those that are packed."""
    translations = load(folder, LANGUAGES, root=folder.parent).collection.translations
    packed = {
        tag
        for found in translations.values()
        for tag, one in found.items()
        if isinstance(one.texts, KeptTexts) and isinstance(one.texts._store, kept_texts._Packed)
    }
    return {
        practice_id: {tag: dict(one.texts) for tag, one in found.items()}
        for practice_id, found in translations.items()
    }, packed
