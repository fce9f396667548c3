"""The collection of the benchmark is sound, of the size it claims, and always the same; rivals get it whole."""

from __future__ import annotations

import doctest
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from komsiluk import build
from komsiluk.mkdocs_plugin.config_loader import load_settings
from komsiluk.model.walk import texts
from komsiluk.text.paragraphs import split
from tests.bench import collection, plot
from tests.bench.invented import composition, manuscript, sentences, world
from tests.bench.rivals import hugo, material
from tests.bench.rivals.telling import Told, told

EXPLAINED = (composition, manuscript, plot, sentences, world)
"""The modules of the benchmark with doctests, which pytest is told not to look for there."""
ALL = ("en", "sr-Latn", "sr-Cyrl", "bs", "mk", "sq", "de")


@pytest.mark.parametrize("module", EXPLAINED)
def test_what_a_docstring_shows_is_so(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0


@pytest.fixture(scope="module")
def dozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bench") / "dozen"
    collection.write(12, ALL, folder)
    return folder


@pytest.fixture(scope="module")
def checked(dozen: Path) -> build.Checked:
    return build.check(load_settings(dozen / "mkdocs.yml"))


def test_a_dozen_practices_in_all_languages_pass_the_check(checked: build.Checked) -> None:
    assert checked.diagnostics == ()
    held = checked.loaded.collection
    assert len(held.practices) == 12
    assert {practice.original_language for practice in held.practices.values()} > {"en"}
    assert all(len(held.translations[name]) == len(ALL) - 1 for name in held.practices)


def test_texts_have_their_length_and_no_paragraph_stands_in_two_practices(
    checked: build.Checked,
) -> None:
    held = checked.loaded.collection
    first: dict[tuple[str, str], str] = {}
    for name, practice in held.practices.items():
        told_by = {practice.original_language: texts(practice)}
        told_by |= {tag: dict(found.texts) for tag, found in held.translations[name].items()}
        for tag, said in told_by.items():
            assert 5100 <= sum(map(len, said.values())) <= 6900, (name, tag)
            for key, text in said.items():
                for paragraph in split(text) if not key.endswith((".unit", ".method")) else ():
                    assert first.setdefault((tag, paragraph), name) == name


def test_a_practice_is_the_same_in_a_larger_collection(dozen: Path, tmp_path: Path) -> None:
    collection.write(6, ALL, tmp_path)
    files = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    assert len(files) > 6 * len(ALL)
    for file in files:
        assert file.read_bytes() == (dozen / file.relative_to(tmp_path)).read_bytes()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Told:
    folder = tmp_path_factory.mktemp("bench") / "four"
    collection.write(4, ("mk", "sr-Latn", "sr-Cyrl"), folder)
    return told(folder, ("mk", "sr-Latn", "sr-Cyrl"))


@pytest.mark.parametrize("in_nav", [True, False])
def test_material_gets_every_practice_in_every_language(
    site: Told, tmp_path: Path, in_nav: bool
) -> None:
    material.write(site, tmp_path, in_nav=in_nav)
    configuration = yaml.safe_load((tmp_path / "mkdocs.yml").read_text("utf-8"))
    i18n = next(plugin["i18n"] for plugin in configuration["plugins"] if "i18n" in plugin)
    assert [held["locale"] for held in i18n["languages"]] == ["mk", "sr-Latn", "sr-Cyrl"]
    files = [f"practices/{name}.md" for name in site.held.practices]
    if in_nav:
        assert configuration["nav"][-1] == {"Practices": files}
    else:
        assert configuration["not_in_nav"] == "practices/\n"
    for tag in site.languages:
        assert all((tmp_path / "docs" / tag / file).is_file() for file in files)


@pytest.mark.parametrize("search", [True, False])
def test_hugo_gets_every_practice_in_every_language(
    site: Told, tmp_path: Path, search: bool
) -> None:
    hugo.write(site, tmp_path, search=search)
    configuration = (tmp_path / "config.toml").read_text("utf-8")
    assert ('"JSON"' in configuration) == search
    assert (tmp_path / "layouts" / "partials" / "languages.html").is_file()
    for tag in site.languages:
        content = tmp_path / "content" / tag.lower()
        assert f"[languages.{tag.lower()}]" in configuration
        assert all((content / "practices" / f"{name}.md").is_file() for name in site.held.practices)


def test_a_rival_tells_every_text_of_a_practice(site: Told, tmp_path: Path) -> None:
    hugo.write(site, tmp_path, search=False)
    for name, practice in site.held.practices.items():
        said = texts(practice)
        if practice.original_language != "mk":
            said = dict(site.held.translations[name]["mk"].texts)
        page = (tmp_path / "content" / "mk" / "practices" / f"{name}.md").read_text("utf-8")
        page = " ".join(page.split())
        untold = [key for key, text in said.items() if " ".join(text.split()) not in page]
        assert untold == []


@pytest.mark.skipif(shutil.which("hugo") is None, reason="Hugo is not installed")
def test_hugo_lists_practices_by_theme_and_links_their_languages(
    site: Told, tmp_path: Path
) -> None:
    hugo.write(site, tmp_path, search=True)
    subprocess.run(["hugo", "--quiet"], cwd=tmp_path, check=True)
    name, practice = next(iter(site.held.practices.items()))
    listed = (tmp_path / "public" / "themes" / practice.themes[0] / "index.html").read_text("utf-8")
    assert f'<a href="/practices/{name}/">' in listed
    page = (tmp_path / "public" / "sr-latn" / "practices" / name / "index.html").read_text("utf-8")
    assert f'<a href="/practices/{name}/" hreflang="mk"' in page
    assert (tmp_path / "public" / "sr-cyrl" / "index.json").is_file()
