"""What contributors write stays text: a site whose every field means harm holds no element of theirs."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from komsiluk import build, printing, rules
from komsiluk.pages.papers import Paper, Wanted
from komsiluk.photographs.look import look
from komsiluk.settings import Settings
from tests.hostile import payloads
from tests.site.reading import Document, read
from tests.site.sites import ROOT, Site

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


def test_data_scripts_hold_values_and_nothing_else(hostile_site: Site) -> None:
    scripts = sorted(hostile_site.folder.glob("search/**/*.js"))
    data = [script for script in scripts if script.name not in ("engine.js", "form.js")]
    assert len(data) > len(payloads())
    for script in data:
        rest = script.read_text("utf-8")
        while rest:
            taken = re.match(r'komsiluk\.take\("[\w/.-]+",', rest)
            assert taken, (script.name, rest[:80])
            _, end = json.JSONDecoder().raw_decode(rest, taken.end())
            closed = re.match(r"\)[;\s]*", rest[end:])
            assert closed, (script.name, rest[end : end + 80])
            rest = rest[end + closed.end() :]


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


ON_PAPER = tuple(
    name
    for name in payloads()
    if name.startswith(("typst", "js-", "formula", "many-"))
    or name
    in ("latex", "word-field", "jinja", "table-cell", "code-fence", "external-image", "format")
)
"""What typesetters and offices could take for something else than text."""


def test_papers_hold_it_as_text(
    hostile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "check", lambda *judged: ())
    settings = Settings(
        root=hostile,
        practices=hostile / "practices",
        languages=("en", "mk"),
        site_url="https://hostile.example.org/",
        fonts=ROOT / ".cache" / "fonts",
        cache=tmp_path,
        formats=(),
        cards=False,
    )
    planned = build.pages(build.check(settings), settings)
    wanted = [
        Wanted(practice_id=name, language="en", paper=paper)
        for name in ON_PAPER
        for paper in (Paper.GUIDE, Paper.BRIEF_WORD)
    ]
    made = printing.papers(settings, planned, wanted, lambda done, total: None)
    assert len(made.files) == len(wanted)
    for path, file in made.files.items():
        harm = _harm_of_document if path.endswith(".docx") else _harm_of_paper
        assert list(harm(Path(file))) == [], path


def _harm_of_paper(file: Path) -> Iterator[str]:
    """What in a PDF does something, or leads to what no page would lead to."""
    for page in PdfReader(file).pages:
        for held in page.get("/Annots") or ():
            action = held.get_object().get("/A")
            if action is None:
                continue
            kind, address = action.get_object().get("/S"), action.get_object().get("/URI")
            if kind not in ("/URI", "/GoTo") or (address and _scheme(str(address)) not in HARMLESS):
                yield f"{kind} {address}"


def _harm_of_document(file: Path) -> Iterator[str]:
    """What in a Word document is computed when it is opened, or fetched."""
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode("utf-8", errors="replace")
            fields = re.findall(r"<w:instrText[^>]*>(.*?)</w:instrText>", text)
            fields += re.findall(r'<w:fldSimple [^>]*w:instr="([^"]*)"', text)
            yield from (field for field in fields if field.split()[0] not in ("PAGE", "NUMPAGES"))
            for target in re.findall(r'Target="([^"]*)" TargetMode="External"', text):
                if _scheme(target) not in HARMLESS:
                    yield target
