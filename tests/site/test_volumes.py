"""A small booklet and its cards in every language: by rule, by eye, and as a phone reads them."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from komsiluk import build, printing
from komsiluk.mkdocs_plugin.config_loader import load_settings
from komsiluk.pages.plan import Plan
from komsiluk.pages.selection import By, Compilation, Selection, Volume
from komsiluk.settings import Settings
from tests.browser.kinds import LANGUAGES
from tests.paper import codes, faults, sheets
from tests.site.sites import ROOT

SELECTION = Selection(
    by=By.HAND,
    subject="",
    practices=("good-neighbor-clubs", "start-up-grants", "focus-groups-before-planning"),
)
"""The fullest practice, one that is translated nowhere, and one of which little is reported."""
VOLUMES = [
    Volume(selection=SELECTION, language=tag, kind=kind, mono=mono)
    for tag in LANGUAGES
    for kind in Compilation
    for mono in ((False, True) if tag in ("en", "sr-Cyrl") else (False,))
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, Plan]:
    settings = load_settings(ROOT / "mkdocs.yml")
    settings = dataclasses.replace(settings, cache=tmp_path_factory.mktemp("cache"))
    return settings, build.pages(build.check(settings), settings)


@pytest.mark.parametrize("volume", VOLUMES, ids=lambda volume: Path(volume.path).name)
def test_a_volume_is_whole(site: tuple[Settings, Plan], volume: Volume) -> None:
    settings, plan = site
    (file,) = printing.volumes(settings, plan, [volume], lambda done, total: None).files.values()
    pdf = Path(file).read_bytes()
    assert faults(pdf) == []
    assert len(pdf) < 200_000 * len(SELECTION.practices)
    for number, sheet in enumerate(sheets(pdf), 1):
        assert list(sheet.collisions()) == [], number
        assert "□" not in sheet.text, number
        if volume.kind is Compilation.BOOKLET:
            assert sheet.astray() == [], number


@pytest.mark.parametrize("tag", ["en", "sr-Cyrl"])
def test_every_code_of_a_volume_leads_to_its_practice(
    site: tuple[Settings, Plan], tag: str
) -> None:
    settings, plan = site
    root = settings.site_url + ("" if tag == LANGUAGES[0] else f"{tag}/")
    expected = [f"{root}practices/{practice_id}/" for practice_id in SELECTION.practices]
    read = {}
    for kind in Compilation:
        volume = Volume(selection=SELECTION, language=tag, kind=kind)
        (file,) = printing.volumes(
            settings, plan, [volume], lambda done, total: None
        ).files.values()
        found = codes(sheets(Path(file).read_bytes()), 150)
        read[kind] = [address for sheet in found for address in sheet]
    assert read[Compilation.BOOKLET] == [f"{root}practices/", *expected]
    assert sorted(read[Compilation.DECK]) == sorted(expected)
