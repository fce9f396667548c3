"""The data of the council's brief to the blocks of a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from komsiluk.guides.word.blocks import (
    Block,
    Heading,
    Items,
    Line,
    Run,
    RunStyle,
    Table,
    WordParagraph,
)
from komsiluk.guides.word.lines import (
    Speech,
    Value,
    aside,
    cite,
    declared,
    flow,
    inline,
    joined,
    paragraphs,
    strong,
)


def brief(practice: Value, speech: Speech) -> Iterator[Block]:
    """The blocks below the title."""
    say = speech.say
    yield from flow(practice["summary"], "Lead")
    yield _glance(practice["glance"], speech)
    yield Heading(say("paper.took"))
    yield from _resources(practice, speech)
    yield Heading(say("section.results"))
    yield _results(practice["results"], speech)
    if practice["afterwards"]:
        yield Heading(say("section.afterwards"))
        for statement in practice["afterwards"]:
            lead = Run(statement["lead"] + " ", RunStyle.STRONG)
            yield WordParagraph((lead, *inline(statement["text"]), *cite(statement["cite"])))
    yield from declared(practice)
    if practice["unknown"]:
        yield Heading(say("section.unknown"))
        yield WordParagraph((Run(say("unknown.lead")),))
        yield Items(tuple((Run(text),) for text in practice["unknown"]))
    yield Heading(say("paper.risks"))
    risks, unsuitable = practice["risks"], practice["unsuitable"]
    leads = [""] * len(risks) + [say("transfer.not-suitable-when")] * len(unsuitable)
    yield from (
        speech.points([*risks, *unsuitable], leads) if leads else [WordParagraph(speech.absent)]
    )
    if practice["first"]:
        yield Heading(say("paper.first-steps"))
        yield WordParagraph(speech.suggested, "Note")
        yield Items(tuple(_step(step, speech) for step in practice["first"]), numbered=True)
    yield Heading(say("paper.ask"))
    yield (
        Items(tuple(map(_contact, practice["contacts"])))
        if practice["contacts"]
        else WordParagraph(speech.absent)
    )
    if practice["sources"]:
        yield Heading(say("section.sources"))
        yield Items(tuple(map(_source, practice["sources"])))


def _glance(glance: Value, speech: Speech) -> Table:
    rows: list[tuple[tuple[Line, ...], ...]] = []
    for row in glance["rows"]:
        items = row["items"]
        value = joined(map(inline, items), "; ") if items else speech.absent
        rows.append((((Run(row["label"]),),), ((*value, *cite(row["cite"])),)))
    evidence = glance["evidence"]
    rows.append(
        (
            ((Run(speech.say("glance.evidence")),),),
            ((Run(f"{evidence['text']} ({evidence['said']})"),), (Run(" ".join(evidence["why"])),)),
        )
    )
    return Table((), tuple(rows), (28, 72), speech.say("glance.title"), side=True)


def _resources(practice: Value, speech: Speech) -> Iterator[Block]:
    for part in ("funding", "costs"):
        yield Heading(speech.say(f"resources.{part}"), 2)
        items = practice["money"][part]
        lines = tuple((*inline(item["text"]), *cite(item["cite"])) for item in items)
        yield Items(lines) if lines else WordParagraph(speech.absent)
    yield Heading(speech.say("resources.needs"), 2)
    needs = [(need["kind"] + ":", point) for need in practice["needs"] for point in need["points"]]
    if needs:
        yield from speech.points([point for _, point in needs], [kind for kind, _ in needs])
    else:
        yield WordParagraph(speech.absent)


def _results(rows: list[Any], speech: Speech) -> Table:
    cells = tuple((_side(row["planned"], speech), _side(row["achieved"], speech)) for row in rows)
    return Table(
        (speech.say("ledger.planned"), speech.say("ledger.achieved")),
        cells or (((speech.absent,), (speech.absent,)),),
        (50, 50),
        speech.say("section.results"),
    )


def _side(result: Any, speech: Speech) -> tuple[Line, ...]:
    if result is None:
        return (speech.absent,)
    line = (*inline(result["claim"]), *cite(result["cite"]))
    if result["estimated"]:
        line = (*line, *aside(speech.say("status.estimated")))
    line = (*line, *aside(result["date"]))
    if not result["figure"]:
        return (line,)
    number: Line = (Run(result["figure"], RunStyle.STRONG),)
    if result["unit"]:
        number = (*number, Run(" "), *inline(result["unit"]))
    return (number, line)


def _step(step: Value, speech: Speech) -> Line:
    line = (*strong(inline(step["what"])), *aside(step["when"]), *cite(step["cite"]))
    if step["how"]:
        line = (*line, Run(": "), *joined(paragraphs(step["how"])))
    for part in ("who", "risk"):
        if step[part]:
            lead = Run(f" {speech.say(f'step.{part}')}: ", RunStyle.STRONG)
            line = (*line, lead, *inline(step[part]))
    return line


def _contact(contact: Value) -> Line:
    return (Run(contact["name"], address=contact["url"] or ""), *aside(contact["role"]))


def _source(source: Any) -> Line:
    line: Line = (Run(source["title"], RunStyle.STRONG, source["tag"], source["url"]),)
    for part in ("publisher", "date"):
        if source[part]:
            line = (*line, Run(f", {source[part]}"))
    for place in source["places"]:
        line = (
            *line,
            Run(f" [{place['n']}] ", RunStyle.QUIET),
            Run(place["words"], RunStyle.EMPHASIS, source["tag"]),
        )
    return line
