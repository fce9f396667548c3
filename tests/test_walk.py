"""A record to what is marked in it: every way of asking gives the same."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from pydantic import BaseModel

from komsiluk.model.fields import Text
from komsiluk.model.practice import Practice
from komsiluk.model.walk import marked, records, text_mark, texts, values
from komsiluk.source.collection import load
from tests.small_site import practice

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def held() -> list[BaseModel]:
    """All records of the real content and of the small site, of every kind."""
    found: list[BaseModel] = []
    for folder in (ROOT, ROOT / "tests" / "cases" / "small"):
        collection = load(folder / "practices", ("en",), root=folder).collection
        for kind in ("practices", "places", "organisations", "projects", "sources"):
            found += collection.records(kind).values()  # type: ignore[arg-type]
        found += collection.vocabularies.values()
    assert len({type(record) for record in found}) == 6
    return found


def test_values_are_those_that_are_marked(held: list[BaseModel]) -> None:
    for record in held:
        assert Counter(values(record)) == Counter((one.mark, one.value) for one in marked(record))


def test_texts_are_those_that_are_marked_as_texts_in_their_order(held: list[BaseModel]) -> None:
    for record in held:
        found = [(one.name, one.value) for one in marked(record) if isinstance(one.mark, Text)]
        assert list(texts(record).items()) == found


def test_the_mark_of_a_text_is_found_by_its_name_alone(held: list[BaseModel]) -> None:
    for record in held:
        for one in marked(record):
            expected = one.mark if isinstance(one.mark, Text) else None
            assert text_mark(type(record), one.name) == expected


@pytest.mark.parametrize(
    "name",
    ["", ".", "titles", "title.0", "themes", "themes.0", "problem", "problem.text.more", "problem.source",
     "steps", "steps.rooms", "steps.rooms.basis", "steps.rooms.nothing", "what", "updated"],
)  # fmt: skip
def test_a_name_of_no_text_has_no_mark(name: str) -> None:
    assert text_mark(Practice, name) is None


def test_records_are_found_where_they_stand_each_after_the_one_around_it(
    held: list[BaseModel],
) -> None:
    for record in held:
        found = records(record)
        assert found[0] == ((), record)
        paths = [path for path, _ in found]
        assert len(paths) == len(set(paths))
        for path, inner in found:
            assert _at(record, path) is inner
            outer = [path[:depth] for depth in range(len(path)) if path[:depth] in paths]
            assert all(paths.index(around) < paths.index(path) for around in outer)
        assert Counter(map(id, (inner for _, inner in found))) == Counter(_below(record))


def test_records_below_a_path_stand_below_it() -> None:
    one = practice()
    assert [path for path, _ in records(one, ("a", 0))] == [
        ("a", 0, *path) for path, _ in records(one)
    ]


def test_an_empty_value_is_a_value_and_an_empty_list_is_none() -> None:
    one = practice(problem={"text": ""}, related=[])
    assert ("problem.text", "") in texts(one).items()
    assert Counter(values(one)) == Counter((found.mark, found.value) for found in marked(one))


def _at(value: object, path: tuple[str | int, ...]) -> object:
    for part in path:
        value = value[part] if isinstance(value, tuple) else getattr(value, str(part))  # type: ignore[index]
    return value


def _below(record: BaseModel) -> list[int]:
    """The identities of a record and of all records in its fields, as Pydantic lists them."""
    found = [id(record)]
    for _, value in record:
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, BaseModel):
                found += _below(item)
    return found
