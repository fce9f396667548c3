"""Languages to what a site has beside its practices: `mkdocs.yml` and hand-written pages."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path

from komsiluk.languages import language

PAGES = ("index", "repeat", "method")
"""The hand-written pages of the checkout that a site takes over."""

_CONFIGURATION = """\
site_name: Komšiluk
site_description: Good practices of living together, as many as a large region would have
site_url: https://komsiluk.example.org/
repo_url: https://github.com/komsiluk/komsiluk
edit_uri: edit/main/
docs_dir: docs
theme:
  name: material
  language: {language}
  font: false
  palette: {{scheme: default, primary: custom, accent: custom}}
nav: [{pages}]
markdown_extensions: [tables, fenced_code, toc]
plugins:
{languages}  - komsiluk:
      cards: {cards}
      formats: {formats}
      papers: []
      author: Komšiluk
      names: {{sr-Cyrl: Комшилук, mk: Комшилук, sq: Komshillëk}}
validation:
  nav: {{omitted_files: warn, not_found: warn, absolute_links: warn}}
  links: {{not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}}
"""
_I18N = """\
  - i18n:
      docs_structure: folder
      reconfigure_material: false
      reconfigure_search: false
      languages:
"""


def write_pages(folder: Path, languages: Sequence[str], checkout: Path, *, pictures: bool) -> None:
    """Write `mkdocs.yml`, like the checkout's own, and `docs/`.

    `pictures` asks for a cover for each practice and a social card for each page. There are no papers.
    """
    lines = [
        f"        - {{locale: {tag}, name: {language(tag).name}, "
        f"{'default: true, ' if tag == languages[0] else ''}theme: {{language: {tag}}}}}\n"
        for tag in languages
    ]
    text = _CONFIGURATION.format(
        # Material looks its own words up before our theme can add languages; i18n sets them later.
        language="en" if len(languages) > 1 else languages[0],
        pages=", ".join(f"{name}.md" for name in PAGES),
        languages=_I18N + "".join(lines) if len(languages) > 1 else "",
        cards=str(pictures).lower(),
        formats="[webp]" if pictures else "[]",
    )
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    for tag in languages:
        docs = folder / "docs" / tag if len(languages) > 1 else folder / "docs"
        docs.mkdir(parents=True, exist_ok=True)
        real = checkout / "docs" / tag
        absent = {"guides", *(page.stem for page in real.glob("*.md"))}.difference(PAGES)
        for name in PAGES:
            text = (real / f"{name}.md").read_text("utf-8")
            (docs / f"{name}.md").write_text(_without_links(text, absent), "utf-8")


def _without_links(text: str, absent: Collection[str]) -> str:
    """The text with links to pages that are absent reduced to their words."""
    pages = "|".join(sorted(map(re.escape, absent)))
    return re.sub(rf"\[([^\]]+)\]\((?:{pages})\.md(?:#[^)]*)?\)", r"\1", text)
