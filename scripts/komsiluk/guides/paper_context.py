"""A practice in a language to the texts of a paper: nodes, in which borrowed paragraphs are marked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from komsiluk.model.practice import Practice
from komsiluk.model.records import Organisation, Source
from komsiluk.model.statements import Basis, Citation, Statement
from komsiluk.pages.citations import Citations
from komsiluk.pages.facts import Item
from komsiluk.pages.localized import LocalizedPractice
from komsiluk.pages.localized_text import LocalizedText, Paragraph, single
from komsiluk.pages.plan import Plan
from komsiluk.text.hyphens import soften
from komsiluk.text.nodes import Inline, blocks, inline
from komsiluk.text.printable import narrowed

Value: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class PaperContext:
    """One practice in the language of a paper. Citations get their numbers in the order of calls."""

    practice: LocalizedPractice
    plan: Plan
    cited: Citations = field(default_factory=Citations)
    chapter: str = ""
    """The number of its chapter in a booklet, which begins the numbers of its citations. Else empty."""

    @property
    def record(self) -> Practice:
        """The practice as its file has it."""
        return self.practice.record

    def say(self, key: str, **values: object) -> str:
        """A phrase of the interface."""
        return self.practice.language.words.say(key, **values)

    def day(self, day: str | None) -> str:
        """A date as the language writes it. Empty for none."""
        return self.practice.language.words.day(day) if day else ""

    def source(self, source_id: str) -> Source:
        """The record of a source."""
        return self.plan.collection.sources[source_id]

    def organisation_record(self, organisation_id: str) -> Organisation:
        """The record of an organisation."""
        return self.plan.collection.organisations[organisation_id]

    def line(self, name: str, *, narrow: bool = False) -> Inline:
        """A text of one line without Markdown. In a narrow column, its long words may be divided."""
        return self._nodes(self._localized(name), markdown=False, narrow=narrow)

    def rich(self, name: str) -> Inline:
        """A text of one line with Markdown."""
        return self._nodes(self._localized(name), markdown=True)

    def blocks(self, name: str) -> list[Value]:
        """A text of several paragraphs with Markdown, as block nodes."""
        nodes: list[Value] = []
        for paragraph in self._localized(name).paragraphs:
            parts = blocks(paragraph.text)
            nodes += parts if self._is_own(paragraph) else [_borrowed("div", paragraph, parts)]
        return nodes

    def inline(self, text: LocalizedText) -> Inline:
        """A label, or another text that does not belong to the practice."""
        return self._nodes(text, markdown=False)

    def organisation(self, organisation_id: str) -> str:
        """The name of an organisation."""
        return self.practice.language.organisation(organisation_id)

    def cite(self, *citations: Citation | None) -> list[str]:
        """The numbers of citations. In a booklet, they begin with the number of the chapter: `7.3`."""
        numbers = [self.cited.number(citation) for citation in citations if citation is not None]
        return list(map(self.numbered, numbers))

    def numbered(self, number: int) -> str:
        """A number as `cite` gives it."""
        return f"{self.chapter}.{number}" if self.chapter else str(number)

    def statement(self, name: str, statement: Statement) -> Value:
        """An item of the list of that name: its text, its source, and whether it is only suggested."""
        return {
            "text": self.rich(f"{name}.{statement.id}.text"),
            "cite": self.cite(statement.source),
            "suggested": statement.basis is Basis.SUGGESTED,
        }

    def statements(self, name: str, statements: tuple[Statement, ...]) -> list[Value]:
        """All items of the list of that name."""
        return [self.statement(name, statement) for statement in statements]

    def facts(self) -> dict[str, list[Inline]]:
        """The facts by which practices are compared, by name. Facts that nobody tells are left out."""
        return {name: list(map(_fact, items)) for name, items in self.practice.facts.items()}

    def _localized(self, name: str) -> LocalizedText:
        """A text of the practice. Raises `KeyError` if there is none of that name."""
        current = self.practice.texts.current.get(name)
        if current is not None and "\n" not in current:
            return single(current, self.practice.tag)
        return self.practice.texts.must(name)

    def _nodes(self, text: LocalizedText, *, markdown: bool, narrow: bool = False) -> Inline:
        nodes: list[Any] = []
        for paragraph in text.paragraphs:
            words = paragraph.text
            if narrow:
                words = narrowed(soften(words, paragraph.language))
            content = inline(words) if markdown else " ".join(words.split())
            if self._is_own(paragraph):
                nodes += [content] if isinstance(content, str) else content
            else:
                nodes.append(_borrowed("in", paragraph, content))
            nodes.append(" ")
        nodes.pop()
        return nodes[0] if len(nodes) == 1 and isinstance(nodes[0], str) else nodes

    def _is_own(self, paragraph: Paragraph) -> bool:
        return paragraph.language == self.practice.tag


def subtag(tag: str) -> str:
    """The language without its script, because Typst takes none.

    >>> subtag("sr-Latn")
    'sr'
    """
    return tag.partition("-")[0]


def _borrowed(kind: str, paragraph: Paragraph, content: Any) -> Value:
    return {"k": kind, "lang": subtag(paragraph.language), "tag": paragraph.language, "c": content}


def _fact(item: Item) -> Inline:
    if isinstance(item, str):
        return item
    words, _, language, before = (*item, "", "", "")[:4]
    if not language:
        return words
    marked: Any = {"k": "in", "lang": subtag(language), "tag": language, "c": words}
    return [f"{before} ", marked] if before else [marked]
