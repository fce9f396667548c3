"""What a paper says as nodes (`text.nodes`), to the lines and blocks of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from komsiluk.guides.word.blocks import Block, Heading, Items, Line, Paragraph, Run, RunStyle
from komsiluk.text.hyphens import SOFT_HYPHEN

Value = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Speech:
    """The phrases of a paper, and the marks that are made of them."""

    phrases: Mapping[str, str]

    def say(self, key: str) -> str:
        """A phrase."""
        return self.phrases[key]

    @property
    def absent(self) -> Line:
        """What stands where no source tells."""
        return (Run(self.say("not-reported"), RunStyle.ABSENT),)

    @property
    def suggested(self) -> Line:
        """The mark of what no source reports."""
        return (Run(f"[{self.say('basis.suggested')}]", RunStyle.SUGGESTED),)

    def points(self, held: Sequence[Value], leads: Sequence[str] = ()) -> list[Block]:
        """A list of statements, each with its sources and what stands before it.

        What no source reports is marked; once for all, where that is true of the whole list.
        """
        all_suggested = all(point["suggested"] for point in held)
        found: list[Block] = [Paragraph(self.suggested, "Note")] if all_suggested else []
        lines: list[Line] = []
        for number, point in enumerate(held):
            line = (*inline(point["text"]), *cite(point["cite"]))
            if leads and leads[number]:
                line = (Run(leads[number] + " ", RunStyle.STRONG), *line)
            if point["suggested"] and not all_suggested:
                line = (*line, Run(" "), *self.suggested)
            lines.append(line)
        return [*found, Items(tuple(lines))]


def inline(nodes: Any) -> Line:
    """The runs of a line."""
    return tuple(_runs(nodes, Run("")))


def flow(nodes: Iterable[Value], style: str = "Normal", language: str = "") -> list[Block]:
    """The paragraphs and lists of a text; what Word has no simple block for is set as paragraphs."""
    found: list[Block] = []
    for node in nodes:
        kind, held = node["k"], node.get("c", ())
        match kind:
            case "ul" | "ol":
                lines = tuple(
                    _marked(block.line, language)
                    for item in held
                    for block in flow(item)
                    if isinstance(block, Paragraph)
                )
                found.append(Items(lines, kind == "ol"))
            case "quote":
                found += flow(held, style, language)
            case "div":
                found += flow(held, style, node["tag"])
            case "table":
                rows = (joined(map(inline, row), "; ") for row in held)
                found += [Paragraph(_marked(line, language), style) for line in rows]
            case "hr":
                pass
            case _:
                line = inline(held)
                line = strong(line) if kind == "h" else line
                found.append(Paragraph(_marked(line, language), style))
    return found


def paragraphs(nodes: Iterable[Value]) -> tuple[Line, ...]:
    """The same as lines, for the cell of a table."""
    found: list[Line] = []
    for block in flow(nodes):
        if isinstance(block, Paragraph):
            found.append(block.line)
        elif isinstance(block, Items):
            found += block.lines
    return tuple(found)


def cite(numbers: Sequence[str]) -> Line:
    """The numbers of sources; nothing for none."""
    return (Run(f" [{', '.join(numbers)}]", RunStyle.QUIET),) if numbers else ()


def aside(words: str) -> Line:
    """A few words in brackets; nothing for none."""
    return (Run(f" ({words})", RunStyle.QUIET),) if words else ()


def declared(practice: Value) -> Iterator[Block]:
    """The texts that the model declares for the paper, each below its heading."""
    for told in practice.get("declared", ()):
        yield Heading(told["title"])
        yield from flow(told["text"])


def joined(lines: Iterable[Line], between: str = " ") -> Line:
    """Several lines as one."""
    found: Line = ()
    for line in lines:
        found = (*found, Run(between), *line) if found else line
    return found


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
