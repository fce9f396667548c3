"""The folder of the theme: templates, styles and scripts of the pages."""

from __future__ import annotations

from pathlib import Path


def folder() -> Path:
    """The folder of the theme's overrides: in the installed package, or in a checkout beside `scripts/`."""
    package = Path(__file__).parent
    installed = package / "overrides"
    return installed if installed.is_dir() else package.parents[1] / "overrides"
