"""The small site with so many practices that its lists go on from page to page, and other variations of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.site.sites import ROOT, SMALL

N_COPIES = 60
"""With the three that are there, two and a half pages of practices."""
TITLES = (
    "Evenings of repair",
    "Bread & salt",
    "A “quoted” 'title' \"in\" every way",
    "Not < bold & not a > script",
    "Already &amp; escaped &lt;i&gt;",
    "Braces {page.title} and { raw }",
    "Backslashes \\1 \\g<0> \\n and 100 %s %(x)s",
    "Вечери поправке – Ј & Љ",
    "Two  spaces and a no-break\u00a0space",
    "https://example.org/?a=1&b=2",
    "qzkomsil 9173640258",
    "ä" * 100,
)
"""Whatever a theme may have to escape, and pouring to leave alone."""
IDS = ("page", "e", "practices", "top", "2", "practices-page-2")
"""Ids that look like something else in an address."""
ONE_LANGUAGE = """\
site_name: A small site
site_url: https://small.example.org/
repo_url: https://git.example.org/small
edit_uri: edit/main/
docs_dir: docs/en
theme:
  name: material
  language: en
  font: false
  palette: {scheme: default, primary: custom, accent: custom}
nav: [index.md, about.md]
markdown_extensions: [tables, fenced_code, toc]
plugins:
  - komsiluk:
      author: The neighbours
      cards: false
      formats: []
validation:
  nav: {omitted_files: warn, not_found: warn, absolute_links: warn}
  links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}
"""
"""A `mkdocs.yml` for the small site in one language, without mkdocs-static-i18n."""


def write_many(folder: Path) -> Path:
    """A copy of the small site's source with more practices, which have cards but no covers."""
    shutil.copytree(SMALL, folder, ignore=shutil.ignore_patterns(".cache", "site"))
    text = (SMALL / "practices/repair-evenings/practice.yml").read_text("utf-8")
    for number in range(N_COPIES):
        title = TITLES[number % len(TITLES)]
        name = IDS[number] if number < len(IDS) else f"evening-{number}"
        original, other = ("mk", "en") if number % 10 == 5 else ("en", "mk")
        fields = {
            "original_language: en": f"original_language: {original}",
            "groups: [newcomers]": "groups: [newcomers, page]",
            "title: Repair evenings": f"title: {_quoted(title)}",
            "tagline: Evenings": f"tagline: {number} & more. Evenings",
            'updated: "2026"': f'updated: "2026-{number % 12 + 1:02}"',
            "themes: [sharing]": f"themes: [{'gardens' if number % 9 == 0 else 'sharing'}]",
        }
        _write(folder / "practices" / name / "practice.yml", _replaced(text, fields))
        if number % 5 == 0:
            translated = (
                f"schema_version: 1\nlanguage: {other}\nstatus: human\n"
                f"title: {_quoted(f'Мк {title}'[:100])}\ntagline: {number} вечери & повеќе.\n"
            )
            _write(folder / "practices" / name / "t" / f"{other}.yml", translated)
    groups = folder / "practices/_vocabularies/groups.yml"
    concept = "  - id: page\n    label: {en: Pages, sr-Latn: Stranice, mk: Страници}\n"
    groups.write_text(groups.read_text("utf-8") + concept, encoding="utf-8")
    configure(folder, {"author: The neighbours": "author: The neighbours\n      formats: []"})
    return folder


def write_one_language(folder: Path) -> Path:
    """A copy of the small site's source in one language."""
    shutil.copytree(SMALL, folder, ignore=shutil.ignore_patterns(".cache", "site"))
    (folder / "mkdocs.yml").write_text(ONE_LANGUAGE, encoding="utf-8")
    return folder


def configure(folder: Path, changes: Mapping[str, str]) -> None:
    """Change the `mkdocs.yml` of a site in places, each of which it has once."""
    file = folder / "mkdocs.yml"
    file.write_text(_replaced(file.read_text("utf-8"), changes), encoding="utf-8")


def themed(folder: Path, html: str) -> None:
    """Give a site a theme of its own, ours with `html` above the footer of every page."""
    ours = (ROOT / "overrides/main.html").read_text("utf-8")
    mine = {"{% block footer %}": "{% block footer %}{% if page %}" + html + "{% endif %}"}
    _write(folder / "mine/main.html", _replaced(ours, mine))
    configure(folder, {"name: material\n": "name: material\n  custom_dir: mine\n"})


def _replaced(text: str, changes: Mapping[str, str]) -> str:
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _quoted(text: str) -> str:
    """A text as YAML has it between quotation marks."""
    return json.dumps(text, ensure_ascii=False)
