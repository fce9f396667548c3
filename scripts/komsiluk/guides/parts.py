"""The parts of papers: each turns a practice into plain values, for whichever paper shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from komsiluk.guides.telling import Telling, Value, subtag
from komsiluk.model.account import Result, Step
from komsiluk.model.statements import Basis, Status
from komsiluk.pages.cost import cost_band
from komsiluk.pages.evidence import HIGHEST
from komsiluk.pages.facts import figure, period_line, where
from komsiluk.pages.ledger import ResultRow, ledger
from komsiluk.pages.sections import unknown
from komsiluk.text.nodes import Inline


def head(telling: Telling) -> Value:
    """What stands at the head of every paper."""
    practice, told = telling.practice, telling.told
    return {
        "id": telling.practice_id,
        "title": telling.line("title"),
        "tagline": telling.line("tagline"),
        "theme": telling.label("themes", practice.themes[0]),
        "where": where(telling.plan.collection, practice, telling.voice),
        "notice": _notice(telling),
        "borrowed": subtag(told.text_language) if told.borrowed else None,
    }


def story(telling: Telling) -> Value:
    """What was the matter, what was done, and what came of it."""
    return {
        "glance": glance(telling),
        "summary": telling.blocks("summary"),
        "problem": matter(telling),
        "done": steps(telling, Basis.REPORTED),
        "results": results(telling),
        "afterwards": afterwards(telling),
    }


def _notice(telling: Telling) -> str:
    """What a reader has to know of the language of the text; empty for nothing."""
    told, say = telling.told, telling.say
    if told.borrowed:
        language = telling.voice.words.language_name(told.practice.original_language)
        said = say("translation.none.text", language=language)
        return f"{say('translation.none.title')} {said}"
    if told.translation is not None and told.translation.head.status == "machine":
        language = telling.voice.words.language_name(told.practice.original_language)
        said = say("translation.machine.text", language=language)
        return f"{say('translation.machine.title')} {said}"
    return ""


def glance(telling: Telling) -> Value:
    """The panel of facts; what no source tells is `None`, and the paper says so."""
    practice, facts = telling.practice, telling.facts()
    sure, band = telling.plan.evidence(telling.practice_id), cost_band(practice)
    period = period_line(practice.period, telling.voice)
    rows: list[tuple[str, list[Inline] | None]] = [
        ("glance.where", facts.get("where")),
        ("glance.when", [period] if period else None),
        ("glance.who-for", facts.get("groups")),
        ("glance.led-by", facts.get("lead")),
        ("glance.authority", facts.get("authority")),
        ("glance.cost", [telling.say(f"cost.{band}")] if band else None),
    ]
    return {
        "rows": [
            {"label": telling.say(key), "items": items, "cite": _cited(telling, key)}
            for key, items in rows
        ],
        "evidence": {
            "level": sure.level,
            "highest": HIGHEST,
            "said": telling.say("evidence.level", level=sure.level, highest=HIGHEST),
            "text": telling.say(f"evidence.{sure.level}"),
            "why": [
                telling.say(f"evidence.{'met' if met else 'unmet'}.{name}")
                for name, met in sure.met[1:]
            ],
        },
    }


def _cited(telling: Telling, key: str) -> list[str]:
    period = telling.practice.period
    return telling.cite(period.source) if key == "glance.when" and period else []


def matter(telling: Telling) -> Value:
    """The situation, and where it is told of."""
    return {
        "text": telling.blocks("problem.text"),
        "cite": telling.cite(*telling.practice.problem.sources),
    }


def steps(telling: Telling, basis: Basis) -> list[Value]:
    """What was done, or what the editors suggest."""
    return [_step(telling, step) for step in telling.practice.steps if step.basis is basis]


def _step(telling: Telling, step: Step) -> Value:
    name = f"steps.{step.id}"
    lines = ("who", "inputs", "output", "risk")
    return {
        "what": telling.line(f"{name}.what"),
        "how": telling.blocks(f"{name}.how") if step.how else [],
        "when": _weeks(telling, step),
        "core": telling.say(f"core.{step.core}") if step.core else "",
        "cite": telling.cite(step.source),
        **{
            field: telling.line(f"{name}.{field}") if getattr(step, field) else None
            for field in lines
        },
    }


def _weeks(telling: Telling, step: Step) -> str:
    first, last = step.first_week, step.last_week
    if first is None:
        return ""
    if last is None or last == first:
        return telling.say("step.week", n=first)
    return telling.say("step.weeks", first=first, last=last)


def results(telling: Telling) -> list[Value]:
    """The ledger, row by row: planned beside achieved, each `None` where there is nothing."""
    return [
        {
            "planned": _result(telling, row, row.planned),
            "achieved": _result(telling, row, row.achieved),
        }
        for row in ledger(telling.practice.results)
    ]


def _result(telling: Telling, row: ResultRow, result: Result | None) -> Value | None:
    if result is None:
        return None
    name = f"results.{result.id}"
    return {
        "figure": figure(result, telling.voice),
        "unit": telling.line(f"{name}.unit") if result.unit else None,
        "share": round(row.share(result), 3),
        "claim": telling.line(f"{name}.claim"),
        "estimated": result.status is Status.ESTIMATED,
        "date": telling.voice.words.day(result.date) if result.date else "",
        "cite": telling.cite(result.source),
    }


def not_known(telling: Telling) -> list[str]:
    """What no source tells."""
    return [telling.say(f"unknown.{name}") for name in unknown(telling.practice)]


def caution(telling: Telling) -> Value:
    """What has to be borne in mind: the session's own words, and what the ledger gives away."""
    practice = telling.practice
    statuses = {result.status for result in practice.results}
    own = practice.session.caution if practice.session else None
    return {
        "own": telling.rich("session.caution") if own else None,
        "planned_only": Status.PLANNED in statuses and Status.ACHIEVED not in statuses,
        "unknown": not_known(telling),
    }


def needs(telling: Telling) -> list[Value]:
    """What it takes, by kind."""
    found: dict[str, list[Value]] = {}
    for need in telling.practice.resources.needs:
        found.setdefault(need.kind, []).append(telling.statement("resources.needs", need))
    return [
        {"kind": telling.say(f"need.{kind}"), "points": points} for kind, points in found.items()
    ]


def money(telling: Telling) -> Value:
    """Who paid, and what it cost; nothing where no source tells."""
    resources, facts = telling.practice.resources, telling.facts()
    number = telling.voice.words.number
    return {
        "funding": [
            {"text": text, "cite": telling.cite(item.source)}
            for text, item in zip(facts.get("funding", []), resources.funding, strict=False)
        ],
        "costs": [
            {
                "text": f"{telling.say(f'cost.covers.{cost.covers}')}: {number(cost.amount)} "
                f"{cost.currency} ({cost.year})",
                "cite": telling.cite(cost.source),
            }
            for cost in resources.costs
        ],
    }


def afterwards(telling: Telling) -> list[Value]:
    """What became of it, and whether somebody looked."""
    practice, found = telling.practice, []
    held, judged = practice.sustainability, practice.evaluation
    if held:
        found.append(("sustainability", f"after.{held.after_funding}", held.source))
    if judged:
        found.append(("evaluation", f"evaluation.{judged.type}", judged.source))
    return [
        {
            "lead": telling.say(key),
            "text": telling.rich(f"{name}.text"),
            "cite": telling.cite(source),
        }
        for name, key, source in found
    ]


def contacts(telling: Telling) -> list[Value]:
    """Whom to ask: those who led it, else everybody who took part; with their address on the web."""
    held = telling.practice.organisations
    asked = [part for part in held if part.role == "lead"] or list(held)
    organisations = telling.plan.collection.organisations
    return [
        {
            "name": telling.organisation(part.organisation),
            "role": telling.say(f"role.{part.role}"),
            "url": organisations[part.organisation].url,
        }
        for part in asked
    ]


def sources(telling: Telling, used: Iterable[int] | None = None) -> list[Value]:
    """The sources of the citations that a paper shows, with the words by which places are found."""
    shown = None if used is None else set(used)
    found = []
    for source_id, places in telling.cited.by_source:
        kept = [(number, words) for number, words in places if shown is None or number in shown]
        if not kept:
            continue
        source = telling.plan.collection.sources[source_id]
        found.append(
            {
                "title": source.title,
                "lang": subtag(source.language),
                "tag": source.language,
                "publisher": telling.organisation(source.publisher) if source.publisher else "",
                "date": telling.voice.words.day(source.date) if source.date else "",
                "url": source.url or "",
                "places": [
                    {"n": telling.numbered(number), "words": words} for number, words in kept
                ],
            }
        )
    return found


def notes(telling: Telling) -> list[Value]:
    """Rough edges of the sources."""
    return [
        {"text": telling.rich(f"notes.{note.id}.text"), "cite": telling.cite(note.source)}
        for note in telling.practice.notes
    ]


def risks(telling: Telling) -> list[Value]:
    """What may go wrong: what was hard, what stands in the way, what the steps warn of."""
    practice = telling.practice
    found = telling.statements("lessons.hard", practice.lessons.hard)
    found += telling.statements("transfer.obstacles", practice.transfer.obstacles)
    warned: Sequence[Step] = [step for step in practice.steps if step.risk]
    found += [
        {
            "text": telling.line(f"steps.{step.id}.risk"),
            "cite": telling.cite(step.source),
            "suggested": step.basis is Basis.SUGGESTED,
        }
        for step in warned
    ]
    return found
