"""The lists by which a browser keeps a site, and the manifest that makes an app of it."""

from __future__ import annotations

import json
import re

import pytest

from komsiluk import theme
from komsiluk.exports import webmanifest
from komsiluk.exports.offline import Kept, digest, is_read, language_of, lists

LANGUAGES = ("en", "sr-Latn", "mk")


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("index.html", "en"),
        ("practices/mk/index.html", "en"),
        ("mk/index.html", "mk"),
        ("mk/search/x.js", "mk"),
        ("sr-Latn/map.html", "sr-Latn"),
        ("assets/komsiluk/site.css", "shared"),
        ("search/mk/a.js", "mk"),
        ("search/en/a.js", "en"),
        ("search/en/engine.js", "en"),
        ("search/form.js", "shared"),
    ],
)
def test_a_file_is_kept_for_whom_it_is(path: str, language: str) -> None:
    assert language_of(path, LANGUAGES) == language


@pytest.mark.parametrize(
    "path",
    [
        "404.html",
        "mk/404.html",
        "sitemap.xml.gz",
        "sitemap-2.xml",
        "assets/komsiluk/cards/mk/index.png",
        "assets/javascripts/bundle.min.js.map",
        "offline/mk.json",
        "sw.js",
    ],
)
def test_what_no_reader_asks_for_is_not_kept(path: str) -> None:
    assert not is_read(path)
    assert is_read(f"mk/{path}/index.html")


def test_the_lists_do_not_depend_on_the_order_of_the_files() -> None:
    files = [
        Kept(path="mk/b.html", size=20, digest="bb"),
        Kept(path="mk/a.html", size=1, digest="aa"),
        Kept(path="assets/a.css", size=300, digest="cc"),
    ]
    files_by_path = dict(lists(files, LANGUAGES))
    assert files_by_path == dict(lists(reversed(files), LANGUAGES))
    assert set(files_by_path) == {
        f"offline/{name}.json" for name in ("shared", "en", "sr-Latn", "mk", "sizes")
    }
    assert json.loads(files_by_path["offline/mk.json"]) == {
        "mk/a.html": [1, "aa"],
        "mk/b.html": [20, "bb"],
    }
    assert json.loads(files_by_path["offline/sizes.json"])["mk"] == {
        "version": digest(files_by_path["offline/mk.json"]),
        "bytes": 21,
    }


def test_the_bars_around_a_page_have_the_colours_of_its_header() -> None:
    sheet = (theme.folder() / "assets/komsiluk/site.css").read_text("utf-8")
    papers = re.findall(r"--k-paper: (#\w+)", sheet)
    pages = re.findall(r"--k-page: (#\w+)", sheet)
    assert papers[:2] == [webmanifest.LIGHT, webmanifest.DARK]
    assert pages[0] == webmanifest.PAGE
