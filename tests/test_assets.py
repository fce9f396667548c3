"""A site's content to its pictures: a change remakes what hangs on it, and nothing else."""

from __future__ import annotations

import dataclasses
import functools
from collections import Counter
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from PIL import features

from komsiluk import build, fonts
from komsiluk.artifacts import Artifact
from komsiluk.cache import workers
from komsiluk.images import image_artifacts as pictures
from komsiluk.images.image_artifacts import Card, Subject
from komsiluk.images.lettering import Fonts
from komsiluk.settings import Settings
from tests.small_site import Lay

Built = Callable[..., Counter[str]]
"""Builds what is missing, with some settings changed, and counts the calls of what makes it."""


@pytest.fixture
def settings(lay: Lay, tmp_path: Path) -> Settings:
    return dataclasses.replace(lay(), cache=tmp_path / "cache")


@pytest.fixture
def built(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Built:
    """The first build is made; what is counted comes after it."""
    calls: Counter[str] = Counter()

    def counted(name: str, make: Callable[..., bytes]) -> Callable[..., bytes]:
        @functools.wraps(make)
        def call(*arguments: object) -> bytes:
            calls[name] += 1
            return repr(arguments).encode()

        return call

    for home, name in ((pictures, "make_cover"), (pictures, "make_card"), (pictures, "make_icon"),
                       (pictures, "make_mark"), (build, "_encoded")):  # fmt: skip
        monkeypatch.setattr(home, name, counted(name.lstrip("_"), getattr(home, name)))
    monkeypatch.setattr(workers, "_n_cores", lambda: 1)

    def built(**changed: object) -> Counter[str]:
        calls.clear()
        now = dataclasses.replace(settings, **changed)  # type: ignore[arg-type]
        planned = build.pages(build.check(now))
        build.assets(now, planned, now.languages, [], lambda done, total: None)
        return calls

    assert set(built()) == {"make_cover", "make_card", "make_icon", "make_mark", "encoded"}
    return built


def edit(settings: Settings, file: str, old: str, new: str) -> None:
    path = settings.practices / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_second_build_makes_nothing(built: Built) -> None:
    assert built() == {}


def test_another_text_makes_no_picture(settings: Settings, built: Built) -> None:
    edit(settings, "clubs/practice.yml", "summary: Two", "summary: These two")
    assert built() == {}


def test_another_title_makes_the_card_in_the_languages_that_show_it(
    settings: Settings, built: Built
) -> None:
    """In Macedonian the practice has a title of its own; Serbian borrows the page, and its card."""
    edit(settings, "clubs/practice.yml", "title: Clubs", "title: Rooms")
    assert built() == {"make_card": 1}
    edit(settings, "clubs/t/mk.yml", "title: Клубови", "title: Соби")
    assert built() == {"make_card": 1}


def test_another_theme_makes_the_cover_and_the_cards_of_the_practice(
    settings: Settings, built: Built
) -> None:
    """The other theme gets a page, which the first one loses: a card in each of four languages."""
    edit(settings, "clubs/practice.yml", "themes: [meeting]", "themes: [education]")
    expected = Counter(make_cover=3, make_card=2 + 4, encoded=1)
    assert built() == expected
    edit(settings, "clubs/practice.yml", "themes: [education]", "themes: [meeting]")
    assert built() == {}, "the first pictures are still there"


def test_another_format_makes_the_covers_in_it(built: Built) -> None:
    assert built(formats=("webp", "avif")) == {"make_cover": 3}


def test_another_name_of_the_site_makes_the_cards_that_show_it(
    settings: Settings, built: Built
) -> None:
    pages = build.pages(build.check(settings)).pages.of("mk")
    n_cards = sum(not page.is_borrowed for page in pages)
    assert built(site_names={"mk": "Соседи"}) == {"make_card": n_cards}


@pytest.fixture
def faces(tmp_path: Path) -> Fonts:
    """Two files that pass for fonts as long as nobody draws with them."""
    for name in ("serif", "sans"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    return Fonts(serif=tmp_path / "serif", sans=tmp_path / "sans")


def card(faces: Fonts) -> Artifact:
    subject = Subject(name="clubs", motif="weave", palette="")
    shown = Card(key="clubs", language="en", subject=subject, title="", kicker="", site_name="")
    (described,) = pictures.cards([shown], faces)
    return described


def test_a_card_hangs_on_what_its_fonts_say_and_not_on_where_they_are(faces: Fonts) -> None:
    before = card(faces).key
    moved = faces.serif.rename(faces.serif.with_name("elsewhere"))
    assert card(Fonts(serif=moved, sans=faces.sans)).key == before
    faces.sans.write_text("another edition", encoding="utf-8")
    assert card(Fonts(serif=moved, sans=faces.sans)).key != before


@pytest.mark.parametrize("library", ["webp", "freetype2", "raqm", "zlib"])
def test_pictures_hang_on_the_libraries_that_make_them(
    faces: Fonts, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = card(faces).key
    told = features.version
    pictures.made_by.cache_clear()
    with monkeypatch.context() as patch:
        patch.setattr(features, "version", lambda name: "99" if name == library else told(name))
        assert card(faces).key != before
    pictures.made_by.cache_clear()
    assert card(faces).key == before


@pytest.mark.parametrize("library", ["fonttools", "brotli"])
def test_fonts_hang_on_the_libraries_that_make_them(
    tmp_path: Path, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for face in fonts.FACES:
        (tmp_path / face.file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / face.file).touch()
    before = {described.key for described in fonts.artifacts(tmp_path)}
    fonts.made_by.cache_clear()
    with monkeypatch.context() as patch:
        patch.setattr(fonts, "version", lambda name: "99" if name == library else version(name))
        assert {described.key for described in fonts.artifacts(tmp_path)} & before == set()
    fonts.made_by.cache_clear()
    assert {described.key for described in fonts.artifacts(tmp_path)} == before
