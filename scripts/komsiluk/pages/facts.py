"""A practice in a language to the facts by which it is compared with others.

Planned, achieved, reported and suggested stay apart: each has a fact of its own, or a mark.
A fact that no source tells has no words here; the outputs then say "not reported".
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from komsiluk.model.statements import Basis, Statement, Status
from komsiluk.pages.declared import DeclaredText, all_declared_texts
from komsiluk.pages.evidence import HIGHEST
from komsiluk.pages.figures import cost_line, figure
from komsiluk.text.markdown import to_plain

if TYPE_CHECKING:
    from komsiluk.pages.localized import LocalizedPractice

SUGGESTED, ESTIMATED = "suggested", "estimated"
"""Marks of a fact that no source reports, and of a figure that nobody has counted."""

Item = str | tuple[str, ...]
"""Words in the page's language; or words, mark, language, and words that stand before them in the page's
language. Each may be empty, and is left out at the end."""
Fact = tuple[str, Callable[["LocalizedPractice"], Iterable[Item]]]
"""The phrase of a heading, and the function that gives the items below it."""
_RICH = (".text", ".changed", ".outcome")
"""Ends of the names of texts that contain Markdown."""


def facts(practice: LocalizedPractice) -> dict[str, list[Item]]:
    """The items of every fact that has any, by the names in `all_facts`."""
    items_by_fact = {name: list(tell(practice)) for name, (_, tell) in all_facts().items()}
    return {name: items for name, items in items_by_fact.items() if items}


@functools.cache
def all_facts() -> Mapping[str, Fact]:
    """The facts of `FACTS`, and after them the texts that the model declares to be compared.

    Kept until the process ends: neither changes.
    """
    declared = {
        text.name: (text.heading, functools.partial(_declared, text=text))
        for text in all_declared_texts()
        if text.mark.compare
    }
    return {**FACTS, **declared}


def item(words: str, mark: str = "", language: str = "", before: str = "") -> Item:
    """An item of these parts, without those that are empty at its end."""
    if language:
        return (words, mark, language, before) if before else (words, mark, language)
    line = f"{before} {words}" if before else words
    return (line, mark) if mark else line


def _text(
    practice: LocalizedPractice, name: str, mark: str = "", before: str = "", lead: str = ""
) -> Item:
    """A text of the practice in one line, without its Markdown; `lead` is another of its texts."""
    line = practice.texts.current_text(name)
    language = ""
    if line is None:
        text = practice.texts.must(name)
        line = text.line
        language = text.language if text.language != practice.tag else ""
    words = to_plain(line) if name.endswith(_RICH) else line
    if lead:
        opening = _text(practice, lead)
        words = f"{opening if isinstance(opening, str) else opening[0]}: {words}"
    return item(words, mark, language, before)


def _declared(practice: LocalizedPractice, text: DeclaredText) -> Iterator[Item]:
    if text in practice.shared.declared:
        localized = practice.texts.must(text.name)
        words = to_plain(localized.line) if text.is_markdown else localized.line
        yield item(words, "", localized.language if localized.language != practice.tag else "")


def _say(practice: LocalizedPractice, key: str, **values: object) -> str:
    return practice.language.words.say(key, **values)


def _label(practice: LocalizedPractice, vocabulary: str, concept_id: str) -> str:
    return practice.language.concept(vocabulary, concept_id).line


def _where(practice: LocalizedPractice) -> Iterator[Item]:
    names = [practice.language.place(place_id) for place_id in practice.record.places]
    countries = [practice.language.words.country(code) for code in practice.record.countries]
    if names:
        yield ", ".join(names)
    if names != countries:
        yield ", ".join(countries)


def _population(practice: LocalizedPractice) -> Iterator[Item]:
    for place_id, band in practice.shared.populations:
        label = _label(practice, "population_bands", band)
        several = len(practice.record.places) > 1
        yield f"{practice.language.place(place_id)}: {label}" if several else label


def _type(practice: LocalizedPractice) -> Iterator[Item]:
    yield _label(practice, "practice_types", practice.record.type)


def _groups(practice: LocalizedPractice) -> Iterator[Item]:
    for group in practice.record.groups:
        yield _label(practice, "groups", group)


def _when(practice: LocalizedPractice) -> Iterator[Item]:
    if practice.when:
        yield practice.when
    length = practice.shared.duration
    if length is not None and length.is_exact:
        yield practice.language.words.count("compare.months", length.months)


def _authority(practice: LocalizedPractice) -> Iterator[Item]:
    if practice.record.authority_role:
        yield _label(practice, "authority_roles", practice.record.authority_role)


def _lead(practice: LocalizedPractice) -> Iterator[Item]:
    for part in practice.record.organisations:
        if part.role == "lead":
            yield practice.language.organisation(part.organisation)


def _partners(practice: LocalizedPractice) -> Iterator[Item]:
    for part in practice.record.organisations:
        if part.role != "lead":
            name = practice.language.organisation(part.organisation)
            yield f"{name}: {_say(practice, f'role.{part.role}')}"


def _cost(practice: LocalizedPractice) -> Iterator[Item]:
    band = practice.shared.cost
    if band is not None:
        yield f"{'€' * band} {_say(practice, f'cost.{band}')}"
    for cost in practice.record.resources.costs:
        yield cost_line(cost, practice.language.words)


def _funding(practice: LocalizedPractice) -> Iterator[Item]:
    for grant in practice.record.resources.funding:
        parts = [practice.language.organisation(grant.organisation)] if grant.organisation else []
        if grant.amount is not None:
            amount = practice.language.words.number(grant.amount)
            parts.append(f"{amount} {grant.currency or ''}".rstrip())
        if grant.year:
            parts.append(str(grant.year))
        line = ", ".join(parts)
        if grant.instrument:
            name = f"resources.funding.{grant.id}.instrument"
            yield _text(practice, name, before=f"{line}:" if line else "")
        elif line:
            yield line


def _evidence(practice: LocalizedPractice) -> Iterator[Item]:
    sure = practice.shared.evidence
    level = _say(practice, "evidence.level", level=sure.level, highest=HIGHEST)
    yield f"{_say(practice, f'evidence.{sure.level}')} ({level})"
    for name, met in sure.met:
        yield _say(practice, f"evidence.{'met' if met else 'unmet'}.{name}")


def _results(practice: LocalizedPractice, statuses: Sequence[Status]) -> Iterator[Item]:
    words = practice.language.words
    for result in practice.record.results:
        if result.status not in statuses:
            continue
        name = f"results.{result.id}"
        counted = figure(result, words)
        dated = f"({words.day(result.date)})" if result.date else ""
        yield _text(
            practice,
            f"{name}.claim",
            ESTIMATED if result.status is Status.ESTIMATED else "",
            " ".join(filter(None, (dated, counted if result.unit else counted and f"{counted}:"))),
            f"{name}.unit" if result.unit and counted else "",
        )


def _planned(practice: LocalizedPractice) -> Iterator[Item]:
    return _results(practice, (Status.PLANNED,))


def _achieved(practice: LocalizedPractice) -> Iterator[Item]:
    return _results(practice, (Status.ACHIEVED, Status.ESTIMATED))


def _statements(
    practice: LocalizedPractice, name: str, statements: Iterable[Statement], kinds: str = ""
) -> Iterator[Item]:
    for statement in statements:
        mark = SUGGESTED if statement.basis is Basis.SUGGESTED else ""
        kind = _say(practice, f"{kinds}.{statement.kind}") + ":" if kinds else ""  # type: ignore[attr-defined]
        yield _text(practice, f"{name}.{statement.id}.text", mark, kind)


def _needs(practice: LocalizedPractice) -> Iterator[Item]:
    return _statements(practice, "resources.needs", practice.record.resources.needs, "need")


def _prerequisites(practice: LocalizedPractice) -> Iterator[Item]:
    prerequisites = practice.record.transfer.prerequisites
    return _statements(practice, "transfer.prerequisites", prerequisites, "prerequisite")


def _hard(practice: LocalizedPractice) -> Iterator[Item]:
    return _statements(practice, "lessons.hard", practice.record.lessons.hard)


def _unsuitable(practice: LocalizedPractice) -> Iterator[Item]:
    conditions = practice.record.transfer.not_suitable_when
    return _statements(practice, "transfer.not_suitable_when", conditions)


def _replications(practice: LocalizedPractice) -> Iterator[Item]:
    for replication in practice.record.transfer.replications:
        parts = [practice.language.place(replication.place)]
        if replication.organisation:
            parts.append(practice.language.organisation(replication.organisation))
        if replication.year:
            parts.append(str(replication.year))
        line = ", ".join(parts)
        fields = [field for field in ("changed", "outcome") if getattr(replication, field)]
        for field in fields:
            yield _text(
                practice, f"transfer.replications.{replication.id}.{field}", before=f"{line}:"
            )
        if not fields:
            yield line


def _afterwards(practice: LocalizedPractice) -> Iterator[Item]:
    sustainability = practice.record.sustainability
    if sustainability is not None:
        yield _text(
            practice,
            "sustainability.text",
            before=_say(practice, f"after.{sustainability.after_funding}"),
        )


def _steps(practice: LocalizedPractice) -> Iterator[Item]:
    count, shared = practice.language.words.count, practice.shared
    for steps, key, mark in (
        (shared.done, "compare.done", ""),
        (shared.advised, "compare.advised", SUGGESTED),
    ):
        if not steps:
            continue
        weeks = max((step.last_week or step.first_week or 0 for step in steps), default=0)
        line = count(key, len(steps))
        yield item(f"{line}, {count('compare.weeks', weeks)}" if weeks else line, mark)


FACTS: Mapping[str, Fact] = {
    "where": ("glance.where", _where),
    "population": ("place.population", _population),
    "type": ("compare.type", _type),
    "groups": ("glance.who-for", _groups),
    "when": ("glance.when", _when),
    "authority": ("glance.authority", _authority),
    "lead": ("glance.led-by", _lead),
    "partners": ("compare.partners", _partners),
    "cost": ("glance.cost", _cost),
    "funding": ("resources.funding", _funding),
    "evidence": ("glance.evidence", _evidence),
    "planned": ("ledger.planned", _planned),
    "achieved": ("ledger.achieved", _achieved),
    "needs": ("resources.needs", _needs),
    "prerequisites": ("transfer.prerequisites", _prerequisites),
    "hard": ("section.what-was-hard", _hard),
    "unsuitable": ("transfer.not-suitable-when", _unsuitable),
    "replications": ("transfer.replications", _replications),
    "afterwards": ("section.afterwards", _afterwards),
    "steps": ("section.steps", _steps),
}
"""Each fact's name, in the order of the page: the phrase of its heading, and the function that gives its items."""
