"""The texts of a paper as nodes (`text.nodes`) to the lines and blocks of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from komsiluk.guides.word.blocks import Block, Heading, Items, Line, Run, RunStyle, WordParagraph
from komsiluk.text.hyphens import SOFT_HYPHEN

Value = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Speech:
    """The phrases of a paper, and the marks that they make."""

    phrases: Mapping[str, str]

    def say(self, key: str) -> str:
        """A phrase."""
        return self.phrases[key]

    @property
    def absent(self) -> Line:
        """The words in place of a fact that no source tells."""
        return (Run(self.say("not-reported"), RunStyle.ABSENT),)

    @property
    def suggested(self) -> Line:
        """The mark of a suggestion, which no source reports."""
        return (Run(f"[{self.say('basis.suggested')}]", RunStyle.SUGGESTED),)

    def points(self, points: Sequence[Value], leads: Sequence[str] = ()) -> list[Block]:
        """A list of statements, each after its lead and before the numbers of its sources.

        Suggestions are marked: each one, or once above the list if all of it is suggested.
        """
        all_suggested = all(point["suggested"] for point in points)
        note: list[Block] = [WordParagraph(self.suggested, "Note")] if all_suggested else []
        lines: list[Line] = []
        for number, point in enumerate(points):
            line = (*inline(point["text"]), *cite(point["cite"]))
            if leads and leads[number]:
                line = (Run(leads[number] + " ", RunStyle.STRONG), *line)
            if point["suggested"] and not all_suggested:
                line = (*line, Run(" "), *self.suggested)
            lines.append(line)
        return [*note, Items(tuple(lines))]


def inline(nodes: Any) -> Line:
    """The runs of a line."""
    return tuple(_runs(nodes, Run("")))


def flow(nodes: Iterable[Value], style: str = "Normal", language: str = "") -> list[Block]:
    """The paragraphs and lists of a text. Quotations and tables become paragraphs."""
    result: list[Block] = []
    for node in nodes:
        kind, content = node["k"], node.get("c", ())
        match kind:
            case "ul" | "ol":
                lines = tuple(
                    _marked(block.line, language)
                    for item in content
                    for block in flow(item)
                    if isinstance(block, WordParagraph)
                )
                result.append(Items(lines, kind == "ol"))
            case "quote":
                result += flow(content, style, language)
            case "div":
                result += flow(content, style, node["tag"])
            case "table":
                rows = (joined(map(inline, row), "; ") for row in content)
                result += [WordParagraph(_marked(line, language), style) for line in rows]
            case "hr":
                pass
            case _:
                line = inline(content)
                line = strong(line) if kind == "h" else line
                result.append(WordParagraph(_marked(line, language), style))
    return result


def paragraphs(nodes: Iterable[Value]) -> tuple[Line, ...]:
    """The same as lines, for the cell of a table."""
    lines: list[Line] = []
    for block in flow(nodes):
        if isinstance(block, WordParagraph):
            lines.append(block.line)
        elif isinstance(block, Items):
            lines += block.lines
    return tuple(lines)


def cite(numbers: Sequence[str]) -> Line:
    """The numbers of sources in brackets. Empty for none."""
    return (Run(f" [{', '.join(numbers)}]", RunStyle.QUIET),) if numbers else ()


def aside(words: str) -> Line:
    """A few words in brackets. Empty for none."""
    return (Run(f" ({words})", RunStyle.QUIET),) if words else ()


def declared(practice: Value) -> Iterator[Block]:
    """The texts that the model declares for the paper, each below its heading."""
    for section in practice.get("declared", ()):
        yield Heading(section["title"])
        yield from flow(section["text"])


def joined(lines: Iterable[Line], between: str = " ") -> Line:
    """Several lines as one."""
    whole: Line = ()
    for line in lines:
        whole = (*whole, Run(between), *line) if whole else line
    return whole


def strong(line: Line) -> Line:
    """The line in bold."""
    return tuple(replace(run, look=RunStyle.STRONG) for run in line)


def plain(line: Line) -> str:
    """The words of a line."""
    return "".join(run.text for run in line)


def _runs(nodes: Any, style: Run) -> Iterator[Run]:
    if isinstance(nodes, str):
        yield replace(style, text=nodes.replace(SOFT_HYPHEN, ""))
        return
    for node in nodes:
        if isinstance(node, str):
            yield from _runs(node, style)
        elif node["k"] == "br":
            yield replace(style, text=" ")
        else:
            yield from _runs(node["c"], _styled(style, node))


def _styled(style: Run, node: Value) -> Run:
    match node["k"]:
        case "b":
            return replace(style, look=RunStyle.STRONG)
        case "i":
            return replace(style, look=RunStyle.EMPHASIS)
        case "a":
            return replace(style, address=node["u"])
        case "in":
            return replace(style, language=node["tag"])
        case _:
            return style


def _marked(line: Line, language: str) -> Line:
    if not language:
        return line
    return tuple(run if run.language else replace(run, language=language) for run in line)
