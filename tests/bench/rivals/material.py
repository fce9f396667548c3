"""A site folder to one for Material and mkdocs-static-i18n, as people write it by hand.

After https://ultrabug.github.io/mkdocs-static-i18n/getting-started/quick-start/: the folder structure,
the plugin's defaults, and each practice in the navigation.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from komsiluk.languages import language
from tests.bench.rivals.telling import Told, tellings

THEME_LANGUAGES = {"sr-Latn": "sh", "sr-Cyrl": "sr", "bs": "sh"}
"""Material's name for a language, where it has another: folder `partials/languages` of Material 9.8."""

_CONFIGURATION = """\
site_name: Good practices
site_url: https://by-hand.example.org/
theme:
  name: material
  language: {default}
  font: false
markdown_extensions: [attr_list, tables, toc]
plugins:
  - search
{languages}nav:
  - index.md
  - repeat.md
  - method.md
  - practices/index.md
{practices}"""
_OUTSIDE = """\
not_in_nav: |
  practices/
"""
_I18N = """\
  - i18n:
      docs_structure: folder
      languages:
"""


def write(site: Told, folder: Path, *, in_nav: bool) -> None:
    """Write `mkdocs.yml` and `docs/<language>/`, the practices in the navigation or outside it."""
    for tag in site.languages:
        docs = folder / "docs" / tag if len(site.languages) > 1 else folder / "docs"
        shutil.copytree(site.docs(tag), docs)
        _write_pages(site, tag, docs)
    (folder / "mkdocs.yml").write_text(_configuration(site, in_nav=in_nav), "utf-8")


def _write_pages(site: Told, tag: str, docs: Path) -> None:
    """The practices of a language, and a page that lists them."""
    for page in docs.glob("*.md"):
        text = page.read_text("utf-8").replace("template: home.html\n", "")
        for name in ("themes", "groups", "places", "practices"):
            text = text.replace(f"({name}.md)", "(practices/index.md)")
        page.write_text(text, "utf-8")
    (docs / "practices").mkdir()
    lines = [f"# {site.language_contexts[tag].words.say('browse.title')}\n"]
    for told in tellings(site, tag):
        head = f"---\ntitle: {json.dumps(told.title, ensure_ascii=False)}\ndescription: "
        head += json.dumps(told.tagline, ensure_ascii=False) + "\n---\n\n"
        page = docs / "practices" / f"{told.id}.md"
        page.write_text(f"{head}# {told.title}\n\n{told.body}", "utf-8")
        lines.append(f"- [{told.title}]({told.id}.md): {told.tagline}")
    (docs / "practices" / "index.md").write_text("\n".join(lines) + "\n", "utf-8")


def _configuration(site: Told, *, in_nav: bool) -> str:
    named = "".join(f"      - practices/{name}.md\n" for name in site.held.practices)
    return _CONFIGURATION.format(
        default=THEME_LANGUAGES.get(site.languages[0], site.languages[0]),
        languages=_I18N + "".join(_language(site, tag) for tag in site.languages)
        if len(site.languages) > 1
        else "",
        practices=f"  - Practices:\n{named}" if in_nav else _OUTSIDE,
    )


def _language(site: Told, tag: str) -> str:
    default = "default: true, " if tag == site.languages[0] else ""
    theme = THEME_LANGUAGES.get(tag, tag)
    return (
        f"        - {{locale: {tag}, name: {language(tag).name}, {default}"
        f"theme: {{language: {theme}}}}}\n"
    )
