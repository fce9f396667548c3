"""`komsiluk build --bundle`: a zip for a USB stick."""

from __future__ import annotations

import posixpath
import zipfile
from pathlib import Path

from tests.site.sites import ROOT, Site, contents, copy, run
from tests.site.ways import broken


def test_a_person_finds_one_file_to_click_and_a_word_about_it(bundle: Path) -> None:
    assert bundle.name == "a-small-site"
    assert sorted(file.name for file in bundle.iterdir()) == ["READ-ME.txt", "START.html", "site"]
    told = (bundle / "READ-ME.txt").read_text("utf-8-sig")
    assert told.count("START.html") == 4
    assert "двапати" in told
    start = (bundle / "START.html").read_text("utf-8")
    assert 'href="site/mk/index.html"' in start
    assert 'href="site/index.html"' in start


def test_every_way_in_a_bundle_leads_to_a_file(bundle: Path, small_source: Path) -> None:
    site = Site(small_source, bundle / "site")
    assert [way for way in broken(site) if site.url not in way] == []
    assert {"index.html", "mk/practices/tool-library.html"} <= set(site.html)
    for page in site.html.values():
        for link in page.all("a"):
            assert not link.get("href").partition("#")[0].endswith("/") or "://" in link.get("href")


def test_a_bundle_has_the_papers_of_the_site_and_leads_to_them(
    small: Path, small_source: Path, tmp_path: Path
) -> None:
    assert small.is_dir(), "its pictures are kept by now"
    source = copy(small_source, tmp_path / "source")
    config = source / "mkdocs.yml"
    told = config.read_text("utf-8")
    ours = f"  - komsiluk:\n      papers: [brief]\n      fonts: {ROOT / '.cache' / 'fonts'}\n"
    config.write_text(told.replace("  - komsiluk:\n", ours), "utf-8")
    run("komsiluk", "build", "--bundle", "x.zip", cwd=source)
    with zipfile.ZipFile(source / "x.zip") as packed:
        packed.extractall(tmp_path)
    site = Site(source, tmp_path / "x" / "site")
    papers = {name for name in site.files if name.endswith(".pdf")}
    assert len(papers) == len(site.languages) * len(site.practices)
    assert [way for way in broken(site) if site.url not in way] == []
    led = {
        posixpath.normpath(posixpath.join(posixpath.dirname(name), link.get("href")))
        for name, page in site.html.items()
        for link in page.all("a")
    }
    assert papers <= led


def test_a_bundle_has_nothing_that_only_a_server_or_a_search_engine_wants(bundle: Path) -> None:
    names = set(contents(bundle / "site"))
    assert not {"404.html", "mk/404.html", "sitemap.xml", "sw.js", "manifest.webmanifest"} & names
    assert not [name for name in names if name.startswith(("offline/", "assets/komsiluk/cards/"))]
    assert not [name for name in names if name.endswith(".map")]
    assert b'rel="manifest"' not in (bundle / "site/index.html").read_bytes()


def test_pages_of_a_bundle_name_the_published_site_as_their_original(
    bundle: Path, small_source: Path
) -> None:
    pages = Site(small_source, bundle / "site").html
    for name, address in {"about.html": "about/", "mk/groups.html": "mk/groups/"}.items():
        (link,) = pages[name].all("link", rel="canonical")
        assert link.get("href") == f"https://small.example.org/{address}"


def test_two_bundles_have_the_same_bytes_and_are_named_after_the_site(
    small: Path, small_source: Path, bundle: Path, tmp_path: Path
) -> None:
    assert small.is_dir() and bundle.is_dir()
    source = copy(small_source, tmp_path / "source")
    done = run("komsiluk", "build", "--bundle", cwd=source, TZ="Pacific/Auckland")
    assert done.stdout.splitlines()[-1].startswith(f"wrote {source / 'a-small-site.zip'}: ")
    assert done.stdout.endswith(" MB; unzip it and open START.html\n")
    with zipfile.ZipFile(source / "a-small-site.zip") as packed:
        assert {path: packed.read(path) for path in packed.namelist()} == {
            f"a-small-site/{path}": data for path, data in contents(bundle).items()
        }
    one = (source / "a-small-site.zip").read_bytes()
    run("komsiluk", "build", "--bundle", "a-small-site.zip", cwd=source)
    assert (source / "a-small-site.zip").read_bytes() == one
    assert not (source / "site").exists()


def test_a_way_that_needs_a_server_stops_the_bundle(
    small: Path, small_source: Path, tmp_path: Path
) -> None:
    assert small.is_dir()
    source = copy(small_source, tmp_path / "source")
    with (source / "docs/en/about.md").open("a", encoding="utf-8") as file:
        file.write('\n<a href="practices/">All</a> <img src="https://example.org/a.png" alt="">\n')
    done = run("komsiluk", "build", "--bundle", "x.zip", cwd=source, check=False)
    assert done.returncode == 1
    assert (
        "Error: x.zip is not written, because these ways of its pages need a server or the net:\n"
        'site/about.html: "practices/" leads to a folder\n'
        'site/about.html: "https://example.org/a.png" leads to another host\n'
    ) in done.stdout
    assert not list(source.glob("*x.zip*"))


def test_a_place_that_cannot_be_written_to_is_told_before_anything_is_built(
    small_source: Path, tmp_path: Path
) -> None:
    for target in (tmp_path / "nowhere" / "x.zip", tmp_path):
        done = run("komsiluk", "build", "--bundle", target, cwd=small_source, check=False)
        assert done.returncode == 2
        assert done.stdout.startswith(f"Error: {target} cannot be written: ")
        assert done.stdout.count("\n") == 1
