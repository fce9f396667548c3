"""A collection to the scripts of its index: postings, concepts, cards, columns."""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from komsiluk import build, scripts
from komsiluk.cli.options import site_of
from komsiluk.model.account import Period
from komsiluk.pages.facets import UNKNOWN, length_band
from komsiluk.pages.period import duration
from komsiluk.pages.plan import Plan
from komsiluk.search.columns import columns
from komsiluk.search.concepts import SearchConcept
from komsiluk.search.entries import IndexedText, SearchRecord, written_entry
from komsiluk.search.index import CARDS, index
from komsiluk.search.script import DIGITS, data_script, number
from komsiluk.text.keys import key, profile

ROOT = Path(__file__).parents[1]
SETTINGS = site_of(ROOT / "mkdocs.yml")


@pytest.fixture(scope="module")
def plan() -> Plan:
    """The real collection."""
    return build.pages(build.check(SETTINGS))


def read(files: Mapping[str, bytes]) -> dict[str, Any]:
    """What the scripts of a language hand over, by their names in its folder."""
    found = {}
    for path, script in files.items():
        said = script.decode().removeprefix("komsiluk.take(").removesuffix(")")
        name, value = json.loads(f"[{said}]")
        assert path == f"search/{name}.js"
        found[name.rpartition("/")[2]] = value
    return found


def parts(plan: Plan, tag: str) -> dict[str, Any]:
    """The index of a language of the real site."""
    written = [written_entry("about", "About", "Who we are", "A long text", tag)]
    files = dict(scripts.index_files(SETTINGS, plan, tag, written, scripts.IndexDigest()))
    seldom = [s for s in scripts.compared_files(plan, tag) if s.path.endswith("/seldom.js")]
    files |= {script.path: script.make() for script in seldom}
    return read({path: said for path, said in files.items() if not path.endswith("/engine.js")})


def numbers(said: str) -> list[int]:
    """What `script.number` wrote, one after the other."""
    found, value, shift = [], 0, 0
    for digit in map(DIGITS.index, said):
        value |= (digit & 31) << shift
        shift += 5
        if digit < 32:
            found.append(value)
            value = shift = 0
    return found


def terms(held: Mapping[str, Any]) -> dict[str, tuple[dict[int, int], str]]:
    """Each term of an index with the impact it has on pages, and what it names in other languages."""
    found = {}
    for script in shards(held):
        for entry in script.split("|"):
            term, postings, *foreign = entry.split(" ")
            at, pages = -1, {}
            for value in numbers(postings):
                at += (value >> 3) + 1
                pages[at] = value & 7
            found[term] = (pages, foreign[0] if foreign else "")
    return found


def shards(held: Mapping[str, Any]) -> list[str]:
    """The scripts of terms, in their order."""
    return [held[f"t{n}"] for n in range(held["m"]["t"].count(" ") + 1)]


@given(st.lists(st.integers(0, 2**40)))
def test_numbers_are_read_as_they_were_written(values: list[int]) -> None:
    assert numbers("".join(map(number, values))) == values


@given(st.text())
def test_a_script_hands_over_what_it_was_given(text: str) -> None:
    _, script = data_script("x", [text])
    said = script.decode().removeprefix("komsiluk.take(").removesuffix(")")
    assert json.loads(f"[{said}]") == ["x", [text]]
    assert "\u2028" not in said


@pytest.mark.parametrize("tag", SETTINGS.languages)
def test_every_word_of_a_title_leads_to_its_practice(plan: Plan, tag: str) -> None:
    held = parts(plan, tag)
    found = terms(held)
    for n, practice_id in enumerate(plan.taxonomy.indexed):
        title = plan.practice(tag, practice_id).title
        for word in title.plain.replace("-", " ").replace("“", " ").split():
            term = key("".join(filter(str.isalnum, word)).lower(), profile(title.language))
            if term:
                assert n in found[term][0], (practice_id, word)


@pytest.mark.parametrize("tag", ["en", "sr-Cyrl", "mk"])
def test_terms_and_scripts_are_in_order(plan: Plan, tag: str) -> None:
    held = parts(plan, tag)
    ordered = list(terms(held))
    assert ordered == sorted(ordered)
    first = held["m"]["t"].split(" ")
    for n, script in enumerate(shards(held)):
        own = [entry.split(" ")[0] for entry in script.split("|")]
        assert first[n] <= own[0]
        assert n + 1 == len(first) or own[-1] < first[n + 1]


def test_a_group_is_found_by_its_name_here_and_by_its_names_elsewhere(plan: Plan) -> None:
    held = parts(plan, "sq")
    found = terms(held)
    returnees = {plan.taxonomy.indexed.index(id) for id in plan.taxonomy.groups["returnees"]}
    (word,) = {key(word, "slav") for word in ("povratnici", "повратници")}
    shown = [entry[0] for n in range(-(-held["m"]["m"] // CARDS)) for entry in held[f"c{n}"]]
    wanted = returnees | {shown.index("groups/returnees")}
    assert wanted <= named(held, found[word][1])
    assert wanted <= named(held, found[key("returnees", "en")][1])
    here = plan.collection.vocabularies["groups"].concept("returnees")
    assert here is not None
    for own in map(str.strip, here.label["sq"].split()):
        pages = found[key(own, "sq")][0]
        assert all(pages[n] >= 6 for n in returnees), own


def named(held: Mapping[str, Any], foreign: str) -> set[int]:
    """The entries that a word of another language leads to."""
    if foreign.startswith("~"):
        return set(listed(foreign[1:]))
    first = held["m"]["g"]
    found: set[int] = set()
    for n in map(int, foreign.split(".")):
        k = max(k for k in range(len(first)) if first[k] <= n)
        found.update(listed(held[f"g{k}"].split("|")[n - first[k]]))
    return found


def listed(said: str) -> list[int]:
    """Practices that are said by their distances."""
    return [at - 1 for at in itertools.accumulate(gap + 1 for gap in numbers(said))]


def test_what_many_practices_stand_under_is_listed_once_for_all_other_languages() -> None:
    n = 200
    practices = {f"p{i}": i for i in range(n)}
    entries = [
        SearchRecord(key=f"practices/{id}", title=f"x{id}", passage="", texts=(), theme=0)
        for id in practices
    ]
    odd, one = tuple(practices)[1::2], ("p7",)
    labels = {"en": ("wide",), "de": ("Breite",), "mk": ("широко",)}
    held = read(
        dict(
            index(
                "en",
                entries,
                [
                    SearchConcept("themes/few", one, {"en": ("narrow",), "de": ("Enge",)}),
                    SearchConcept("themes/many", odd, labels),
                ],
                [("T", "t")],
                practices,
                {"newest": [0] * n},
                {},
            )
        )
    )
    found = terms(held)
    assert list(found[key("narrow", "en")][0]) == [7]
    assert list(found[key("wide", "en")][0]) == list(range(1, n, 2))
    assert found[key("Enge", "de")][1].startswith("~")
    assert named(held, found[key("Enge", "de")][1]) == {7}
    pointers = {found[key("Breite", "de")][1], found[key("широко", "mk")][1]}
    assert pointers == {"0"}
    assert named(held, "0") == set(range(1, n, 2))


@pytest.mark.parametrize("tag", SETTINGS.languages)
def test_results_are_shown_in_the_order_of_the_index(plan: Plan, tag: str) -> None:
    held = parts(plan, tag)
    shown: list[Any] = []
    n = 0
    while f"c{n}" in held:
        shown += held[f"c{n}"]
        n += 1
    assert len(shown) == held["m"]["m"]
    assert [entry[0] for entry in shown[: held["m"]["n"]]] == [
        f"practices/{id}" for id in plan.taxonomy.indexed
    ]
    assert shown[-1][0] == "about"
    assert not [entry for entry in shown if entry[0].count("practices/page/")]


def test_a_borrowed_practice_says_so_and_keeps_the_keys_of_its_language(plan: Plan) -> None:
    held = parts(plan, "mk")
    assert held["m"]["also"] == ["en"]
    borrowed = [
        n for n, id in enumerate(plan.taxonomy.indexed) if plan.practice("mk", id).state.is_borrowed
    ]
    assert borrowed
    for n in borrowed:
        assert held[f"c{n // CARDS}"][n % CARDS][5] == "en"


def test_an_index_is_the_same_twice_and_another_when_a_word_changes() -> None:
    def made(text: str) -> dict[str, bytes]:
        entries = [
            SearchRecord(
                key="practices/x",
                title="X",
                passage="",
                texts=(IndexedText(1, "en", text),),
                theme=0,
            )
        ]
        return dict(index("en", entries, [], [("T", "t")], {"x": 0}, {"newest": [0]}, {}))

    assert made("bread and salt") == made("bread and salt")
    assert made("bread and salt").keys() != made("bread and water").keys()


def test_every_practice_has_a_value_in_every_facet(plan: Plan) -> None:
    for facet in plan.facets("mk"):
        known = {value.id for value in facet.values}
        assert facet.by_practice.keys() == plan.collection.practices.keys()
        assert all(held and set(held) <= known for held in facet.by_practice.values()), facet.name
        assert all(value.label for value in facet.values)
        for value in facet.values:
            assert value.n == sum(value.id in held for held in facet.by_practice.values())


def test_what_nobody_has_reported_is_a_value_of_its_own(plan: Plan) -> None:
    (length,) = (facet for facet in plan.facets("en") if facet.name == "length")
    assert length.values[-1].id == UNKNOWN
    assert length.values[-1].label == "Not reported"


def test_columns_say_what_the_facets_say(plan: Plan) -> None:
    found = plan.facets("en")
    order = plan.taxonomy.indexed
    for facet, (values, width, several, rows) in zip(
        found, columns(found, order).values(), strict=True
    ):
        assert width == 1
        signs = [chr(code) for code in range(0x23, 0x7F) if chr(code) != "\\"]
        each = str(rows).split("!")[:-1] if several else list(str(rows))
        read_back = [tuple(values[signs.index(sign)] for sign in said) for said in each]  # type: ignore[index]
        assert read_back == [facet.by_practice[id] for id in order]


@pytest.mark.parametrize(
    ("start", "end", "band"),
    [
        ("2018", "2018", "under-1"),
        ("2018-03", "2019-02", "under-1"),
        ("2018-03", "2019-03", "1-2"),
        ("2017", "2018", "1-2"),
        ("2015-01-01", "2019-12-31", "2-5"),
        ("2010", "2026", "over-5"),
        ("2010", None, None),
        (None, "2010", None),
    ],
)
def test_a_period_of_two_ends_has_a_length(
    start: str | None, end: str | None, band: str | None
) -> None:
    source = {"id": "report", "at": "clubs in two towns"}
    period = Period.model_validate({"start": start, "end": end, "source": source})
    assert length_band(duration(period)) == band
    assert length_band(duration(None)) is None
