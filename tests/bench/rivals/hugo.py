"""A site folder to one for Hugo, with a plain theme of ours (`theme/`) that does what ours does.

Hugo's defaults are kept, but for RSS, which ours does not write either; header and footer are
rendered once a language. Reference: https://gohugo.io/documentation/ (0.111, the one in Debian 12).
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from komsiluk.languages import language
from komsiluk.pages.paging import CARDS
from tests.bench.rivals.telling import Told, tellings

THEME = Path(__file__).parent / "theme"
"""Our plain theme."""
_DOORS = ("practices", "themes", "groups", "places")
_LINK = re.compile(r"\((\w+)\.md\)")

_CONFIGURATION = """\
baseURL = "https://hugo.example.org/"
title = "Good practices"
defaultContentLanguage = "{default}"
paginate = {cards}
disableKinds = ["RSS"]
[taxonomies]
theme = "themes"
group = "groups"
place = "places"
[outputs]
home = [{outputs}]
"""
_LANGUAGE = """\
[languages.{key}]
languageCode = "{tag}"
languageName = "{name}"
contentDir = "content/{key}"
weight = {weight}
"""


def write(site: Told, folder: Path, *, search: bool) -> None:
    """Write `config.toml`, `content/<language>/`, `layouts/` and `static/`.

    `search` asks for a JSON file a language with the whole text of each page.
    """
    shutil.copytree(THEME, folder, dirs_exist_ok=True)
    lines = [
        _CONFIGURATION.format(
            default=site.languages[0].lower(),
            cards=CARDS,
            outputs='"HTML", "JSON"' if search else '"HTML"',
        )
    ]
    for weight, tag in enumerate(site.languages, 1):
        lines.append(
            _LANGUAGE.format(key=tag.lower(), tag=tag, name=language(tag).name, weight=weight)
        )
        lines += _doors(site, tag)
        _write_language(site, tag, folder / "content" / tag.lower())
    (folder / "config.toml").write_text("".join(lines), "utf-8")


def _doors(site: Told, tag: str) -> Iterator[str]:
    """The links of header and footer."""
    for name in _DOORS:
        title = site.language_contexts[tag].words.say(f"{name}.door")
        yield f"[[languages.{tag.lower()}.params.doors]]\n"
        yield f'url = "/{name}/"\nname = {json.dumps(title, ensure_ascii=False)}\n'


def _write_language(site: Told, tag: str, content: Path) -> None:
    say = site.language_contexts[tag].words.say
    for page in sorted(site.docs(tag).glob("*.md")):
        name = "_index" if page.stem == "index" else page.stem
        _write(content / f"{name}.md", _hand_written(page.read_text("utf-8")))
    for kind in _DOORS:
        title = say("browse.title" if kind == "practices" else f"{kind}.title")
        _write(content / kind / "_index.md", _page({"title": title}))
    for kind, name, title in _terms(site, tag):
        _write(content / kind / name / "_index.md", _page({"title": title}))
    for told in tellings(site, tag):
        head = {
            "title": told.title,
            "description": told.tagline,
            "date": told.date,
            "kicker": told.kicker,
            "themes": told.themes,
            "groups": told.groups,
            "places": told.places,
        }
        _write(content / "practices" / f"{told.id}.md", _page(head, told.body))


def _terms(site: Told, tag: str) -> Iterable[tuple[str, str, str]]:
    """Kind, id and label of the terms that have practices."""
    language = site.language_contexts[tag]
    named: dict[str, set[str]] = {"themes": set(), "groups": set(), "places": set()}
    for told in tellings(site, tag):
        named["themes"].update(told.themes)
        named["groups"].update(told.groups)
        named["places"].update(told.places)
    for kind in ("themes", "groups"):
        for name in sorted(named[kind]):
            yield kind, name, language.concept(kind, name).plain
    for name in sorted(named["places"]):
        yield "places", name, language.place(name)


def _hand_written(text: str) -> str:
    """A page of MkDocs as one of Hugo: links to addresses instead of files, no title in the text."""
    text = _LINK.sub(r"({{< relref \1 >}})", text)
    return re.sub(r"^# .*\n", "", text.replace("template: home.html\n", ""), count=1, flags=re.M)


def _page(head: Mapping[str, object], body: str = "") -> str:
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in head.items())
    return "---\n" + "\n".join(lines) + f"\n---\n\n{body}"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
