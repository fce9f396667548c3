"""The sections of papers: each function turns a practice into the plain values of one section."""

from __future__ import annotations

from komsiluk.guides.paper_context import PaperContext, Value, subtag
from komsiluk.model.account import Step
from komsiluk.model.statements import Basis, Status
from komsiluk.pages.evidence import HIGHEST
from komsiluk.pages.figures import cost_line
from komsiluk.pages.localized import LocalizedResult
from komsiluk.text.nodes import Inline


def head(context: PaperContext) -> Value:
    """The head of every paper: title, theme, place, and the state of the translation."""
    practice = context.practice
    words = practice.language.words
    return {
        "id": practice.id,
        "title": context.line("title"),
        "tagline": context.line("tagline"),
        "theme": context.inline(practice.theme),
        "where": practice.where,
        "notice": " ".join(practice.state.notice(words)).strip(),
        "borrowed": subtag(practice.text_language) if practice.state.is_borrowed else None,
    }


def story(context: PaperContext) -> Value:
    """The problem, what was done, and what came of it."""
    return {
        "glance": glance(context),
        "summary": context.blocks("summary"),
        "problem": problem(context),
        "done": steps(context, Basis.REPORTED),
        "results": results(context),
        "afterwards": afterwards(context),
    }


def glance(context: PaperContext) -> Value:
    """The panel of facts. A fact that no source tells is `None`, and the paper says so."""
    facts, when = context.facts(), context.practice.when
    evidence, band = context.practice.shared.evidence, context.practice.shared.cost
    rows: list[tuple[str, list[Inline] | None]] = [
        ("glance.where", facts.get("where")),
        ("glance.when", [when] if when else None),
        ("glance.who-for", facts.get("groups")),
        ("glance.led-by", facts.get("lead")),
        ("glance.authority", facts.get("authority")),
        ("glance.cost", [context.say(f"cost.{band}")] if band else None),
    ]
    return {
        "rows": [
            {"label": context.say(key), "items": items, "cite": _citations(context, key)}
            for key, items in rows
        ],
        "evidence": {
            "level": evidence.level,
            "highest": HIGHEST,
            "said": context.say("evidence.level", level=evidence.level, highest=HIGHEST),
            "text": context.say(f"evidence.{evidence.level}"),
            "why": [
                context.say(f"evidence.{'met' if met else 'unmet'}.{name}")
                for name, met in evidence.met[1:]
            ],
        },
    }


def _citations(context: PaperContext, key: str) -> list[str]:
    period = context.record.period
    return context.cite(period.source) if key == "glance.when" and period else []


def problem(context: PaperContext) -> Value:
    """The problem that the practice answered, with its sources."""
    return {
        "text": context.blocks("problem.text"),
        "cite": context.cite(*context.record.problem.sources),
    }


def steps(context: PaperContext, basis: Basis) -> list[Value]:
    """The steps that were taken (`REPORTED`), or those that the editors suggest (`SUGGESTED`)."""
    shared = context.practice.shared
    steps = shared.done if basis is Basis.REPORTED else shared.advised
    return [_step(context, step) for step in steps]


def _step(context: PaperContext, step: Step) -> Value:
    name = f"steps.{step.id}"
    lines = ("who", "inputs", "output", "risk")
    return {
        "what": context.line(f"{name}.what"),
        "how": context.blocks(f"{name}.how") if step.how else [],
        "when": _weeks(context, step),
        "core": context.say(f"core.{step.core}") if step.core else "",
        "cite": context.cite(step.source),
        **{
            field: context.line(f"{name}.{field}") if getattr(step, field) else None
            for field in lines
        },
    }


def _weeks(context: PaperContext, step: Step) -> str:
    first, last = step.first_week, step.last_week
    if first is None:
        return ""
    if last is None or last == first:
        return context.say("step.week", n=first)
    return context.say("step.weeks", first=first, last=last)


def results(context: PaperContext) -> list[Value]:
    """The results, row by row: planned beside achieved. A side without a result is `None`."""
    return [
        {"planned": _result(context, planned), "achieved": _result(context, achieved)}
        for planned, achieved in context.practice.results
    ]


def _result(context: PaperContext, side: LocalizedResult | None) -> Value | None:
    if side is None:
        return None
    result = side.result
    name = f"results.{result.id}"
    return {
        "figure": side.figure,
        "unit": context.line(f"{name}.unit") if result.unit else None,
        "share": round(side.share, 3),
        "claim": context.line(f"{name}.claim"),
        "estimated": result.status is Status.ESTIMATED,
        "date": side.date,
        "cite": context.cite(result.source),
    }


def not_known(context: PaperContext) -> list[str]:
    """A phrase for each thing that no source tells."""
    return [context.say(f"unknown.{name}") for name in context.practice.shared.unknown]


def caution(context: PaperContext) -> Value:
    """The cautions for a trainer: the session's own, and those that follow from the results."""
    practice = context.record
    statuses = {result.status for result in practice.results}
    own = practice.session.caution if practice.session else None
    return {
        "own": context.rich("session.caution") if own else None,
        "planned_only": Status.PLANNED in statuses and Status.ACHIEVED not in statuses,
        "unknown": not_known(context),
    }


def needs(context: PaperContext) -> list[Value]:
    """What the practice needs, grouped by kind."""
    by_kind: dict[str, list[Value]] = {}
    for need in context.record.resources.needs:
        by_kind.setdefault(need.kind, []).append(context.statement("resources.needs", need))
    return [
        {"kind": context.say(f"need.{kind}"), "points": points} for kind, points in by_kind.items()
    ]


def money(context: PaperContext) -> Value:
    """Who paid, and what it cost. A list is empty where no source tells."""
    resources, facts = context.record.resources, context.facts()
    words = context.practice.language.words
    return {
        "funding": [
            {"text": text, "cite": context.cite(item.source)}
            for text, item in zip(facts.get("funding", []), resources.funding, strict=False)
        ],
        "costs": [
            {"text": cost_line(cost, words), "cite": context.cite(cost.source)}
            for cost in resources.costs
        ],
    }


def afterwards(context: PaperContext) -> list[Value]:
    """What happened after the funding ended, and whether somebody evaluated the practice."""
    practice, statements = context.record, []
    sustainability, evaluation = practice.sustainability, practice.evaluation
    if sustainability:
        key = f"after.{sustainability.after_funding}"
        statements.append(("sustainability", key, sustainability.source))
    if evaluation:
        statements.append(("evaluation", f"evaluation.{evaluation.type}", evaluation.source))
    return [
        {
            "lead": context.say(key),
            "text": context.rich(f"{name}.text"),
            "cite": context.cite(source),
        }
        for name, key, source in statements
    ]


def declared(context: PaperContext, paper: str) -> Value:
    """The texts that the model declares for a paper, each below its heading. Empty without any."""
    texts = [
        {
            "title": context.say(text.heading),
            "text": context.blocks(text.name)
            if text.is_markdown
            else [{"k": "p", "c": context.line(text.name)}],
        }
        for text in context.practice.shared.declared
        if paper in text.papers
    ]
    return {"declared": texts} if texts else {}


def contacts(context: PaperContext) -> list[Value]:
    """The organisations to ask, with their web addresses: those that led, else all that took part."""
    participants = context.record.organisations
    leads = [participant for participant in participants if participant.role == "lead"]
    return [
        {
            "name": context.organisation(participant.organisation),
            "role": context.say(f"role.{participant.role}"),
            "url": context.organisation_record(participant.organisation).url,
        }
        for participant in leads or participants
    ]


def sources(context: PaperContext) -> list[Value]:
    """The sources that a paper cites, each with its places: a number, and the words to look for."""
    entries = []
    for source_id, places in context.cited.by_source:
        source = context.source(source_id)
        entries.append(
            {
                "title": source.title,
                "lang": subtag(source.language),
                "tag": source.language,
                "publisher": context.organisation(source.publisher) if source.publisher else "",
                "date": context.day(source.date),
                "url": source.url or "",
                "places": [
                    {"n": context.numbered(number), "words": words} for number, words in places
                ],
            }
        )
    return entries


def notes(context: PaperContext) -> list[Value]:
    """The editors' notes on rough edges of the sources."""
    return [
        {"text": context.rich(f"notes.{note.id}.text"), "cite": context.cite(note.source)}
        for note in context.record.notes
    ]


def risks(context: PaperContext) -> list[Value]:
    """What may go wrong: what was hard, the obstacles, and the risks of the steps."""
    practice = context.record
    points = context.statements("lessons.hard", practice.lessons.hard)
    points += context.statements("transfer.obstacles", practice.transfer.obstacles)
    points += [
        {
            "text": context.line(f"steps.{step.id}.risk"),
            "cite": context.cite(step.source),
            "suggested": step.basis is Basis.SUGGESTED,
        }
        for step in practice.steps
        if step.risk
    ]
    return points
