"""Pages to the sitemap that search engines read."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from komsiluk.exports.sitemap import Address, sitemap

XML = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


def test_a_sitemap_links_true_translations_and_names_the_one_for_everybody_else() -> None:
    root = "https://example.org/"
    alternates = {"en": f"{root}a/", "mk": f"{root}mk/a/"}
    text = sitemap(
        [
            Address(
                location=f"{root}mk/a/", updated="2026-11-22", alternates=alternates, default="en"
            ),
            Address(
                location=f"{root}b/?x&y",
                updated="",
                alternates={"en": f"{root}b/?x&y"},
                default="en",
            ),
            Address(location=f"{root}a/", updated="2026-11", alternates=alternates, default="en"),
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
    text = sitemap(
        [
            Address(
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
        Address(location=f"https://example.org/{n}/", updated="", alternates={}, default="en")
        for n in range(6)
    ]
    assert sitemap(addresses[n] for n in order) == sitemap(addresses)
