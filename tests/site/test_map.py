"""The map in every language: each place with practices is a point and a row, and says the same in both."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tests.site.sites import Place, Site

MARK = re.compile(r"Kosov[oa]\*|Косово\*")


def places(site: Site) -> Mapping[str, set[str]]:
    """The practices of each place that a practice names, as the files have it."""
    found: dict[str, set[str]] = {}
    for practice_id, practice in site.practices.items():
        for place in practice.get("places", []):
            found.setdefault(place, set()).add(practice_id)
    return found


def numbered(site: Site, language: str) -> list[str]:
    """The practices in the order of the index, from its cards."""
    found: list[str] = []
    folder = site.folder / "search" / language
    for n in range(len(list(folder.glob("*/c*.js")))):
        (script,) = folder.glob(f"*/c{n}.js")
        found += re.findall(r'\["practices/([^"/]+)"', script.read_text("utf-8"))
    return found


def told(site: Site, language: str, tag: str, within: str = "main") -> dict[str, set[str]]:
    """The practices of each place, as elements of the page of the map have it."""
    page = site.html[site.file(site.address(Place(language, "map")))]
    practices = numbered(site, language)
    return {
        element.get("data-place"): {
            practices[int(number)] for number in element.get("data-practices").split()
        }
        for element in page.all(tag)
        if "data-place" in element.attributes and within in element.around
    }


def test_every_place_is_a_row_of_the_table_in_every_language(site: Site) -> None:
    for language in site.languages:
        rows = told(site, language, "tr")
        assert places(site).items() <= rows.items(), language
        countries = {code for practice in site.practices.values() for code in practice["countries"]}
        assert len(rows) <= len(places(site)) + len(countries)


def test_every_place_near_the_towns_is_a_point_with_the_same_practices(real_site: Site) -> None:
    for language in real_site.languages:
        rows, points = told(real_site, language, "tr"), told(real_site, language, "a", "svg")
        assert rows.keys() - points.keys() == {"germany"}, language
        assert points.items() <= rows.items()
        assert told(real_site, language, "a", "figcaption").keys() == {"germany"}


def test_points_are_links_that_say_what_they_are(real_site: Site) -> None:
    point = re.compile(r'<a class="?k-sign.*?data-practices="?([^">]*)"?><title>([^<]*)</title>')
    for language in real_site.languages:
        name = real_site.file(real_site.address(Place(language, "map")))
        found = point.findall((real_site.folder / name).read_text("utf-8"))
        assert len(found) == len({title for _, title in found}) > 20
        for practices, title in found:
            assert re.search(rf"\b{len(practices.split())}\b", title)


def test_a_disputed_name_has_its_footnote_in_every_language(real_site: Site) -> None:
    footnotes = set()
    for language in real_site.languages:
        name = real_site.file(real_site.address(Place(language, "map")))
        html = (real_site.folder / name).read_text("utf-8")
        assert MARK.search(html), language
        [footnote] = re.findall(r"<p><b>[^<]*\*</b> ([^<]*1244[^<]*)</p>", html)
        footnotes.add(footnote)
    assert len(footnotes) == len(real_site.languages)


def test_a_practice_shows_on_the_outline_where_it_was(real_site: Site) -> None:
    html = (real_site.folder / "practices/good-neighbor-clubs/index.html").read_text("utf-8")
    assert html.count("<circle") == 3
    outline = real_site.folder / "assets/komsiluk/outline.svg"
    assert outline.stat().st_size < 10_000


def test_the_drawing_is_small(real_site: Site) -> None:
    html = (real_site.folder / "map/index.html").read_text("utf-8")
    ground = re.search(r"<g aria-hidden.*?</g>", html, re.DOTALL)
    assert ground and len(ground[0]) < 10_000


def test_a_site_without_outlines_has_the_table_alone(small_site: Site) -> None:
    html = (small_site.folder / "map/index.html").read_text("utf-8")
    assert "k-spots" in html and "k-map" not in html
    assert "outline.svg" not in html and not MARK.search(html)
