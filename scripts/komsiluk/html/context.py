"""The value `at` of every template: the phrases of its language, ways to other pages, texts as HTML.

Everything else comes as a plain value, from the view of the page's kind (`html/views/`).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

from markupsafe import Markup, escape

from komsiluk.html.links import Links
from komsiluk.html.prose import blocks, inline, lang
from komsiluk.model.statements import Citation
from komsiluk.pages.citations import Citations
from komsiluk.pages.language_context import LanguageContext
from komsiluk.pages.localized import LocalizedPractice
from komsiluk.pages.localized_text import LocalizedText
from komsiluk.settings import Settings
from komsiluk.text.markdown import is_plain, to_html, to_inline_html
from komsiluk.text.paragraphs import split

Card = Callable[[str, str], Markup]
"""The card of a practice, by its id and by the way from a page to the root of its language."""
Pieces = dict[tuple[Hashable, ...], Markup]
"""The HTML of macros, by name and values: the same on every page of one language, and kept for all of them."""


class PageContext:
    """`at` in a template: a page, its language, and the ways from it."""

    def __init__(
        self, links: Links, language: LanguageContext, pieces: Pieces, draw_card: Card
    ) -> None:
        self.page, self.settings, self.addresses = links.page, links.settings, links.addresses
        self.language, self._pieces, self._draw_card = language, pieces, draw_card
        self.tag = language.tag
        words = language.words
        self.say, self.has, self.count = words.say, words.has, words.count
        self.number, self.day, self.join = words.number, words.day, words.join
        self.country, self.language_name = words.country, words.language_name
        self.place, self.organisation = language.place, language.organisation
        self.home, self.links = links.home, links
        self.link, self.there, self.written = links.link, links.there, links.written
        self.asset, self.picture, self.part = links.asset, links.picture, links.part
        self.form_link = links.form_link

    settings: Settings

    # Labels within a line

    def term(self, vocabulary: str, concept_id: str) -> Markup:
        """The label of a term."""
        key = ("term", vocabulary, concept_id)
        html = self._pieces.get(key)
        if html is None:
            html = self.inline(self.language.concept(vocabulary, concept_id))
            self._pieces[key] = html
        return html

    def definition(self, vocabulary: str, concept_id: str) -> Markup:
        """What a term means."""
        return self.inline(self.language.definition(vocabulary, concept_id))

    def project(self, project_id: str) -> Markup:
        """The name of a project."""
        return self.inline(self.language.project(project_id))

    def label(self, labels: dict[str, str]) -> LocalizedText:
        """The words of the page's language among labels."""
        return self.language.label(labels)

    # Texts of a practice

    def text(self, practice: LocalizedPractice, name: str) -> str:
        """A text of a practice within a line; borrowed parts are marked with their language."""
        line = practice.texts.current.get(name)
        if line is not None and "\n" not in line:
            return line if is_plain(line) else escape(line)
        text = practice.texts.text(name)
        return "" if text is None else self.inline(text)

    def heading(self, practice: LocalizedPractice, name: str) -> str:
        """The same for a title or tagline. The practice's other texts are not read for it."""
        line = practice.texts.heading(name)
        if line is not None and "\n" not in line:
            return line if is_plain(line) else escape(line)
        return self.text(practice, name)

    def rich(self, practice: LocalizedPractice, name: str) -> str:
        """The same for a text that contains Markdown."""
        line = practice.texts.current.get(name)
        if line is not None and "\n" not in line:
            html = to_inline_html(line)
            return html if html is line and is_plain(html) else Markup(html)
        text = practice.texts.text(name)
        return "" if text is None else inline(text, self.tag, markdown=True)

    def blocks(self, practice: LocalizedPractice, name: str) -> str:
        """A text of a practice as paragraphs."""
        whole = practice.texts.current.get(name)
        if whole is None:
            text = practice.texts.text(name)
            return "" if text is None else self.prose(text)
        if "\n" in whole or "\r" in whole:
            return Markup("\n".join(map(to_html, split(whole))))
        return Markup(to_html(whole))

    def inline(self, text: LocalizedText) -> Markup:
        """A label or another text that is no practice's, within a line."""
        return inline(text, self.tag)

    def prose(self, text: LocalizedText) -> Markup:
        """A text as paragraphs."""
        return blocks(text, self.tag, self.say("translation.outdated"))

    def lang(self, tag: str) -> Markup:
        """`lang="…"` for text that is not in the page's language; nothing else."""
        return lang(tag, self.tag)

    # Pieces

    def card(self, practice_id: str) -> Markup:
        """A practice as it stands in a list."""
        return self._draw_card(practice_id, self.home)

    def once(self, name: str, macro: Callable[..., str], *values: Hashable) -> Markup:
        """The HTML of a macro for `at` and these values, drawn once for all pages of a language.

        For macros that show nothing of their page, not even ways to other pages.
        """
        key = (name, *values)
        html = self._pieces.get(key)
        if html is None:
            html = self._pieces[key] = Markup(macro(self, *values))
        return html

    def cite(self, cited: Citations, citation: Citation | None) -> str:
        """The number of a citation, which leads to the source; empty for none."""
        if citation is None:
            return ""
        number = cited.number(citation)
        html = self._pieces.get(("cite", number))
        if html is None:
            html = self._pieces["cite", number] = Markup(
                '<sup><a href="#source-{}" aria-label="{}">{}</a></sup>'
            ).format(number, self.say("source.number", n=number), number)
        return html

    def percent(self, share: float) -> str:
        """A share as a length of 100, to a tenth."""
        return f"{share * 100:.1f}".removesuffix(".0")
