"""The only place that knows mkdocs-static-i18n: four attributes of it, and what they decide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from komsiluk.languages import REFERENCE
from komsiluk.messages import RefusalError, message

CHOSEN = "KOMSILUK_LANGUAGES"
"""The variable of the environment that names the languages to be built, with commas."""


class Languages:
    """The languages of the site; without mkdocs-static-i18n, the one of the theme."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._i18n: Any = config.plugins.get("i18n")
        if self._i18n is None:
            self.tags: tuple[str, ...] = (str(config.theme.get("language") or REFERENCE),)
        else:
            languages = [language for language in self._i18n.config.languages if language.build]
            languages.sort(key=lambda language: not language.default)
            self.tags = tuple(language.locale for language in languages)
        self.built = self.tags
        """Those that are built now; the others keep their addresses, but nothing stands there."""

    @property
    def default(self) -> str:
        """The language at the root of the site."""
        return self.tags[0]

    @property
    def current(self) -> str:
        """The language that is being built now."""
        return str(self._i18n.current_language) if self._i18n else self.default

    @property
    def is_first_build(self) -> bool:
        """Whether this is the outer build, within which i18n builds all languages but the first."""
        return not (self._i18n and self._i18n.building)

    def source_folder(self, tag: str) -> str:
        """The folder of a language below `docs_dir`, as i18n's folder structure has it."""
        return f"{tag}/" if self._i18n else ""

    def build_only(self, wanted: Sequence[str]) -> None:
        """Build these languages and no others; to be called before i18n begins.

        i18n begins with its default language, unless it is told that it has begun already, and
        goes on with the others that are to be built. Raises `RefusalError`.
        """
        self.built = chosen(wanted, self.tags)
        if self._i18n is not None:
            for language in self._i18n.config.languages:
                language.build = language.locale in self.built
            self._i18n.current_language = self.built[0]


def chosen(wanted: Sequence[str], tags: Sequence[str]) -> tuple[str, ...]:
    """The tags that are wanted, in the site's order. Raises `RefusalError`."""
    unknown = next((tag for tag in wanted if tag not in tags), None)
    if unknown is not None:
        raise RefusalError(
            message("refused.not-of-this-site", tag=unknown, languages=", ".join(tags))
        )
    return tuple(tag for tag in tags if tag in wanted)
