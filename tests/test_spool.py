"""Texts that wait on disk come back as they were, and the titles without a read."""

from __future__ import annotations

import gc
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from komsiluk.source.spool import KeptTexts, Spool

NAMES = st.sampled_from(["title", "tagline", "summary", "steps.rooms.what", "a", ""])
TEXTS = st.dictionaries(NAMES, st.text(st.characters(codec="utf-8"), max_size=20), max_size=5)
ALL = {"title": "Clubs", "tagline": "A room.", "summary": "Two towns.\n\nOne club each.", "a": ""}


@given(st.lists(TEXTS, max_size=6), st.randoms(use_true_random=False))
def test_texts_come_back_in_whatever_order_they_are_asked_for(
    held: list[dict[str, str]], order: Any
) -> None:
    spool = Spool()
    kept: list[tuple[KeptTexts, dict[str, str]]] = []
    for texts in held:
        kept.append((spool.keep(texts), texts))
        one, expected = order.choice(kept)
        assert dict(one) == expected
    order.shuffle(kept)
    for one, expected in kept:
        assert list(one.items()) == list(expected.items())
        assert {name: one[name] for name in one} == expected
        assert len(one) == len(expected)
        assert [name in one for name in ("title", "a", "b", 1)] == [
            name in expected for name in ("title", "a", "b", 1)
        ]
        with pytest.raises(KeyError):
            one["b"]


@pytest.fixture
def n_reads(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """Grows with every read from the disk."""
    found: list[tuple[int, int]] = []
    read = Spool.read

    def counted(spool: Spool, place: tuple[int, int]) -> dict[str, str]:
        found.append(place)
        return read(spool, place)

    monkeypatch.setattr(Spool, "read", counted)
    return found


def test_titles_and_taglines_are_had_without_a_read(n_reads: list[tuple[int, int]]) -> None:
    kept = Spool().keep(ALL)
    loud = kept.derived(str.upper)
    assert (kept["title"], kept.get("tagline"), "title" in kept) == ("Clubs", "A room.", True)
    assert (loud["title"], loud.get("tagline"), "title" in loud) == ("CLUBS", "A ROOM.", True)
    assert n_reads == []


def test_whoever_needs_many_texts_asks_once(n_reads: list[tuple[int, int]]) -> None:
    assert dict(Spool().keep(ALL).items()) == ALL
    assert len(n_reads) == 1


def test_derived_texts_are_respelt_and_need_no_room_of_their_own() -> None:
    spool = Spool()
    kept = spool.keep(ALL)
    loud = kept.derived(str.upper)
    after = spool.keep({"title": "Another"})
    assert dict(loud.items()) == {name: text.upper() for name, text in ALL.items()}
    assert loud["summary"] == "TWO TOWNS.\n\nONE CLUB EACH."
    assert dict(kept.items()) == ALL
    assert dict(after.items()) == {"title": "Another"}


def test_what_is_changed_afterwards_does_not_change_what_is_kept() -> None:
    texts = dict(ALL)
    kept = Spool().keep(texts)
    texts["title"] = texts["summary"] = "Something else"
    kept_again = dict(kept.items())
    kept_again["summary"] = "Something else"
    assert dict(kept.items()) == ALL


def test_the_file_is_closed_when_nobody_needs_the_texts_any_more() -> None:
    spool = Spool()
    file, kept = spool._file, spool.keep(ALL)
    del spool
    gc.collect()
    assert kept["summary"] == ALL["summary"]
    del kept
    gc.collect()
    assert file.closed
