"""A practice in a language to its texts as a paper has them: nodes, borrowed passages marked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from komsiluk.model.practice import Practice
from komsiluk.model.statements import Basis, Citation, Statement
from komsiluk.pages.citations import Citations
from komsiluk.pages.facts import About, Item, facts_about
from komsiluk.pages.names import organisation_name, place_name
from komsiluk.pages.plan import Plan
from komsiluk.pages.voice import Passage, Rendition, Said, Voice
from komsiluk.text.hyphens import soften
from komsiluk.text.nodes import Inline, blocks, inline
from komsiluk.text.printable import narrowed

Value: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class Telling:
    """One practice in the language of a paper; citations are numbered in the order of asking."""

    plan: Plan
    voice: Voice
    practice_id: str
    told: Rendition
    cited: Citations = field(default_factory=Citations)
    chapter: str = ""
    """Sets the numbers of citations apart where several practices stand in one paper."""

    @property
    def practice(self) -> Practice:
        """The record."""
        return self.told.practice

    def say(self, key: str, **values: object) -> str:
        """A phrase of the interface."""
        return self.voice.words.say(key, **values)

    def line(self, name: str, *, narrow: bool = False) -> Inline:
        """A text within a line, every character as it stands; in a narrow column its long words
        may be divided."""
        return self._said(self._found(name), markdown=False, narrow=narrow)

    def rich(self, name: str) -> Inline:
        """A text within a line in which Markdown means something."""
        return self._said(self._found(name), markdown=True)

    def blocks(self, name: str) -> list[Value]:
        """A text as paragraphs."""
        found: list[Value] = []
        for passage in self._found(name).passages:
            held = blocks(passage.text)
            found += held if self._is_own(passage) else [_borrowed("div", passage, held)]
        return found

    def inline(self, said: Said) -> Inline:
        """A label or another text that is no practice's."""
        return self._said(said, markdown=False)

    def label(self, vocabulary: str, concept_id: str) -> Inline:
        """The label of a term."""
        held = self.plan.collection.vocabularies.get(vocabulary)
        concept = held.concept(concept_id) if held else None
        return self.inline(self.voice.label(concept.label if concept else {}, concept_id))

    def place(self, place_id: str) -> str:
        """The name of a place."""
        return place_name(self.plan.collection, place_id, self.voice)

    def organisation(self, organisation_id: str) -> str:
        """The name of an organisation."""
        return organisation_name(self.plan.collection, organisation_id, self.voice)

    def cite(self, *citations: Citation | None) -> list[str]:
        """The numbers of citations, after the chapter's name where there is one: `7.3`."""
        numbers = [self.cited.number(citation) for citation in citations if citation is not None]
        return list(map(self.numbered, numbers))

    def numbered(self, number: int) -> str:
        """A number as `cite` gives it."""
        return f"{self.chapter}.{number}" if self.chapter else str(number)

    def statement(self, name: str, statement: Statement) -> Value:
        """A point of the list of that name: its text, its source, and whether it is only suggested."""
        return {
            "text": self.rich(f"{name}.{statement.id}.text"),
            "cite": self.cite(statement.source),
            "suggested": statement.basis is Basis.SUGGESTED,
        }

    def statements(self, name: str, held: tuple[Statement, ...]) -> list[Value]:
        """All points of a list."""
        return [self.statement(name, statement) for statement in held]

    def facts(self) -> dict[str, list[Inline]]:
        """The facts by which practices are compared, by their names; what nobody tells is left out."""
        about = About(self.plan, self.told, self.voice, self.practice_id)
        return {name: list(map(_fact, items)) for name, items in facts_about(about).items()}

    def _found(self, name: str) -> Said:
        current = self.told.current.get(name)
        if current is not None and "\n" not in current:
            return Said((Passage(current, self.voice.tag),))
        said = self.told.text(name)
        assert said is not None, f"{name} is asked for and not there"
        return said

    def _said(self, said: Said, *, markdown: bool, narrow: bool = False) -> Inline:
        found: list[Any] = []
        for passage in said.passages:
            text = passage.text
            if narrow:
                text = narrowed(soften(text, passage.language))
            held = inline(text) if markdown else " ".join(text.split())
            if self._is_own(passage):
                found += [held] if isinstance(held, str) else held
            else:
                found.append(_borrowed("in", passage, held))
            found.append(" ")
        found.pop()
        return found[0] if len(found) == 1 and isinstance(found[0], str) else found

    def _is_own(self, passage: Passage) -> bool:
        return passage.language == self.voice.tag


def subtag(tag: str) -> str:
    """What a PDF says of a language: Typst takes no script.

    >>> subtag("sr-Latn")
    'sr'
    """
    return tag.partition("-")[0]


def _borrowed(kind: str, passage: Passage, held: Any) -> Value:
    return {"k": kind, "lang": subtag(passage.language), "tag": passage.language, "c": held}


def _fact(item: Item) -> Inline:
    if isinstance(item, str):
        return item
    words, _, language, before = (*item, "", "", "")[:4]
    if not language:
        return words
    marked: Any = {"k": "in", "lang": subtag(language), "tag": language, "c": words}
    return [f"{before} ", marked] if before else [marked]
