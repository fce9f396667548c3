"""Outlines and points: from TopoJSON to a drawing on which nothing lies on anything else."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from komsiluk.geography.placing import SIDES, Wish, beside, inside, middle, name_box, spread
from komsiluk.geography.plane import Projection, clip_line, clip_ring, path, simplify, to_segment
from komsiluk.geography.topology import Point, around, decode, touch

SQUARES: dict[str, Any] = {
    "type": "Topology",
    "transform": {"scale": [0.5, 0.25], "translate": [10, 40]},
    "arcs": [
        [[4, 0], [0, 8]],  # the line between the two
        [[4, 8], [-4, 0], [0, -8], [4, 0]],
        [[4, 0], [4, 0], [0, 8], [-4, 0]],
    ],
    "objects": {
        "countries": {
            "type": "GeometryCollection",
            "geometries": [
                {
                    "type": "Polygon",
                    "id": "688",
                    "properties": {"name": "Serbia"},
                    "arcs": [[0, 1]],
                },
                {
                    "type": "MultiPolygon",
                    "properties": {"name": "Kosovo"},
                    "arcs": [[[2, ~0]]],
                },
                {"type": None, "properties": {"name": "Nowhere"}},
            ],
        }
    },
}
"""Two squares side by side from 10° to 14° east and 40° to 42° north."""
FRAME = (0.0, 0.0, 100.0, 100.0)
points = st.tuples(st.floats(-200, 300), st.floats(-200, 300))


def test_a_topology_is_decoded_with_its_shared_lines_there_once() -> None:
    atlas = decode(SQUARES)
    assert [country.code for country in atlas.countries] == ["RS", "XK"]
    assert list(atlas.lines[0]) == [(12.0, 40.0), (12.0, 42.0)]
    assert atlas.boxes == {"RS": (10, 40, 12, 42), "XK": (12, 40, 14, 42)}
    assert [country.numbers for country in atlas.countries] == [{0, 1}, {0, 2}]


def test_a_ring_walks_some_of_its_lines_backwards() -> None:
    atlas = decode(SQUARES)
    ring = atlas.countries[1].polygons[0][0]
    lines = dict(enumerate(atlas.lines))
    assert atlas.ring(ring, lines) == [(12, 40), (14, 40), (14, 42), (12, 42)]


def test_a_degree_is_as_long_along_the_middle_parallel_as_along_a_meridian() -> None:
    projection = Projection(window=(10, 59, 14, 61), width=400)
    assert projection((11, 61)) == (100, 0)
    assert projection((10, 60))[1] == pytest.approx(100 / math.cos(math.radians(60)))
    assert projection.height == round(200 / math.cos(math.radians(60)))


@given(st.lists(points, min_size=2, max_size=30), st.floats(0.1, 50))
def test_a_simpler_line_has_the_same_ends_and_stays_near(line: list[Point], near: float) -> None:
    simple = simplify(line, near)
    assert simple[0] == line[0] and simple[-1] == line[-1]
    for point in line:
        pairs = zip(simple, simple[1:], strict=False)
        assert min(to_segment(point, one, other) for one, other in pairs) <= near + 1e-6


@given(st.lists(points, min_size=3, max_size=12))
def test_what_is_clipped_lies_within_the_frame(ring: list[Point]) -> None:
    clipped = [clip_ring(ring, FRAME), *clip_line(ring, FRAME)]
    for x, y in (point for line in clipped for point in line):
        assert -1e-6 <= x <= 100 + 1e-6 and -1e-6 <= y <= 100 + 1e-6


def test_a_line_that_leaves_the_frame_comes_back_as_another_part() -> None:
    line = [(10.0, 10.0), (50.0, -30.0), (90.0, 10.0)]
    assert list(clip_line(line, FRAME)) == [
        [(10, 10), (20, 0)],
        [(80, 0), (90, 10)],
    ]


def test_a_path_is_short() -> None:
    assert path([[(0, 0), (10, -5), (10.2, -5.1), (0, 3)]], closed=False) == "M0 0l10-5-10 8"
    assert path([[(1, 1), (1.2, 1)]], closed=False) == ""


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=8))
def test_points_that_are_spread_stay_near_their_places(places: list[tuple[int, int]]) -> None:
    for (x, y), (u, v) in zip(places, spread(places, [10] * len(places), 5), strict=True):
        assert math.hypot(u - x, v - y) <= 5 + 1e-6


def test_two_points_on_one_spot_part() -> None:
    one, other = spread([(50, 50), (50, 50)], [10, 10], 20)
    assert math.dist(one, other) == pytest.approx(20, abs=0.1)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 100), st.integers(0, 100), st.text("abcdef ", min_size=1, max_size=9)
        ),
        max_size=12,
    )
)
def test_no_name_lies_on_another_or_outside(named: list[tuple[int, int, str]]) -> None:
    wishes = [Wish(at=(x, y), radius=2, text=text) for x, y, text in named]
    sides = beside(wishes, [], 8, FRAME)
    boxes = [name_box(wish, side, 8) for wish, side in zip(wishes, sides, strict=True) if side]
    for number, box in enumerate(boxes):
        assert touch(box, FRAME) and min(box[:2]) >= 0 and max(box[2:]) <= 100
        for other in boxes[:number]:
            is_own_point = any(touch(other, (*wish.at, *wish.at)) for wish in wishes)
            assert not touch(box, other) or is_own_point


def test_a_name_takes_the_best_side_that_is_free() -> None:
    wish = Wish(at=(50, 50), radius=2, text="Tutin")
    assert list(beside([wish], [], 8, FRAME)) == ["e"]
    assert list(beside([wish], [name_box(wish, "e", 8)], 8, FRAME)) == ["w"]
    assert list(beside([wish], [name_box(wish, side, 8) for side in SIDES], 8, FRAME)) == [None]


def test_the_middle_of_a_bent_shape_is_in_it() -> None:
    bent: list[Point] = [(0, 0), (90, 0), (90, 20), (20, 20), (20, 90), (0, 90)]
    centre = middle([bent])
    assert centre is not None and inside(centre, [bent])
    assert around(bent) == (0, 0, 90, 90)
    assert middle([]) is None
