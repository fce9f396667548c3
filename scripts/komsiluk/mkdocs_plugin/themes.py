"""What the theme speaks."""

from __future__ import annotations

from pathlib import Path

import material

from komsiluk import theme


def speaks(tag: str) -> bool:
    """Whether Material, or our overrides of it, have the theme's own words in a language."""
    folders = (theme.folder(), Path(material.__file__).parent / "templates")
    return any((folder / "partials" / "languages" / f"{tag}.html").is_file() for folder in folders)
