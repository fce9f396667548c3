"""Pages of one language to the HTML that stands between the theme's header and its footer."""

from __future__ import annotations

from typing import Protocol

from markupsafe import Markup, escape

from komsiluk.html.borrowed import marked, resolved, with_marks
from komsiluk.html.context import PageContext, Pieces
from komsiluk.html.links import Links
from komsiluk.html.views import VIEWS, View, home_view
from komsiluk.html.views.site import SiteValues
from komsiluk.model.words import Words
from komsiluk.pages.addresses import Addresses
from komsiluk.pages.page import Page, home_page
from komsiluk.pages.papers import Prints
from komsiluk.pages.plan import Plan
from komsiluk.settings import Settings

ROOT = "\x02"
"""Stands for the way to the root of the language. No text contains it, because reading refuses it."""


class Engine(Protocol):
    """Something that turns a template into HTML."""

    def render(self, name: str, **values: object) -> str:
        """The template of that name with these values."""


class Renderer:
    """Draws the pages of one language; parts that are the same on all of them are drawn once."""

    def __init__(
        self, tag: str, plan: Plan, settings: Settings, addresses: Addresses, templates: Engine
    ) -> None:
        self._language, self._plan, self._settings = marked(plan.languages[tag]), plan, settings
        self._addresses, self._templates = addresses, templates
        self._keys = plan.pages.keys(tag)
        self._pieces: Pieces = {}
        self._cards: dict[str, list[str]] = {}
        self._root = self._context(home_page(tag), ROOT)

    def body(self, page: Page, prints: Prints | None = None) -> str:
        """The body of a page, from the template that its kind names, with the footnotes of the
        contested places in it; `prints` are the papers that have been made."""
        return self._draw(f"{page.kind}.html", page, prints, VIEWS[page.kind])

    def home(self, prints: Prints | None = None) -> str:
        """The generated part of a home page, below the owner's own words."""
        return self._draw("home.html", home_page(self._language.tag), prints, home_view)

    def card(self, practice_id: str, root: str) -> Markup:
        """The card of a practice on a page from which `root` leads to the root of the language."""
        pieces = self._cards.get(practice_id)
        if pieces is None:
            practice = self._plan.practice(self._language.tag, practice_id)
            html = self._templates.render("_card.html", at=self._root, practice=practice)
            pieces = self._cards[practice_id] = html.split(ROOT)
        return Markup(root.join(pieces))

    def context(self, page: Page) -> PageContext:
        """`at` for a page."""
        return self._context(page, self._addresses.home(page.key))

    def _context(self, page: Page, home: str) -> PageContext:
        links = Links(
            page=page,
            settings=self._settings,
            addresses=self._addresses,
            keys=self._keys,
            home=home,
        )
        return PageContext(links, self._language, self._pieces, self.card)

    def _draw(self, template: str, page: Page, prints: Prints | None, view: View) -> str:
        at = self.context(page)
        site = SiteValues(plan=self._plan, settings=self._settings, prints=prints or {})
        page = with_marks(page, self._language.words)
        html = self._templates.render(template, at=at, page=page, **view(page, at, site))
        return resolved(html + footnotes(html, self._settings, self._language.words))


def footnotes(html: str, settings: Settings, words: Words) -> str:
    """The footnotes that the policy on contested places demands for a page, without those that it has."""
    notes = Markup("")
    for entry in settings.contested:
        name, note = f"contested.{entry.code}.name", f"contested.{entry.code}.footnote"
        if not (words.has(name) and words.has(note)):
            continue
        label, text = words.say(name), words.say(note)
        if text and escape(label) in html and escape(text) not in html:
            notes += Markup('<p class="k-footnote" role="note"><b>{}</b> {}</p>\n').format(
                label, text
            )
    return str(notes)
