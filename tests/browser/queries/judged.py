"""A file of judged queries to values."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent
CLASSES = (
    "plain",
    "bald",
    "other-script",
    "inflected",
    "typo",
    "cross-language",
    "prefix",
    "name",
    "page",
)
"""What may be hard about a query; `en.yml` says what each means."""


@dataclass(frozen=True, kw_only=True)
class Query:
    """What somebody types, and what is right."""

    text: str
    sort: str
    """One of `CLASSES`."""
    expected: tuple[str, ...]
    """Ids of practices and keys of other pages; one of them must be among the first three results."""


@dataclass(frozen=True, kw_only=True)
class Judged:
    """The queries of a language."""

    tuned: tuple[Query, ...]
    """Those on which the search may be tuned."""
    held: tuple[Query, ...]
    """Those that only measure it."""


def read(language: str) -> Judged:
    """The judged queries of a language on the real site."""
    held = yaml.safe_load((FOLDER / f"{language}.yml").read_text("utf-8"))
    return Judged(**{half: tuple(map(_query, queries)) for half, queries in held.items()})


def _query(item: dict[str, object]) -> Query:
    text, sort, expected = item["query"], item["class"], item["expect"]
    assert isinstance(text, str) and isinstance(sort, str) and isinstance(expected, list), item
    return Query(text=text, sort=sort, expected=tuple(expected))
