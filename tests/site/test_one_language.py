"""Sites of one language, and one language of a site."""

from __future__ import annotations

from pathlib import Path
from urllib.error import HTTPError

import pytest

from tests.site.serving import serving
from tests.site.sites import SMALL, Site, contents, copy, run
from tests.site.ways import broken
from tests.small_site import BASE

_CONFIG = """
site_name: Dobra praksa
site_url: https://example.org/
theme: {{name: material, language: {tag}, font: false}}
plugins: [komsiluk]
"""


@pytest.fixture(scope="module")
def mk(small: Path, small_source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Macedonian pages of the small site, built without the others."""
    assert small.is_dir(), "its pictures are kept by now"
    folder = tmp_path_factory.mktemp("mk")
    run("mkdocs", "build", "--strict", "-d", folder, cwd=small_source, KOMSILUK_LANGUAGES="mk")
    return folder


@pytest.mark.xdist_group("mk")
def test_the_language_alone_is_built_at_its_usual_addresses(small: Path, mk: Path) -> None:
    def pages(folder: Path) -> set[str]:
        return {name for name in contents(folder) if name.endswith("index.html")}

    assert pages(mk) == {name for name in pages(small) if name.startswith("mk/")}


@pytest.mark.xdist_group("mk")
def test_its_pages_are_what_they_are_in_the_whole_site(small: Path, mk: Path) -> None:
    """Only the pictures for previews are missing, where a page is borrowed from another language."""
    whole, alone = contents(small), contents(mk)
    for name in alone:
        if name.startswith("mk/"):
            assert without_card(alone[name]) == without_card(whole[name]), name


def without_card(page: bytes) -> list[bytes]:
    marks = (b"og:image", b"twitter:", b"summary_large_image")
    return [line for line in page.splitlines() if not any(mark in line for mark in marks)]


def test_several_languages_may_be_chosen(small: Path, small_source: Path, tmp_path: Path) -> None:
    assert small.is_dir(), "its pictures are kept by now"
    run(
        "mkdocs", "build", "--strict", "-d", tmp_path, cwd=small_source,
        KOMSILUK_LANGUAGES="mk, sr-Latn",
    )  # fmt: skip
    built = {name.split("/")[0] for name in contents(tmp_path) if name.endswith("index.html")}
    assert built == {"mk", "sr-Latn"}


def test_a_language_that_the_site_does_not_have_is_refused_by_mkdocs_too(tmp_path: Path) -> None:
    source = copy(SMALL, tmp_path / "source")
    done = run("mkdocs", "build", cwd=source, check=False, KOMSILUK_LANGUAGES="xx")
    assert done.returncode == 1
    assert '"xx" is not a language of this site; it has en, sr-Latn, sr-Cyrl, mk.' in done.stdout
    assert "Traceback" not in done.stdout


def test_one_language_is_served_and_the_way_to_it_is_told(small: Path, small_source: Path) -> None:
    assert small.is_dir(), "its pictures are kept by now"
    with serving(small_source, "-l", "mk") as server:
        assert f"it begins at {server.address}mk/\n" in server.told
        assert 'lang="mk"' in server.get("mk/practices/")
        with pytest.raises(HTTPError, match="404") as missing:
            server.get("")
        assert 'href="/mk/"' in missing.value.read().decode()


@pytest.mark.parametrize("tag", ["sr-Cyrl", "sr-Latn", "bs"])
def test_a_site_of_one_language_that_only_our_theme_speaks_builds(tag: str, tmp_path: Path) -> None:
    copy(BASE / "practices", tmp_path / "practices")
    (tmp_path / "mkdocs.yml").write_text(_CONFIG.format(tag=tag), encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Dobra praksa\n", encoding="utf-8")
    run("mkdocs", "build", "--strict", cwd=tmp_path)
    page = (tmp_path / "site" / "practices" / "index.html").read_text("utf-8")
    assert f'<html lang="{tag}"' in page
    form = {"contribute/form/index.html", "search/form.js", f"search/{tag}/form.js"}
    assert form <= contents(tmp_path / "site").keys()


def test_without_the_form_nothing_of_it_is_written(tmp_path: Path) -> None:
    run("komsiluk", "init", "new", "--languages", "de", cwd=tmp_path)
    config = tmp_path / "new" / "mkdocs.yml"
    told = config.read_text("utf-8")
    config.write_text(told.replace("- komsiluk", "- komsiluk: {form: false}", 1), "utf-8")
    run("mkdocs", "build", "--strict", cwd=tmp_path / "new")
    site = Site(tmp_path / "new", tmp_path / "new" / "site")
    assert broken(site) == []
    names = contents(site.folder).keys()
    assert "search/de/engine.js" in names
    begun = ("contribute/", "search/form.js", "search/de/form.js", "search/open/")
    assert [name for name in names if name.startswith(begun)] == []
    assert not any(b"contribute/form" in held for held in contents(site.folder).values())


def test_a_site_of_one_language_in_a_folder_has_a_card_on_every_page(tmp_path: Path) -> None:
    run("komsiluk", "init", "new", "--languages", "de", cwd=tmp_path)
    config = tmp_path / "new" / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "site_url: https://example.org/\n", "utf-8")
    run("mkdocs", "build", "--strict", cwd=tmp_path / "new")
    site = Site(tmp_path / "new", tmp_path / "new" / "site")
    assert broken(site) == []
    for name, page in site.html.items():
        if name != "404.html":
            assert page.all("meta", property="og:image"), name
