"""A practice to the facts that it is compared by: planned and achieved apart, the unknown left out."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from komsiluk import build
from komsiluk.model.account import Period
from komsiluk.pages.buckets import bucket, buckets, n_buckets
from komsiluk.pages.facts import Item, all_facts
from komsiluk.pages.period import Duration, duration
from komsiluk.pages.plan import plan
from komsiluk.text.markdown import to_plain
from tests.small_site import Lay, practice

Told = Callable[..., Mapping[str, list[Item]]]
"""Fields of a practice, and the language that tells it (`tag`), to its facts."""
SOURCE = {"id": "report", "at": "clubs in two towns"}


@pytest.fixture
def told(lay: Lay) -> Told:
    checked = build.check(lay())

    def told(tag: str = "en", **fields: Any) -> Mapping[str, list[Item]]:
        collection = dataclasses.replace(
            checked.loaded.collection,
            practices={"clubs": practice(**fields)},
            translations={"clubs": {}},
            originals={},
        )
        return plan(collection, checked.words).practice(tag, "clubs").facts

    return told


def test_what_no_source_tells_has_no_words(told: Told) -> None:
    assert set(told()) == {"where", "type", "groups", "evidence"}


def test_planned_achieved_and_estimated_are_never_in_one_place(told: Told) -> None:
    figures = {"value": 1900, "qualifier": "more-than", "unit": "children"}
    found = told(
        results=[
            {"id": "a", "claim": "They are to come.", "status": "planned", **figures},
            {"id": "b", "claim": "They came.", "status": "achieved", "source": SOURCE, **figures},
            {"id": "c", "claim": "Many stayed.", "status": "estimated", "date": "2021"},
        ]
    )
    assert found["planned"] == ["more than 1,900 children: They are to come."]
    assert found["achieved"] == [
        "more than 1,900 children: They came.",
        ("(2021) Many stayed.", "estimated"),
    ]


def test_an_unknown_cost_is_not_there_and_a_known_one_is_a_band_and_an_amount(told: Told) -> None:
    cost = {"id": "c", "covers": "whole", "amount": 1000, "year": 2020, "source": SOURCE}
    in_dinars = told(resources={"costs": [{**cost, "currency": "RSD"}]})
    in_euros = told(resources={"costs": [{**cost, "currency": "EUR", "participants": 10}]})
    assert "cost" not in told()
    assert in_dinars["cost"] == ["All of it: 1,000 RSD (2020)"]
    assert in_euros["cost"] == [
        "€ up to 100 euros a participant",
        "All of it: 1,000 EUR (2020), for 10 people",
    ]


def test_advice_is_marked_and_a_report_is_not(told: Told) -> None:
    advice = {"id": "a", "text": "Warm *rooms* & tea.", "kind": "premises", "basis": "suggested"}
    report = {**advice, "id": "b", "basis": "reported", "source": SOURCE}
    found = told(resources={"needs": [advice, report]})
    assert found["needs"] == [
        ("Rooms: Warm rooms & tea.", "suggested"),
        "Rooms: Warm rooms & tea.",
    ]


def test_borrowed_words_name_their_language_and_ours_stand_before_them(told: Told) -> None:
    need = {"id": "a", "text": "A host.", "kind": "people", "basis": "suggested"}
    found = told("mk", resources={"needs": [need]})
    assert found["needs"] == [("A host.", "suggested", "en", "Луѓе:")]


def test_steps_are_counted_by_who_says_so(told: Told) -> None:
    steps = [
        {"id": "a", "what": "Open.", "basis": "reported", "source": SOURCE},
        {"id": "b", "what": "Ask.", "basis": "suggested", "first_week": 1, "last_week": 4},
        {"id": "c", "what": "Open.", "basis": "suggested", "first_week": 6},
    ]
    assert told(steps=steps)["steps"] == [
        "1 step reported",
        ("2 steps to repeat it, 6 weeks", "suggested"),
    ]


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2022-07-01", "2025-04-15", 34),
        ("2022-07", "2022-07-31", 1),
        ("2020", "2021", None),
        ("2020-05", "2021", None),
        ("2020-05", None, None),
    ],
)
def test_months_are_counted_only_where_both_ends_are_known(
    start: str, end: str | None, months: int | None
) -> None:
    period = Period.model_validate({"start": start, "end": end, "source": SOURCE})
    length = duration(period)
    assert (length.months if length and length.is_exact else None) == months


def test_a_year_that_is_known_alone_counts_whole() -> None:
    period = Period.model_validate({"start": "2017", "end": "2018", "source": SOURCE})
    assert duration(period) == Duration(months=24, is_exact=False)


def test_every_fact_has_a_heading_in_every_language(lay: Lay) -> None:
    for words in build.check(lay()).words.values():
        assert all(words.say(phrase) for phrase, _ in all_facts().values())


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Two **warm** [rooms](https://example.org)", "Two warm rooms"),
        ("First.\n\n- one\n- two", "First. one two"),
        ("<b>5 < 6</b> & more", "<b>5 < 6</b> & more"),
        ("`a_b`", "a_b"),
    ],
)
def test_words_are_left_of_markdown(text: str, plain: str) -> None:
    assert to_plain(text) == plain


@given(st.sets(st.from_regex(r"[a-z][a-z0-9-]{0,30}", fullmatch=True), max_size=60))
def test_every_id_is_in_the_bucket_that_its_name_leads_to(ids: set[str]) -> None:
    count = n_buckets(len(ids))
    found = buckets(sorted(ids), count)
    assert len(found) == count
    assert {one for held in found for one in held} == ids
    assert all(bucket(one, count) == n for n, held in enumerate(found) for one in held)
