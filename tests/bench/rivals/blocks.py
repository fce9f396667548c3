"""A practice in a language to the Markdown of its page, in the order of our own page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from komsiluk.model.account import Result, Step
from komsiluk.model.statements import Basis, Statement, Status
from tests.bench.rivals.spoken import Spoken


def blocks(page: Spoken) -> Iterator[str]:
    """Paragraphs, lists, tables and headings, which begin at the second level."""
    for part in (_head, _done, _results, _resources, _people, _lessons, _transfer, _plan,
                 _checklist, _session, _sources):  # fmt: skip
        yield from part(page)


def _head(page: Spoken) -> Iterator[str]:
    practice, period = page.practice, page.practice.period
    leads = (part.organisation for part in practice.organisations if part.role == "lead")
    facts = {
        "where": ", ".join(map(page.place, practice.places)),
        "who-for": ", ".join(page.concept("groups", group) for group in practice.groups),
        "led-by": ", ".join(map(page.organisation, leads)),
        "when": f"{period.start}–{period.end}" if period else page.word("not-reported"),
        "language": page.language.words.language_name(practice.original_language),
    }
    yield page.say("tagline")
    yield _list(f"**{page.word(f'glance.{name}')}:** {fact}" for name, fact in facts.items())
    yield page.say("summary")
    yield _heading("problem", page)
    yield page.say("problem.text")
    yield page.word("source.rests-on") + "".join(map(page.cite, practice.problem.sources))


def _done(page: Spoken) -> Iterator[str]:
    yield _heading("what-was-done", page)
    yield _list(
        (
            f"{page.say(f'steps.{step.id}.what')}{page.cite(step.source)}"
            + (f" {page.say(f'steps.{step.id}.how')}" if step.how else "")
            for step in page.practice.steps
            if step.basis is Basis.REPORTED
        ),
        "1.",
    )


def _results(page: Spoken) -> Iterator[str]:
    results = page.practice.results
    answers = {result.target: result for result in results if result.target}
    yield _heading("results", page)
    yield _table(
        (page.word("ledger.planned"), page.word("ledger.achieved")),
        (
            (_told(result, page), _told(answers.get(result.id), page))
            if result.status is Status.PLANNED
            else ("–", _told(result, page))
            for result in results
            if not result.target
        ),
    )


def _told(result: Result | None, page: Spoken) -> str:
    if result is None:
        return "–"
    figure = page.language.words.number(result.value) if result.value is not None else ""
    if figure and result.qualifier:
        figure = page.word(f"qualifier.{result.qualifier}", n=figure)
    unit = f" {page.say(f'results.{result.id}.unit')}. " if result.unit else ""
    return f"{figure}{unit}{page.say(f'results.{result.id}.claim')}{page.cite(result.source)}"


def _resources(page: Spoken) -> Iterator[str]:
    resources, number = page.practice.resources, page.language.words.number
    yield _heading("what-it-takes", page)
    yield f"### {page.word('resources.funding')}"
    yield _list(
        f"{page.organisation(item.organisation) if item.organisation else ''}: "
        f"{number(item.amount or 0)} {item.currency} ({item.year}){page.cite(item.source)}"
        for item in resources.funding
    )
    yield f"### {page.word('resources.needs')}"
    yield _list(
        f"**{page.word(f'need.{need.kind}')}:** {page.say(f'resources.needs.{need.id}.text')}"
        for need in resources.needs
    )


def _people(page: Spoken) -> Iterator[str]:
    practice = page.practice
    yield _heading("who-took-part", page)
    yield _table(
        (page.word("people.organisation"), page.word("people.role")),
        (
            (page.organisation(part.organisation), page.word(f"role.{part.role}"))
            for part in practice.organisations
        ),
    )
    yield f"{page.word('people.project')}: {'; '.join(map(page.project, practice.projects))}"
    yield f"### {page.word('people.participation')}"
    yield _statements(practice.participation, "participation", page)


def _lessons(page: Spoken) -> Iterator[str]:
    practice = page.practice
    yield _heading("what-was-hard", page)
    yield _statements(practice.lessons.hard, "lessons.hard", page)
    yield f"### {page.word('lessons.would-change')}"
    yield _statements(practice.lessons.would_change, "lessons.would_change", page)
    lasting, judged = practice.sustainability, practice.evaluation
    if lasting or judged:
        yield _heading("afterwards", page)
    if lasting:
        head = page.word(f"after.{lasting.after_funding}")
        yield f"**{head}** {page.say('sustainability.text')}{page.cite(lasting.source)}"
    if judged:
        head = page.word(f"evaluation.{judged.type}")
        yield f"**{head}** {page.say('evaluation.text')}{page.cite(judged.source)}"
    for note in practice.notes:
        yield f"> {page.say(f'notes.{note.id}.text')}{page.cite(note.source)}"


def _transfer(page: Spoken) -> Iterator[str]:
    transfer = page.practice.transfer
    yield _heading("repeat-it", page)
    for name in ("prerequisites", "success_factors", "obstacles", "not_suitable_when"):
        yield f"### {page.word('transfer.' + name.replace('_', '-'))}"
        yield _statements(getattr(transfer, name), f"transfer.{name}", page)
    for again in transfer.replications:
        yield f"### {page.word('transfer.replications')}"
        said = page.texts.get(f"transfer.replications.{again.id}.outcome", "")
        yield f"{page.place(again.place)} ({again.year}): {said}{page.cite(again.source)}"


def _plan(page: Spoken) -> Iterator[str]:
    yield _heading("steps", page)
    for step in page.practice.steps:
        if step.basis is Basis.SUGGESTED:
            yield f"### {page.say(f'steps.{step.id}.what')}"
            if step.first_week:
                yield page.word("step.weeks", first=step.first_week, last=step.last_week)
            if step.how:
                yield page.say(f"steps.{step.id}.how")
            yield _list(_details(step, page))


def _details(step: Step, page: Spoken) -> Iterator[str]:
    if step.core:
        yield page.word(f"core.{step.core}")
    for part in ("who", "inputs", "output", "risk"):
        if getattr(step, part):
            yield f"**{page.word(f'step.{part}')}:** {page.say(f'steps.{step.id}.{part}')}"


def _checklist(page: Spoken) -> Iterator[str]:
    count = page.language.words.count
    yield _heading("checklist", page)
    yield _list(
        f"{count('checklist.weeks-before', task.weeks_before)}: "
        f"{page.say(f'checklist.{task.id}.what')}"
        for task in page.practice.checklist
    )


def _session(page: Spoken) -> Iterator[str]:
    session = page.practice.session
    if session is None:
        return
    yield _heading("session", page)
    yield page.say("session.purpose")
    if "session.group" in page.texts:
        yield f"**{page.word('session.group')}:** {page.say('session.group')}"
    if session.decision:
        yield f"### {page.word('session.decision')}"
        yield page.say("session.decision")
    for part in session.activities:
        name = f"session.activities.{part.id}"
        minutes = page.language.words.count("count.minutes", part.minutes)
        yield f"### {page.say(f'{name}.title')}"
        method = page.texts.get(f"{name}.method", "")
        yield f"{minutes} · {method}" if method else minutes
        yield page.texts.get(f"{name}.how", "")
        if part.materials:
            yield f"{page.word('session.materials')}: {page.say(f'{name}.materials')}"
    yield f"### {page.word('session.questions')}"
    yield _statements(session.questions, "session.questions", page)


def _sources(page: Spoken) -> Iterator[str]:
    yield f"{_heading('sources', page)} {{#sources}}"
    yield _list(
        (f"*{page.held.sources[name].title.rstrip('.')}*. “{at}”" for name, at in page.cited),
        "1.",
    )


def _heading(name: str, page: Spoken) -> str:
    return f"## {page.word(f'section.{name}')}"


def _list(items: Iterable[str], mark: str = "-") -> str:
    return "\n".join(f"{mark} {' '.join(item.split())}" for item in items)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    rule = ["---"] * len(head)
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))


def _statements(items: Sequence[Statement], name: str, page: Spoken) -> str:
    return _list(f"{page.say(f'{name}.{item.id}.text')}{page.cite(item.source)}" for item in items)
