"""A poured page is the page that MkDocs would have built, byte for byte; what cannot be poured is built."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from tests.site.many import ONE_LANGUAGE, configure, themed, write_one_language
from tests.site.reading import read
from tests.site.sites import contents, copy, differences, run

pytestmark = pytest.mark.xdist_group("many")  # One process has the folders.

ENCODINGS = """
<p title="{{ page.title | e }}">{{ page.title }} {{ page.title | striptags }} {{ page.title | striptags | e }}
{{ page.title | tojson }} {{ page.title ~ "!" }} {{ page.title | forceescape }} {{ [page.title] | join(" ") }}</p>
<p>{{ page.meta.title }} {{ page.meta.title | striptags }} {{ page.meta.description }}
{{ page.meta.description | e }} {{ komsiluk.title | e }} {{ komsiluk.description | tojson }}</p>
<p>{{ page.url }} {{ page.url | url }} {{ page.canonical_url }} {{ page.abs_url }} {{ page.edit_url }}
{{ page.file.src_uri }} {{ page.file.dest_uri }} {{ page.update_date }} {{ page.content | striptags }}</p>
<p>{{ "home" if page.is_homepage }} {{ "top" if page.url == "" }} {{ "themes" if page.url == "themes/" }}
{{ "a practice" if page.url.startswith("practices/") }} {{ "titled" if page.title }} {{ page.meta.nothing }}
{{ (page.toc | first).title | striptags }} {{ (page.toc | first).url }} {{ page.parent }} {{ page.next_page }}</p>
"""
"""What themes print of a page, in the ways in which they print it."""


@dataclass(frozen=True)
class Built:
    """What a build made, and what it said meanwhile."""

    files: Mapping[str, bytes]
    said: tuple[str, ...]

    @property
    def by_mkdocs(self) -> set[str]:
        """The pages that MkDocs rendered, by their source."""
        mark = "Building page "
        return {line.removeprefix(mark) for line in self.said if line.startswith(mark)}

    @property
    def reasons(self) -> list[str]:
        """Why pages were not poured."""
        return [line.removeprefix("komsiluk: ") for line in self.said if "one by one" in line]


Build = Callable[[Path, bool], Built]
"""Builds a source, poured or not."""


@pytest.fixture
def build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> Build:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")

    def build(source: Path, pour: bool) -> Built:
        file = source / f"{'poured' if pour else 'built'}.yml"
        text = (source / "mkdocs.yml").read_text("utf-8")
        author = "author: The neighbours"
        option = f"{author}\n      pour: {str(pour).lower()}"
        file.write_text(text.replace(author, option), encoding="utf-8")
        to = tmp_path / file.stem
        caplog.clear()
        # Not all of MkDocs: it checks no links to anchors while its pages are told to be talkative.
        caplog.set_level(logging.INFO, "mkdocs")
        with caplog.at_level(logging.DEBUG, "mkdocs.commands.build"):
            mkdocs_build(load_config(str(file), site_dir=str(to), strict=True))
        return Built(contents(to), tuple(record.getMessage() for record in caplog.records))

    return build


@pytest.fixture
def one(tmp_path: Path) -> Path:
    """The source of the small site in one language."""
    return write_one_language(tmp_path / "one")


def _as_it_is(folder: Path) -> None:
    pass


def _with_html_at_the_end(folder: Path) -> None:
    configure(folder, {"nav: [": "use_directory_urls: false\nnav: ["})


def _below_a_folder_of_the_host(folder: Path) -> None:
    configure(folder, {"small.example.org/": "small.example.org/good/"})


def _with_a_theme_of_ones_own(folder: Path) -> None:
    themed(folder, ENCODINGS)


def _in_one_language(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text(ONE_LANGUAGE, encoding="utf-8")
    themed(folder, ENCODINGS)


def _without_an_address(folder: Path) -> None:
    (folder / "mkdocs.yml").write_text(ONE_LANGUAGE, encoding="utf-8")
    configure(folder, {"site_url: https://small.example.org/\n": ""})


@pytest.mark.parametrize(
    "varied",
    [
        _as_it_is,
        _with_html_at_the_end,
        _below_a_folder_of_the_host,
        _with_a_theme_of_ones_own,
        _in_one_language,
        _without_an_address,
    ],
)
def test_poured_pages_are_those_that_mkdocs_builds(
    many: Path, tmp_path: Path, build: Build, varied: Callable[[Path], None]
) -> None:
    source = copy(many, tmp_path / "source")
    varied(source)
    poured, built = build(source, True), build(source, False)
    assert differences(poured.files, built.files) == []
    assert poured.reasons == built.reasons == []
    ours = built.by_mkdocs - poured.by_mkdocs
    assert {name.rpartition("/")[2] for name in ours} > {"2.md", "3.md", "repair-evenings.md"}
    assert len(ours) > 70
    html = {"page/2.html", "page/2/index.html"}
    assert any(name.endswith(tuple(html)) for name in poured.files)


def test_two_poured_builds_give_the_same_bytes(many: Path, tmp_path: Path) -> None:
    run("mkdocs", "build", "--strict", "-d", tmp_path / "again", cwd=many, PYTHONHASHSEED="7")
    assert differences(contents(many / "site"), contents(tmp_path / "again")) == []


_ELSE = "the theme makes something else of a page than of the marks for it"


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("{{ page.title | length }}", "the theme looks into the title of a page (__len__)"),
        ("{{ page.title | upper }}", "the theme looks into the title of a page (upper)"),
        ("{{ page.title[:3] }}", "the theme looks into the title of a page (__getitem__)"),
        ("{{ page.title | urlencode }}", "the theme looks into the title of a page (encode)"),
        ("{{ page.title == 'Repair evenings' }}", "the theme looks into the title of a page (__eq__)"),
        ("{{ page.title in ['Repair evenings'] }}", "the theme looks into the title of a page (__eq__)"),
        ("{{ {'Repair evenings': 1}.get(page.title) }}", "the theme looks into the title of a page (__hash__)"),
        ("{{ '{:>60}'.format(page.title) }}", "the theme looks into the title of a page (__format__)"),
        ("{{ page.meta.title | replace('a', 'b') }}", "the theme looks into the escaped title of a page (replace)"),
        ("{{ page.meta.description | truncate(20) }}", "the theme looks into the escaped description of a page (__len__)"),
        ("{% if 'tools' in page.content %}x{% endif %}", "the theme looks into the content of a page (__contains__)"),
        ("{{ page.update_date[:4] }}", "the theme looks into the date of a page (__getitem__)"),
        ("{% for one in page.toc %}{{ one.title }}{% endfor %}", "the theme lists the sections of a page"),
        ("{{ (page.toc | first).children | length }}", "the theme lists the sections of a page"),
        ("{{ page.toc | length }}", "the theme counts the sections of a page"),
        ("{{ [page.title] }}", "the theme prints a text of a page in a form of its own"),
        ("{{ page.url | upper }}", "the theme prints a text of a page in a form of its own"),
        ("{{ page.url == 'practices/repair-evenings/' }}", "the theme asks whether a page has a certain address"),
        ("{{ page.file.src_uri == 'practices/repair-evenings.md' }}", "the theme asks whether a page has a certain address"),
        ("{{ page.url | length }}", "the theme asks how long the address of a page is"),
        ("{{ pages | length }}", "the theme lists all pages"),
        ("{{ page.title | wordcount }}", _ELSE),
        ("{{ page.title | int }}{{ page.content | wordcount }}", _ELSE),
        ("{{ '%-60s' | format(page.title) }}", _ELSE),
        ("{{ (page.title ~ '') | length }}", _ELSE),
    ],
)  # fmt: skip
def test_a_theme_that_looks_into_pages_gets_them_one_by_one(
    one: Path, build: Build, html: str, reason: str
) -> None:
    themed(one, html)
    poured, built = build(one, True), build(one, False)
    assert differences(poured.files, built.files) == []
    assert f"3 pages (practice) are built one by one, because {reason}" in poured.reasons
    assert {line.partition("because ")[2] for line in poured.reasons} == {reason}
    assert "practices/repair-evenings.md" in poured.by_mkdocs


HOOK = "def on_{event}({argument}, **more):\n    {body}\n    return {argument}\n"


@pytest.mark.parametrize("name", ["shout.py", "komsiluk.py"])
@pytest.mark.parametrize(
    ("event", "argument", "body"),
    [
        ("post_page", "output", "output = output.replace('</body>', '<!-- seen --></body>')"),
        ("page_content", "html", "html += '<!-- seen -->'"),
        ("page_context", "context", "context['page'].content += '<!-- seen -->'"),
    ],
)
def test_a_hook_sees_every_page(
    one: Path, build: Build, name: str, event: str, argument: str, body: str
) -> None:
    (one / name).write_text(HOOK.format(event=event, argument=argument, body=body), "utf-8")
    configure(one, {"nav: [": f"hooks: [{name}]\nnav: ["})
    poured, built = build(one, True), build(one, False)
    assert differences(poured.files, built.files) == []
    reason = f'Pages are built one by one, because "{name}" wants to see every page (on_{event})'
    assert poured.reasons == [reason]
    for file, data in poured.files.items():
        if file.endswith(".html") and file != "404.html":
            assert data.count(b"<!-- seen -->") == 1, file


def test_a_hook_that_looks_at_no_page_hinders_nobody(one: Path, build: Build) -> None:
    text = (
        "def on_post_build(config):\n    pass\n\ndef on_env(env, config, files):\n    return env\n"
    )
    (one / "quiet.py").write_text(text, encoding="utf-8")
    configure(one, {"nav: [": "hooks: [quiet.py]\nnav: ["})
    poured = build(one, True)
    assert poured.reasons == []
    assert "practices/repair-evenings.md" not in poured.by_mkdocs


def test_another_plugin_sees_every_page(one: Path, build: Build) -> None:
    configure(one, {"plugins:\n": "plugins:\n  - meta\n"})
    poured, built = build(one, True), build(one, False)
    assert differences(poured.files, built.files) == []
    (reason,) = poured.reasons
    assert reason.startswith(
        'Pages are built one by one, because "material/meta" wants to see every'
    )


def test_a_practice_in_the_navigation_is_built_by_mkdocs(one: Path, build: Build) -> None:
    configure(one, {"nav: [index.md, ": "nav: [index.md, practices/tool-library.md, "})
    poured, built = build(one, True), build(one, False)
    assert differences(poured.files, built.files) == []
    assert "practices/tool-library.md" in poured.by_mkdocs
    assert "practices/repair-evenings.md" not in poured.by_mkdocs


@pytest.mark.parametrize("pour", [True, False])
@pytest.mark.parametrize(
    ("link", "message"),
    [
        (
            "practices/tool-library.md#nothing",
            "Doc file 'about.md' contains a link 'practices/tool-library.md#nothing', but the doc "
            "'practices/tool-library.md' does not contain an anchor '#nothing'.",
        ),
        (
            "practices/nobody.md",
            "Doc file 'about.md' contains a link 'practices/nobody.md', but the target is not found "
            "among documentation files.",
        ),
    ],
)
def test_a_link_to_nowhere_fails_the_build_in_the_words_of_mkdocs(
    one: Path,
    build: Build,
    caplog: pytest.LogCaptureFixture,
    pour: bool,
    link: str,
    message: str,
) -> None:
    _append(one / "docs/en/about.md", f"\n[A practice]({link})\n")
    with pytest.raises(Abort, match="^Aborted with 1 warnings in strict mode!$"):
        build(one, pour)
    assert [record.getMessage() for record in caplog.records if record.levelname == "WARNING"] == [
        message
    ]


def test_hand_written_pages_link_to_practices_and_into_them(
    one: Path, build: Build, tmp_path: Path
) -> None:
    links = "[A](practices/tool-library.md) [B](practices/tool-library.md#problem) [C](themes.md)"
    _append(one / "docs/en/about.md", f"\n{links}\n")
    poured = build(one, True)
    assert poured.reasons == []
    page = read(tmp_path / "poured/about/index.html")
    found = [link.get("href") for link in page.all("a") if "article" in link.around]
    assert found[-3:] == [
        "../practices/tool-library/",
        "../practices/tool-library/#problem",
        "../themes/",
    ]


def test_in_every_language_links_lead_to_practices_of_the_language(
    many: Path, tmp_path: Path, build: Build
) -> None:
    source = copy(many, tmp_path / "source")
    for tag in ("en", "sr-Latn"):
        _append(source / f"docs/{tag}/about.md", "\n[A](practices/tool-library.md#problem)\n")
    build(source, True)
    for folder in ("", "sr-Latn/"):
        page = read(tmp_path / "poured" / folder / "about/index.html")
        links = [link.get("href") for link in page.all("a") if "article" in link.around]
        assert links[-1] == "../practices/tool-library/#problem"


def test_a_month_or_year_is_a_date_for_mkdocs_too(
    one: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its sitemap takes the latest of all pages, and pages written by hand are of the day of the build."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    file = one / "practices/repair-evenings/practice.yml"
    file.write_text(file.read_text("utf-8").replace('updated: "2026"', "updated: 2027-01"), "utf-8")
    poured, built = build(one, True), build(one, False)
    assert differences(poured.files, built.files) == []
    assert b"<lastmod>2027-01</lastmod>" in built.files["sitemap.xml"]


def _append(file: Path, text: str) -> None:
    file.write_text(file.read_text("utf-8") + text, encoding="utf-8")


def test_a_hook_that_changes_how_templates_are_read_changes_pages_at_once(
    one: Path, build: Build
) -> None:
    """Templates are kept as they were compiled, but not for other settings of Jinja."""
    before = build(one, True)
    text = "def on_env(env, config, files):\n    env.trim_blocks = True\n    return env\n"
    (one / "trim.py").write_text(text, encoding="utf-8")
    configure(one, {"nav: [": "hooks: [trim.py]\nnav: ["})
    themed(one, "{% if true %}\nx{% endif %}<pre>")
    after = build(one, True)
    (one / ".cache").rename(one / "elsewhere")
    assert differences(after.files, build(one, True).files) == []
    assert differences(before.files, after.files) != []
