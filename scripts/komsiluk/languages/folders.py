"""Where languages are: a folder for each, in the package and in the site that is worked on."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import yaml

FOLDER = "_languages"
"""The folder of a site's own languages, in that of its practices."""
INTERFACE = ("interface.yml", "form.yml")
"""The files of the phrases that readers see: those of the pages, and those of the contribution form."""
FILES = ("language.yml", *INTERFACE, "messages.yml", "keys.yml")
"""What the folder of a language may hold."""
VARIABLE = "KOMSILUK_LANGUAGE_FOLDER"
"""The variable of the environment that names the site's folder, so that our processes look there too."""

_OURS = Path(__file__).parent
_P = ParamSpec("_P")
_T = TypeVar("_T")
_kept: list[Callable[[], None]] = []


def kept(function: Callable[_P, _T]) -> Callable[_P, _T]:
    """A function that remembers what it gave, until `look_in` names the folder of a site.

    A language is asked for thousands of times in a build, and its files do not change meanwhile.
    """
    remembering = functools.cache(function)
    _kept.append(remembering.cache_clear)
    return functools.wraps(function)(remembering)  # type: ignore[return-value]


def look_in(folder: Path) -> None:
    """Look for languages in a site's own folder too, which need not be there, and in no other site's.

    What was read before is read again, as `serve` needs it.
    """
    before, now = os.environ.get(VARIABLE, ""), str(folder) if folder.is_dir() else ""
    if not before and not now:
        return
    os.environ[VARIABLE] = now
    for forget in _kept:
        forget()


def tags() -> tuple[str, ...]:
    """The tags of all languages that have a folder, sorted."""
    found = {folder.name for root in _roots() for folder in root.iterdir() if _is_language(folder)}
    return tuple(sorted(found))


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
    """What a file in the package's folder of a language holds, all of it text; nothing when it is not there."""
    return _read(_OURS / tag / name, yaml.CBaseLoader)


def held(tag: str, name: str) -> Mapping[str, Any]:
    """The same, and over its fields those of the site's own file.

    What cannot be read of a site's file is left out; `check` reports it.
    """
    own = dict(shipped(tag, name))
    for root in _roots()[1:]:
        try:
            own |= _read(root / tag / name, yaml.CBaseLoader)
        except (yaml.YAMLError, UnicodeDecodeError):
            continue
    return own


def typed(tag: str, name: str) -> Mapping[str, Any]:
    """What the site's file of a language holds, or else the package's, with numbers as numbers."""
    for root in reversed(_roots()):
        try:
            found = _read(root / tag / name, yaml.CSafeLoader)
        except (yaml.YAMLError, UnicodeDecodeError):
            continue
        if found:
            return found
    return {}


def ancestry(tag: str) -> Iterator[str]:
    """The tag, and shorter ones that stand for it (RFC 4647, lookup).

    >>> list(ancestry("sr-Latn-RS"))
    ['sr-Latn-RS', 'sr-Latn', 'sr']
    """
    while tag:
        yield tag
        tag = tag.rpartition("-")[0]


def _roots() -> tuple[Path, ...]:
    """The package's folder, and the site's when it has one."""
    own = os.environ.get(VARIABLE)
    return (_OURS, Path(own)) if own else (_OURS,)


def _is_language(folder: Path) -> bool:
    return any((folder / name).is_file() for name in FILES)


def _read(file: Path, loader: type[Any]) -> Mapping[str, Any]:
    try:
        found = yaml.load(file.read_bytes(), Loader=loader)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    return found if isinstance(found, dict) else {}
