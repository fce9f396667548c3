"""Builds: the same bytes from every command and host, every time; nothing else touched; faults told."""

from __future__ import annotations

import re
import tarfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from tests.site.sites import ROOT, SMALL, Site, contents, copy, differences, run
from tests.site.ways import broken

Serve = Callable[[Path, Path], Site]
"""A source and a folder to the site that a writer sees."""
GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')


@pytest.fixture
def faulty(small: Path, small_source: Path, tmp_path: Path) -> Path:
    """The small site with a misspelt theme in one of its practices."""
    assert small.is_dir(), "its pictures are kept by now"
    folder = copy(small_source, tmp_path / "faulty")
    file = folder / "practices/repair-evenings/practice.yml"
    file.write_text(file.read_text("utf-8").replace("[sharing]", "[sharring]"), encoding="utf-8")
    return folder


@pytest.fixture
def report(faulty: Path) -> str:
    """What `komsiluk check` tells of it."""
    checked = run("komsiluk", "check", cwd=faulty, check=False)
    assert checked.returncode == 1
    assert "practices/repair-evenings/practice.yml:7:10: error: " in checked.stdout
    assert checked.stdout.endswith("\n1 error\n")
    return checked.stdout.strip()


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """What `mkdocs serve` does when it starts and whenever a file has changed."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    configs: list[MkDocsConfig] = []

    def build(source: Path, folder: Path) -> Site:
        config = load_config(str(source / "mkdocs.yml"), site_dir=str(folder))
        if not configs:
            config.plugins.on_startup(command="serve", dirty=False)
        configs.append(config)
        mkdocs_build(config)
        return Site(source, folder)

    yield build
    configs[0].plugins.on_startup(command="build", dirty=False)  # MkDocs keeps our plugin.


@pytest.fixture(scope="module")
def plain_addresses(
    small: Path, small_source: Path, tmp_path_factory: pytest.TempPathFactory
) -> Site:
    """The small site below a folder of its host, and with `about.html` in place of `about/`."""
    assert small.is_dir(), "its pictures are kept by now"
    folder = copy(small_source, tmp_path_factory.mktemp("plain") / "source")
    file = folder / "mkdocs.yml"
    text = file.read_text("utf-8").replace("small.example.org/", "small.example.org/good/")
    file.write_text(text + "use_directory_urls: false\n", encoding="utf-8")
    run("mkdocs", "build", "--strict", cwd=folder)
    return Site(folder, folder / "site")


def test_mkdocs_and_komsiluk_build_the_same_real_site(built: Path, tmp_path: Path) -> None:
    run("mkdocs", "build", "--strict", "-d", tmp_path / "again", cwd=ROOT)
    assert differences(contents(built), contents(tmp_path / "again")) == []


def test_mkdocs_and_komsiluk_build_the_same_small_site(
    small: Path, small_source: Path, tmp_path: Path
) -> None:
    run("mkdocs", "build", "--strict", "-d", tmp_path / "again", cwd=small_source)
    assert differences(contents(small), contents(tmp_path / "again")) == []


def test_a_build_depends_on_nothing_but_the_source(small: Path, tmp_path: Path) -> None:
    """Neither on folders and caches, nor on the day, the time zone and the order of sets."""
    source = copy(SMALL, tmp_path / "elsewhere")
    assert not (source / ".cache").exists()
    run(
        "komsiluk", "build", "-f", source / "mkdocs.yml", "-d", tmp_path / "again",
        cwd=tmp_path, SOURCE_DATE_EPOCH="86400", TZ="Pacific/Auckland", PYTHONHASHSEED="4",
    )  # fmt: skip
    assert differences(contents(small), contents(tmp_path / "again")) == []


def test_a_build_leaves_the_source_as_it_is(small: Path, small_source: Path) -> None:
    assert small.is_dir()
    left = {name for name in contents(small_source) if not name.startswith(".cache/")}
    assert left == set(contents(SMALL))
    assert [
        name for name in contents(SMALL) if contents(small_source)[name] != contents(SMALL)[name]
    ] == []


def test_files_of_the_theme_stand_at_the_root_alone(small: Path) -> None:
    """MkDocs copies them for every language."""
    folders = {name.rpartition("assets/")[0] for name in contents(small) if "assets/" in name}
    assert folders == {""}


def test_properdocs_builds_the_same_site(small: Path, small_source: Path, tmp_path: Path) -> None:
    """Material and MkDocs both end; this host goes on, and signs its pages with its own name."""
    run("properdocs", "build", "--strict", "-d", tmp_path / "again", cwd=small_source)
    one, other = _unsigned(contents(small)), _unsigned(contents(tmp_path / "again"))
    assert differences(one, other) == []
    assert b"ProperDocs" in (tmp_path / "again" / "index.html").read_bytes()


@pytest.mark.xdist_group("plain")
def test_addresses_may_end_in_html(plain_addresses: Site) -> None:
    names = set(plain_addresses.html)
    assert {
        "mk/practices/tool-library.html",
        "practices.html",
        "mk/404.html",
        "about.html",
    } <= names
    assert broken(plain_addresses) == []


@pytest.mark.xdist_group("plain")
def test_pages_below_a_folder_of_the_host_know_their_addresses(plain_addresses: Site) -> None:
    root = "https://small.example.org/good/"
    page = plain_addresses.html["mk/practices/tool-library.html"]
    links = {link.get("hreflang"): link.get("href") for link in page.all("link", rel="alternate")}
    assert links["sr-Latn"] == f"{root}sr-Latn/practices/tool-library.html"
    assert (
        page.all("link", rel="canonical")[0].get("href") == f"{root}mk/practices/tool-library.html"
    )
    missing = plain_addresses.html["mk/404.html"]
    assert [link.get("href") for link in missing.all("a", class_="k-brand")] == [
        "/good/mk/index.html"
    ]


@pytest.mark.parametrize("command", ["mkdocs", "komsiluk"])
def test_a_fault_in_the_content_stops_a_build_with_our_report(
    faulty: Path, report: str, command: str
) -> None:
    done = run(command, "build", cwd=faulty, check=False)
    assert done.returncode == 1
    assert f"The content has faults:\n{report}\n" in done.stdout
    assert "Traceback" not in done.stdout
    assert not (faulty / "site").exists()


def test_while_somebody_works_a_fault_stands_on_every_page_until_it_is_mended(
    faulty: Path, report: str, serve: Serve, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    site = serve(faulty, tmp_path / "one")
    assert f"The content has faults:\n{report}\n" in caplog.text
    assert all(page.text(".k-fault").endswith(_folded(report)) for page in site.html.values())
    assert "practices/tool-library/index.html" in site.html
    assert "practices/repair-evenings/index.html" not in site.html

    file = faulty / "practices/repair-evenings/practice.yml"
    file.write_text(file.read_text("utf-8").replace("[sharring]", "[sharing]"), encoding="utf-8")
    mended = serve(faulty, tmp_path / "two")
    assert not any(page.text(".k-fault") for page in mended.html.values())
    assert "practices/repair-evenings/index.html" in mended.html


@pytest.mark.parametrize(
    ("languages", "names", "skips"),
    [
        (("fr", "pt"), ["Français", "Português"], ["Aller au contenu", "Ir para o conteúdo"]),
        (("sq", "de"), ["Shqip", "Deutsch"], ["Kalo te përmbajtja", "Zum Inhalt"]),
    ],
)
def test_a_new_site_of_somebody_else_builds_at_once_in_its_languages(
    languages: tuple[str, str], names: list[str], skips: list[str], tmp_path: Path
) -> None:
    run(
        "komsiluk",
        "init",
        "new",
        "--name",
        "Mirë",
        "--languages",
        ",".join(languages),
        cwd=tmp_path,
    )
    run("mkdocs", "build", "--strict", cwd=tmp_path / "new")
    site = Site(tmp_path / "new", tmp_path / "new" / "site")
    assert site.languages == languages
    assert broken(site) == []
    for tag, skip in zip(languages, skips, strict=True):
        folder = "" if tag == languages[0] else f"{tag}/"
        for name in ("index.html", "practices/an-example/index.html", "404.html"):
            page = site.html[folder + name]
            assert page.all("html")[0].get("lang") == tag
            assert page.text(".md-skip") == skip
            assert page.text(".k-brand") == "Mirë"
            links = [run.text for run in page.within(".k-menu--languages") if "a" in run.around]
            assert links == names
    assert not any(
        "komsiluk" in run.text.lower() and "code" not in run.around
        for page in site.html.values()
        for run in page.runs
    )


def test_a_new_site_says_its_interface_in_languages_that_we_speak(tmp_path: Path) -> None:
    run("komsiluk", "init", "new", "--languages", "sq,de", cwd=tmp_path)
    run("komsiluk", "build", "-f", "new/mkdocs.yml", cwd=tmp_path)
    site = Site(tmp_path / "new", tmp_path / "new" / "site")
    assert site.html["practices/index.html"].text("h1") == "Të gjitha praktikat"
    assert site.html["de/practices/index.html"].text("h1") == "Alle Praxisbeispiele"


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a wheel and a source distribution, made without asking the network."""
    folder = tmp_path_factory.mktemp("packages")
    run("python", "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.mark.xdist_group("packages")
def test_the_wheel_holds_the_package_and_the_templates_and_nothing_else(packages: Path) -> None:
    (wheel,) = packages.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
        entries = archive.read(
            next(n for n in archive.namelist() if n.endswith("entry_points.txt"))
        )
    assert names == {
        *(f"komsiluk/{name}" for name in _kept(ROOT / "scripts" / "komsiluk")),
        *(f"komsiluk/overrides/{name}" for name in _kept(ROOT / "overrides")),
    }
    assert {
        "komsiluk/languages/en/interface.yml",
        "komsiluk/languages/sr-Cyrl/language.yml",
        "komsiluk/model/schema.py",
        "komsiluk/starters/practice.yml",
        "komsiluk/starters/site/mkdocs.yml",
        "komsiluk/images/figures.txt",
        "komsiluk/images/palettes.toml",
        "komsiluk/overrides/main.html",
        "komsiluk/overrides/komsiluk/practice.html",
        "komsiluk/overrides/assets/komsiluk/site.css",
        "komsiluk/overrides/partials/language.html",
        "komsiluk/overrides/fonts/package-lock.json",
    } <= names
    assert [line for line in entries.decode().splitlines() if line] == [
        "[console_scripts]",
        "komsiluk = komsiluk.cli.main:main",
        "[mkdocs.plugins]",
        "komsiluk = komsiluk.mkdocs_plugin.plugin:KomsilukPlugin",
    ]


@pytest.mark.xdist_group("packages")
def test_the_source_distribution_holds_what_its_tests_need(packages: Path) -> None:
    (sdist,) = packages.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "mkdocs.yml", "Makefile", "LICENSE", "README.md"} <= names
    for folder in ("scripts", "overrides", "practices", "docs", "tests"):
        assert {f"{folder}/{name}" for name in _kept(ROOT / folder)} <= names


def _unsigned(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files without the name of the host that made them, and without the digests of them all."""
    return {
        name: GENERATOR.sub(b"", data)
        for name, data in files.items()
        if not (name.startswith("offline/") and name.endswith(".json"))
    }


def _folded(text: str) -> str:
    return " ".join(text.split())


def _kept(folder: Path) -> set[str]:
    """The files of a folder that belong to the project."""
    return {name for name in contents(folder) if "__pycache__" not in name}
