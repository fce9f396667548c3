"""Where the templates, styles and small scripts of the pages are, installed or in a checkout."""

from __future__ import annotations

from pathlib import Path


def folder() -> Path:
    """The folder of the theme's overrides: inside the installed package, or beside `scripts/`."""
    here = Path(__file__).parent
    installed = here / "overrides"
    return installed if installed.is_dir() else here.parents[1] / "overrides"
