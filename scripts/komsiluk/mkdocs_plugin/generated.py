"""A page of ours to a page of MkDocs, which then neither reads nor converts anything for it."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from komsiluk.html.body import body
from komsiluk.html.scene import Scene


class GeneratedPage(HostPage):
    """A page whose content comes from the plan of pages."""

    def __init__(self, scene: Scene, templates: Any, file: File, config: MkDocsConfig) -> None:
        self.scene = scene
        self._templates = templates
        super().__init__(scene.page.title, file, config)
        if scene.page.updated:
            self.update_date = scene.page.updated

    def read_source(self, config: MkDocsConfig) -> None:
        """Nothing is read: MkDocs' Markdown never sees contributors' text."""
        page = self.scene.page
        self.markdown = ""
        self.meta: dict[str, Any] = {"title": page.title, "description": page.description}
        if page.is_borrowed:
            self.meta["search"] = {"exclude": True}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The body from our template, and the anchors by which MkDocs checks links into it."""
        page = self.scene.page
        self.content = body(self.scene, self._templates)
        top = AnchorLink(page.title, "top", 1)
        top.children = [AnchorLink(title, anchor, 2) for anchor, title in page.sections]
        self.toc = TableOfContents([top])
        self.present_anchor_ids = {"top", *(anchor for anchor, _ in page.sections)}
        self.links_to_anchors = {}


def generated_file(scene: Scene, templates: Any, source_folder: str, config: MkDocsConfig) -> File:
    """The file of a page, by whose source path hand-written pages may link to it: `practices/x.md`."""
    page = scene.page
    file = File.generated(
        config, f"{source_folder}{page.key}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
    )
    file.dest_uri = scene.addresses.file(page.key, page.language)
    GeneratedPage(scene, templates, file, config)
    return file
