"""Laws of the embroidery: what holds for every id, every grid and every title."""

from __future__ import annotations

import itertools
import re

from hypothesis import given
from hypothesis import strategies as st

from komsiluk.images import charts
from komsiluk.images.fields import field, rosette
from komsiluk.images.grid import Grid, mirrored, recoloured, size, turned
from komsiluk.images.icons import svg
from komsiluk.images.lettering import shorten, wrap
from komsiluk.images.motif import Shape, motif
from komsiluk.images.palettes import palette

ids = st.text(max_size=40)
motifs = st.sampled_from([*charts.figures(), "unknown"])
small_grids = st.integers(1, 8).flatmap(
    lambda columns: st.lists(st.tuples(*[st.integers(0, 4)] * columns), min_size=1, max_size=8).map(
        tuple
    )
)
titles = st.lists(st.text("abcčдш", min_size=1, max_size=9), min_size=1, max_size=14)


@given(ids, motifs, st.sampled_from(Shape))
def test_every_motif_has_its_size_and_only_threads(seed: str, name: str, shape: Shape) -> None:
    grid = motif(seed, name, shape)
    assert size(grid) == shape.value
    assert {stitch for row in grid for stitch in row} <= {0, 1, 2, 3, 4}
    assert motif(seed, name, shape) == grid


@given(ids, motifs.filter(lambda name: name != "knots"), st.sampled_from(Shape))
def test_every_motif_mirrors_itself(seed: str, name: str, shape: Shape) -> None:
    grid = motif(seed, name, shape)
    assert grid == mirrored(grid)


@given(ids, st.sampled_from(Shape))
def test_a_knot_looks_the_same_upside_down(seed: str, shape: Shape) -> None:
    grid = motif(seed, "knots", shape)
    assert grid == mirrored(grid[::-1])


@given(ids, st.integers(0, 20), st.integers(0, 20))
def test_every_field_is_alike_in_all_quarters(seed: str, half: int, middle: int) -> None:
    grid = field(seed, 2 * half + 1, 2 * middle + 1)
    assert grid == mirrored(grid) == grid[::-1]


@given(ids, st.integers(1, 3))
def test_every_rosette_has_eight_equal_parts(seed: str, reach: int) -> None:
    flower = rosette(seed, "test", reach)
    assert flower == mirrored(flower) == turned(flower)
    middle = flower[reach]
    assert all(one != other for one, other in itertools.pairwise(middle))


@given(small_grids)
def test_turning_and_mirroring_undo_themselves(grid: Grid) -> None:
    assert turned(turned(grid)) == mirrored(mirrored(grid)) == grid
    assert recoloured(grid, range(5)) == grid


@given(small_grids)
def test_an_svg_has_every_stitch_once(grid: Grid) -> None:
    colours = palette("work")
    drawn = [[0] * len(row) for row in grid]
    for thread, outline in re.findall(r'fill="(.*?)" d="(.*?)"', svg(grid, colours)):
        for rectangle in re.findall(r"M(\d+) (\d+)h(\d+)v(\d+)", outline):
            x, y, width, height = map(int, rectangle)
            for row in drawn[y : y + height]:
                assert row[x : x + width] == [0] * width
                row[x : x + width] = [colours.threads.index(thread)] * width
    assert tuple(map(tuple, drawn)) == grid


@given(titles, st.integers(9, 30))
def test_wrapping_keeps_the_words_and_the_width(words: list[str], width: int) -> None:
    lines = wrap(words, len, width)
    assert " ".join(lines) == " ".join(words)
    assert all(len(line) <= width for line in lines)
    assert len(lines) == n_lines_when_greedy(words, width)


@given(st.text("ab -", min_size=1, max_size=30), st.integers(1, 30))
def test_a_shortened_text_fits(text: str, width: int) -> None:
    short = shorten(text, len, width)
    assert len(short) <= width
    assert short == text or short.endswith("…")


def n_lines_when_greedy(words: list[str], width: int) -> int:
    """How many lines it takes to fill each as far as it goes: no way of breaking needs fewer."""
    n_lines, room = 0, -1
    for word in words:
        if len(word) + 1 > room:
            n_lines, room = n_lines + 1, width + 1
        room -= len(word) + 1
    return n_lines
