"""A built site to the addresses of its pages: one of each kind, or all of them."""

from __future__ import annotations

import re
from pathlib import Path

LANGUAGES = ("en", "sr-Latn", "sr-Cyrl", "bs", "mk", "sq", "de")
"""Of the real site, the default first."""

_SHELVES = ("practices", "themes", "groups", "places", "organisations", "projects")
_CANONICAL = re.compile(r'<link rel="canonical" href="https?://[^/]+/([^"]*)"')


def prefix(language: str) -> str:
    """What stands before a page's address in a language of the real site."""
    return "" if language == LANGUAGES[0] else f"{language}/"


def kinds(site: Path) -> dict[str, str]:
    """The address of one page of each kind, by the kind's name, without the language.

    A list is named as its folder; one of the list with an ending: "themes", "themes one".
    `practice` is one that is translated into every language, `borrowed` one into none.
    """
    found = {
        "home": "",
        "written": "repeat/",
        "missing": "404.html",
        "offline": "offline/",
        "guides": "guides/",
        "map": "map/",
        "coverage": "coverage/",
        "compare": "compare/",
        "shortlist": "shortlist/",
        "form": "contribute/form/",
    }
    for shelf in _SHELVES:
        found[shelf] = f"{shelf}/"
        if shelf != "practices":
            first = sorted((site / shelf).glob("*/index.html"))[0]
            found[f"{shelf} one"] = f"{shelf}/{first.parent.name}/"
    borrowed = [practice for practice in practices(site) if _is_borrowed(site, practice)]
    whole = [practice for practice in practices(site) if practice not in borrowed]
    found["practice"] = f"practices/{whole[0]}/"
    found["borrowed"] = f"practices/{borrowed[0]}/"
    return found


def practices(site: Path) -> list[str]:
    """The ids of a site's practices, in their order."""
    return sorted(page.parent.name for page in (site / "practices").glob("*/index.html"))


def pages(site: Path) -> list[str]:
    """The address of every page of a site."""
    return sorted(
        page.relative_to(site).as_posix().removesuffix("index.html")
        for page in site.rglob("*.html")
    )


def _is_borrowed(site: Path, practice: str) -> bool:
    """Whether the page in the last language shows another language's text."""
    address = f"{prefix(LANGUAGES[-1])}practices/{practice}/"
    home = _CANONICAL.search((site / address / "index.html").read_text("utf-8"))
    return home is None or home[1] != address
