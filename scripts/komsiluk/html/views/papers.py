"""The papers to which a page leads: name, way, and size of the file."""

from __future__ import annotations

from markupsafe import Markup

from komsiluk.html.context import PageContext
from komsiluk.html.views.site import SiteValues
from komsiluk.pages.localized import LocalizedPractice
from komsiluk.pages.papers import Wanted, wanted
from komsiluk.pages.selection import Volume, title, volumes

PaperLink = tuple[str, str, str]
"""Name, way, and the size of the file in words."""


def papers(practice: LocalizedPractice, at: PageContext, site: SiteValues) -> list[PaperLink]:
    """The papers of a practice in the page's language."""
    return [
        (at.say(f"paper.{paper.paper}"), at.home + paper.path, _file(paper, at, site))
        for paper in wanted({practice.id: practice.record}, at.tag, site.settings.offered)
    ]


def bound(at: PageContext, site: SiteValues) -> list[tuple[Markup, Markup, list[PaperLink]]]:
    """The collections that are printed together: title, description, and the papers of each."""
    collections: dict[str, tuple[Markup, Markup, list[PaperLink]]] = {}
    for volume in volumes(site.plan, at.tag, site.settings.offered):
        name, description = title(site.plan, at.language, volume.selection, "")
        text = at.inline(description) if description else Markup("")
        _, _, links = collections.setdefault(volume.selection.subject, (at.inline(name), text, []))
        way = at.home + volume.path
        links.append((at.say(f"paper.{volume.kind}"), way, _file(volume, at, site)))
    return list(collections.values())


def _file(paper: Wanted | Volume, at: PageContext, site: SiteValues) -> str:
    printed = site.prints.get(paper)
    if printed is None:
        return "Word" if isinstance(paper, Wanted) and paper.paper.is_word else "PDF"
    size = at.say("guides.kilobytes", n=at.number(-(-printed.n_bytes // 1000)))
    if printed.n_pages is None:
        return at.say("guides.document", size=size)
    return at.say("guides.file", pages=at.count("guides.pages", printed.n_pages), size=size)
