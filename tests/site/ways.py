"""Pages to the ways that they offer, and to those that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urljoin

from tests.site.reading import Document, Element
from tests.site.sites import Site


def broken(site: Site) -> list[str]:
    """The ways within the site that lead to no file, or to no element of it, and where they stand."""
    found = []
    there = {name: ids(page) for name, page in site.html.items()}
    for name, page in site.html.items():
        here = site.url + name.removesuffix("index.html")
        for way in {way for element in page.elements for way in ways(element)}:
            address, _, fragment = urljoin(here, way).partition("#")
            if not address.startswith(site.url):
                continue
            file = site.file(unquote(address))
            if file not in site.files or (
                fragment and unquote(fragment) not in there.get(file, ())
            ):
                found.append(f"{name}: {way}")
    return sorted(found)


def ids(page: Document) -> set[str]:
    """The places of a page that a fragment can name."""
    return {element.get("id") for element in page.elements if element.get("id")}


def ways(element: Element) -> Iterator[str]:
    """The addresses that an element names."""
    for attribute in ("href", "src", "action", "poster"):
        if attribute in element.attributes:
            yield element.get(attribute)
    for candidate in element.get("srcset").split(","):
        if candidate.strip():
            yield candidate.split()[0]
    if element.get("property") in ("og:image", "og:url"):
        yield element.get("content")
