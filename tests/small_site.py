"""The small sound site of `cases/base`, copies of it with other files laid over it, and small practices."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from komsiluk.model.practice import Practice
from komsiluk.settings import Settings

BASE = Path(__file__).parent / "cases" / "base"
"""A small site without a fault."""
LANGUAGES = ("en", "sr-Latn", "sr-Cyrl", "mk")
"""Its languages, as its `mkdocs.yml` has them."""

Lay = Callable[..., Settings]
"""Folders to lay over a copy of the small site, in their order, to the settings of the copy."""


def laid(site: Path, *folders: Path) -> Settings:
    """Copy the small site to `site` and the folders over it; the settings of the copy."""
    for folder in (BASE, *folders):
        shutil.copytree(folder, site, dirs_exist_ok=True)
    return Settings(root=site, practices=site / "practices", languages=LANGUAGES)


def practice(**more: Any) -> Practice:
    """A practice of few words, with other fields as a file would have them."""
    fields: dict[str, Any] = {
        "schema_version": "1",
        "original_language": "en",
        "title": "Clubs for neighbours",
        "tagline": "A room in town.",
        "summary": "Two towns opened a club each.",
        "updated": "2026-11-22",
        "themes": ["meeting"],
        "groups": ["everybody"],
        "type": "service",
        "countries": ["RS"],
        "problem": {"text": "Neighbours did not know each other."},
    }
    return Practice.model_validate(fields | more)
