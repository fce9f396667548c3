"""The addresses of a site to a sitemap that tells search engines which pages are translations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr


@dataclass(frozen=True, kw_only=True)
class SitemapEntry:
    """A page that search engines may list."""

    location: str
    """Its whole address."""
    updated: str
    """The day of its last change, ISO 8601, or empty."""
    alternates: Mapping[str, str]
    """Whole addresses of its true translations, itself included, by BCP 47 tag."""
    default: str
    """The site's default language, which serves readers of all languages that are not listed."""


MOST = 20_000
"""The most addresses in one file. The protocol allows 50,000 and 50 MB; an address in seven languages takes
1 KB."""


def sitemap(addresses: Iterable[SitemapEntry], root: str) -> Iterator[tuple[str, bytes]]:
    """The names and bytes of the files: `sitemap.xml`, and the parts of a large sitemap.

    XML as in sitemaps.org 0.9, with the `xhtml:link` alternates that Google reads. `root` is the
    whole address of the site, with a slash at its end.
    """
    ordered = sorted(addresses, key=lambda address: address.location)
    if len(ordered) <= MOST:
        yield "sitemap.xml", _urls(ordered)
        return
    names: list[str] = []
    for first in range(0, len(ordered), MOST):
        names.append(f"sitemap-{len(names) + 1}.xml")
        yield names[-1], _urls(ordered[first : first + MOST])
    parts = (f"<sitemap><loc>{escape(root + name)}</loc></sitemap>" for name in names)
    yield "sitemap.xml", _document("sitemapindex", f' xmlns="{_SCHEMA}"', parts)


_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
_LINKS = ' xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def _urls(addresses: Iterable[SitemapEntry]) -> bytes:
    lines: list[str] = []
    for address in addresses:
        lines.append(f"<url><loc>{escape(address.location)}</loc>")
        if address.updated:
            lines.append(f"<lastmod>{address.updated}</lastmod>")
        lines.extend(_links(address))
        lines.append("</url>")
    return _document("urlset", f' xmlns="{_SCHEMA}"{_LINKS}', lines)


def _document(name: str, attributes: str, lines: Iterable[str]) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return "\n".join([head, f"<{name}{attributes}>", *lines, f"</{name}>", ""]).encode()


def _links(address: SitemapEntry) -> Iterable[str]:
    if len(address.alternates) < 2:
        return
    links = dict(address.alternates)
    if address.default in links:
        links["x-default"] = links[address.default]
    for tag, location in links.items():
        yield f'<xhtml:link rel="alternate" hreflang="{tag}" href={quoteattr(location)}/>'
