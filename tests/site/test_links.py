"""Every way that a page offers leads somewhere, and only where it should."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
import yaml

from tests.site.sites import Site
from tests.site.ways import broken, ids, ways

pytestmark = pytest.mark.xdist_group("pages")  # One process reads them all.

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
ABSOLUTE = {"canonical", "alternate"}
"""Links of the head that name whole addresses of the site itself."""


def test_every_way_leads_to_a_file_and_every_fragment_to_a_place(site: Site) -> None:
    assert broken(site) == []


def test_addresses_within_the_site_are_relative(site: Site) -> None:
    """So that a copy of the site works anywhere; but not on a page that may stand anywhere."""
    whole = set()
    for name, page in site.html.items():
        for element in page.elements:
            if element.tag == "meta" or element.get("rel") in ABSOLUTE:
                continue
            for way in ways(element):
                if way.startswith(("/", site.url)) and not name.endswith("404.html"):
                    whole.add((name, way))
    assert not whole


def test_no_link_leads_to_another_host_except_to_licence_and_sources(site: Site) -> None:
    allowed = {LICENCE, *_recorded(site)}
    strangers = set()
    for name, page in site.html.items():
        for element in page.elements:
            for way in ways(element):
                if not urlsplit(way).netloc or way.startswith(site.url):
                    continue
                if element.tag != "a" or way not in allowed:
                    strangers.add((name, way))
    assert not strangers


def test_a_practice_leads_to_the_form_that_can_open_it(site: Site) -> None:
    """To improve it, and to translate it where it is shown in another language than the page's."""
    wanted, found = set(), set()
    for place, page in site.pages():
        kind, _, name = place.key.partition("/")
        if kind != "practices" or name not in site.practices:
            continue
        here = site.absolute(place)
        for link in page.all("a"):
            form, _, query = urljoin(here, link.get("href")).partition("?")
            if "/contribute/form" in form:
                ((work, ids_),) = parse_qs(query).items()
                assert ids_ == [name] and f"search/open/{name}.js" in site.files, here
                assert site.file(form) in site.files, (here, form)
                found.add((work, here))
        wanted |= {("improve", here)}
        wanted |= {("translate", here)} if place != site.home(place) else set()
    assert wanted <= found
    assert {work for work, _ in found} == {"improve", "translate"}


def test_style_sheets_ask_only_for_files_of_the_site(site: Site) -> None:
    for name in site.files:
        if name.endswith(".css"):
            here = site.url + name
            text = (site.folder / name).read_text("utf-8")
            for way in re.findall(r"url\(\s*['\"]?([^'\")]+)", text):
                if not way.startswith(("data:", "#")):
                    address = urljoin(here, way)
                    assert address.startswith(site.url), (name, way)
                    assert site.file(urlsplit(address).path) in site.files, (name, way)


def test_ids_are_unique_on_a_page(site: Site) -> None:
    for name, page in site.html.items():
        counts = Counter(element.get("id") for element in page.elements if element.get("id"))
        assert [found for found, n in counts.items() if n > 1] == [], name


def test_labels_and_descriptions_point_to_elements_that_are_there(site: Site) -> None:
    for name, page in site.html.items():
        there = ids(page)
        for element in page.elements:
            for attribute in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
                for wanted in element.get(attribute).split():
                    assert wanted in there, (name, element.tag, attribute, wanted)


def _recorded(site: Site) -> set[str]:
    """The addresses of organisations, sources and reports, as the files of the source have them."""
    found: set[str] = set()
    for file in (site.source / "practices").rglob("*.yml"):
        if not {"_strings", "_languages"} & {*file.parts}:
            found |= set(_addresses(yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader)))
    return found


def _addresses(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, held in value.items():
            if name in ("url", "report") and isinstance(held, str):
                yield held
            else:
                yield from _addresses(held)
    elif isinstance(value, list):
        for held in value:
            yield from _addresses(held)
