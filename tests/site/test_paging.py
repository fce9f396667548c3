"""A list of many practices goes on from page to page, each of which is a page like any other."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest

from komsiluk.pages.paging import CARDS, list_key, part_key
from tests.site.reading import Document
from tests.site.sites import Place, Site
from tests.site.ways import broken

pytestmark = pytest.mark.xdist_group("many")  # One process reads them all.

NAMESPACES = {
    "": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xhtml": "http://www.w3.org/1999/xhtml",
}
LISTS = ("practices", "themes/sharing", "groups/newcomers", "groups/page", "places/serbia")
"""What goes on, on three pages each; the other lists are short."""


def parts(site: Site, key: str, tag: str) -> list[tuple[Place, Document]]:
    """The pages of a list, in their order."""
    found = dict(site.pages())
    places = [Place(tag, part_key(key, part)) for part in (1, 2, 3)]
    assert Place(tag, part_key(key, 4)) not in found
    return [(place, found[place]) for place in places]


def shown(page: Document) -> list[str]:
    """The practices on a page, by the ids in their links."""
    links = [
        link.get("href")
        for link in page.all("a")
        if ".k-card__title" in link.around and "template" not in link.around
    ]
    return [link.rstrip("/").rpartition("/")[2] for link in links]


def test_only_long_lists_go_on(many_site: Site) -> None:
    assert {list_key(place.key) for place, _ in many_site.pages() if "/page/" in place.key} == {
        *LISTS
    }


def test_every_way_on_the_pages_leads_somewhere(many_site: Site) -> None:
    assert broken(many_site) == []


def test_every_practice_stands_on_one_page_of_the_list_of_all(many_site: Site) -> None:
    for tag in many_site.languages:
        pages = parts(many_site, "practices", tag)
        held = [shown(page) for _, page in pages]
        assert [len(ids) for ids in held[:-1]] == [CARDS] * (len(pages) - 1)
        assert sorted(sum(held, [])) == sorted(many_site.practices)


def test_a_theme_shows_its_practices_on_all_its_pages_together(many_site: Site) -> None:
    expected = {id for id, told in many_site.practices.items() if "sharing" in told["themes"]}
    for tag in many_site.languages:
        ids = [id for _, page in parts(many_site, "themes/sharing", tag) for id in shown(page)]
        assert sorted(ids) == sorted(expected)


@pytest.mark.parametrize("key", LISTS)
def test_the_pager_leads_back_and_on(many_site: Site, key: str) -> None:
    for tag in many_site.languages:
        pages = parts(many_site, key, tag)
        for number, (place, page) in enumerate(pages):
            here = many_site.absolute(place)
            links = [link for link in page.all("a") if ".k-pager" in link.around]
            ways = [many_site.absolute(other) for other, _ in pages]
            back, on = (
                [urljoin(here, link.get("href")) for link in links if link.get("rel") == relation]
                for relation in ("prev", "next")
            )
            assert back == ways[max(0, number - 1) : number]
            assert on == ways[number + 1 : number + 2]
            numbered = [link for link in links if not link.get("rel")]
            assert [urljoin(here, link.get("href")) for link in numbered] == ways
            current = [link.get("href") for link in numbered if link.get("aria-current") == "page"]
            assert [urljoin(here, way) for way in current] == [here]
            names = [link.get("aria-label") for link in numbered]
            assert len(set(names)) == len(names) == len(pages)
            (pager,) = page.all("nav", class_="k-pager")
            assert pager.get("aria-label")


def test_a_short_list_has_no_pager(many_site: Site) -> None:
    for place, page in many_site.pages():
        goes_on = list_key(place.key) in LISTS
        assert bool(page.all("nav", class_="k-pager")) == goes_on, place


@pytest.mark.parametrize("key", LISTS)
def test_each_page_has_a_title_of_its_own_and_is_a_page_of_its_own(
    many_site: Site, key: str
) -> None:
    for tag in many_site.languages:
        pages = parts(many_site, key, tag)
        titles = [page.text("title") for _, page in pages]
        assert len(set(titles)) == len(pages)
        assert re.search(r"\b2\b.*\b3\b", titles[1])
        for place, page in pages:
            assert page.text("title").startswith(page.meta("og:title")), place
        for place, page in pages:
            address = many_site.absolute(place)
            assert [link.get("href") for link in page.all("link", rel="canonical")] == [address]
            assert page.meta("og:url") == address
            assert len(page.all("h1")) == 1


@pytest.mark.parametrize("key", LISTS)
def test_all_pages_of_a_list_share_one_picture(many_site: Site, key: str) -> None:
    for tag in many_site.languages:
        pictures = {page.meta("og:image") for _, page in parts(many_site, key, tag)}
        (picture,) = pictures
        assert picture.endswith(f"/cards/{tag}/{key.replace('/', '--')}.png")
        assert many_site.file(picture) in many_site.files


@pytest.mark.parametrize("key", LISTS)
def test_the_language_switch_and_hreflang_stay_on_the_page(many_site: Site, key: str) -> None:
    for tag in many_site.languages:
        for place, page in parts(many_site, key, tag):
            here = many_site.absolute(place)
            expected = [
                many_site.absolute(Place(other, place.key)) for other in many_site.languages
            ]
            switch = [link for link in page.all("a") if ".k-menu--languages" in link.around]
            assert [urljoin(here, link.get("href")) for link in switch] == expected
            links = page.all("link", rel="alternate")
            assert [link.get("href") for link in links] == [*expected, expected[0]]
            assert [link.get("hreflang") for link in links] == [*many_site.languages, "x-default"]


def test_the_door_of_all_practices_stays_the_current_one(many_site: Site) -> None:
    for place, page in parts(many_site, "practices", "mk"):
        here = many_site.absolute(place)
        doors = [
            urljoin(here, link.get("href"))
            for link in page.all("a", aria_current="page")
            if not {".k-pager", ".k-menu--languages"} & {*link.around}
        ]
        assert set(doors) == {many_site.absolute(Place("mk", "practices"))}


def test_the_sitemap_lists_every_page_with_its_translations(many_site: Site) -> None:
    tree = ElementTree.parse(many_site.folder / "sitemap.xml")
    listed = {
        url.findtext("loc", namespaces=NAMESPACES): {
            link.get("hreflang"): link.get("href")
            for link in url.findall("xhtml:link[@rel='alternate']", NAMESPACES)
        }
        for url in tree.getroot().findall("url", NAMESPACES)
    }
    for key in LISTS:
        for part in (1, 2, 3):
            held = {
                tag: many_site.absolute(Place(tag, part_key(key, part)))
                for tag in many_site.languages
            }
            for address in held.values():
                assert listed[address] == {**held, "x-default": held["en"]}


def test_the_search_knows_every_practice_once_and_no_further_page_of_a_list(
    many_site: Site,
) -> None:
    for tag in many_site.languages:
        shown = [
            entry[0]
            for file in sorted((many_site.folder / "search" / tag).glob("*/c*.js"))
            for entry in script_value(file)
        ]
        assert len(set(shown)) == len(shown)
        assert not any(re.search("/page/[0-9]", key) for key in shown)
        for key in shown:
            folder = many_site.folder / ("" if tag == "en" else tag)
            assert (folder / key / "index.html").is_file(), key
        practices = {f"practices/{id}" for id in many_site.practices}
        assert {key for key in shown if re.match("practices/.", key)} == practices
        assert set(LISTS) <= set(shown)


def script_value(file: Path) -> Any:
    """What a data script hands over."""
    said = file.read_text("utf-8")
    assert said.startswith("komsiluk.take(") and said.endswith(")")
    return json.loads(f"[{said[len('komsiluk.take(') : -1]}]")[1]


def test_every_language_has_its_404_page_and_no_other(many_site: Site) -> None:
    found = {name for name in many_site.files if Path(name).name == "404.html"}
    assert found == {"404.html", *(f"{tag}/404.html" for tag in many_site.languages[1:])}
