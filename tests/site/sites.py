"""Sources of sites to built sites, and what their files tell of the pages beforehand."""

from __future__ import annotations

import fcntl
import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from mkdocs.utils.yaml import yaml_load

from tests.site.reading import Document, read

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "cases" / "small"
BIN = Path(sys.executable).parent
OTHER_SCRIPTS = {"sr-Latn": "sr-Cyrl", "sr-Cyrl": "sr-Latn"}
"""Languages into which a text in the other script is transliterated."""


def run(
    *command: str | Path, cwd: Path, check: bool = True, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run one of the installed commands (`komsiluk`, `mkdocs`, `properdocs`) and wait for it.

    With `check`, a test fails with the command's own words if it does not succeed.
    """
    name, *arguments = map(str, command)
    done = subprocess.run(
        [str(BIN / name), *arguments],
        cwd=cwd,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=900,
    )
    assert done.returncode == 0 or not check, (
        f"{command} ends with {done.returncode}:\n{done.stdout}"
    )
    return done


def copy(source: Path, target: Path) -> Path:
    """A copy of a site's source to change and to build, with the pictures that were kept there."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("site"))
    return target


def once(folder: Path, make: Callable[[Path], object]) -> Path:
    """A folder made by the first process that wants it; all others wait for it and share it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            unfinished = folder.with_suffix(".unfinished")
            shutil.rmtree(unfinished, ignore_errors=True)
            make(unfinished)
            unfinished.rename(folder)
    return folder


def contents(folder: Path) -> Mapping[str, bytes]:
    """Every file below a folder, by its path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def differences(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """The files that only one side has, or that differ."""
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands: the language of its address, and what names it in every language."""

    language: str
    key: str


@dataclass(frozen=True)
class Site:
    """A built site, and the source that it was built from."""

    source: Path
    folder: Path

    @functools.cached_property
    def config(self) -> Mapping[str, Any]:
        """`mkdocs.yml` as it is written."""
        held: Mapping[str, Any] = yaml_load((self.source / "mkdocs.yml").read_text("utf-8"))
        return held

    @functools.cached_property
    def languages(self) -> tuple[str, ...]:
        """The tags in the order of the switch, the default first."""
        plugins = [plugin for plugin in self.config["plugins"] if isinstance(plugin, dict)]
        i18n = next(plugin["i18n"] for plugin in plugins if "i18n" in plugin)
        return tuple(language["locale"] for language in i18n["languages"])

    @property
    def default(self) -> str:
        """The language at the root."""
        return self.languages[0]

    @property
    def url(self) -> str:
        """Where the site says that it is published."""
        return str(self.config["site_url"])

    @property
    def directory_urls(self) -> bool:
        """Whether pages are folders."""
        return bool(self.config.get("use_directory_urls", True))

    @functools.cached_property
    def files(self) -> frozenset[str]:
        """Every file of the built site."""
        return frozenset(
            file.relative_to(self.folder).as_posix()
            for file in self.folder.rglob("*")
            if file.is_file()
        )

    @functools.cached_property
    def html(self) -> Mapping[str, Document]:
        """Every HTML file, by its path."""
        return {
            name: read(self.folder / name) for name in sorted(self.files) if name.endswith(".html")
        }

    def pages(self) -> Iterator[tuple[Place, Document]]:
        """Every page but those for addresses that lead nowhere."""
        for name, document in self.html.items():
            if not name.endswith("404.html"):
                yield self.place(name), document

    def place(self, name: str) -> Place:
        """Where the page in a file stands."""
        first, _, rest = name.partition("/")
        language, path = (first, rest) if first in self.languages[1:] else (self.default, name)
        key = path.removesuffix("index.html").removesuffix(".html").rstrip("/")
        return Place(language, key)

    def address(self, place: Place) -> str:
        """The address of a page from the root of the site."""
        folder = "" if place.language == self.default else f"{place.language}/"
        if self.directory_urls:
            return folder + (f"{place.key}/" if place.key else "")
        return folder + f"{place.key or 'index'}.html"

    def absolute(self, place: Place) -> str:
        """The whole address of a page."""
        return self.url + self.address(place)

    def file(self, address: str) -> str:
        """The file behind an address from the root of the site, given as a whole or as a path."""
        path = urlsplit(address).path.removeprefix(urlsplit(self.url).path).lstrip("/")
        return f"{path}index.html" if not path or path.endswith("/") else path

    # What the source says, read without the package that is tested

    @functools.cached_property
    def practices(self) -> Mapping[str, Mapping[str, Any]]:
        """The practices as their files have them, by id; every scalar as text."""
        return {
            file.parent.name: yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader)
            for file in sorted(self.source.glob("practices/[!_]*/practice.yml"))
        }

    def translated(self, practice_id: str) -> Mapping[str, Mapping[str, Any]]:
        """The translations of a practice as their files have them, by language."""
        folder = self.source / "practices" / practice_id / "t"
        return {
            file.stem: yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader)
            for file in sorted(folder.glob("*.yml"))
        }

    def written(self, key: str) -> tuple[str, ...]:
        """The languages in which a page is truly there, as the source's files tell."""
        kind, _, name = key.partition("/")
        if kind == "practices" and name:
            there = {self.practices[name]["original_language"], *self.translated(name)}
            there |= {OTHER_SCRIPTS[tag] for tag in there if tag in OTHER_SCRIPTS}
        else:
            there = {tag for tag in self.languages if self._document(tag, key).is_file()}
        return tuple(tag for tag in self.languages if not there or tag in there)

    def home(self, place: Place) -> Place:
        """Where the text of a page is at home; the page itself, unless it is borrowed."""
        if place.language in self.written(place.key):
            return place
        kind, _, name = place.key.partition("/")
        if kind == "practices" and name:
            return Place(self.practices[name]["original_language"], place.key)
        return Place(self.default, place.key)

    def _document(self, tag: str, key: str) -> Path:
        return self.source / "docs" / tag / f"{key or 'index'}.md"
