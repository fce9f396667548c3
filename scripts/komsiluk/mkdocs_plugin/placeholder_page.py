"""The page that stands for many while the theme's shell is rendered: it answers with marks, or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.toc import AnchorLink

from komsiluk.mkdocs_plugin.generated import GeneratedFile, GeneratedPage
from komsiluk.mkdocs_plugin.placeholders import Placeholder, PlaceholderAddress, UnpourableError


class PlaceholderPage(GeneratedPage):
    """A page of which the theme learns nothing but marks."""

    def __init__(
        self, file: GeneratedFile, config: MkDocsConfig, *, is_described: bool, is_dated: bool
    ) -> None:
        super().__init__(file, config)
        marks = {
            name: Placeholder(name)
            for name in (
                "title",
                "escaped title",
                "description",
                "escaped description",
                "date",
                "content",
            )
        }
        self.marks = tuple(marks.values())
        self.markdown = ""
        self.meta = {
            "title": marks["escaped title"],
            "description": marks["escaped description"] if is_described else "",
            "search": {"exclude": True},
        }
        self.title = marks["title"]
        self.content = marks["content"]
        self.toc = _Contents(marks["title"])  # type: ignore[assignment]
        self.links_to_anchors = {}
        if is_dated:
            self.update_date = marks["date"]

    def close(self) -> None:
        """From now on nobody may ask what the address is."""
        self.canonical_url = _closed(self.canonical_url)
        self.abs_url = _closed(self.abs_url)

    @property
    def url(self) -> str:
        """As MkDocs has it, but closed to questions."""
        return PlaceholderAddress(super().url)


class NoPages(Sequence[File]):
    """All pages of the site; those that are poured are not among MkDocs' own."""

    def __len__(self) -> int:
        raise UnpourableError("the theme lists all pages")

    def __getitem__(self, position: Any) -> Any:
        raise UnpourableError("the theme lists all pages")


class _Contents:
    """A table of contents that shows its head, which leads to the top of every page."""

    def __init__(self, title: str) -> None:
        self._title = title

    def __iter__(self) -> Iterator[AnchorLink]:
        yield _Head(self._title, "top", 1)
        raise UnpourableError("the theme lists the sections of a page")

    def __len__(self) -> int:
        raise UnpourableError("the theme counts the sections of a page")


class _Head(AnchorLink):
    @property
    def children(self) -> list[AnchorLink]:
        """What stands beneath the title; a page has its own."""
        raise UnpourableError("the theme lists the sections of a page")

    @children.setter
    def children(self, children: list[AnchorLink]) -> None:
        """MkDocs begins with none."""


def _closed(address: str | None) -> str | None:
    return address if address is None else PlaceholderAddress(address)
