"""The papers of the fullest practice, of one that is only translated in part, and of one of which
little is reported, in every language: as they lie in the real site."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator

import pytest

from komsiluk import build
from komsiluk.guides.paper_data import printable_json
from komsiluk.mkdocs_plugin.config_loader import load_settings
from komsiluk.pages.papers import TO_PRINT, Paper, Wanted
from komsiluk.pages.plan import Plan
from komsiluk.settings import Settings
from komsiluk.text.nodes import texts
from tests.browser.kinds import LANGUAGES
from tests.paper import codes, faults, sheets
from tests.site.sites import ROOT, Site

PRACTICES = ("good-neighbor-clubs", "start-up-grants", "culture-dialogue-sport")
PAPERS = [
    Wanted(practice_id=practice, language=tag, paper=paper)
    for practice in PRACTICES
    for tag in LANGUAGES
    for paper in TO_PRINT
]
MOST_BYTES = 200_000


def pdf(site: Site, paper: Wanted) -> bytes:
    folder = "" if paper.language == site.default else f"{paper.language}/"
    return (site.folder / folder / paper.path).read_bytes()


@functools.cache
def _planned() -> tuple[Plan, Settings]:
    settings = load_settings(ROOT / "mkdocs.yml")
    return build.pages(build.check(settings), settings), settings


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_a_paper_is_whole(real_site: Site, paper: Wanted) -> None:
    data = pdf(real_site, paper)
    assert faults(data) == []
    assert len(data) < MOST_BYTES
    found = sheets(data)
    assert len(found) == {Paper.GUIDE: 6, Paper.BRIEF: 2}[paper.paper]
    for number, sheet in enumerate(found, 1):
        assert sheet.astray() == [], number
        assert list(sheet.collisions()) == [], number
        assert "□" not in sheet.text, number


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_paper_of_a_language_has_its_pages(real_site: Site, tag: str) -> None:
    folder = real_site.folder / ("" if tag == real_site.default else tag)
    for practice in real_site.practices:
        for paper, n_pages in ((Paper.GUIDE, 6), (Paper.BRIEF, 2)):
            wanted = Wanted(practice_id=practice, language=tag, paper=paper)
            data = (folder / wanted.path).read_bytes()
            found = sheets(data)
            assert len(found) == n_pages, wanted.name
            assert not any("□" in sheet.text or sheet.astray() for sheet in found), wanted.name
            assert len(data) < MOST_BYTES, wanted.name


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_guide_says_all_that_it_is_given(real_site: Site, tag: str) -> None:
    for practice in PRACTICES:
        paper = Wanted(practice_id=practice, language=tag, paper=Paper.GUIDE)
        said = json.loads(printable_json(*_planned(), paper))["practice"]
        del said["where"], said["glance"]["evidence"]["said"]  # For other papers.
        if said["session"]["objectives"]:
            del said["session"]["purpose"]  # Objectives say it better.
        printed = "".join(_bare(sheet.text) for sheet in sheets(pdf(real_site, paper)))
        missing = [text for text in _said(said) if _bare(text) not in printed]
        assert missing == [], practice


def test_the_codes_lead_to_the_pages_of_the_practices(real_site: Site) -> None:
    first = [sheets(pdf(real_site, paper))[0] for paper in PAPERS]
    _, settings = _planned()
    folders = {tag: "" if tag == LANGUAGES[0] else f"{tag}/" for tag in LANGUAGES}
    assert codes(first, 100) == [
        [f"{settings.site_url}{folders[paper.language]}practices/{paper.practice_id}/"]
        for paper in PAPERS
    ]


def _said(practice: dict[str, object]) -> Iterator[str]:
    """The texts of a practice, without what only steers how it is drawn."""
    for name, value in practice.items():
        if name not in ("id", "borrowed", "updated", "theme"):
            # Numbers of notes are counted anew on every page.
            yield from (text for text in texts(value) if not text.isdecimal())


def _bare(text: str) -> str:
    """Letters and digits alone: where lines and words are divided is no matter."""
    return re.sub(r"[\W_]+", "", text)
