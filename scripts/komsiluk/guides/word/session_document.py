"""The session of the facilitator's guide to the blocks of a plan that trainers can edit."""

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
    declared,
    flow,
    inline,
    paragraphs,
    strong,
)


def session(practice: Value, speech: Speech) -> Iterator[Block]:
    """The blocks below the title. None for a practice without a session."""
    plan = practice["session"]
    if plan is None:
        return
    say = speech.say
    yield WordParagraph((Run(say("paper.session-lead")),), "Note")
    yield WordParagraph(inline(plan["purpose"]), "Lead")
    yield Table(
        (),
        (
            (((Run(say("session.group")),),), (inline(plan["group"]),)),
            (((Run(say("session.length")),),), ((Run(plan["length"]),),)),
        ),
        (28, 72),
        say("glance.title"),
        side=True,
    )
    if plan["objectives"]:
        yield Heading(say("paper.objectives"))
        yield Items(tuple(map(inline, plan["objectives"])))
    yield Heading(say("paper.plan"))
    yield _plan(plan, speech)
    yield Heading(say("paper.prepare"))
    yield Items(tuple((*inline(task["what"]), *aside(task["when"])) for task in plan["prepare"]))
    yield from _caution(practice["caution"], speech)
    yield from declared(practice)
    yield from _case(plan, speech)
    if plan["questions"]:
        yield Heading(say("session.questions"))
        yield Items(
            tuple(inline(question["text"]) for question in plan["questions"]), numbered=True
        )


def _plan(plan: Value, speech: Speech) -> Table:
    rows: list[tuple[tuple[Line, ...], ...]] = []
    for part in plan["activities"]:
        rows.append(
            (
                ((Run(f"{part['from']}–{part['to']}"),),),
                (strong(inline(part["title"])), *paragraphs(part["how"])),
                (inline(part["method"]),),
                (inline(part["materials"] or ""),),
            )
        )
    total = Run(f"{speech.say('paper.total')}: {plan['length']}", RunStyle.STRONG)
    rows.append(((), ((total,),), (), ()))
    heads = ("paper.minutes", "paper.activity", "paper.method", "session.materials")
    return Table(
        tuple(map(speech.say, heads)), tuple(rows), (13, 49, 17, 21), speech.say("paper.plan")
    )


def _caution(caution: Value, speech: Speech) -> Iterator[Block]:
    lines: list[Any] = [inline(caution["own"])] if caution["own"] else []
    if caution["planned_only"]:
        lines.append((Run(speech.say("paper.caution-planned")),))
    if lines:
        yield Heading(speech.say("paper.caution"))
        yield from map(WordParagraph, lines)


def _case(plan: Value, speech: Speech) -> Iterator[Block]:
    if plan["decision"]:
        yield Heading(speech.say("paper.handout-a"))
        yield from flow(plan["decision"])
        yield Heading(speech.say("paper.tasks"), 2)
        yield Items(tuple(inline(task["text"]) for task in plan["tasks"]), numbered=True)
