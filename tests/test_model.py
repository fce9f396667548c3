"""Records: closed, frozen, decided about types; and the way through them to what they mean."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from komsiluk.languages import language
from komsiluk.model.fields import Concept, Reference, Text
from komsiluk.model.practice import Practice
from komsiluk.model.records import Organisation, Place
from komsiluk.model.statements import Status
from komsiluk.model.walk import marked, records, texts
from komsiluk.model.words import Words
from tests.small_site import practice

FULL: dict[str, Any] = {
    "places": ["novi-pazar", "tutin"],
    "organisations": [{"organisation": "asb", "role": "lead"}],
    "authority_role": "lead",
    "projects": ["reintegration"],
    "problem": {"text": "There was none.", "sources": [{"id": "report", "at": "none"}]},
    "steps": [
        {"id": "find", "what": "Find a room", "how": "Ask.", "basis": "suggested"},
        {"id": "open", "what": "Open it", "risk": "Rain.", "basis": "suggested"},
    ],
    "results": [
        {
            "id": "clubs",
            "claim": "Clubs opened.",
            "value": "2",
            "unit": "clubs",
            "status": "planned",
        }
    ],
    "resources": {"needs": [{"id": "room", "text": "A room.", "kind": "premises"}]},
    "transfer": {
        "prerequisites": [
            {"id": "town", "text": "A town.", "kind": "population", "population_band": "small"}
        ]
    },
    "session": {
        "purpose": "People can decide.",
        "group": "Ten people",
        "activities": [
            {"id": "talk", "title": "Talk", "minutes": "10", "method": "in pairs", "how": "Aloud."}
        ],
    },
    "related": ["bakery"],
}


# Walking


def test_texts_are_named_by_the_ids_of_their_items() -> None:
    assert texts(practice(**FULL)) == {
        "title": "Clubs for neighbours",
        "tagline": "A room in town.",
        "summary": "Two towns opened a club each.",
        "problem.text": "There was none.",
        "steps.find.what": "Find a room",
        "steps.find.how": "Ask.",
        "steps.open.what": "Open it",
        "steps.open.risk": "Rain.",
        "results.clubs.claim": "Clubs opened.",
        "results.clubs.unit": "clubs",
        "resources.needs.room.text": "A room.",
        "transfer.prerequisites.town.text": "A town.",
        "session.purpose": "People can decide.",
        "session.group": "Ten people",
        "session.activities.talk.title": "Talk",
        "session.activities.talk.method": "in pairs",
        "session.activities.talk.how": "Aloud.",
    }


@given(st.permutations(range(5)))
def test_a_text_keeps_its_name_when_the_list_is_put_in_another_order(order: list[int]) -> None:
    steps = [
        {"id": f"step-{n}", "what": f"Do {n}", "how": f"By {n}", "basis": "suggested"}
        for n in range(5)
    ]
    assert texts(practice(steps=[steps[n] for n in order])) == texts(practice(steps=steps))


def test_every_reference_and_concept_is_found_with_what_it_points_to() -> None:
    found = [
        (mark.mark.to if isinstance(mark.mark, Reference) else mark.mark.vocabulary, mark.value)
        for mark in marked(practice(**FULL))
        if not isinstance(mark.mark, Text)
    ]
    assert sorted(found) == [
        ("authority_roles", "lead"),
        ("groups", "everybody"),
        ("organisations", "asb"),
        ("places", "novi-pazar"),
        ("places", "tutin"),
        ("population_bands", "small"),
        ("practice_types", "service"),
        ("practices", "bakery"),
        ("projects", "reintegration"),
        ("sources", "report"),
        ("themes", "meeting"),
    ]


def test_a_path_leads_to_its_value() -> None:
    record = practice(**FULL)
    held = record.model_dump()
    for found in marked(record):
        value: Any = held
        for part in found.path:
            value = value[part]
        assert value == found.value, found
    for path, inner in records(record):
        value = held
        for part in path:
            value = value[part]
        assert value == inner.model_dump()


def test_names_of_texts_are_unique() -> None:
    names = [found.name for found in marked(practice(**FULL)) if isinstance(found.mark, Text)]
    assert len(names) == len(set(names))


def test_other_records_are_walked_too() -> None:
    place = Place(
        kind="municipality", part_of="district", settings=("border",), population_band="small"
    )
    assert [(found.path, found.value) for found in marked(place)] == [
        (("part_of",), "district"),
        (("population_band",), "small"),
        (("settings", 0), "border"),
    ]
    organisation = Organisation(name="ASB", type="ngo")
    assert [found.mark for found in marked(organisation)] == [Concept("organisation_types")]


# Types


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        practice().title = "Another"


def test_every_model_is_closed_and_every_field_documented() -> None:
    for model in models(Practice):
        assert model.model_config["extra"] == "forbid", model
        assert model.model_config["frozen"], model
        assert all(info.description for info in model.model_fields.values()), model


def models(model: type[BaseModel]) -> set[type[BaseModel]]:
    """The models that are reachable from one through its fields."""
    found, left = set[type[BaseModel]](), [model]
    while left:
        one = left.pop()
        if one not in found:
            found.add(one)
            left += [
                inner for info in one.model_fields.values() for inner in within(info.annotation)
            ]
    return found


def within(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [inner for part in getattr(annotation, "__args__", ()) for inner in within(part)]


def value_of(written: str) -> object:
    result = {"id": "visits", "claim": "People came.", "status": "planned", "value": written}
    return practice(results=[result]).results[0].value


@pytest.mark.parametrize(
    ("written", "value"),
    [("12", 12), ("0", 0), ("12.5", 12.5), ("-3", -3), ("1000.25", 1000.25), ("0.125", 0.125)],
)
def test_a_number_is_what_yaml_1_2_calls_one(written: str, value: float) -> None:
    assert value_of(written) == value
    assert type(value_of(written)) is type(value)


@pytest.mark.parametrize(
    "written",
    ["", "twelve", "1_000", "0x10", "012", "12,5", "1.000", "12.345", "1e3", "٣", "½", "inf"],
)
def test_what_could_be_read_in_two_ways_is_no_number(written: str) -> None:
    with pytest.raises(ValidationError):
        value_of(written)


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_a_whole_number_stays_what_was_written(number: int) -> None:
    assert value_of(str(number)) == number


@pytest.mark.parametrize("day", ["2017", "2017-02", "2017-02-28", "2024-02-29"])
def test_a_date_is_as_exact_as_it_is_known(day: str) -> None:
    assert practice(updated=day).updated == day


@pytest.mark.parametrize(
    "day",
    [
        "17",
        "2017-13",
        "2017-00",
        "2017-2",
        "2017-02-29",
        "2017-02-31",
        "22.11.2026.",
        "2017-02-28T",
    ],
)
def test_a_day_that_is_in_no_calendar_is_refused(day: str) -> None:
    with pytest.raises(ValidationError):
        practice(updated=day)


@given(st.dates().map(lambda date: date.isoformat()))
def test_every_day_of_the_calendar_can_be_said(day: str) -> None:
    words = Words(language=language("mk"), phrases={})
    for known in (day, day[:7], day[:4]):
        assert practice(updated=known).updated == known
        assert words.day(known)


@pytest.mark.parametrize("country", ["NO", "XK"])
def test_norway_is_a_country(country: str) -> None:
    assert practice(countries=[country]).countries == (country,)


def test_a_status_is_one_of_three() -> None:
    assert [status.value for status in Status] == ["planned", "achieved", "estimated"]


# Words


def test_numbers_dates_lists_and_plurals_are_those_of_the_language() -> None:
    def words(tag: str) -> Words:
        forms = {"one": "{n} a", "few": "{n} b", "many": "{n} c", "other": "{n} d"}
        return Words(language=language(tag), phrases={"n": forms, "x": "{a} and {b}"})

    assert [words(tag).number(1900) for tag in ("en", "de", "mk")] == ["1,900", "1.900", "1.900"]
    assert words("sr-Cyrl").join(["а", "б", "в"]) == "а, б и в"
    assert words("de").day("2017-02-01") == "1. Februar 2017"
    assert words("sq").day("2017-02") == "shkurt 2017"
    assert [words("sr-Latn").count("n", n) for n in (1, 2, 5, 21)] == ["1 a", "2 b", "5 d", "21 a"]
    assert words("en").say("x", a=1, b="c") == "1 and c"
    assert words("de").country("MK") == "Nordmazedonien"
    assert words("mk").language_name("sq") == "албански"


def test_a_phrase_that_nobody_wrote_is_our_fault() -> None:
    words = Words(language=language("en"), phrases={"n": {"other": "{n}"}})
    assert (words.has("n"), words.has("m")) == (True, False)
    with pytest.raises(KeyError):
        words.say("m")
    with pytest.raises(KeyError, match="n needs a number"):
        words.say("n")
