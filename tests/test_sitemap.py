"""Pages to the sitemap that search engines read."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from komsiluk.exports import sitemap as exported
from komsiluk.exports.sitemap import MOST, SitemapEntry, sitemap

XML = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


def only(addresses: Iterable[SitemapEntry]) -> str:
    """The text of a sitemap that is one file."""
    ((name, xml),) = sitemap(addresses, "https://example.org/")
    assert name == "sitemap.xml"
    return xml.decode()


def test_a_sitemap_links_true_translations_and_names_the_one_for_everybody_else() -> None:
    root = "https://example.org/"
    alternates = {"en": f"{root}a/", "mk": f"{root}mk/a/"}
    text = only(
        [
            SitemapEntry(
                location=f"{root}mk/a/", updated="2026-11-22", alternates=alternates, default="en"
            ),
            SitemapEntry(
                location=f"{root}b/?x&y",
                updated="",
                alternates={"en": f"{root}b/?x&y"},
                default="en",
            ),
            SitemapEntry(
                location=f"{root}a/", updated="2026-11", alternates=alternates, default="en"
            ),
        ]
    )
    links = (
        f'<xhtml:link rel="alternate" hreflang="en" href="{root}a/"/>\n'
        f'<xhtml:link rel="alternate" hreflang="mk" href="{root}mk/a/"/>\n'
        f'<xhtml:link rel="alternate" hreflang="x-default" href="{root}a/"/>\n'
    )
    assert text == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"<url><loc>{root}a/</loc>\n<lastmod>2026-11</lastmod>\n{links}</url>\n"
        f"<url><loc>{root}b/?x&amp;y</loc>\n</url>\n"
        f"<url><loc>{root}mk/a/</loc>\n<lastmod>2026-11-22</lastmod>\n{links}</url>\n"
        "</urlset>\n"
    )
    assert len(ET.fromstring(text).findall("s:url", XML)) == 3


def test_nobody_is_sent_to_a_default_language_in_which_the_page_is_not() -> None:
    alternates = {
        "sr-Latn": "https://example.org/sr-Latn/",
        "sr-Cyrl": "https://example.org/sr-Cyrl/",
    }
    text = only(
        [
            SitemapEntry(
                location="https://example.org/sr-Latn/",
                updated="",
                alternates=alternates,
                default="en",
            )
        ]
    )
    links = ET.fromstring(text).findall("s:url/x:link", XML)
    assert [link.get("hreflang") for link in links] == ["sr-Latn", "sr-Cyrl"]


@given(st.permutations(range(6)))
def test_a_sitemap_is_the_same_in_whatever_order_the_pages_come(order: list[int]) -> None:
    addresses = [
        SitemapEntry(location=f"https://example.org/{n}/", updated="", alternates={}, default="en")
        for n in range(6)
    ]
    with pytest.MonkeyPatch.context() as patch:
        for most in (10, 2):
            patch.setattr(exported, "MOST", most)
            expected = list(sitemap(addresses, "https://example.org/"))
            files = list(sitemap((addresses[n] for n in order), "https://example.org/"))
            assert files == expected


def listed(xml: bytes) -> list[str | None]:
    """The addresses in a file of the sitemap, or of its parts in its index."""
    return [location.text for location in ET.fromstring(xml).findall("*/s:loc", XML)]


@given(st.integers(0, 30), st.integers(1, 7))
def test_a_large_sitemap_is_made_of_parts_that_hold_every_page_once(n: int, most: int) -> None:
    root = "https://example.org/a&b/"
    addresses = [
        SitemapEntry(location=f"{root}{number:02}/", updated="", alternates={}, default="en")
        for number in range(n)
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exported, "MOST", most)
        files = dict(sitemap(addresses, root))
    locations: list[str | None] = [address.location for address in addresses]
    if n <= most:
        assert list(files) == ["sitemap.xml"]
        assert listed(files["sitemap.xml"]) == locations
        return
    *parts, index = files
    assert index == "sitemap.xml"
    assert ET.fromstring(files[index]).tag == f"{{{XML['s']}}}sitemapindex"
    assert listed(files[index]) == [root + name for name in parts]
    assert sum((listed(files[name]) for name in parts), []) == locations
    assert all(1 <= len(listed(files[name])) <= most for name in parts)


def test_the_parts_of_a_sitemap_are_numbered_and_named_in_its_index() -> None:
    addresses = [
        SitemapEntry(location=f"https://example.org/{n}/", updated="", alternates={}, default="en")
        for n in range(3)
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exported, "MOST", 2)
        files = {name: xml.decode() for name, xml in sitemap(addresses, "https://example.org/")}
    assert files["sitemap.xml"] == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "<sitemap><loc>https://example.org/sitemap-1.xml</loc></sitemap>\n"
        "<sitemap><loc>https://example.org/sitemap-2.xml</loc></sitemap>\n"
        "</sitemapindex>\n"
    )
    assert files["sitemap-2.xml"] == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        "<url><loc>https://example.org/2/</loc>\n</url>\n"
        "</urlset>\n"
    )


def test_a_file_of_the_sitemap_is_within_the_bounds_of_the_protocol() -> None:
    """50,000 addresses and 50 MB; 1 KB for each is room for seven languages."""
    assert MOST <= 50_000
    assert MOST * 1024 < 50_000_000
