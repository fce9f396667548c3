"""The page of what there is and what is missing, and the scripts that comparison and shortlist read."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from komsiluk.pages.buckets import bucket
from tests.site.sites import Place, Site

pytestmark = pytest.mark.xdist_group("pages")  # One process reads them all.


def counted(site: Site, field: str) -> Counter[tuple[str, str]]:
    """How many practices stand under each theme and each term of a field, as their files say."""
    return Counter(
        (theme, term)
        for practice in site.practices.values()
        for theme in set(practice["themes"])
        for term in set(practice[field])
    )


def terms(site: Site, vocabulary: str) -> list[str]:
    """The ids of a vocabulary's terms."""
    file = site.source / "practices" / "_vocabularies" / f"{vocabulary}.yml"
    held: Mapping[str, Any] = yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader)
    return [concept["id"] for concept in held["concepts"]]


def test_every_cell_counts_the_practices_of_its_theme_and_group_or_country(site: Site) -> None:
    expected = {"group": counted(site, "groups"), "country": counted(site, "countries")}
    for tag in site.languages:
        page = site.html[site.file(site.address(Place(tag, "coverage")))]
        found: dict[str, Counter[tuple[str, str]]] = {"group": Counter(), "country": Counter()}
        runs = [run for run in page.runs if "td" in run.around and "a" in run.around]
        links = [link for link in page.all("a") if "td" in link.around]
        assert len(runs) == len(links)
        for run, link in zip(runs, links, strict=True):
            asked = parse_qs(urlsplit(link.get("href")).query)
            (kind,) = asked.keys() - {"theme"}
            found[kind][asked["theme"][0], asked[kind][0]] += int(run.text)
            assert link.get("aria-label").startswith(run.text), link
        assert found == expected, tag


def test_what_is_missing_has_a_cell_that_says_so(site: Site) -> None:
    themes, groups = terms(site, "themes"), terms(site, "groups")
    empty = len(themes) * len(groups) - len(counted(site, "groups"))
    page = site.html["coverage/index.html"]
    assert len([row for row in page.all("tr") if "tbody" in row.around]) == 2 * len(themes)
    assert sum(run.text == "none yet" for run in page.within("td")) > empty > 0


def test_every_practice_is_in_the_script_that_its_id_leads_to(site: Site) -> None:
    page = site.html["compare/index.html"]
    (tray,) = [section for section in page.all("section") if "k-tray" in section.classes]
    count = int(tray.get("data-buckets"))
    for tag in site.languages:
        found: dict[str, int] = {}
        for number in range(count):
            text = (site.folder / "search" / tag / f"d{number}.js").read_text("utf-8")
            head = f'komsiluk.take("{tag}/d{number}",'
            assert text.startswith(head)
            held: dict[str, Any] = json.loads(
                text.removeprefix(head).rstrip("\n;").removesuffix(")")
            )
            found |= dict.fromkeys(held, number)
            for practice_id, detail in held.items():
                name = site.file(site.address(Place(tag, f"practices/{practice_id}")))
                assert detail["title"] == site.html[name].text("h1"), (tag, practice_id)
        assert found == {one: bucket(one, count) for one in site.practices}
