"""What stands around every page: language, address, translations, switch, picture, sitemap, 404."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

import material
import pytest

from komsiluk.languages.phrases import shipped_phrases
from komsiluk.model.words import Phrase, Words
from komsiluk.source import interface
from tests.site.reading import Document, Run
from tests.site.sites import Place, Site

pytestmark = pytest.mark.xdist_group("pages")  # One process reads them all.

SITEMAP = {
    "": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xhtml": "http://www.w3.org/1999/xhtml",
}
HIDDEN = {"script", "style", "code", "pre"}
ALSO_SERBIAN = {"Licence"}
"""Words of Serbian and Bosnian too: the plural of `licenca`."""
SPOKEN = ("aria-label", "title", "alt", "placeholder", "data-light", "data-dark", "data-label")
"""Attributes that people read or hear."""


@pytest.fixture(scope="session")
def spoken(site: Site) -> Mapping[str, Words]:
    """The interface's words in the languages of the site."""
    found, problems = interface.load(site.source / "practices", site.languages, root=site.source)
    assert not problems
    return found


def test_every_page_says_its_language_and_has_one_heading(site: Site) -> None:
    for place, page in site.pages():
        assert page.all("html")[0].get("lang") == place.language, place
        assert page.all("body")[0].get("dir") == "ltr", place
        assert len(page.all("h1")) == 1, place
        assert page.text("h1"), place
        assert page.text("title").startswith(page.meta("og:title")), place


def test_the_canonical_address_is_where_the_text_is_at_home(site: Site) -> None:
    for place, page in site.pages():
        home = site.absolute(site.home(place))
        assert [link.get("href") for link in page.all("link", rel="canonical")] == [home], place
        assert page.meta("og:url") == home, place


def test_hreflang_lists_the_true_translations_and_nothing_else(site: Site) -> None:
    n_borrowed = 0
    for place, page in site.pages():
        tags = site.written(place.key)
        expected = {tag: site.absolute(Place(tag, place.key)) for tag in tags}
        if site.default in tags:
            expected["x-default"] = expected[site.default]
        if place.language not in tags or len(tags) == 1:
            n_borrowed += place.language not in tags
            expected = {}
        links = page.all("link", rel="alternate")
        assert {link.get("hreflang"): link.get("href") for link in links} == expected, place
        assert len(links) == len(expected), place
    assert n_borrowed


def test_the_language_switch_stays_on_the_page(site: Site) -> None:
    for place, page in site.pages():
        links = [link for link in page.all("a") if ".k-menu--languages" in link.around]
        assert [link.get("lang") for link in links] == list(site.languages), place
        assert [link.get("hreflang") for link in links] == list(site.languages), place
        current = [link.get("lang") for link in links if link.get("aria-current")]
        assert current == [place.language], place
        here = Path(site.address(place) + "x").parent
        for link in links:
            there = Path(site.address(Place(link.get("lang"), place.key)))
            assert Path(_resolved(here, link.get("href"))) == there, place


def test_names_of_languages_in_the_switch_are_their_own(small_site: Site) -> None:
    page = small_site.html["index.html"]
    names = [run.text for run in page.within(".k-menu--languages") if "a" in run.around]
    assert names == ["English", "Srpski (latinica)", "Српски (ћирилица)", "Македонски"]


def test_every_text_stands_in_its_own_language(site: Site) -> None:
    """Original texts on borrowed pages and missing passages are marked; translations are not."""
    n_marked = 0
    for practice_id, practice in site.practices.items():
        original = practice["original_language"]
        same = {
            text for held in site.translated(practice_id).values() for text in _plain_texts(held)
        }
        texts = set(_plain_texts(practice)) - same
        for tag in site.languages:
            name = site.file(site.address(Place(tag, f"practices/{practice_id}")))
            runs = [
                run for run in site.html[name].runs if "article" in run.around and _is_prose(run)
            ]
            found = {run.text: run.lang for run in runs if run.text in texts}
            assert set(found.values()) <= {original}, (practice_id, tag)
            n_marked += len(found) if tag != original else 0
            borrowed = tag not in site.written(f"practices/{practice_id}")
            shown = borrowed or tag == original
            assert (practice["tagline"] in found) == shown, (practice_id, tag)
    assert n_marked


def test_a_borrowed_page_says_so_in_the_words_of_its_own_language(
    site: Site, spoken: Mapping[str, Words]
) -> None:
    for place, page in site.pages():
        notice = page.text(".k-notice")
        title = spoken[place.language].say("translation.none.title")
        assert notice.startswith(title) == (place != site.home(place)), place
        if place != site.home(place):
            name = spoken[place.language].language_name(site.home(place).language)
            assert spoken[place.language].say("translation.none.text", language=name) in notice, (
                place
            )


def test_a_borrowed_handwritten_page_keeps_its_text_apart(small_site: Site) -> None:
    page = small_site.html["mk/about/index.html"]
    assert {run.lang for run in page.within("h1")} == {"en"}
    assert {run.lang for run in page.within("td")} == {"en"}
    assert {run.lang for run in page.within(".k-notice")} == {"mk"}


def test_outdated_and_missing_paragraphs_say_so(small_site: Site) -> None:
    """`t/mk.lock.json` knows the first paragraph, another second one, and no third."""
    page = small_site.html["mk/practices/tool-library/index.html"]
    wanted = {
        "Секој имаше дупчалка, а никој немаше скала.": ("mk", False),
        "Новите жители немаа ништо.": ("mk", True),
        "The town had an empty shed.": ("en", False),
        "Прво прашајте во општината.": ("mk", False),
        "Потоа прашајте во училиштето.": ("mk", True),
    }
    found = {
        run.text: (run.lang, ".k-outdated" in run.around) for run in page.runs if run.text in wanted
    }
    assert found == wanted
    notes = [run.text for run in page.within(".k-outdated__note")]
    assert notes == ["Изворникот на овој пасус е сменет откако беше преведен."] * 2


def test_every_page_has_a_picture_to_share(site: Site) -> None:
    for place, page in site.pages():
        home = site.home(place)
        address = page.meta("og:image")
        assert address.startswith(site.url), place
        assert site.file(address) in site.files, place
        assert f"/cards/{home.language}/" in address, place
        assert page.meta("og:title"), place


def test_an_address_that_leads_nowhere_answers_in_its_language(
    site: Site, spoken: Mapping[str, Words]
) -> None:
    for tag in site.languages:
        folder = "" if tag == site.default else f"{tag}/"
        page = site.html[f"{folder}404.html"]
        assert page.all("html")[0].get("lang") == tag
        assert page.text("h1") == spoken[tag].say("missing.title")
        assert spoken[tag].say("missing.home") in {run.text for run in page.within("a")}
        assert not page.all("link", rel="alternate"), tag
        homes = [link.get("href") for link in page.all("a") if ".k-menu--languages" in link.around]
        assert homes == [f"/{site.address(Place(other, ''))}" for other in site.languages]
    assert sum(name.endswith("404.html") for name in site.files) == len(site.languages)


def test_the_sitemap_lists_the_pages_that_are_at_home_with_their_translations(site: Site) -> None:
    expected = {
        site.absolute(place): {
            tag: site.absolute(Place(tag, place.key)) for tag in site.written(place.key)
        }
        for place, _ in site.pages()
        if place == site.home(place)
    }
    listed = {}
    updated = {}
    for url in _sitemap(site).findall("url", SITEMAP):
        location = url.findtext("loc", namespaces=SITEMAP)
        assert location is not None and location not in listed
        links = url.findall("xhtml:link[@rel='alternate']", SITEMAP)
        listed[location] = {link.get("hreflang"): link.get("href") for link in links}
        updated[location] = url.findtext("lastmod", namespaces=SITEMAP)
    assert {location: _without_default(links) for location, links in listed.items()} == {
        location: links if len(links) > 1 else {} for location, links in expected.items()
    }
    for location, alternates in listed.items():
        assert alternates.get("x-default") in (None, expected[location].get(site.default))
    for practice_id, practice in site.practices.items():
        for tag in site.written(f"practices/{practice_id}"):
            location = site.absolute(Place(tag, f"practices/{practice_id}"))
            assert updated[location] == practice["updated"]


def test_the_packed_sitemap_is_the_sitemap(site: Site) -> None:
    packed = (site.folder / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(packed) == (site.folder / "sitemap.xml").read_bytes()


def test_no_english_word_of_the_interface_stands_on_other_pages(
    site: Site, spoken: Mapping[str, Words]
) -> None:
    english = (_pieces(shipped_phrases("en")) | _material("en")) - ALSO_SERBIAN
    found: set[tuple[str, str]] = set()
    for name, page in site.html.items():
        tag = site.place(name).language
        if tag == "en":
            continue
        own = _pieces(spoken[tag].phrases) | _material(tag)
        foreign = english - own
        said = _said(page, tag)
        found |= {(tag, text) for text in said & foreign}
        found |= {
            (tag, piece)
            for piece in foreign
            if len(piece) >= 10 and any(piece in text for text in said)
        }
    assert not found


def _resolved(here: Path, way: str) -> str:
    """A relative way from a folder of the site."""
    parts = list(here.parts)
    for part in way.split("/"):
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def _plain_texts(value: object) -> Iterator[str]:
    """The texts of a practice that reach a page as one run: paragraphs of some words, no Markdown."""
    if isinstance(value, dict):
        for name, held in value.items():
            if name not in ("source", "sources", "id"):
                yield from _plain_texts(held)
    elif isinstance(value, list):
        for held in value:
            yield from _plain_texts(held)
    elif isinstance(value, str):
        for paragraph in value.split("\n\n"):
            text = " ".join(paragraph.split())
            if " " in text and not re.search(r"[*_`\[<&\\]", text):
                yield text


def _sitemap(site: Site) -> ElementTree.Element:
    return ElementTree.fromstring((site.folder / "sitemap.xml").read_bytes())


def _without_default(links: Mapping[str | None, str | None]) -> dict[str | None, str | None]:
    return {tag: link for tag, link in links.items() if tag != "x-default"}


def _pieces(phrases: Mapping[str, Phrase]) -> set[str]:
    """The phrases, cut where something is filled in; short pieces say nothing about a language."""
    found: set[str] = set()
    for phrase in phrases.values():
        for form in [phrase] if isinstance(phrase, str) else phrase.values():
            found |= {piece.strip(" .:–“”„") for piece in re.split(r"\{\w+\}", form)}
    return {" ".join(piece.split()) for piece in found if len(piece) >= 4}


def _material(tag: str) -> set[str]:
    """The theme's own words in a language, those for programs left out."""
    name = {"sr-Latn": "sh", "bs": "sh", "sr-Cyrl": "sr"}.get(tag, tag)
    file = Path(material.__file__).parent / "templates/partials/languages" / f"{name}.html"
    pairs = re.findall(r'"([\w.]+)": "(.*?)",?\n', file.read_text("utf-8"))
    return {
        value for key, value in pairs if not key.startswith("search.config") and len(value) >= 4
    }


def _said(page: Document, tag: str) -> set[str]:
    """What a page says in a language, to eyes and to ears; words quoted from a source left out."""
    runs = {run.text.strip(" .:–“”„") for run in page.runs if run.lang == tag and _is_prose(run)}
    attributes = {
        element.get(name)
        for element in page.elements
        for name in SPOKEN
        if element.lang == tag and element.get(name) and ".k-cite" not in element.around
    }
    return runs | attributes


def _is_prose(run: Run) -> bool:
    """Whether people read it as words of a language; code is none."""
    return not HIDDEN.intersection(run.around)
