"""What the theme speaks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import material

from komsiluk import theme
from komsiluk.languages import language
from komsiluk.languages.traits import traits


def speaks(tag: str) -> bool:
    """Whether Material, or our overrides of it, have words that serve for a language."""
    folders = (theme.folder(), Path(material.__file__).parent / "templates")
    return any(_has(folder, name) for folder in folders for name in (tag, traits(tag).theme_words))


def served(tags: Iterable[str], folders: Iterable[str]) -> Mapping[str, Mapping[str, str]]:
    """By language, where no folder of the theme has its words: whose words are `serving` it, and its
    own `language` and `direction`, in the form in which `partials/language.html` reads it."""
    places = [Path(folder) for folder in folders]
    return {
        tag: {
            "serving": traits(tag).theme_words,
            "language": tag,
            "direction": language(tag).direction,
        }
        for tag in tags
        if traits(tag).theme_words and not any(_has(folder, tag) for folder in places)
    }


def _has(folder: Path, tag: str) -> bool:
    return bool(tag) and (folder / "partials" / "languages" / f"{tag}.html").is_file()
