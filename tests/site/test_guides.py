"""The papers of the real site: all are there, and the pages tell their sizes truly."""

from __future__ import annotations

import re

from komsiluk.pages.papers import Paper, Wanted
from komsiluk.pages.selection import Compilation
from tests.browser.kinds import practices
from tests.site.sites import ROOT, Site

COLLECTIONS = sorted(file.stem for file in (ROOT / "practices/_collections").glob("*.yml"))
_PAPER = re.compile(r'<a href="([^"]*\.(?:pdf|docx))">')


def test_every_practice_has_its_papers_in_every_language_and_nothing_else_is_there(
    real_site: Site,
) -> None:
    expected = {
        _folder(real_site, tag) + Wanted(practice_id=one, language=tag, paper=paper).path
        for one in practices(real_site.folder)
        for tag in real_site.languages
        for paper in Paper
    } | {
        _folder(real_site, tag) + f"guides/{name}-{kind}.{tag}.pdf"
        for name in COLLECTIONS
        for tag in real_site.languages
        for kind in Compilation
    }
    papers = {name for name in real_site.files if name.endswith((".pdf", ".docx"))}
    assert {name for name in papers if "contribute/" not in name} == expected


def test_the_page_of_papers_leads_to_each_and_tells_its_size_and_pages(real_site: Site) -> None:
    for tag in real_site.languages:
        folder = _folder(real_site, tag)
        html = (real_site.folder / folder / "guides/index.html").read_text("utf-8")
        told = re.findall(
            r'<a href="\.\./(guides/[^"]*)">.*?</a> <span class="k-papers__file">(.*?)</span>',
            html,
        )
        n_single = len(practices(real_site.folder)) * len(Paper)
        assert len(told) == n_single + len(COLLECTIONS) * len(Compilation), tag
        for way, said in told:
            paper = real_site.folder / folder / way
            *n_pages, n_kilobytes = map(int, re.findall(r"\d+", said))
            assert n_kilobytes == -(-paper.stat().st_size // 1000), way
            if paper.suffix == ".docx":
                assert n_pages == [], way
            else:
                count = rb"/Type\s*/Pages\s*/Count %d\b" % n_pages[0]
                assert re.search(count, paper.read_bytes()), way


def test_each_practice_leads_to_its_papers(real_site: Site) -> None:
    for tag in real_site.languages:
        for one in practices(real_site.folder):
            page = real_site.folder / _folder(real_site, tag) / f"practices/{one}/index.html"
            ways = _PAPER.findall(page.read_text("utf-8"))
            names = [Wanted(practice_id=one, language=tag, paper=paper).name for paper in Paper]
            assert ways == [f"../../guides/{name}" for name in names]


def _folder(site: Site, tag: str) -> str:
    return "" if tag == site.default else f"{tag}/"
