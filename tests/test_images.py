"""The pictures: steady, distinct, legible, small; and charts that say what they promise."""

from __future__ import annotations

import hashlib
import io
import itertools
import math
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops, features

from komsiluk.images import charts
from komsiluk.images.cards import HEIGHT, MARGIN, RULE_ROW, WIDTH, social_card
from komsiluk.images.covers import WIDTHS, cover
from komsiluk.images.grid import Grid, mirrored, size
from komsiluk.images.icons import ICON_SIZES, MASKED_SIZE, icon, mark, svg
from komsiluk.images.lettering import Fonts, face
from komsiluk.images.motif import Shape, motif, strip
from komsiluk.images.palettes import Palette, by_name, palette
from komsiluk.images.stitching import stitched
from tests.contrast import contrast
from tests.equipment import missing

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden" / "images" / "embroidery-course.txt"

MOTIFS = {
    "work": "bread",
    "skills": "needle",
    "neighbourhood": "houses",
    "culture": "star",
    "education": "book",
    "services": "hands",
    "planning": "plan",
    "cooperation": "knots",
    "participation": "bird",
    "information": "letters",
    "return": "door",
}

PRACTICES = {
    "utociste-social-bakery": "work",
    "baking-and-selling-course": "skills",
    "embroidery-course": "skills",
    "cross-border-exchanges": "cooperation",
    "good-neighbor-clubs": "neighbourhood",
    "start-up-grants": "work",
    "vocational-qualification": "skills",
    "inclusive-workshops": "education",
    "small-social-initiatives": "services",
    "social-protection-planning": "planning",
    "informing-citizens": "information",
    "local-networks": "cooperation",
    "community-monitoring": "participation",
    "study-visit-to-germany": "cooperation",
    "advocacy-and-film": "participation",
    "focus-groups-before-planning": "planning",
    "intercultural-days": "culture",
    "cultural-sensitivity-training": "skills",
    "communication-campaigns": "information",
    "skills-training-together": "skills",
    "culture-dialogue-sport": "culture",
    "local-coordination-mechanisms": "cooperation",
}

TITLES = {
    "en": "Good Neighbor Clubs: a space where old and new neighbours meet, learn and plan together",
    "bs": "Klubovi dobrih komšija: prostor za druženje, učenje i zajedničko planiranje u naselju",
    "sr-Latn": "Klubovi dobrih suseda: prostor za druženje, učenje i zajedničko planiranje",
    "sr-Cyrl": "Клубови добрих суседа: простор за дружење, учење и заједничко планирање",
    "mk": "Курс за традиционален вез во Скопје: ѓердани, ќилими и шевици од Македонија",
    "sq": "Mekanizmat lokalë të koordinimit për integrimin e të kthyerve në bashkitë e rajonit",
    "tr": "İyi komşu kulüpleri: buluşmak, öğrenmek ve birlikte planlamak için bir yer",
    "de": "Kommunalverwaltungszusammenarbeitsvereinbarung und Lernreise nach Deutschland",
}

PALETTES = {**by_name("theme"), **by_name("fallback")}


def grids(shape: Shape) -> dict[str, Grid]:
    return {name: motif(name, MOTIFS[theme], shape) for name, theme in PRACTICES.items()}


def share_of_difference(grid: Grid, other: Grid) -> float:
    columns, rows = size(grid)
    pairs = zip(itertools.chain(*grid), itertools.chain(*other), strict=True)
    return sum(left != right for left, right in pairs) / (columns * rows)


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    """The project's faces, where somebody has fetched them."""
    modules = ROOT / ".cache" / "fonts" / "node_modules"
    serif = modules / "source-serif" / "VAR" / "SourceSerif4Variable-Roman.ttf"
    sans = modules / "source-sans" / "VF" / "SourceSans3VF-Upright.ttf"
    if not (serif.exists() and sans.exists()):
        missing(f"The fonts are not in {modules}; `make` fetches them.")
    return Fonts(serif=serif, sans=sans)


def card(title: str, language: str, fonts: Fonts | None) -> Image.Image:
    grid = motif("good-neighbor-clubs", "houses", Shape.TALL)
    colours = palette("neighbourhood")
    data = social_card(title, "Суседство · Novi Pazar", "Komšiluk", language, colours, grid, fonts)
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("name", charts.figures())
def test_a_figure_is_27_by_27_and_mirrors_itself(name: str) -> None:
    figure = charts.figures()[name]
    assert size(figure) == (27, 27)
    turned_round = mirrored(figure[::-1])
    assert figure == (turned_round if name == "knots" else mirrored(figure))


@pytest.mark.parametrize("name", charts.borders())
def test_a_border_has_five_rows_alike_on_both_sides_of_its_axis(name: str) -> None:
    border = charts.borders()[name]
    assert len(border) == 5
    assert all(row[1:] == row[:0:-1] for row in border)


@pytest.mark.parametrize("name", charts.fillers())
def test_a_filler_is_alike_in_all_quarters(name: str) -> None:
    filler = charts.fillers()[name]
    columns, rows = size(filler)
    assert columns == rows
    assert columns % 2 == 1
    assert filler == mirrored(filler) == filler[::-1]


def test_only_figures_leave_threads_open() -> None:
    finished = (*charts.borders().values(), *charts.fillers().values(), *charts.marks().values())
    assert {stitch for chart in finished for row in chart for stitch in row} <= {0, 1, 2, 3, 4}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[x]\n.#\n#\n", "chart 'x': the rows are not equally long"),
        ("[x]\n.?\n", "chart 'x': '?' is no sign of a stitch"),
    ],
)
def test_a_spoilt_chart_is_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match="chart") as caught:
        charts.read(text)
    assert str(caught.value) == message


def test_every_theme_has_a_figure_of_its_own() -> None:
    assert set(charts.figures()) == {*MOTIFS.values(), "weave"}


@pytest.mark.parametrize(("shape", "least"), [("WIDE", 0.3), ("SQUARE", 0.15), ("TALL", 0.3)])
def test_any_two_practices_differ_clearly(shape: str, least: float) -> None:
    worked = grids(Shape[shape])
    for one, other in itertools.combinations(worked, 2):
        assert share_of_difference(worked[one], worked[other]) > least, (one, other)


def test_a_motif_stays_what_it_was() -> None:
    grid = motif("embroidery-course", "needle", Shape.SQUARE)
    assert "".join("".join(".#o+*"[stitch] for stitch in row) + "\n" for row in grid) == (
        GOLDEN.read_text("utf-8")
    )


def test_an_unknown_motif_is_the_neutral_weave() -> None:
    assert motif("sports-day", "football") == motif("sports-day", "weave")


def test_a_strip_is_as_long_as_asked() -> None:
    assert size(strip("home", 61)) == (61, 5)


@pytest.mark.parametrize("colours", PALETTES.values(), ids=PALETTES)
def test_ink_and_deep_keep_the_contrast_of_wcag(colours: Palette) -> None:
    assert contrast(colours.ink, colours.linen) >= 7
    assert contrast(colours.deep, "#ffffff") >= 4.5
    assert contrast(colours.ground, colours.linen) >= 4.5


@pytest.mark.parametrize("colours", PALETTES.values(), ids=PALETTES)
def test_every_thread_is_seen_on_the_linen(colours: Palette) -> None:
    assert all(contrast(thread, colours.linen) >= 2 for thread in colours.threads[1:])


def test_every_theme_has_a_palette_and_any_name_gets_one() -> None:
    assert set(by_name("theme")) == {*MOTIFS, "site"}
    assert palette("") == palette("site")
    assert palette("sport") in by_name("fallback").values()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_cover_is_three_to_one_and_small(width: int) -> None:
    data = cover("good-neighbor-clubs", "houses", palette("work"), width=width, format="webp")
    assert Image.open(io.BytesIO(data)).size == (width, width // 3)
    assert len(data) < (8_000 if width == 480 else 20_000)


def test_a_webp_cover_loses_nothing() -> None:
    colours = palette("work")
    drawn = stitched(motif("start-up-grants", "bread"), colours, 480).convert("RGB")
    data = cover("start-up-grants", "bread", colours, width=480, format="webp")
    assert Image.open(io.BytesIO(data)).convert("RGB").tobytes() == drawn.tobytes()


@pytest.mark.skipif(not features.check("avif"), reason="this Pillow writes no AVIF")
def test_an_avif_cover_is_small_too() -> None:
    data = cover("start-up-grants", "bread", palette("work"), width=480, format="avif")
    assert Image.open(io.BytesIO(data)).size == (480, 160)
    assert len(data) < 25_000


@pytest.mark.parametrize("side", ICON_SIZES)
def test_an_icon_is_square_and_small(side: int) -> None:
    data = icon(side, palette("site"))
    assert Image.open(io.BytesIO(data)).size == (side, side)
    assert len(data) < 15_000


def test_no_phone_cuts_into_the_mark_of_a_masked_icon() -> None:
    bare = tuple((0,) * len(row) for row in mark())
    drawn, linen = (
        Image.open(io.BytesIO(icon(MASKED_SIZE, palette("site"), grid, is_masked=True)))
        for grid in (mark(), bare)
    )
    box = ImageChops.difference(drawn.convert("RGB"), linen.convert("RGB")).getbbox()
    assert box is not None
    middle = MASKED_SIZE / 2
    farthest = max(math.hypot(x - middle, y - middle) for x in box[::2] for y in box[1::2])
    assert MASKED_SIZE * 0.35 < farthest <= MASKED_SIZE * 0.4


def test_too_few_pixels_are_refused() -> None:
    with pytest.raises(ValueError, match="39 stitches need more than 30 pixels"):
        stitched(motif("x", "star", Shape.SQUARE), palette("work"), 30)
    with pytest.raises(ValueError, match="15 stitches need more than 12 pixels"):
        icon(12, palette("work"))


def test_the_mark_as_svg_is_tiny_and_says_what_it_is() -> None:
    assert len(svg(mark(), palette("site"))) < 800
    assert svg(((1, 1), (1, 1)), palette("site"), title="A < B") == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2" role="img" '
        'shape-rendering="crispEdges"><title>A &lt; B</title>'
        f'<path fill="{palette("site").ground}" d="M0 0h2v2h-2z"/></svg>'
    )


SAMPLE = """
import hashlib
from komsiluk.images.cards import social_card
from komsiluk.images.covers import cover
from komsiluk.images.icons import icon, svg, mark
from komsiluk.images.motif import Shape, motif
from komsiluk.images.palettes import palette
colours = palette("culture")
made = [cover("intercultural-days", "star", colours, width=480, format=form) for form in FORMATS]
made.append(icon(180, colours))
made.append(svg(mark(), colours).encode())
grid = motif("intercultural-days", "star", Shape.TALL)
made.append(social_card("Title", "Kicker", "Site", "en", colours, grid, None))
print([hashlib.sha256(data).hexdigest() for data in made])
"""


def test_another_process_makes_the_same_bytes() -> None:
    formats = ["webp", *(["avif"] if features.check("avif") else [])]
    outputs = []
    for seed in ("1", "2"):
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        code = SAMPLE.replace("FORMATS", repr(formats))
        run = subprocess.run(
            [sys.executable, "-c", code],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        outputs.append(run.stdout)
    assert outputs[0] == outputs[1]
    data = cover("intercultural-days", "star", palette("culture"), width=480, format="webp")
    assert hashlib.sha256(data).hexdigest() in outputs[0]


def test_a_card_without_fonts_is_the_motif_alone() -> None:
    picture = card("Good Neighbor Clubs", "en", None)
    assert (picture.size, picture.mode) == ((WIDTH, HEIGHT), "P")


def test_a_card_takes_only_a_tall_motif() -> None:
    with pytest.raises(ValueError, match=r"a card takes a grid of \(39, 63\), not of \(39, 39\)"):
        social_card("", "", "", "en", palette("work"), motif("x", "star", Shape.SQUARE), None)


@pytest.mark.parametrize("language", TITLES)
def test_long_titles_stay_inside_the_card(language: str, fonts: Fonts) -> None:
    title = TITLES[language]
    written, blank = card(title, language, fonts), card("", language, fonts)
    assert len(written.getcolors() or ()) <= 32
    changed = [
        number
        for number, (one, other) in enumerate(zip(written.tobytes(), blank.tobytes(), strict=True))
        if one != other
    ]
    columns = [number % WIDTH for number in changed]
    rows = [number // WIDTH for number in changed]
    assert min(columns) >= 460 - 6
    assert max(columns) <= WIDTH - MARGIN + 12
    assert min(rows) > 110
    assert max(rows) < RULE_ROW * 10


@pytest.mark.parametrize("language", TITLES)
def test_a_card_is_small_and_the_same_twice(language: str, fonts: Fonts) -> None:
    grid = motif("good-neighbor-clubs", "houses", Shape.TALL)
    first, second = (
        social_card(TITLES[language], "a", "b", language, palette("work"), grid, fonts)
        for _ in range(2)
    )
    assert first == second
    assert len(first) < 45_000


@pytest.mark.parametrize("letter", sorted(set("".join(TITLES.values())) - {" "}))
def test_no_letter_is_a_box(letter: str, fonts: Fonts) -> None:
    for file in (fonts.serif, fonts.sans):
        font = face(file, 60, 600, "mk").font
        box = font.getmask("\U0010fffd")
        assert bytes(font.getmask(letter)) != bytes(box)


@pytest.mark.skipif(not features.check("raqm"), reason="local forms need raqm")
@pytest.mark.parametrize("language", ["sr-Cyrl", "mk"])
def test_letters_have_their_local_form(language: str, fonts: Fonts) -> None:
    local, russian = card("Добро", language, fonts), card("Добро", "ru", fonts)
    assert local.tobytes() != russian.tobytes()
