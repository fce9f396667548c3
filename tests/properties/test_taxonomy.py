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
    content: Collection,
) -> None:
    result = taxonomy(content)
    order = in_tree(result.places, content)

    def theme(id: str) -> int:
        return THEMES.index(content.practices[id].themes[0])

    def place(id: str) -> int:
        return max((order.index(one) for one in order if id in result.places[one]), default=-1)

    assert list(result.browse) == sorted(
        content.practices, key=lambda id: (theme(id), place(id), id)
    )
    assert list(result.indexed) == sorted(
        content.practices, key=lambda id: (place(id), theme(id), id)
    )


@given(collections())
def test_a_practice_stands_under_its_places_those_around_them_and_its_countries(
    content: Collection,
) -> None:
    places = taxonomy(content).places
    for place_id, place in content.places.items():
        expected = tuple(
            id
            for id, record in content.practices.items()
            if any(
                place_id in around(p, content.places) for p in record.places if p in content.places
            )
            or (place.kind == "country" and place.country in record.countries)
        )
        assert places.get(place_id, ()) == expected
    assert all(places.values())


@given(collections())
def test_places_stand_in_a_tree_each_after_the_one_around_it(content: Collection) -> None:
    result = taxonomy(content)
    order = in_tree(result.places, content)
    assert sorted(order) == sorted(result.places)
    for position, place_id in enumerate(order):
        below = {p for p in result.places if place_id in around(p, content.places)}
        assert set(order[position : position + len(below)]) == below
    for names in _siblings(order, content).values():
        assert names == sorted(names)


@given(collections())
def test_what_is_within_a_place_is_what_has_practices_and_is_part_of_it(
    content: Collection,
) -> None:
    result = taxonomy(content)
    places = {place_id for names in result.within.values() for place_id in names}
    assert places == set(result.places)
    for parent, names in result.within.items():
        assert names
        for place_id in names:
            outer = content.places[place_id].part_of
            assert parent == (outer if outer in result.places else "")


def test_a_place_within_itself_ends_no_program() -> None:
    """Checking reports it; until it is mended the site is still shown to who mends it."""
    places = {"a": Place(kind="district", part_of="b"), "b": Place(kind="district", part_of="a")}
    content = collection({"one": practice(places=["a"])}, places)
    result: Taxonomy = taxonomy(content)
    assert result.places == {"a": ("one",), "b": ("one",)}
    in_tree(result.places, content)


def test_a_practice_of_an_unknown_theme_is_still_in_the_list_of_all() -> None:
    content = collection(
        {"one": practice(themes=["strange"]), "two": practice(themes=["work"])}, {}
    )
    assert taxonomy(content).browse == ("two", "one")
    assert taxonomy(content).themes == {"work": ("two",)}


def _siblings(order: tuple[str, ...], content: Collection) -> dict[str, list[str]]:
    by_parent: dict[str, list[str]] = {}
    for place_id in order:
        parent = content.places[place_id].part_of
        by_parent.setdefault(parent if parent in order else "", []).append(place_id)
    return by_parent


@given(collections(), st.integers(0, 8), st.integers(0, 8))
def test_a_page_of_places_shows_them_in_their_order_wherever_it_begins(
    content: Collection, first: int, n_shown: int
) -> None:
    shown = in_tree(taxonomy(content).places, content)[first : first + n_shown]
    counts = dict.fromkeys(content.places, 1)

    def flat(branches: tuple[Tree, ...]) -> list[str]:
        return [name for place_id, _, inner in branches for name in (place_id, *flat(inner))]

    assert flat(branches_of(shown, content.places, counts)) == list(shown)
