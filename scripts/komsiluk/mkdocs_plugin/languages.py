"""The only place that knows mkdocs-static-i18n: four attributes of it."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig


class Languages:
    """The languages of the build; without mkdocs-static-i18n, the one of the theme."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._i18n: Any = config.plugins.get("i18n")
        if self._i18n is None:
            self.tags: tuple[str, ...] = (str(config.theme.get("language") or "en"),)
            return
        held = [language for language in self._i18n.config.languages if language.build]
        held.sort(key=lambda language: not language.default)
        self.tags = tuple(language.locale for language in held)

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

    def source_folder(self) -> str:
        """The folder of the current language below `docs_dir`, as i18n's folder structure has it."""
        return f"{self.current}/" if self._i18n else ""
