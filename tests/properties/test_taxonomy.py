"""What must hold for shelves, whatever stands under whatever."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from komsiluk.html.views.lists import Tree
from komsiluk.html.views.lists import trees as branches_of
from komsiluk.model.collection import Collection
from komsiluk.model.practice import Practice
from komsiluk.model.records import Place, Vocabulary
from komsiluk.pages.taxonomy import Taxonomy, in_tree, taxonomy
from tests.small_site import practice

THEMES = ("meeting", "work", "culture")
"""In the order of the vocabulary, which is not that of the alphabet."""


@st.composite
def trees(draw: st.DrawFn) -> dict[str, Place]:
    """Places by id, each part of none or of one that was drawn before it."""
    names = draw(st.permutations([f"place-{n}" for n in range(draw(st.integers(1, 8)))]))
    found: dict[str, Place] = {}
    for position, name in enumerate(names):
        parent = draw(st.sampled_from([None, *names[:position]]))
        country = draw(st.sampled_from([None, "RS", "MK"])) if parent is None else None
        kind = "country" if country else "district"
        fields = {"kind": kind, "part_of": parent, "country": country}
        found[name] = Place.model_validate(fields)
    return dict(sorted(found.items()))


@st.composite
def collections(draw: st.DrawFn) -> Collection:
    """Practices under themes and in places, some of which are in no vocabulary or file."""
    places = draw(trees())
    practices = {}
    for n in range(draw(st.integers(0, 8))):
        practices[f"practice-{n}"] = practice(
            themes=draw(st.lists(st.sampled_from(THEMES), min_size=1, max_size=2, unique=True)),
            places=draw(st.lists(st.sampled_from([*places, "nowhere"]), max_size=2, unique=True)),
            countries=[draw(st.sampled_from(["RS", "MK", "SI"]))],
        )
    return collection(practices, places)


def collection(practices: Mapping[str, Practice], places: Mapping[str, Place]) -> Collection:
    concepts = [{"id": theme, "label": {"en": theme}} for theme in THEMES]
    themes = Vocabulary.model_validate({"title": {"en": "Themes"}, "concepts": concepts})
    return Collection(
        practices=practices,
        places=places,
        organisations={},
        projects={},
        sources={},
        vocabularies={"themes": themes},
        translations={},
    )


def around(place_id: str, places: Mapping[str, Place]) -> list[str]:
    """A place and the larger ones around it, the nearest first."""
    parent = places[place_id].part_of
    return [place_id, *(around(parent, places) if parent else [])]


@given(collections())
def test_a_list_of_all_practices_has_each_once_by_theme_then_place_then_id(
    held: Collection,
) -> None:
    found = taxonomy(held)
    order = in_tree(found.places, held)

    def theme(id: str) -> int:
        return THEMES.index(held.practices[id].themes[0])

    def place(id: str) -> int:
        return max((order.index(one) for one in order if id in found.places[one]), default=-1)

    assert list(found.browse) == sorted(held.practices, key=lambda id: (theme(id), place(id), id))
    assert list(found.indexed) == sorted(held.practices, key=lambda id: (place(id), theme(id), id))


@given(collections())
def test_a_practice_stands_under_its_places_those_around_them_and_its_countries(
    held: Collection,
) -> None:
    found = taxonomy(held).places
    for place_id, place in held.places.items():
        expected = tuple(
            id
            for id, told in held.practices.items()
            if any(place_id in around(p, held.places) for p in told.places if p in held.places)
            or (place.kind == "country" and place.country in told.countries)
        )
        assert found.get(place_id, ()) == expected
    assert all(found.values())


@given(collections())
def test_places_stand_in_a_tree_each_after_the_one_around_it(held: Collection) -> None:
    found = taxonomy(held)
    order = in_tree(found.places, held)
    assert sorted(order) == sorted(found.places)
    for position, place_id in enumerate(order):
        below = {p for p in found.places if place_id in around(p, held.places)}
        assert set(order[position : position + len(below)]) == below
    for names in _siblings(order, held).values():
        assert names == sorted(names)


@given(collections())
def test_what_is_within_a_place_is_what_has_practices_and_is_part_of_it(held: Collection) -> None:
    found = taxonomy(held)
    there = {place_id for names in found.within.values() for place_id in names}
    assert there == set(found.places)
    for parent, names in found.within.items():
        assert names
        for place_id in names:
            outer = held.places[place_id].part_of
            assert parent == (outer if outer in found.places else "")


def test_a_place_within_itself_ends_no_program() -> None:
    """Checking reports it; until it is mended the site is still shown to who mends it."""
    places = {"a": Place(kind="district", part_of="b"), "b": Place(kind="district", part_of="a")}
    held = collection({"one": practice(places=["a"])}, places)
    found: Taxonomy = taxonomy(held)
    assert found.places == {"a": ("one",), "b": ("one",)}
    in_tree(found.places, held)


def test_a_practice_of_an_unknown_theme_is_still_in_the_list_of_all() -> None:
    held = collection({"one": practice(themes=["strange"]), "two": practice(themes=["work"])}, {})
    assert taxonomy(held).browse == ("two", "one")
    assert taxonomy(held).themes == {"work": ("two",)}


def _siblings(order: tuple[str, ...], held: Collection) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for place_id in order:
        parent = held.places[place_id].part_of
        found.setdefault(parent if parent in order else "", []).append(place_id)
    return found


@given(collections(), st.integers(0, 8), st.integers(0, 8))
def test_a_page_of_places_shows_them_in_their_order_wherever_it_begins(
    held: Collection, first: int, n_shown: int
) -> None:
    shown = in_tree(taxonomy(held).places, held)[first : first + n_shown]
    counts = dict.fromkeys(held.places, 1)

    def flat(branches: tuple[Tree, ...]) -> list[str]:
        return [name for place_id, _, inner in branches for name in (place_id, *flat(inner))]

    assert flat(branches_of(shown, held.places, counts)) == list(shown)
