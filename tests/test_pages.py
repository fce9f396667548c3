"""A practice to what its page says of it: how sure, how dear, what came of it, what is near, where it stands."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from komsiluk.model.account import Result
from komsiluk.model.practice import Practice
from komsiluk.pages.addresses import Addresses
from komsiluk.pages.cost import cost_band
from komsiluk.pages.evidence import evidence
from komsiluk.pages.related import Related
from komsiluk.pages.results_table import ResultRow, result_rows
from tests.small_site import LANGUAGES, practice

SOURCE = {"id": "report", "at": "clubs in two towns"}
ACHIEVED = {"id": "a", "claim": "Opened.", "status": "achieved", "source": SOURCE}
PLANNED = {"id": "p", "claim": "To be opened.", "status": "planned"}


@pytest.mark.parametrize(
    ("fields", "level", "met"),
    [
        ({}, 1, ["described"]),
        ({"results": [PLANNED]}, 1, ["described"]),
        ({"results": [{**ACHIEVED, "source": None}]}, 1, ["described"]),
        ({"results": [{**ACHIEVED, "status": "estimated"}]}, 1, ["described"]),
        ({"results": [ACHIEVED]}, 2, ["described", "results"]),
        (
            {"results": [ACHIEVED], "evaluation": {"type": "self", "text": "x", "source": SOURCE}},
            2,
            ["described", "results"],
        ),
        (
            {
                "results": [ACHIEVED],
                "evaluation": {"type": "external", "text": "x", "source": SOURCE},
            },
            3,
            ["described", "results", "evaluated"],
        ),
        (
            {"evaluation": {"type": "external", "text": "x", "source": SOURCE}},
            1,
            ["described", "evaluated"],
        ),
    ],
)
def test_evidence_follows_the_published_rule(
    fields: dict[str, Any], level: int, met: list[str]
) -> None:
    found = evidence(practice(**fields))
    assert found.level == level
    assert [name for name, is_met in found.met if is_met] == met


@pytest.mark.parametrize(("organisation", "level"), [("asb", 2), (None, 2), ("nalas", 3)])
def test_only_another_organisation_repeats_a_practice(organisation: str | None, level: int) -> None:
    replication = {"id": "r", "place": "tutin", "organisation": organisation, "source": SOURCE}
    found = evidence(
        practice(
            results=[ACHIEVED],
            organisations=[
                {"organisation": "asb", "role": "lead"},
                {"organisation": "nalas", "role": "donor"},
            ],
            transfer={"replications": [replication]},
        )
    )
    assert found.level == level


def costs(*amounts: tuple[str, int | None, str]) -> Practice:
    return practice(
        resources={
            "costs": [
                {
                    "id": f"cost-{n}",
                    "covers": "whole",
                    "amount": amount,
                    "currency": currency,
                    "year": "2020",
                    "participants": participants,
                    "source": SOURCE,
                }
                for n, (amount, participants, currency) in enumerate(amounts)
            ]
        }
    )


@pytest.mark.parametrize(
    ("amounts", "band"),
    [
        ([], None),
        ([("1000", None, "EUR")], None),
        ([("1000", 10, "RSD")], None),
        ([("0", 10, "EUR")], 1),
        ([("1000", 10, "EUR")], 1),
        ([("1000.10", 10, "EUR")], 2),
        ([("500", 1, "EUR")], 2),
        ([("2000", 1, "EUR")], 3),
        ([("10000", 1, "EUR")], 4),
        ([("10001", 1, "EUR")], 5),
        ([("900", 10, "EUR"), ("200", 10, "EUR")], 2),
        ([("900", 10, "EUR"), ("90000000", 1, "RSD")], 1),
    ],
)
def test_a_cost_is_a_band_and_the_unknown_is_none(
    amounts: list[tuple[str, int | None, str]], band: int | None
) -> None:
    assert cost_band(costs(*amounts)) == band


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(1, 500))
def test_what_costs_more_is_never_in_a_cheaper_band(one: int, more: int, people: int) -> None:
    bands = [cost_band(costs((str(amount), people, "EUR"))) for amount in (one, one + more)]
    assert bands == sorted(bands, key=lambda band: band or 0)
    assert None not in bands


RESULTS = st.lists(
    st.fixed_dictionaries(
        {
            "status": st.sampled_from(["planned", "achieved", "estimated"]),
            "value": st.one_of(st.none(), st.integers(-50, 5000).map(str)),
            "target": st.one_of(st.none(), st.integers(0, 7).map(lambda n: f"r-{n}")),
        }
    ),
    max_size=8,
).map(
    lambda found: (
        practice(
            results=[{"id": f"r-{n}", "claim": "x", **fields} for n, fields in enumerate(found)]
        ).results
    )
)


@given(RESULTS)
def test_planned_and_achieved_never_stand_on_each_others_side(results: tuple[Result, ...]) -> None:
    rows = result_rows(results)
    for row in rows:
        assert row.planned is None or row.planned.status == "planned"
        assert row.achieved is None or row.achieved.status != "planned"
        assert row.planned or row.achieved
        if row.planned and row.achieved:
            assert row.achieved.target == row.planned.id


@given(RESULTS)
def test_no_result_is_lost_and_none_told_twice(results: tuple[Result, ...]) -> None:
    rows = result_rows(results)
    told = [row.achieved.id for row in rows if row.achieved]
    assert sorted(told) == [result.id for result in results if result.status != "planned"]
    assert {row.planned.id for row in rows if row.planned} == {
        result.id for result in results if result.status == "planned"
    }
    alone = [row.planned.id for row in rows if row.planned and not row.achieved]
    assert len(alone) == len(set(alone))
    assert not {row.planned.id for row in rows if row.planned and row.achieved} & set(alone)


@given(RESULTS)
def test_pairs_come_first_and_plans_without_an_answer_last(results: tuple[Result, ...]) -> None:
    kinds = [(row.planned is None) + 2 * (row.achieved is None) for row in result_rows(results)]
    assert kinds == sorted(kinds)


@given(RESULTS)
def test_a_bar_is_never_longer_than_its_scale(results: tuple[Result, ...]) -> None:
    for row in result_rows(results):
        shares = [row.share(side) for side in (row.planned, row.achieved) if side]
        assert all(0 <= share <= 1 for share in shares)
        if any(side.value for side in (row.planned, row.achieved) if side):
            assert max(shares) == 1


def test_only_target_makes_a_pair() -> None:
    rows = result_rows(
        practice(
            results=[
                {**PLANNED, "value": "3", "unit": "clubs"},
                {**ACHIEVED, "value": "2", "unit": "clubs"},
                {**ACHIEVED, "id": "b", "value": "2", "target": "p"},
                {**ACHIEVED, "id": "c", "value": "1", "target": "a"},
            ]
        ).results
    )
    assert [shown(row) for row in rows] == [("p", "b"), (None, "a"), (None, "c")]
    assert rows[0].planned is not None and rows[0].achieved is not None
    assert (rows[0].share(rows[0].planned), rows[0].share(rows[0].achieved)) == (1, 2 / 3)


def shown(row: ResultRow) -> tuple[str | None, str | None]:
    return (row.planned.id if row.planned else None, row.achieved.id if row.achieved else None)


def test_what_the_file_names_comes_first_then_what_is_nearest() -> None:
    practices = {
        "one": practice(themes=["work"], related=["five", "one", "gone", "five"]),
        "two": practice(themes=["culture"], groups=["children"]),
        "three": practice(themes=["culture"], groups=["everybody"]),
        "four": practice(themes=["work"], groups=["children"]),
        "five": practice(themes=["culture"], groups=["children"]),
    }
    assert Related(practices).to("one") == ("five", "four", "three")
    assert Related(practices).to("two") == ("five", "three", "four")
    assert Related({"one": practices["one"]}).to("one") == ()


def test_of_equally_near_ones_those_that_follow_come_first() -> None:
    practices = {name: practice(themes=["work"], groups=["children"]) for name in "abcde"}
    related = Related(practices)
    assert {name: related.to(name) for name in "ace"} == {
        "a": ("b", "c", "d"),
        "c": ("d", "e", "a"),
        "e": ("a", "b", "c"),
    }


def test_among_hundreds_on_a_shelf_the_nearest_of_all_terms_is_still_found() -> None:
    practices = {
        f"{number:03}": practice(
            themes=["work"], groups=["everybody"], places=[f"town-{number % 90}"]
        )
        for number in range(300)
    }
    assert Related(practices).to("100") == ("190", "280", "010")


@given(
    st.dictionaries(
        st.sampled_from("abcdefg"),
        st.tuples(
            st.sets(st.sampled_from("xyz"), min_size=1), st.lists(st.sampled_from("abcdefgh"))
        ),
    )
)
def test_related_are_at_most_three_others_of_the_collection_each_once(
    drawn: dict[str, tuple[set[str], list[str]]],
) -> None:
    practices = {
        name: practice(themes=sorted(themes), groups=["everybody"], related=named)
        for name, (themes, named) in drawn.items()
    }
    for name in practices:
        found = Related(practices).to(name)
        assert len(found) == len(set(found)) == min(3, len(practices) - 1)
        assert name not in found
        assert set(found) <= set(practices)


KEYS = st.lists(st.sampled_from(["practices", "themes", "work", "a-b"]), max_size=3).map("/".join)


@given(st.booleans(), KEYS, KEYS, st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES))
def test_the_way_between_two_pages_leads_there(
    directory_urls: bool, here: str, there: str, one: str, other: str
) -> None:
    addresses = Addresses(default_language="en", directory_urls=directory_urls)
    base, target = addresses.of(here, one), addresses.of(there, other)
    root = "https://example.org/site/"
    assert urljoin(root + base, addresses.between(base, target)) == root + target


@given(st.booleans(), KEYS, st.sampled_from(LANGUAGES))
def test_an_address_opens_its_file(directory_urls: bool, key: str, tag: str) -> None:
    addresses = Addresses(default_language="en", directory_urls=directory_urls)
    address, file = addresses.of(key, tag), addresses.file(key, tag)
    assert file == (f"{address}index.html" if address == "" or address.endswith("/") else address)
    assert file.startswith("" if tag == "en" else f"{tag}/")


@given(st.booleans(), KEYS, KEYS.filter(bool), st.sampled_from(LANGUAGES))
def test_the_way_over_the_root_of_a_language_leads_to_its_pages(
    directory_urls: bool, here: str, there: str, tag: str
) -> None:
    addresses = Addresses(default_language="en", directory_urls=directory_urls)
    root, base = "https://example.org/site/", addresses.of(here, tag)
    over_root = addresses.home(here) + there + addresses.ending
    between = addresses.between(base, addresses.of(there, tag))
    assert {urljoin(root + base, way) for way in (over_root, between)} == {
        root + addresses.of(there, tag)
    }


@given(st.booleans(), KEYS, st.sampled_from(LANGUAGES), st.sampled_from(["a.css", "a/b-c.webp"]))
def test_the_way_over_the_root_of_the_site_leads_to_its_files(
    directory_urls: bool, key: str, tag: str, path: str
) -> None:
    addresses = Addresses(default_language="en", directory_urls=directory_urls)
    root, here = "https://example.org/site/", addresses.of(key, tag)
    over_root, between = (
        addresses.home(key) + addresses.up(tag) + path,
        addresses.between(here, path),
    )
    assert {urljoin(root + here, way) for way in (over_root, between)} == {root + path}
