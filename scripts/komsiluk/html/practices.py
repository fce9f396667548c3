"""What a template may ask of a practice."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from markupsafe import Markup, escape

from komsiluk.html.prose import blocks, inline, lang
from komsiluk.html.records import Records
from komsiluk.model.account import Need, Participant, Step
from komsiluk.model.practice import Practice
from komsiluk.model.session import Task
from komsiluk.model.statements import Basis, Citation, Statement
from komsiluk.model.transfer import Prerequisite
from komsiluk.pages.citations import Citations
from komsiluk.pages.cost import cost_band
from komsiluk.pages.evidence import HIGHEST, Evidence
from komsiluk.pages.ledger import ResultRow, ledger
from komsiluk.pages.photograph_list import Shown, shown
from komsiluk.pages.sections import unknown
from komsiluk.pages.voice import Rendition, Said
from komsiluk.text.markdown import is_plain, to_html, to_inline_html
from komsiluk.text.paragraphs import split

Kinded = TypeVar("Kinded", Need, Prerequisite)


class Practices(Records):
    """A practice, as far as the page says it."""

    def rendition(self, practice_id: str) -> Rendition:
        """A practice in the page's language."""
        return self.plan.rendition(self.page.language, practice_id)

    def practice(self, practice_id: str) -> Practice:
        """A practice's record."""
        return self.plan.collection.practices[practice_id]

    def text(self, told: Rendition, name: str) -> str:
        """A text of a practice within a line; borrowed parts are marked with their language."""
        found = told.current.get(name)
        if found is not None and "\n" not in found:
            return found if is_plain(found) else escape(found)
        said = told.text(name)
        return "" if said is None else inline(said, self.page.language)

    def heading(self, told: Rendition, name: str) -> str:
        """The same for a title or tagline, of practices of which nothing else is shown."""
        found = told.heading(name)
        if found is not None and "\n" not in found:
            return found if is_plain(found) else escape(found)
        return self.text(told, name)

    def rich(self, told: Rendition, name: str) -> str:
        """The same for a text in which Markdown means something."""
        found = told.current.get(name)
        if found is not None and "\n" not in found:
            html = to_inline_html(found)
            return html if html is found and is_plain(html) else Markup(html)
        said = told.text(name)
        return "" if said is None else inline(said, self.page.language, markdown=True)

    def blocks(self, told: Rendition, name: str) -> str:
        """A text of a practice as paragraphs."""
        found = told.current.get(name)
        if found is None:
            said = told.text(name)
            return "" if said is None else self.prose(said)
        if "\n" in found or "\r" in found:
            return Markup("\n".join(map(to_html, split(found))))
        return Markup(to_html(found))

    def said(self, told: Rendition, name: str) -> Said:
        """A text of a practice and the language it is in, for attributes, which cannot mark a part.

        Raises `KeyError` for a text that is not there.
        """
        found = told.text(name)
        if found is None:
            raise KeyError(name)
        return found

    def translation_link(self, told: Rendition) -> str:
        """The way to where the translation can be mended: its own text, or that of the other script."""
        origin = told.translation.derived_from if told.translation else None
        if origin not in self.settings.languages:
            return self.form_link("translate")
        work = "improve" if origin == told.practice.original_language else "translate"
        return self.form_link(work, origin)

    def photographs(self) -> tuple[Shown, ...]:
        """The pictures of the practice that the page is of."""
        return shown(self.plan.collection, self.page.subject)

    def withdrawn(self) -> str:
        """The day on which the practice that stood here was taken off the site."""
        return self.plan.collection.withdrawn[self.page.subject].withdrawn

    def once(self, name: str, macro: Callable[..., str], *values: Hashable) -> str:
        """What a macro gives for `at` and these values: drawn once for all pages of a language.

        For macros that show nothing of the page they stand on, such as ways to other pages.
        """
        asked = (name, *values)
        memory = self.voice.memory
        found = memory.get(asked)
        if found is None:
            found = memory[asked] = macro(self, *values)
        return found

    def cite(self, cited: Citations, citation: Citation | None) -> str:
        """The number of a citation, which leads to the source; nothing for none."""
        if citation is None:
            return ""
        number = cited.number(citation)
        memory = self.voice.memory
        found: Markup | None = memory.get(number)
        if found is None:
            found = memory[number] = Markup(
                '<sup><a href="#source-{}" aria-label="{}">{}</a></sup>'
            ).format(number, self.say("source.number", n=number), number)
        return found

    def term(self, vocabulary: str, concept_id: str) -> str:
        """The label of a term, within a line."""
        asked = (vocabulary, concept_id)
        found: Markup | None = self.voice.memory.get(asked)
        if found is None:
            found = self.voice.memory[asked] = self.inline(self.concept(vocabulary, concept_id))
        return found

    def inline(self, said: Said) -> Markup:
        """A label or another text that is no practice's, within a line."""
        return inline(said, self.page.language)

    def prose(self, said: Said) -> Markup:
        """A text as paragraphs."""
        return blocks(said, self.page.language, self.say("translation.outdated"))

    def lang(self, tag: str) -> Markup:
        """`lang="…"` for text that is not in the page's language; nothing else."""
        return lang(tag, self.page.language)

    def citations(self) -> Citations:
        """A new count of citations; the template keeps it while it draws the page."""
        return Citations()

    def anchors(self) -> tuple[str, ...]:
        """The sections that the page has."""
        return tuple(anchor for anchor, _ in self.page.sections)

    def leads(self, practice: Practice) -> tuple[Participant, ...]:
        """The organisations that led a practice."""
        return tuple(part for part in practice.organisations if part.role == "lead")

    def by_kind(self, needs: Iterable[Kinded]) -> Iterable[tuple[str, list[Kinded]]]:
        """What is needed, by its kind, in the order in which the kinds first come."""
        found: dict[str, list[Kinded]] = {}
        for need in needs:
            found.setdefault(need.kind, []).append(need)
        return found.items()

    def advice(self, practice: Practice) -> tuple[tuple[str, str, Sequence[Statement]], ...]:
        """The lists of advice for repeating a practice: field, key of its heading, items."""
        transfer = practice.transfer
        return (
            ("success_factors", "transfer.success-factors", transfer.success_factors),
            ("obstacles", "transfer.obstacles", transfer.obstacles),
            ("not_suitable_when", "transfer.not-suitable-when", transfer.not_suitable_when),
        )

    def by_week(self, tasks: Sequence[Task]) -> list[Task]:
        """What is to be done, the earliest first."""
        return sorted(tasks, key=lambda task: -task.weeks_before)

    def ledger(self, practice: Practice) -> tuple[ResultRow, ...]:
        """Planned beside achieved."""
        return ledger(practice.results)

    def steps(self, practice: Practice, basis: str) -> tuple[Step, ...]:
        """The steps that a source reports, or those the editors suggest."""
        return tuple(step for step in practice.steps if step.basis is Basis(basis))

    def percent(self, share: float) -> str:
        """A share as a length of 100, to a tenth."""
        return f"{share * 100:.1f}".removesuffix(".0")

    def weeks(self, steps: Sequence[Step]) -> int:
        """The last week of a plan; 0 when no step has weeks."""
        return max((step.last_week or step.first_week or 0 for step in steps), default=0)

    def evidence(self, practice_id: str) -> Evidence:
        """How sure one can be of a practice."""
        return self.plan.evidence(practice_id)

    @property
    def highest_evidence(self) -> int:
        """The highest level that evidence has."""
        return HIGHEST

    def cost(self, practice: Practice) -> int | None:
        """The cost band, or None when nobody says."""
        return cost_band(practice)

    def unknown(self, practice: Practice) -> tuple[str, ...]:
        """What no source tells."""
        return unknown(practice)

    def related(self, practice_id: str) -> tuple[str, ...]:
        """Practices to see next."""
        return self.plan.related(practice_id)
