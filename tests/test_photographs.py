"""Photographs: what is in a file beside its pixels, and that nothing of it is published."""

from __future__ import annotations

import dataclasses
import functools
import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from komsiluk import build
from komsiluk.images.photograph_variants import UnreadablePhotographError, pixels_alone
from komsiluk.pages.photograph_list import LARGE, shown_photographs
from komsiluk.photographs.look import kind_of, look, look_at_bytes
from komsiluk.photographs.photograph import EXTRAS, Photograph
from komsiluk.reports import text_report
from tests.pictures import (
    PLACE,
    SECRET,
    XMP,
    bomb,
    clean_jpeg,
    laden_jpeg,
    laden_png,
    laden_webp,
    png,
)
from tests.small_site import Lay

LADEN: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    "jpg": (
        laden_jpeg,
        {"position", "time", "camera", "person", "thumbnail", "history", "caption", "text"}
        | {"profile", "trailer"},
    ),
    "png": (laden_png, {"position", "time", "camera", "person", "history", "profile"}),
    "webp": (laden_webp, {"position", "time", "camera", "person", "history", "profile"}),
}
SECRETS = (PLACE, SECRET, XMP[:20], b"Exif", b"2021", b"a film", b"ICC_PROFILE", b"GPS")


def seen(data: bytes) -> Photograph:
    return look_at_bytes(data, "clubs/images/x")


@pytest.mark.parametrize("ending", LADEN)
def test_all_that_a_telephone_writes_is_seen_and_none_of_it_is_published(
    tmp_path: Path, ending: str
) -> None:
    make, extras = LADEN[ending]
    original = tmp_path / f"photo.{ending}"
    original.write_bytes(make())
    before = look(str(original), "x")
    assert (before.kind, set(before.extras)) == (ending, extras)
    assert all(secret in original.read_bytes() for secret in (PLACE, SECRET, b"2021"))
    for ending_after in LADEN:
        published = pixels_alone(str(original), 1600, ending_after)
        after = seen(published)
        assert (after.kind, after.extras) == (ending_after, ())
        assert (after.width, after.height) == (before.width, before.height)
        assert not any(secret in published for secret in SECRETS)
        with Image.open(io.BytesIO(published)) as picture:
            assert not {"exif", "xmp", "icc_profile", "comment"} & set(picture.info)
            assert not picture.getexif()


def test_a_photograph_is_turned_as_its_camera_was_held(tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(laden_jpeg(orientation=6))
    with Image.open(io.BytesIO(pixels_alone(str(file), 1600, "png"))) as picture:
        assert picture.size == (64, 96)
        top, bottom = picture.getpixel((32, 10)), picture.getpixel((32, 86))
        assert isinstance(top, tuple) and isinstance(bottom, tuple)
        assert top[0] > 150 > top[2] and bottom[2] > 150 > bottom[0]
    assert (look(str(file), "x").width, look(str(file), "x").height) == (64, 96)


def test_a_photograph_is_no_larger_than_it_is_shown(tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(clean_jpeg(4000, 3000))
    for side, size in ((1600, (1600, 1200)), (800, (800, 600))):
        photograph = seen(pixels_alone(str(file), side, "webp"))
        assert (photograph.width, photograph.height) == size


def test_the_same_photograph_gives_the_same_bytes(tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(laden_jpeg())
    for ending in LADEN:
        assert pixels_alone(str(file), 800, ending) == pixels_alone(str(file), 800, ending)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGB", "RGBA", "I;16"])
def test_every_way_to_store_colours_becomes_that_of_the_web(tmp_path: Path, mode: str) -> None:
    file = tmp_path / "photo.png"
    if mode == "PA":
        Image.new("P", (8, 8)).save(file, transparency=0)
    elif mode == "I;16":
        Image.new(mode, (8, 8), 40_000).save(file)
    else:
        Image.new(mode, (8, 8)).save(file)
    for ending, modes in {"jpg": {"RGB"}, "webp": {"RGB", "RGBA"}}.items():
        with Image.open(io.BytesIO(pixels_alone(str(file), 800, ending))) as picture:
            assert picture.mode in modes
    if mode == "I;16":
        with Image.open(io.BytesIO(pixels_alone(str(file), 800, "png"))) as picture:
            assert picture.getpixel((1, 1)) == (156, 156, 156)


def test_ink_becomes_light(tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    Image.new("CMYK", (8, 8), (0, 255, 255, 0)).save(file)
    with Image.open(io.BytesIO(pixels_alone(str(file), 800, "png"))) as picture:
        red = picture.getpixel((4, 4))
        assert picture.mode == "RGB" and isinstance(red, tuple) and red[0] > 150 > red[1]


# What is refused before a pixel is unpacked


def test_a_few_kilobytes_that_claim_to_be_a_wall_are_not_unpacked(tmp_path: Path) -> None:
    file = tmp_path / "wall.png"
    file.write_bytes(bomb())
    assert file.stat().st_size < 18_000
    photograph = look(str(file), "x")
    assert (photograph.n_pixels, photograph.is_fit) == (144_000_000, False)
    with pytest.raises(UnreadablePhotographError):
        pixels_alone(str(file), 1600, "webp")


def test_a_file_of_two_gigabytes_is_looked_at_but_not_read(tmp_path: Path) -> None:
    file = tmp_path / "large.jpg"
    file.write_bytes(laden_jpeg())
    os.truncate(file, 2 * 1024**3)
    photograph = look(str(file), "x")
    assert (photograph.n_bytes, photograph.width, photograph.is_fit) == (2 * 1024**3, 64, False)


def test_what_is_no_file_has_no_kind(tmp_path: Path) -> None:
    (tmp_path / "real.jpg").write_bytes(clean_jpeg())
    (tmp_path / "link.jpg").symlink_to("real.jpg")
    os.mkfifo(tmp_path / "pipe.jpg")
    kinds = [look(str(tmp_path / name), "x").kind for name in ("link.jpg", "pipe.jpg")]
    assert kinds == ["link", ""]


@pytest.mark.parametrize(
    ("beginning", "kind"),
    [
        (b"GIF89a", "gif"),
        (b"\0\0\0\x18ftypheic", "heic"),
        (b"\0\0\0\x18ftypmif1", "heic"),
        (b"\0\0\0\x20ftypavif", "avif"),
        (b"II*\0", "tiff"),
        (b"BM\x36\0\0\0\0\0\0\0", "bmp"),
        (b"%PDF-1.7", "pdf"),
        (b'  <svg xmlns="', "svg"),
        (b"\xef\xbb\xbf<?xml", "svg"),
        (b"RIFF\0\0\0\0WAVE", ""),
        (b"", ""),
    ],
)
def test_a_file_is_what_its_first_bytes_say(beginning: bytes, kind: str) -> None:
    assert kind_of(beginning) == kind


def test_a_picture_cut_off_has_no_pixels(tmp_path: Path) -> None:
    file = tmp_path / "cut.jpg"
    file.write_bytes(clean_jpeg(640, 480)[:900])
    with pytest.raises(UnreadablePhotographError, match=r"cut\.jpg"):
        pixels_alone(str(file), 1600, "webp")


@functools.cache
def laden() -> tuple[bytes, ...]:
    """Each kind of picture once: a colour profile tells the second in which it was made."""
    return tuple(make() for make, _ in LADEN.values())


@given(st.data())
def test_no_damage_leads_a_reader_astray(data: st.DataObject) -> None:
    """Bytes exchanged anywhere: there is an answer, in no time."""
    picture = bytearray(data.draw(st.sampled_from(laden())))
    for _ in range(data.draw(st.integers(1, 8))):
        picture[data.draw(st.integers(0, len(picture) - 1))] = data.draw(st.integers(0, 255))
    photograph = seen(bytes(picture[: data.draw(st.integers(0, len(picture)))]))
    assert set(photograph.extras) <= set(EXTRAS)


def test_chunks_that_nobody_knows_are_named() -> None:
    head = (b"IHDR", b"\0\0\0\x08\0\0\0\x08\x08\x02\0\0\0")
    photograph = seen(png([head, (b"prIv", b"hidden"), (b"acTL", b""), (b"IEND", b"")]))
    assert photograph.extras == ("frames", "other")


# In a site

IMAGES = """images:
  - id: kitchen
    file: images/kitchen.jpg
    alt: Two people seen from behind cook in a shared kitchen.
    caption: The kitchen on a Tuesday.
    credit: Neighbours
    licence: CC-BY-4.0
    people: not-recognisable
    consent: {basis: not-needed}
"""


def test_a_practice_shows_the_pictures_that_can_be_shown(lay: Lay) -> None:
    settings = lay()
    folder = settings.practices / "clubs"
    (folder / "images").mkdir()
    (folder / "images" / "kitchen.jpg").write_bytes(laden_jpeg(1200, 900))
    with (folder / "practice.yml").open("a", encoding="utf-8") as file:
        file.write(IMAGES)
    collection = build.check(settings).loaded.collection
    (photograph,) = shown_photographs(collection, "clubs")
    assert (photograph.width, photograph.height) == (900, 1200)
    assert list(photograph.widths()) == [
        (600, "assets/komsiluk/photographs/clubs/kitchen-800.webp"),
        (900, "assets/komsiluk/photographs/clubs/kitchen-1600.webp"),
    ]
    assert photograph.path(LARGE, "jpg") == "assets/komsiluk/photographs/clubs/kitchen-1600.jpg"
    (folder / "images" / "kitchen.jpg").write_bytes(bomb())
    assert shown_photographs(build.check(settings).loaded.collection, "clubs") == ()


def test_a_picture_without_pixels_is_a_fault_of_the_content(lay: Lay) -> None:
    settings = lay()
    folder = settings.practices / "clubs"
    (folder / "images").mkdir()
    (folder / "images" / "kitchen.jpg").write_bytes(clean_jpeg(640, 480)[:2000])
    with (folder / "practice.yml").open("a", encoding="utf-8") as file:
        file.write(IMAGES)
    settings = dataclasses.replace(settings, cache=settings.root / "cache", cards=False, formats=())
    planned = build.pages(build.check(settings))
    with pytest.raises(build.FaultyFilesError) as caught:
        build.assets(settings, planned, ["en"], (), lambda done, total: None)
    assert text_report(caught.value.diagnostics) == (
        "practices/clubs/images/kitchen.jpg: error: the picture is damaged: its pixels cannot be "
        "read [unreadable-photograph]\n"
        "  hint: open it in a picture program, save it again as JPEG, and put that file in its place.\n"
        "1 error"
    )
