"""A page of ours to a page of MkDocs, which then neither reads nor converts anything for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from komsiluk.pages.page import Page

Body = Callable[[Page], str]
"""Renders what stands between header and footer of a page."""
Pour = Callable[["GeneratedFile"], str]
"""Gives the whole of a page as it is to be published."""


class GeneratedFile(File):
    """The file of a page of ours.

    Its source path is what hand-written pages link to: `practices/x.md`. It is MkDocs' to build
    until it gets a way to be poured; from then on it is copied like a picture, and what is copied
    is made on the spot, so that no two pages are in memory at once.
    """

    pour: Pour | None = None
    shell: bytes = b""
    """A digest of what it is poured into."""
    publish: Callable[[GeneratedFile], None]
    """Called when MkDocs would have a poured page written; sees to it that it is, now or later."""
    inclusion = InclusionLevel.NOT_IN_NAV
    generated_by = "komsiluk"
    src_dir = None
    abs_src_path = None
    _content = ""
    _made: GeneratedPage | None = None

    def __init__(
        self, page: Page, draw: Body, has_card: bool, path: tuple[str, str], config: MkDocsConfig
    ) -> None:
        """Does not call MkDocs' own, which takes the paths to pieces; ours are whole already."""
        self.ours, self.draw, self.has_card, self.config = page, draw, has_card, config
        self.src_uri, self.dest_uri = path
        self.dest_dir, self.use_directory_urls = config.site_dir, config.use_directory_urls

    @property
    def page(self) -> GeneratedPage:
        """MkDocs' page, made when somebody asks: the navigation, a link to an anchor, or MkDocs."""
        if self._made is None:
            GeneratedPage(self, self.config)
        assert self._made is not None
        return self._made

    @page.setter
    def page(self, page: HostPage | None) -> None:
        assert page is None or isinstance(page, GeneratedPage)
        self._made = page

    def is_documentation_page(self) -> bool:
        """Whether MkDocs is to build it."""
        return self.pour is None

    def copy_file(self, dirty: bool = False) -> None:
        """Have the page published."""
        self.publish(self)

    def made(self) -> bytes:
        """The whole of the page as it is to be published."""
        assert self.pour is not None
        return self.pour(self).encode("utf-8", errors="xmlcharrefreplace")


class GeneratedPage(HostPage):
    """A page whose content comes from the plan of pages."""

    def __init__(self, file: GeneratedFile, config: MkDocsConfig) -> None:
        self.ours = file.ours
        self.has_card = file.has_card
        self._draw = file.draw
        super().__init__(file.ours.title, file, config)
        self.present_anchor_ids = {"top", *(anchor for anchor, _ in self.ours.sections)}
        if self.ours.updated:
            self.update_date = whole_day(self.ours.updated)

    def read_source(self, config: MkDocsConfig) -> None:
        """Nothing is read: MkDocs' Markdown never sees contributors' text."""
        self.markdown = ""
        self.meta: dict[str, Any] = meta(self.ours)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The body from our template, and the anchors by which MkDocs checks links into it."""
        self.content = self._draw(self.ours)
        top = AnchorLink(self.ours.title, "top", 1)
        top.children = [AnchorLink(title, anchor, 2) for anchor, title in self.ours.sections]
        self.toc = TableOfContents([top])
        self.links_to_anchors = {}


def meta(page: Page) -> dict[str, Any]:
    """What a hand-written page would say of itself at its head; the theme prints it unescaped.

    A plugin that makes an index of its own leaves the page alone: ours has it.
    """
    return {
        "title": str(escape(page.title)),
        "description": str(escape(page.description)),
        "search": {"exclude": True},
    }


def whole_day(updated: str) -> str:
    """The first day of a year or month that is known no closer: MkDocs reckons with days.

    >>> whole_day("2026"), whole_day("2026-11"), whole_day("2026-11-22")
    ('2026-01-01', '2026-11-01', '2026-11-22')
    """
    return updated + "-01-01"[: len("2026-11-22") - len(updated)]


def generated_file(
    page: Page, draw: Body, *, has_card: bool, path: tuple[str, str], config: MkDocsConfig
) -> GeneratedFile:
    """The file of a page; `path` is that of its source, for links, and that of its HTML."""
    return GeneratedFile(page, draw, has_card, path, config)
