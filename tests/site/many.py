"""The small site with so many practices that its lists go on from page to page."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.site.sites import SMALL

N_COPIES = 60
"""Two and a half pages of practices, with the three that are there."""
TITLES = (
    "Evenings of repair",
    "Bread & salt",
    "A “quoted” 'title' \"in\" every way",
    "Not <b>bold</b>, not a <script>script</script>",
    "Already &amp; escaped &lt;i&gt;",
    "Braces {{ page.title }} and {% raw %}",
    "Backslashes \\1 \\g<0> \\n and 100 %s %(x)s",
    "Вечери поправке – Ј & Љ",
    "  Two  spaces  ",
    "https://example.org/?a=1&b=2",
    "qzkomsiluk 9173640258",
    "ä" * 100,
)
"""Whatever a theme may have to escape, or pouring to leave alone."""
IDS = ("page", "e", "practices", "top", "2", "practices-page-2")
"""Ids that look like something else in an address."""


def write_many(folder: Path) -> Path:
    """A copy of the small site's source with more practices, which have no pictures but cards."""
    shutil.copytree(SMALL, folder, ignore=shutil.ignore_patterns(".cache", "site"))
    text = (SMALL / "practices/repair-evenings/practice.yml").read_text("utf-8")
    for number in range(N_COPIES):
        title = TITLES[number % len(TITLES)]
        practice = (
            folder / "practices" / (IDS[number] if number < len(IDS) else f"evening-{number}")
        )
        fields = {
            "title: Repair evenings": f"title: {json.dumps(title, ensure_ascii=False)}",
            "tagline: Evenings": f"tagline: {number} & more. Evenings",
            'updated: "2026"': f'updated: "2026-{number % 12 + 1:02}"',
            "themes: [sharing]": f"themes: [{'gardens' if number % 9 == 0 else 'sharing'}]",
        }
        (practice / "t").mkdir(parents=True)
        (practice / "practice.yml").write_text(_replaced(text, fields), encoding="utf-8")
        if number % 5 == 0:
            (practice / "t" / "mk.yml").write_text(_translation(title), encoding="utf-8")
    configure(
        folder, "      author: The neighbours", "      author: The neighbours\n      formats: []"
    )
    return folder


def configure(folder: Path, old: str, new: str) -> None:
    """Change something in the `mkdocs.yml` of a site."""
    file = folder / "mkdocs.yml"
    file.write_text(_replaced(file.read_text("utf-8"), {old: new}), encoding="utf-8")


def _replaced(text: str, fields: dict[str, str]) -> str:
    for old, new in fields.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def _translation(title: str) -> str:
    return (
        "schema_version: 1\nlanguage: mk\nstatus: human\n"
        f"title: {json.dumps(f'МК {title}'[:100], ensure_ascii=False)}\n"
        "tagline: Вечери & повеќе.\n"
    )
