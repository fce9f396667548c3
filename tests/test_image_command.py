"""`komsiluk image`: what it takes out, what it leaves, and what it refuses."""

from __future__ import annotations

from pathlib import Path

from komsiluk.photographs.look import look
from tests.commands import run
from tests.pictures import REMOVED_FROM_JPEG, SECRET, bomb, clean_jpeg, laden_jpeg, laden_png
from tests.small_site import Lay


def test_a_picture_is_cleaned_in_its_place_and_what_was_removed_is_told(tmp_path: Path) -> None:
    file = tmp_path / "Kuhinja 1.JPG"
    file.write_bytes(laden_jpeg(2400, 1800))
    n_kb = f"{file.stat().st_size / 1024:,.0f}"
    result = run("image", file)
    assert result.exit_code == 0
    assert result.output == (
        f"{file}: 1800 × 2400 pixels, {n_kb} KB → 1200 × 1600 pixels, "
        f"{file.stat().st_size / 1024:,.0f} KB\n" + REMOVED_FROM_JPEG
    )
    assert SECRET not in file.read_bytes()
    assert look(str(file), "x").extras == ()


def test_a_clean_picture_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "yard.jpg"
    file.write_bytes(clean_jpeg())
    before = file.read_bytes()
    result = run("image", file)
    assert result.output.endswith("96 × 64 pixels, 1 KB, nothing to remove\n")
    assert file.read_bytes() == before


def test_clean_copies_go_into_a_practice(lay: Lay, tmp_path: Path) -> None:
    settings = lay()
    file = tmp_path / "Кујна 1.png"
    file.write_bytes(laden_png())
    config = settings.root / "mkdocs.yml"
    assert run("image", "-f", config, "--into", "clubs", file).exit_code == 0
    copy = settings.practices / "clubs" / "images" / "kujna-1.png"
    assert look(str(copy), "x").extras == ()
    assert SECRET in file.read_bytes()
    again = run("image", "-f", config, "--into", "clubs", file)
    assert (again.exit_code, again.output) == (2, f"Error: {copy} is there already.\n")
    assert run("image", "-f", config, "--into", "nobody", file).exit_code == 2


def test_what_may_not_be_unpacked_is_left_alone_and_the_others_are_cleaned(tmp_path: Path) -> None:
    wall, drawing, cut, kitchen = (
        tmp_path / name for name in ("wall.png", "drawing.jpg", "cut.jpg", "kitchen.jpg")
    )
    wall.write_bytes(bomb())
    drawing.write_bytes(b"<svg onload='alert(1)'/>")
    cut.write_bytes(clean_jpeg(640, 480)[:2000])
    kitchen.write_bytes(laden_jpeg())
    result = run("image", wall, drawing, cut, kitchen)
    assert result.exit_code == 1
    assert result.output.startswith(
        f"{wall}: the picture claims to have 144 million pixels; the most is 40 million\n"
        "  hint: save it smaller, 1600 pixels wide are enough.\n"
        f"{drawing}: this file is an SVG drawing, which can hold programs\n"
        "  hint: open it in a picture program and save it as JPEG; a screenshot of it does as well.\n"
        f"{cut}: its pixels cannot be read\n"
        f"{kitchen}: 64 × 96 pixels"
    )
    assert look(str(kitchen), "x").extras == ()
