"""A source of a site to the same with one thing changed, in each of the ways in which people change it."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

from tests.pictures import drawn

Edit = Callable[[Path, Random], None]
"""Changes something in a source; chance says where."""
PRACTICE = "practices/[!_]*/practice.yml"
PAGE = "---\ntitle: A page\ndescription: It is new\n---\n# A page\n\nSome words.\n"
IMAGES = """images:
  - id: hall
    file: images/hall.jpg
    alt: A hall in two colours
    credit: Neighbours
    licence: CC-BY-4.0
    people: not-recognisable
    consent: {basis: not-needed}
"""


def _practices(source: Path) -> list[Path]:
    return sorted(file.parent for file in source.glob("practices/[!_]*/practice.yml"))


def _spare(source: Path) -> list[Path]:
    """The practices that no other names."""
    told = [(folder / "practice.yml").read_text("utf-8") for folder in _practices(source)]
    return [
        folder
        for folder in _practices(source)
        if not any(re.search(rf"^related: .*{folder.name}", text, re.MULTILINE) for text in told)
    ]


def _replace(file: Path, before: str, after: str) -> None:
    """Write the file anew with the first match of a pattern replaced."""
    text = file.read_text("utf-8")
    changed = re.sub(before, after, text, count=1, flags=re.MULTILINE)
    assert changed != text, (file, before)
    file.write_text(changed, "utf-8")


def _in(name: str, before: str, after: str) -> Edit:
    """A change of one of the files that match a pattern, and in which there is something to change.

    `{n}` stands for a number that chance gives.
    """

    def edit(source: Path, chance: Random) -> None:
        files = [
            file
            for file in sorted(source.glob(name))
            if re.search(before, file.read_text("utf-8"), re.MULTILINE)
        ]
        _replace(chance.choice(files), before, after.replace("{n}", str(chance.randrange(1000))))

    return edit


def _added(source: Path, chance: Random) -> None:
    folder = chance.choice(_practices(source))
    copied = folder.with_name(f"added-{chance.randrange(10**6)}")
    shutil.copytree(folder, copied)
    _replace(copied / "practice.yml", "^title: ", "title: Added ")


def _removed(source: Path, chance: Random) -> None:
    shutil.rmtree(chance.choice(_spare(source)))


def _renamed(source: Path, chance: Random) -> None:
    folder = chance.choice(_spare(source))
    folder.rename(folder.with_name(f"renamed-{chance.randrange(10**6)}"))


def _withdrawn(source: Path, chance: Random) -> None:
    folder = chance.choice(_practices(source))
    shutil.rmtree(folder)
    folder.mkdir()
    (folder / "withdrawn.yml").write_text('schema_version: 1\nwithdrawn: "2026-11-22"\n', "utf-8")


def _untranslated(source: Path, chance: Random) -> None:
    chance.choice(sorted(source.glob("practices/*/t/*.yml"))).unlink()


def _stamped(source: Path, chance: Random) -> None:
    """A translation was made from another original."""
    file = chance.choice(sorted(source.glob("practices/*/t/*.yml")))
    file.with_suffix(".lock.json").write_text('{"title": ["0123456789abcdef"]}', "utf-8")


def _photographed(source: Path, chance: Random) -> None:
    folder = chance.choice(_practices(source))
    file = folder / "practice.yml"
    if not (folder / "images").is_dir():
        (folder / "images").mkdir()
        file.write_text(file.read_text("utf-8").rstrip() + "\n" + IMAGES, "utf-8")
    drawn(1200 + chance.randrange(100), 900).save(folder / "images" / "hall.jpg")


def _another_picture(source: Path, chance: Random) -> None:
    for file in source.glob("practices/*/images/*.jpg"):
        drawn(1600, 1200 + chance.randrange(100)).save(file)


def _written(source: Path, chance: Random) -> None:
    name = f"page-{chance.randrange(1000)}.md"
    (source / "docs" / "en" / name).write_text(PAGE, "utf-8")
    _replace(source / "mkdocs.yml", "^nav: (.*)]", rf"nav: \1, {name}]")


def _unlisted(source: Path, chance: Random) -> None:
    """A page that the navigation does not name, of which MkDocs warns."""
    (source / "docs" / "en" / "unlisted.md").write_text(PAGE, "utf-8")


def _listed(source: Path, chance: Random) -> None:
    (source / "docs" / "en" / "unlisted.md").unlink()


def _phrased(source: Path, chance: Random) -> None:
    file = source / "practices" / "_strings" / "en.yml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"words:\n  glance:\n    title: At a glance {chance.random()}\n", "utf-8")


def _tampered(source: Path, chance: Random) -> None:
    """Somebody has changed, removed and added files of the finished site."""
    pages = sorted((source / "site").rglob("index.html"))
    one, other, same_size = chance.sample(pages, 3)
    one.write_text("changed", "utf-8")
    other.unlink()
    before = same_size.stat()
    same_size.write_bytes(b"x" * before.st_size)
    os.utime(same_size, ns=(before.st_atime_ns, before.st_mtime_ns))
    (source / "site" / "stray").mkdir()
    (source / "site" / "stray" / "stray.html").touch()
    (source / "site" / ".hidden").touch()


def _as_it_is(source: Path, chance: Random) -> None:
    """Nothing."""


WARNED: Mapping[str, Edit] = {
    "a page that is not listed": _unlisted,
    "the same again": _as_it_is,
    "no such page": _listed,
}
"""What a build warns of, again whenever it is built, until it is mended."""
EDITS: Mapping[str, Edit] = {
    "nothing": _as_it_is,
    "a sentence": _in(PRACTICE, "^summary: >-\n  ", "summary: >-\n  Words {n}. "),
    "a title": _in(PRACTICE, "^title: ", "title: T{n} "),
    "a tagline": _in(PRACTICE, r'^(tagline: (?:"|>-\n  )?)', r"\1T{n} "),
    "a theme": _in(PRACTICE, r"^themes: \[.*\]", "themes: [work]"),
    "a group": _in(PRACTICE, r"^groups: \[.*\]", "groups: [roma]"),
    "a place": _in(PRACTICE, r"^places: \[.*\]", "places: [belgrade]"),
    "a day": _in(PRACTICE, '^updated: ".*"', 'updated: "2026-07-01"'),
    "neighbours": _in(PRACTICE, r"^related: \[.+\]", "related: []"),
    "a source": _in(PRACTICE, r"at: (.*)}", r"at: chapter {n}}"),
    "a practice more": _added,
    "a practice less": _removed,
    "another id": _renamed,
    "a practice withdrawn": _withdrawn,
    "a translation": _in("practices/*/t/*.yml", "^title: ", "title: T{n} "),
    "a status": _in(
        "practices/*/t/sr-Latn.yml", "^status: .*(\nmachine:\n  date: .*)?$", "status: human"
    ),
    "no translation": _untranslated,
    "a stamp": _stamped,
    "a label": _in("practices/_vocabularies/themes.yml", "en: Work and", "en: Work {n} and"),
    "a name": _in("practices/_organisations/*.yml", "^name: ", "name: N{n} "),
    "an area": _in(
        "practices/_places/gevgelija.yml",
        "^kind: municipality",
        "population_band: under-10k\nkind: municipality",
    ),
    "a photograph": _photographed,
    "another photograph": _another_picture,
    "a page": _written,
    "words of a page": _in("docs/*/repeat.md", r"\Z", "\n\nMore words {n}.\n"),
    "navigation": _in("mkdocs.yml", "^nav: .*(repeat.md), (method.md)", r"nav: [index.md, \2, \1"),
    "a phrase": _phrased,
    "an author": _in("mkdocs.yml", "author: .*", "author: A{n}"),
    "an address": _in("mkdocs.yml", "^site_url: .*$", "site_url: https://n{n}.example.org/"),
    "no search": _in("mkdocs.yml", "      author:", "      search: false\n      author:"),
    "search again": _in("mkdocs.yml", "(      search: false\n)?      author:", "      author: A"),
    "pages that are files": _in("mkdocs.yml", r"\Z", "\nuse_directory_urls: false\n"),
    "a template": _in("own/komsiluk/_card.html", r"\Z", "<!-- {n} -->"),
    "a frame": _in("own/partials/copyright.html", r"\Z", "<!-- {n} -->"),
    "a style": _in("own/own.css", r"\Z", "/* {n} */"),
    "a hand in the site": _tampered,
}
"""Everything else that may be changed, by name."""
