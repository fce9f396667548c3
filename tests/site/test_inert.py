"""What contributors write stays text: a site whose every field means harm holds no element of theirs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from komsiluk.photographs.look import look
from tests.hostile import payloads
from tests.site.reading import Document, read
from tests.site.sites import Site

HARMLESS = {"https", "mailto"}
"""Schemes of addresses that a page may name."""
FETCHED = {
    ("audio", "src"), ("embed", "src"), ("iframe", "src"), ("img", "src"), ("img", "srcset"),
    ("input", "src"), ("link", "href"), ("object", "data"), ("script", "src"), ("source", "src"),
    ("source", "srcset"), ("track", "src"), ("video", "poster"), ("video", "src"),
}  # fmt: skip
"""Attributes whose addresses a browser fetches of its own accord."""
TOLD = {"canonical", "alternate"}
"""Kinds of links that say where a page is, and fetch nothing."""
NAMED = {("a", "href"), ("area", "href"), ("form", "action"), ("button", "formaction")}
STRANGE = {
    "applet", "audio", "base", "embed", "frame", "frameset", "iframe", "math", "object", "style",
    "video",
}  # fmt: skip
"""Elements that no page of ours has."""


def harm(document: Document) -> Iterator[str]:
    """What in a page is an element, an attribute or an address that no page of ours has."""
    for element in document.elements:
        tag, attributes = element.tag, element.attributes
        if tag in STRANGE:
            yield f"<{tag}>"
        if tag == "script" and "src" not in attributes and attributes.get("id") != "__config":
            yield "a script within the page"
        if tag == "meta" and "http-equiv" in attributes:
            yield "meta http-equiv"
        for name, value in attributes.items():
            if name.startswith("on"):
                yield f"<{tag} {name}>"
            is_fetched = (tag, name) in FETCHED and element.get("rel") not in TOLD
            if is_fetched and re.match(r"[a-zA-Z][\w+.-]*:|//|\\", value.strip()):
                yield f"{tag} fetches {value}"
            if (tag, name) in NAMED and (scheme := _scheme(value)) and scheme not in HARMLESS:
                yield f"{tag} leads to {value}"


def _scheme(address: str) -> str:
    """As browsers read it: they drop white space and controls within."""
    bare = re.sub(r"[\x00-\x20]", "", address)
    match = re.match(r"([a-zA-Z][\w+.-]*):", bare)
    return match[1].lower() if match else ""


def test_each_kind_of_harm_is_seen(tmp_path: Path) -> None:
    for html in (
        "<script>alert(1)</script>",
        "<img src=//evil.example/x>",
        "<p onclick=alert(1)>",
        '<a href=" java\nscript:alert(1)">',
        "<iframe></iframe>",
        "<meta http-equiv=refresh>",
    ):
        (tmp_path / "page.html").write_text(html)
        assert list(harm(read(tmp_path / "page.html"))), html


def test_no_page_has_anything_of_theirs(hostile_site: Site) -> None:
    assert len(hostile_site.html) > 2 * len(payloads())
    found = {
        name: told for name, document in hostile_site.html.items() if (told := list(harm(document)))
    }
    assert found == {}


@pytest.mark.parametrize("name", ["snippet-git", "jinja", "twice-escaped", "blocks-html"])
def test_what_they_wrote_can_be_read_as_they_wrote_it(hostile_site: Site, name: str) -> None:
    document = (hostile_site.folder / "practices" / name / "index.html").read_text("utf-8")
    text = " ".join(re.sub(r"<[^>]*>", " ", document).split())
    for line in payloads()[name].splitlines():
        escaped = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        quoted = escaped.replace('"', "&#34;").replace("'", "&#39;")
        assert escaped in text or quoted in text


def test_data_scripts_hold_one_value_and_nothing_else(hostile_site: Site) -> None:
    scripts = sorted(hostile_site.folder.glob("search/*/*.js"))
    assert scripts
    for script in scripts:
        said = re.fullmatch(r'komsiluk\.take\("([\w/-]+)",(.*)\)', script.read_text("utf-8"), re.S)
        assert said, script.name
        json.loads(said[2])


def test_a_practice_that_was_withdrawn_is_nowhere(hostile_site: Site) -> None:
    page = (hostile_site.folder / "practices" / "clubs" / "index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex, noarchive">' in page
    assert "This practice was withdrawn" in page
    assert 'rel="alternate" hreflang' not in page
    naming = [
        path.relative_to(hostile_site.folder).as_posix()
        for path in sorted(hostile_site.folder.rglob("*"))
        if path.is_file() and b"practices/clubs" in path.read_bytes()
    ]
    assert set(naming) - {"offline/en.json", "offline/mk.json"} <= {
        "practices/clubs/index.html",
        "mk/practices/clubs/index.html",
    }


def test_photographs_are_published_as_pixels_alone(hostile_site: Site) -> None:
    pictures = sorted(hostile_site.folder.glob("assets/komsiluk/photographs/*/*"))
    assert len(pictures) == 2 * len(payloads())
    for picture in pictures:
        assert look(str(picture), "x").extras == ()
    originals = {path.read_bytes() for path in hostile_site.source.glob("practices/*/images/*")}
    assert not any(
        path.read_bytes() in originals for path in hostile_site.folder.rglob("*") if path.is_file()
    )
