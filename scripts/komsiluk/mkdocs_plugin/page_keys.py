"""Pages and scripts to keys: digests of all that their bytes depend on.

What everybody shows (records, words, settings, templates, the program) is in every key, and so is how
practices hang together: which stand under what, and which pages there are. What a practice says is in
the keys of what shows it, as the stamps of its files. A kind of page that is not in the table below
shows all practices, as far as anybody knows.
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import operator
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from komsiluk import theme
from komsiluk.cache.program import program_digest
from komsiluk.memory import Memory
from komsiluk.mkdocs_plugin.generated import GeneratedFile
from komsiluk.mkdocs_plugin.site import Site
from komsiluk.pages.page import Kind, Page
from komsiluk.pages.papers import Wanted
from komsiluk.pages.plan import Plan
from komsiluk.source.outlines import FILE
from komsiluk.source.stamps import stamp

Shown = Callable[[Plan, Page], tuple[str, ...]]
"""The ids of the practices that a page shows."""


def _own(plan: Plan, page: Page) -> tuple[str, ...]:
    return (page.subject, *plan.practice(page.language, page.subject).shared.related)


def _items(plan: Plan, page: Page) -> tuple[str, ...]:
    return page.items


_SHOWN: Mapping[Kind, Shown] = {
    Kind.PRACTICE: _own,
    Kind.THEME: _items,
    Kind.GROUP: _items,
    Kind.PLACE: _items,
    Kind.ORGANISATION: _items,
    Kind.PROJECT: _items,
    Kind.BROWSE: _items,
}
"""The pages that show some practices only. A part of a long list is one; its first page is none of
those that are poured, and so has no key."""


_FIELDS = operator.attrgetter(*(field.name for field in dataclasses.fields(Page)))


class PageKeys:
    """The keys of a build."""

    def __init__(self, site: Site, memory: Memory) -> None:
        """To be made when the papers are, because pages tell of them."""
        self._site, self._plan, self._stamps = site, site.plan, memory.stamps
        self._shared = _digest(
            program_digest(),
            memory.shared,
            site.settings.canonical,
            os.environ.get("SOURCE_DATE_EPOCH"),
            [_contents(folder / "komsiluk") for folder in site.theme],
            stamp(str(site.settings.fonts / FILE)) if site.settings.fonts else (),
            self._plan.taxonomy,
            self._plan.locations,
            [sorted(self._plan.pages.keys(tag)) for tag in self._plan.languages],
        )

    def page(self, file: GeneratedFile) -> bytes:
        """The key of a page that is poured."""
        page = file.ours
        shown = _SHOWN.get(page.kind)
        practices = self._stamps_of(shown(self._plan, page)) if shown else self._all
        papers = (
            self._papers.get(page.subject, b"") if page.kind is Kind.PRACTICE else self._volumes
        )
        return _digest(self._shared, file.shell, page, practices, papers)

    def script(self, name: str, practices: Iterable[str]) -> bytes:
        """The key of a data script that says something of these practices alone."""
        return _digest(self._scripts, name, self._stamps_of(practices))

    def index(self, tag: str, written: Sequence[object]) -> bytes:
        """The key of the search index of a language; `written` are the hand-written pages in it."""
        return _digest(self._scripts, tag, self._all, written)

    def sitemap(self, written: Sequence[object]) -> bytes:
        """The key of the sitemap; `written` are the addresses of the hand-written pages."""
        pages = (
            (page.key, page.alternates, page.updated)
            for tag in self._plan.languages
            for page in self._plan.pages.of(tag)
        )
        return _digest(program_digest(), self._site.settings.canonical, written, *pages)

    def _stamps_of(self, practices: Iterable[str]) -> tuple[tuple[str, ...], bytes]:
        names = tuple(practices)
        return names, b"".join([self._stamps[name] for name in names])

    @functools.cached_property
    def _all(self) -> bytes:
        return _digest(sorted(self._stamps.items()))

    @functools.cached_property
    def _scripts(self) -> bytes:
        return _digest(self._shared, _contents(theme.folder() / "assets" / "komsiluk"))

    @functools.cached_property
    def _papers(self) -> Mapping[str, bytes]:
        """What is told of the papers of each practice."""
        papers: dict[str, list[object]] = {}
        for paper, printed in self._site.prints.items():
            if isinstance(paper, Wanted):
                papers.setdefault(paper.practice_id, []).append((paper, printed))
        return {practice_id: _digest(*prints) for practice_id, prints in papers.items()}

    @functools.cached_property
    def _volumes(self) -> bytes:
        """What is told of all papers."""
        return _digest(self._site.prints)


def _contents(folder: Path) -> bytes:
    """A digest of the files in a folder and below; of one that is not there, as of an empty one."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return _digest(*((file.relative_to(folder).as_posix(), file.read_bytes()) for file in files))


def _digest(*values: object) -> bytes:
    return hashlib.blake2b(repr(values).encode(), digest_size=16).digest()
