"""The addresses of a site to a sitemap that tells search engines which pages are translations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr


@dataclass(frozen=True, kw_only=True)
class Address:
    """A page that search engines may list."""

    location: str
    """Its whole address."""
    updated: str
    """ISO 8601 day, or empty."""
    alternates: Mapping[str, str]
    """Its true translations, itself included: whole addresses by BCP 47 tag."""
    default: str
    """The site's default language, which stands for every language that is not listed."""


def sitemap(addresses: Iterable[Address]) -> str:
    """The sitemap as XML (sitemaps.org 0.9, with the `xhtml:link` alternates that Google reads)."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for address in sorted(addresses, key=lambda address: address.location):
        lines.append(f"<url><loc>{escape(address.location)}</loc>")
        if address.updated:
            lines.append(f"<lastmod>{address.updated}</lastmod>")
        lines.extend(_links(address))
        lines.append("</url>")
    return "\n".join([*lines, "</urlset>", ""])


def _links(address: Address) -> Iterable[str]:
    if len(address.alternates) < 2:
        return
    links = dict(address.alternates)
    if address.default in links:
        links["x-default"] = links[address.default]
    for tag, location in links.items():
        yield f'<xhtml:link rel="alternate" hreflang="{tag}" href={quoteattr(location)}/>'
