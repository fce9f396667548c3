"""What a browser needs to keep a site, and to make an app of it."""

from __future__ import annotations

import json
import zlib
from typing import Any

from tests.site.sites import Site


def listed(site: Site, name: str) -> dict[str, Any]:
    held: dict[str, Any] = json.loads((site.folder / f"offline/{name}.json").read_text("utf-8"))
    return held


def test_the_lists_have_every_file_of_a_language_as_it_is(site: Site) -> None:
    names = ("shared", *site.languages)
    found = {path: told for name in names for path, told in listed(site, name).items()}
    for path, (size, digest) in found.items():
        data = (site.folder / path).read_bytes()
        assert (size, digest) == (len(data), f"{zlib.crc32(data):08x}"), path
    pages = {
        name for name in site.files if name.endswith(".html") and not name.endswith("404.html")
    }
    assert pages <= set(found)
    assert sum(len(listed(site, name)) for name in names) == len(found), "none is in two"
    for tag in site.languages[1:]:
        assert all(path.startswith((f"{tag}/", f"search/{tag}/")) for path in listed(site, tag))


def test_the_sizes_are_those_of_the_lists(site: Site) -> None:
    sizes = listed(site, "sizes")
    assert set(sizes) == {"shared", *site.languages}
    for name, told in sizes.items():
        assert told["bytes"] == sum(size for size, _ in listed(site, name).values())


def test_each_language_has_a_manifest_that_its_pages_name(site: Site) -> None:
    for place, page in site.pages():
        folder = "" if place.language == site.default else f"{place.language}/"
        (link,) = page.all("link", rel="manifest")
        assert link.get("href").endswith("manifest.webmanifest"), place
        manifest = json.loads((site.folder / folder / "manifest.webmanifest").read_text("utf-8"))
        assert manifest["lang"] == place.language
        assert manifest["name"] == page.text(".k-brand"), place
        assert manifest["description"] == site.html[f"{folder}index.html"].meta("description")
        for icon in manifest["icons"]:
            assert (site.folder / folder / icon["src"]).resolve().is_file()
        if place.key:
            continue
        up = "../" if folder else "./"
        assert (manifest["start_url"], manifest["scope"]) == ("./", up)


def test_pages_have_no_script_of_their_own_within_them(site: Site) -> None:
    """A strict Content-Security-Policy forbids it; data in `application/json` is none."""
    for name, page in site.html.items():
        for script in page.all("script"):
            assert script.get("src") or script.get("type") == "application/json", name
        for element in page.elements:
            assert not [attribute for attribute in element.attributes if attribute.startswith("on")]
