"""The folders of languages, in the package and in the current site, to the values in their files."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import yaml

FOLDER = "_languages"
"""The folder of a site's own languages, inside the folder of its practices."""
INTERFACE = ("interface.yml", "form.yml")
"""The files of the phrases that readers see: those of the pages, and those of the contribution form."""
FILES = ("language.yml", *INTERFACE, "messages.yml", "keys.yml")
"""The files that the folder of a language may hold."""
VARIABLE = "KOMSILUK_LANGUAGE_FOLDER"
"""The environment variable that names the site's folder, so that worker processes look there too."""

_OURS = Path(__file__).parent
_P = ParamSpec("_P")
_T = TypeVar("_T")
_clearers: list[Callable[[], None]] = []
"""The functions that empty the caches of `kept`. Modules fill it when they are imported."""


def kept(function: Callable[_P, _T]) -> Callable[_P, _T]:
    """A decorator: the function caches its results until `look_in` is called.

    A build asks for each language thousands of times, and its files do not change meanwhile.
    """
    cached = functools.cache(function)
    _clearers.append(cached.cache_clear)
    return functools.wraps(function)(cached)  # type: ignore[return-value]


def look_in(folder: Path) -> None:
    """Look for languages in the folder of this site too, and no longer in that of another site.

    The folder may be missing. All caches of `kept` are emptied if there is a folder or was one before,
    because `serve` needs changed files to be read again.
    """
    before, now = os.environ.get(VARIABLE, ""), str(folder) if folder.is_dir() else ""
    if not before and not now:
        return
    os.environ[VARIABLE] = now
    for clear in _clearers:
        clear()


def tags() -> tuple[str, ...]:
    """The tags of all languages that have a folder, sorted."""
    names = {folder.name for root in _roots() for folder in root.iterdir() if _is_language(folder)}
    return tuple(sorted(names))


@kept
def shipped_tags() -> tuple[str, ...]:
    """The languages in which the package itself has the phrases of the interface, or derives them."""
    return tuple(
        sorted(
            folder.name
            for folder in _OURS.iterdir()
            if (folder / INTERFACE[0]).is_file() or "derived_from" in shipped(folder.name, FILES[0])
        )
    )


def shipped(tag: str, name: str) -> Mapping[str, Any]:
    """The fields of a file in the package's folder of a language, all values as text; empty without the file."""
    return _read(_OURS / tag / name, yaml.CBaseLoader)


def merged(tag: str, name: str) -> Mapping[str, Any]:
    """The fields of the package's file, replaced by those of the site's own file, all values as text.

    A site's file that cannot be read is left out; `check` reports it.
    """
    fields = dict(shipped(tag, name))
    for root in _roots()[1:]:
        try:
            fields |= _read(root / tag / name, yaml.CBaseLoader)
        except (yaml.YAMLError, UnicodeDecodeError):
            continue
    return fields


def typed(tag: str, name: str) -> Mapping[str, Any]:
    """The fields of the site's file of a language, or else of the package's, with numbers as numbers.

    A site's file that cannot be read is left out; `check` reports it.
    """
    for root in reversed(_roots()):
        try:
            fields = _read(root / tag / name, yaml.CSafeLoader)
        except (yaml.YAMLError, UnicodeDecodeError):
            continue
        if fields:
            return fields
    return {}


def ancestry(tag: str) -> Iterator[str]:
    """The tag and the shorter tags that can stand for it, the longest first (RFC 4647, lookup).

    >>> list(ancestry("sr-Latn-RS"))
    ['sr-Latn-RS', 'sr-Latn', 'sr']
    """
    while tag:
        yield tag
        tag = tag.rpartition("-")[0]


def _roots() -> tuple[Path, ...]:
    """The package's folder of languages, and the site's if it has one."""
    site_folder = os.environ.get(VARIABLE)
    return (_OURS, Path(site_folder)) if site_folder else (_OURS,)


def _is_language(folder: Path) -> bool:
    return any((folder / name).is_file() for name in FILES)


def _read(file: Path, loader: type[Any]) -> Mapping[str, Any]:
    try:
        fields = yaml.load(file.read_bytes(), Loader=loader)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    return fields if isinstance(fields, dict) else {}
