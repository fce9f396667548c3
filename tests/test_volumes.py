"""Booklets and cards: everything that was gathered is in them, and their numbers are true."""

from __future__ import annotations

import io
import itertools
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from komsiluk import printing
from komsiluk.guides.imposition import spreads
from komsiluk.pages.plan import Plan
from komsiluk.pages.selection import By, Compilation, Selection, Volume, by_hand, selection
from tests.paper import POINTS, Sheet, faults, sheets, words
from tests.test_guides import planned, site, with_fields

__all__ = ["planned"]

HOSTILE = "#[$x$] @a \\ <b> *" + "w" * 80


def bound(planned: Plan, cache: Path, volume: Volume) -> bytes:
    """The PDF of a volume."""
    made = printing.volumes(site(cache), planned, [volume], lambda done, total: None)
    (file,) = made.files.values()
    return Path(file).read_bytes()


def everything(planned: Plan) -> Selection:
    return by_hand(planned, planned.collection.practices)


def chapters(pdf: bytes) -> dict[str, int]:
    """The titles of the bookmarks, with the page that each leads to, from 1."""
    reader = PdfReader(io.BytesIO(pdf))
    return {
        str(mark.title): (reader.get_destination_page_number(mark) or 0) + 1
        for mark in reader.outline
        if not isinstance(mark, list)
    }


def bare(text: str) -> str:
    return "".join(words(text))


@pytest.mark.parametrize("mono", [False, True])
@pytest.mark.parametrize("kind", list(Compilation))
def test_a_volume_with_borrowed_passages_breaks_no_rule_of_pdf_ua(
    planned: Plan, tmp_path: Path, kind: Compilation, mono: bool
) -> None:
    volume = Volume(selection=everything(planned), language="mk", kind=kind, mono=mono)
    assert faults(bound(planned, tmp_path, volume)) == []


def test_every_practice_has_a_chapter_in_the_order_in_which_they_were_gathered(
    planned: Plan, tmp_path: Path
) -> None:
    street = selection(planned, By.COLLECTION, "street")
    pdf = bound(
        planned, tmp_path, Volume(selection=street, language="en", kind=Compilation.BOOKLET)
    )
    found = chapters(pdf)
    titles = [planned.collection.practices[one].title for one in street.practices]
    assert titles == ["Tool library", "Repair evenings"]
    assert [title for title in found if title in titles] == titles
    text = [sheet.text for sheet in sheets(pdf)]
    for title in titles:
        assert bare(title) in bare(text[found[title] - 1])


def test_the_pages_in_contents_and_indexes_are_those_of_the_chapters(
    planned: Plan, tmp_path: Path
) -> None:
    volume = Volume(selection=everything(planned), language="sr-Cyrl", kind=Compilation.BOOKLET)
    pdf = bound(planned, tmp_path, volume)
    found = chapters(pdf)
    text = [sheet.text for sheet in sheets(pdf)]
    told = {
        planned.languages["sr-Cyrl"].words.say(f"paper.{name}") for name in ("how-to", "rests-on")
    }
    assert told < set(found)
    itself = planned.languages["sr-Cyrl"].words.say("paper.contents")
    for title, number in found.items():
        if number == 1 or title == itself:
            continue
        listed = re.search(rf"{re.escape(title)}[ .\u200b\r\n]*(\d+)\b", text[1])
        assert listed is not None, title
        assert int(listed[1]) == number, title
    index = " ".join(text[found[planned.languages["sr-Cyrl"].words.say("paper.by-theme")] - 1 :])
    for practice_id in planned.collection.practices:
        said = planned.practice("sr-Cyrl", practice_id).title
        numbers = re.findall(rf"{re.escape(said.line)}[ .\r\n]*(\d+)\b", index)
        assert {int(number) for number in numbers} == {found[said.line]}


@pytest.mark.parametrize("kind", list(Compilation))
def test_what_has_to_be_said_of_a_name_stands_on_each_card_and_once_in_a_chapter(
    planned: Plan, tmp_path: Path, kind: Compilation
) -> None:
    say = planned.languages["en"].words.say
    disputed = with_fields(planned, countries=["XK"], tagline=f"In {say('contested.XK.name')}")
    volume = Volume(selection=everything(disputed), language="en", kind=kind)
    pdf = bound(disputed, tmp_path, volume)
    assert faults(pdf) == []
    text = "".join(bare(sheet.text) for sheet in sheets(pdf))
    assert text.count(bare(say("contested.XK.footnote"))) == 1


def test_the_same_volume_has_the_same_bytes(planned: Plan, tmp_path: Path) -> None:
    volume = Volume(
        selection=everything(planned), language="en", kind=Compilation.BOOKLET, folded=True
    )
    assert bound(planned, tmp_path / "one", volume) == bound(planned, tmp_path / "other", volume)


@given(st.integers(1, 200))
def test_folded_sheets_read_in_order(n_pages: int) -> None:
    sides = list(spreads(n_pages))
    assert len(sides) == 2 * -(-n_pages // 4)
    fronts, backs = sides[::2], sides[1::2]
    # Leafing through: the right half of each front, the left of its back, from the outermost sheet in.
    inward = [
        page for front, back in zip(fronts, backs, strict=True) for page in (front[1], back[0])
    ]
    outward = [
        page
        for front, back in zip(fronts[::-1], backs[::-1], strict=True)
        for page in (back[1], front[0])
    ]
    read = [page for page in (*inward, *outward) if page is not None]
    assert read == list(range(n_pages))


def test_a_folded_booklet_lies_on_a4_with_its_cover_outside(planned: Plan, tmp_path: Path) -> None:
    folded = Volume(
        selection=everything(planned), language="en", kind=Compilation.BOOKLET, folded=True
    )
    found = sheets(bound(planned, tmp_path, folded))
    assert {(round(one.width), round(one.height)) for one in found} == {(842, 595)}
    middle = 421
    cover = "".join(letter.sign for letter in found[0].letters if letter.left > middle)
    assert bare("A small site") in bare(cover)
    assert len(found) % 2 == 0


@pytest.mark.parametrize(("large", "n_across"), [(False, 2), (True, 4)])
def test_no_word_of_a_card_is_near_a_cut(
    planned: Plan, tmp_path: Path, large: bool, n_across: int
) -> None:
    volume = Volume(
        selection=everything(planned), language="en", kind=Compilation.DECK, large=large
    )
    (sheet,) = sheets(bound(planned, tmp_path, volume))
    assert (round(sheet.width / POINTS), round(sheet.height / POINTS)) == (105 * n_across, 297)
    cuts = [105 * POINTS * n for n in range(n_across + 1)]
    levels = [148.5 * POINTS * n for n in range(3)]
    near = 6 * POINTS
    for letter in sheet.letters:
        assert all(letter.right < cut - near or letter.left > cut + near for cut in cuts), letter
        assert all(letter.top < cut - near or letter.bottom > cut + near for cut in levels), letter
    assert list(collisions(sheet)) == []


def collisions(sheet: Sheet) -> list[str]:
    return [f"{one.sign} on {other.sign}" for one, other in sheet.collisions()]


@pytest.mark.parametrize("kind", list(Compilation))
def test_hostile_text_is_data(planned: Plan, tmp_path: Path, kind: Compilation) -> None:
    fields = {"title": HOSTILE[:90], "tagline": HOSTILE, "summary": HOSTILE * 5}
    plan = with_fields(planned, **fields)
    volume = Volume(selection=by_hand(plan, ["clubs"]), language="en", kind=kind)
    pdf = bound(plan, tmp_path, volume)
    assert faults(pdf) == []
    assert bare(HOSTILE) in bare("".join(sheet.text for sheet in sheets(pdf)))


def test_what_is_gathered_by_a_place_comes_from_the_places_in_it_too(planned: Plan) -> None:
    of_district = selection(planned, By.PLACE, "hill-district").practices
    assert set(selection(planned, By.PLACE, "upper-field").practices) < set(of_district)
    with pytest.raises(KeyError):
        selection(planned, By.THEME, "nothing")


def test_files_of_volumes_have_names_of_their_own(planned: Plan) -> None:
    paths = [
        Volume(
            selection=chosen, language="en", kind=kind, mono=mono, folded=folded, large=large
        ).path
        for chosen in (everything(planned), selection(planned, By.COLLECTION, "street"))
        for kind, mono, folded, large in itertools.product(
            Compilation, (False, True), (False, True), (False, True)
        )
    ]
    assert len(set(paths)) == len(paths)
