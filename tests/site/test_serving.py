"""`komsiluk serve`: pages are made when they are looked at, and are then as in a build."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.error import HTTPError

import pytest

from tests.site.serving import serving
from tests.site.sites import contents, copy

PAGE = "practices/repair-evenings/"
RELOAD = re.compile(r"<script>\s*var livereload = .*?</script>", re.DOTALL)


@pytest.fixture
def source(small: Path, small_source: Path, tmp_path: Path) -> Path:
    """A copy of the small site to change, with the pictures that are kept by now."""
    assert small.is_dir()
    return copy(small_source, tmp_path / "source")


def test_every_page_that_is_asked_for_is_the_page_of_a_build(source: Path, small: Path) -> None:
    built = {
        name.removesuffix("index.html"): data.decode()
        for name, data in contents(small).items()
        if name.endswith("/index.html") and "practices/" in name
    }
    assert len(built) > 10
    with serving(source) as server:
        for path, expected in built.items():
            served = server.get(path)
            assert as_built(served, server.address) == as_built(expected, ""), path


def test_an_edit_is_on_the_page_that_was_looked_at_and_on_one_that_was_not(source: Path) -> None:
    file = source / PAGE / "practice.yml"
    before = file.read_text("utf-8")
    with serving(source) as server:
        assert "Quite another title" not in server.get(PAGE)
        title = re.compile("^title: .*", re.MULTILINE)
        file.write_text(title.sub("title: Quite another title", before, count=1), "utf-8")
        assert "Quite another title" in server.get_when(PAGE, "Quite another title")
        assert "Quite another title" in server.get("practices/")


def test_what_is_not_a_page_is_there_too_and_the_rest_is_not_found(source: Path) -> None:
    with serving(source) as server:
        assert "<urlset" in server.get("sitemap.xml")
        assert server.get("assets/komsiluk/site.css")
        assert "<h1" in server.get(PAGE.rstrip("/")), "a slash is added where one is missing"
        with pytest.raises(HTTPError, match="404"):
            server.get("practices/nobody-wrote-this/")


def as_built(page: str, address: str) -> str:
    """The page without what the server adds, its own address as the site's."""
    page = RELOAD.sub("", page)
    return page.replace(address, "https://small.example.org/") if address else page
