"""Where practices were, the map of it, and the policy on contested places."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from typing import Any

import pytest
import yaml
from mkdocs.config.base import ValidationError

from komsiluk import build
from komsiluk.geography.topology import Atlas, decode
from komsiluk.html.map_labels import ON_POINTING, MapLabels, map_labels
from komsiluk.html.renderer import footnotes
from komsiluk.images.outline import outline
from komsiluk.mkdocs_plugin.contested import ContestedPlaces
from komsiluk.model.collection import Collection
from komsiluk.model.practice import Practice
from komsiluk.model.records import Place
from komsiluk.pages.locations import Location, locations
from komsiluk.pages.map import RegionMap, coordinates, region_map, sketch
from komsiluk.pages.region_outline import policy_of, read_outline, region_outline
from komsiluk.settings import CONTESTED, Border, Contested
from komsiluk.source import contested as policies
from komsiluk.source.interface import load
from tests.small_site import Lay, practice
from tests.test_geography import SQUARES

PLACES = """
serbia: {kind: country, country: RS, coordinates: {latitude: 41, longitude: 11}}
east: {kind: municipality, country: RS, coordinates: {latitude: 41.5, longitude: 11.5}}
west: {kind: municipality, country: RS, coordinates: {latitude: 41.5, longitude: 10.5}}
hills: {kind: district, country: RS, coordinates: {latitude: 40.5, longitude: 11}}
lost: {kind: municipality, country: RS}
"""


def collection(**practices: Practice) -> Collection:
    """Practices among five places, all in Serbia."""
    places: Mapping[str, Any] = yaml.load(PLACES, Loader=yaml.CBaseLoader)
    return Collection(
        practices=practices,
        places={name: Place.model_validate(fields) for name, fields in sorted(places.items())},
        organisations={},
        projects={},
        sources={},
        vocabularies={},
        translations={name: {} for name in practices},
    )


def drawn(*policy: Contested, **practices: Practice) -> RegionMap:
    """The map of practices on two squares: Serbia, and Kosovo to the east of it."""
    content = collection(**practices)
    named = locations(content)
    points = coordinates(named, content)
    outline = region_outline(sketch(named, points), policy_of(policy), ATLAS)
    assert outline is not None
    assert read_outline(json.dumps(dataclasses.asdict(outline)).encode()) == outline
    return region_map(named, points, outline, policy)


ATLAS: Atlas = decode(SQUARES)
IN_TOWN = practice(places=["east"])


def names(locations: tuple[Location, ...]) -> list[str]:
    return [location.name for location in locations]


def test_a_practice_is_where_it_says_and_nowhere_finer() -> None:
    named = locations(
        collection(a=practice(places=["hills", "east"]), b=IN_TOWN, c=practice(countries=["RS"]))
    )
    assert {location.name: location.practices for location in named} == {
        "serbia": ("c",),
        "east": ("a", "b"),
        "hills": ("a",),
    }
    assert {location.name: location.is_exact for location in named} == {
        "serbia": False,
        "east": True,
        "hills": False,
    }


def test_a_country_beside_places_counts_where_none_of_them_lies_in_it() -> None:
    named = locations(collection(a=practice(places=["east"], countries=["RS", "MK"])))
    assert names(named) == ["MK", "east"]


def test_the_window_holds_the_whole_country_of_a_town() -> None:
    window = drawn(a=IN_TOWN).projection.window
    assert window[0] < 10 and window[1] < 40 and window[2] > 12 and window[3] > 42
    assert window[2] < 14


def test_towns_are_dots_areas_are_rings_and_what_has_no_coordinates_is_not_drawn() -> None:
    region = drawn(a=practice(places=["east", "hills", "lost"]), b=practice(places=["hills"]))
    assert {mark.location.name: mark.location.kind for mark in region.marks} == {
        "east": "municipality",
        "hills": "district",
    }
    assert {name: len(marks) for name, marks in region.of_practice.items()} == {"a": 2, "b": 1}


def test_a_country_without_a_record_has_its_ring_in_its_middle() -> None:
    region = drawn(a=IN_TOWN, b=practice(countries=["XK"]))
    [mark] = [mark for mark in region.marks if mark.location.name == "XK"]
    assert mark.at[0] > region.width / 2


def test_a_disputed_line_is_dashed_and_the_rest_of_the_border_is_not() -> None:
    towards_serbia = drawn(Contested(code="XK", claimed_by="RS"), a=IN_TOWN)
    assert towards_serbia.contested.count("M") == 1
    assert drawn(Contested(code="XK", claimed_by="AL"), a=IN_TOWN).contested == ""
    assert drawn(Contested(code="XK"), a=IN_TOWN).contested == towards_serbia.contested
    plain = drawn(Contested(code="XK", border=Border.SOLID), a=IN_TOWN)
    assert plain.contested == ""
    assert towards_serbia.contested in plain.borders
    assert drawn(a=IN_TOWN).borders == plain.borders


def test_a_place_that_is_drawn_as_a_part_of_another_has_no_line_and_no_name() -> None:
    region = drawn(Contested(code="XK", part_of="RS"), a=IN_TOWN)
    assert [land.code for land in region.lands] == ["RS"]
    line = drawn(Contested(code="XK"), a=IN_TOWN).contested
    assert line and line not in region.borders + region.contested


def called(tag: str, lay: Lay, *policy: Contested) -> MapLabels:
    """The names on a map of one town, in a language."""
    settings = lay()
    words, _ = load(settings.practices, settings.languages, root=settings.root)
    spoken = policies.named(words, policy)[tag]
    return map_labels(
        drawn(*policy, a=IN_TOWN), lambda location: location.place or location.country, spoken
    )


@pytest.mark.parametrize(("tag", "name"), [("en", "Kosovo*"), ("sr-Cyrl", "Косово*")])
def test_a_disputed_land_is_named_by_the_words(lay: Lay, tag: str, name: str) -> None:
    assert name in [land.text for land in called(tag, lay, *CONTESTED).lands]


def test_a_policy_of_nothing_leaves_the_name_to_unicode(lay: Lay) -> None:
    assert "Kosovo" in [land.text for land in called("en", lay).lands]


def test_a_policy_names_in_one_script_or_language_for_the_others(lay: Lay) -> None:
    entry = Contested(code="XK", name={"en": "K", "sr-Latn": "Đakovica"}, footnote={"en": ""})
    settings = lay()
    words, _ = load(settings.practices, settings.languages, root=settings.root)
    spoken = policies.named(words, (entry,))
    assert {tag: language.country("XK") for tag, language in spoken.items()} == {
        "en": "K",
        "sr-Latn": "Đakovica",
        "sr-Cyrl": "Ђаковица",
        "mk": "K",
    }
    assert spoken["mk"].say("contested.XK.footnote") == ""


def test_a_site_names_contested_places_by_its_policy(lay: Lay) -> None:
    settings = lay()
    assert build.check(settings).words["en"].country("XK") == "Kosovo*"


def test_a_page_that_names_a_contested_place_ends_with_its_footnote_once(lay: Lay) -> None:
    settings = lay()
    words, _ = load(settings.practices, settings.languages, root=settings.root)
    notes = footnotes("<p>In Kosovo* too.</p>", settings, words["en"])
    assert notes.startswith('<p class="k-footnote" role="note"><b>Kosovo*</b> This designation')
    assert footnotes("<p>In Serbia.</p>", settings, words["en"]) == ""
    assert footnotes(f"<p>In Kosovo* too.</p>{notes}", settings, words["en"]) == ""


def test_every_name_is_there_even_where_there_is_no_room(lay: Lay) -> None:
    settings = lay()
    words, _ = load(settings.practices, settings.languages, root=settings.root)
    region = drawn(a=practice(places=["east", "west", "hills", "serbia"]))
    labels = map_labels(region, lambda location: location.name * 20, words["en"])
    assert [name.text for _, name in labels.marks] == [
        mark.location.name * 20 for mark in region.marks
    ]
    assert {name.shown for _, name in labels.marks} == {ON_POINTING}


def test_the_outline_is_a_picture_without_words() -> None:
    svg = outline(drawn(*CONTESTED, a=IN_TOWN))
    assert svg.startswith("<svg xmlns") and "<text" not in svg and "stroke-dasharray" in svg


def test_without_anything_to_draw_there_is_no_map() -> None:
    content = collection(a=practice(countries=["MK"]))
    named = locations(content)
    assert region_outline(sketch(named, coordinates(named, content)), (), ATLAS) is None


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        (["XK"], 'write a line for each place, as in "XK: {border: solid}".'),
        ({"XK": "solid"}, 'write XK: {border: dashed}, not "solid".'),
        ({"XK": {"border": "wavy"}}, 'the border of XK is dashed or solid, not "wavy".'),
        ({"XK": {"label": "K"}}, '"label" is no setting of XK; the settings are border, '),
        ({"XK": {"name": "K"}}, 'write the name of XK by language, as in "name: {en: K}".'),
    ],
)
def test_a_policy_that_is_none_is_refused_in_plain_words(written: object, complaint: str) -> None:
    with pytest.raises(ValidationError) as caught:
        ContestedPlaces().run_validation(written)
    assert str(caught.value).startswith(complaint)


def test_a_policy_is_read_as_it_is_written() -> None:
    written = {"XK": {"border": "solid", "name": {"en": "Kosovo"}}, "N. Cyprus": None}
    assert ContestedPlaces().run_validation(written) == (
        Contested(code="XK", border=Border.SOLID, name={"en": "Kosovo"}),
        Contested(code="N. Cyprus"),
    )
    assert ContestedPlaces().run_validation({}) == ()
