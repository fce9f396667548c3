"""A practice to its facts in a language's words, by which it can be set beside another.

Planned, achieved, reported and suggested stay apart: each has a fact of its own, or a mark.
What no source tells has no words here; who shows it says "not reported".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from komsiluk.model.account import Period, Result
from komsiluk.model.collection import Collection
from komsiluk.model.practice import Practice
from komsiluk.model.statements import Basis, Statement, Status
from komsiluk.pages.cost import cost_band
from komsiluk.pages.evidence import HIGHEST
from komsiluk.pages.names import organisation_name, place_name
from komsiluk.pages.plan import Plan
from komsiluk.pages.voice import Rendition, Voice
from komsiluk.text.markdown import to_plain

SUGGESTED, ESTIMATED = "suggested", "estimated"
"""Marks of what no source reports, or nobody has counted."""

Item = str | tuple[str, ...]
"""Words in the page's language; or words, mark, language, and what stands before them in the page's
language, each empty where there is nothing to say, and left out at the end."""


@dataclass(frozen=True, slots=True)
class About:
    """A practice, and the language in which it is told."""

    plan: Plan
    told: Rendition
    voice: Voice
    practice_id: str

    @property
    def practice(self) -> Practice:
        """The record."""
        return self.told.practice

    def say(self, key: str, **values: object) -> str:
        """A phrase of the interface."""
        return self.voice.words.say(key, **values)

    def text(self, name: str, mark: str = "", before: str = "", lead: str = "") -> Item:
        """A text of the practice in one line, without its Markdown; `lead` is another of its texts."""
        found = self.told.one(name)
        language = ""
        if found is None:
            said = self.told.text(name)
            assert said is not None
            found = said.line
            language = said.language if said.language != self.voice.tag else ""
        words = to_plain(found) if name.endswith(_RICH) else found
        if lead:
            opening = self.text(lead)
            words = f"{opening if isinstance(opening, str) else opening[0]}: {words}"
        return item(words, mark, language, before)


_RICH = (".text", ".changed", ".outcome")
"""Ends of the names of texts in which Markdown means something."""


def item(words: str, mark: str = "", language: str = "", before: str = "") -> Item:
    """The words with what has to be said of them, in as little room as it takes."""
    if language:
        return (words, mark, language, before) if before else (words, mark, language)
    said = f"{before} {words}" if before else words
    return (said, mark) if mark else said


def facts(plan: Plan, tag: str, practice_id: str) -> dict[str, list[Item]]:
    """The items of every fact that there is something to say of, by the names in `FACTS`."""
    voice = plan.voices[tag]
    about = About(plan, plan.rendition(tag, practice_id), voice, practice_id)
    return facts_about(about)


def facts_about(about: About) -> dict[str, list[Item]]:
    """The same for a practice that is at hand."""
    found = {}
    for name, (_, tell) in FACTS.items():
        items = list(tell(about))
        if items:
            found[name] = items
    return found


def where(collection: Collection, practice: Practice, voice: Voice) -> str:
    """The places of a practice in a few words: at most three, else the countries."""
    if 0 < len(practice.places) <= 3:
        return voice.words.join(
            place_name(collection, place_id, voice) for place_id in practice.places
        )
    return voice.words.join(voice.words.country(code) for code in practice.countries)


def period_line(period: Period | None, voice: Voice) -> str:
    """When it took place; empty when no source tells."""
    if period is None or not (period.start or period.end):
        return ""
    say, day = voice.words.say, voice.words.day
    if period.start and period.end:
        return say("period.between", start=day(period.start), end=day(period.end))
    if period.start:
        return say("period.since", start=day(period.start))
    assert period.end
    return say("period.until", end=day(period.end))


def n_months(period: Period | None) -> int | None:
    """How many months of the calendar it touches; None unless both ends are known to the month."""
    if period is None or not period.start or not period.end:
        return None
    if min(len(period.start), len(period.end)) < len("2026-11"):
        return None
    first, last = (int(day[:4]) * 12 + int(day[5:7]) for day in (period.start, period.end))
    return last - first + 1


def figure(result: Result, voice: Voice) -> str:
    """The figure of a result without its unit: `more than 900`, `36 of 48`; empty for none."""
    if result.value is None:
        return ""
    say, number = voice.words.say, voice.words.number
    value = number(result.value)
    if result.qualifier:
        value = say(f"qualifier.{result.qualifier}", n=value)
    if result.denominator is not None:
        value += " " + say("figure.of", n=number(result.denominator))
    return value


def _label(about: About, vocabulary: str, concept_id: str) -> str:
    memory = about.voice.memory
    asked = ("line", vocabulary, concept_id)
    found: str | None = memory.get(asked)
    if found is None:
        held = about.plan.collection.vocabularies.get(vocabulary)
        concept = held.concept(concept_id) if held else None
        labels = concept.label if concept else {}
        found = memory[asked] = about.voice.label(labels, concept_id).line
    return found


def _name(about: About, organisation_id: str) -> str:
    memory = about.voice.memory
    found: str | None = memory.get(("organisation", organisation_id))
    if found is None:
        found = organisation_name(about.plan.collection, organisation_id, about.voice)
        memory["organisation", organisation_id] = found
    return found


def _place(about: About, place_id: str) -> str:
    memory = about.voice.memory
    found: str | None = memory.get(("place", place_id))
    if found is None:
        found = place_name(about.plan.collection, place_id, about.voice)
        memory["place", place_id] = found
    return found


def _where(about: About) -> Iterator[Item]:
    names = [_place(about, place_id) for place_id in about.practice.places]
    countries = [about.voice.words.country(code) for code in about.practice.countries]
    if names:
        yield ", ".join(names)
    if names != countries:
        yield ", ".join(countries)


def _population(about: About) -> Iterator[Item]:
    places = about.plan.collection.places
    held = {
        place_id: place.population_band
        for place_id in about.practice.places
        if (place := places.get(place_id)) and place.population_band
    }
    for place_id, band in held.items():
        label = _label(about, "population_bands", band)
        yield f"{_place(about, place_id)}: {label}" if len(about.practice.places) > 1 else label


def _type(about: About) -> Iterator[Item]:
    yield _label(about, "practice_types", about.practice.type)


def _groups(about: About) -> Iterator[Item]:
    for group in about.practice.groups:
        yield _label(about, "groups", group)


def _when(about: About) -> Iterator[Item]:
    period = about.practice.period
    line = period_line(period, about.voice)
    if line:
        yield line
    months = n_months(period)
    if months is not None:
        yield about.voice.words.count("compare.months", months)


def _authority(about: About) -> Iterator[Item]:
    if about.practice.authority_role:
        yield _label(about, "authority_roles", about.practice.authority_role)


def _lead(about: About) -> Iterator[Item]:
    for part in about.practice.organisations:
        if part.role == "lead":
            yield _name(about, part.organisation)


def _partners(about: About) -> Iterator[Item]:
    for part in about.practice.organisations:
        if part.role != "lead":
            yield f"{_name(about, part.organisation)}: {about.say(f'role.{part.role}')}"


def _cost(about: About) -> Iterator[Item]:
    band = cost_band(about.practice)
    if band is not None:
        yield f"{'€' * band} {about.say(f'cost.{band}')}"
    for cost in about.practice.resources.costs:
        amount = about.voice.words.number(cost.amount)
        covers = about.say(f"cost.covers.{cost.covers}")
        yield f"{covers}: {amount} {cost.currency} ({cost.year})"


def _funding(about: About) -> Iterator[Item]:
    for given in about.practice.resources.funding:
        parts = [_name(about, given.organisation)] if given.organisation else []
        if given.amount is not None:
            amount = about.voice.words.number(given.amount)
            parts.append(f"{amount} {given.currency or ''}".rstrip())
        if given.year:
            parts.append(str(given.year))
        line = ", ".join(parts)
        if given.instrument:
            name = f"resources.funding.{given.id}.instrument"
            yield about.text(name, before=f"{line}:" if line else "")
        elif line:
            yield line


def _evidence(about: About) -> Iterator[Item]:
    sure = about.plan.evidence(about.practice_id)
    asked = ("evidence items", sure)
    found: list[Item] | None = about.voice.memory.get(asked)
    if found is None:
        level = about.say("evidence.level", level=sure.level, highest=HIGHEST)
        found = [f"{about.say(f'evidence.{sure.level}')} ({level})"]
        found += [
            about.say(f"evidence.{'met' if met else 'unmet'}.{name}") for name, met in sure.met
        ]
        about.voice.memory[asked] = found
    yield from found


def _results(about: About, statuses: Sequence[Status]) -> Iterator[Item]:
    for result in about.practice.results:
        if result.status not in statuses:
            continue
        name = f"results.{result.id}"
        counted = figure(result, about.voice)
        dated = f"({about.voice.words.day(result.date)})" if result.date else ""
        yield about.text(
            f"{name}.claim",
            ESTIMATED if result.status is Status.ESTIMATED else "",
            " ".join(filter(None, (dated, counted if result.unit else counted and f"{counted}:"))),
            f"{name}.unit" if result.unit and counted else "",
        )


def _planned(about: About) -> Iterator[Item]:
    return _results(about, (Status.PLANNED,))


def _achieved(about: About) -> Iterator[Item]:
    return _results(about, (Status.ACHIEVED, Status.ESTIMATED))


def _statements(
    about: About, name: str, statements: Iterable[Statement], kinds: str = ""
) -> Iterator[Item]:
    for statement in statements:
        mark = SUGGESTED if statement.basis is Basis.SUGGESTED else ""
        kind = about.say(f"{kinds}.{statement.kind}") + ":" if kinds else ""  # type: ignore[attr-defined]
        yield about.text(f"{name}.{statement.id}.text", mark, kind)


def _needs(about: About) -> Iterator[Item]:
    return _statements(about, "resources.needs", about.practice.resources.needs, "need")


def _prerequisites(about: About) -> Iterator[Item]:
    held = about.practice.transfer.prerequisites
    return _statements(about, "transfer.prerequisites", held, "prerequisite")


def _hard(about: About) -> Iterator[Item]:
    return _statements(about, "lessons.hard", about.practice.lessons.hard)


def _unsuitable(about: About) -> Iterator[Item]:
    held = about.practice.transfer.not_suitable_when
    return _statements(about, "transfer.not_suitable_when", held)


def _replications(about: About) -> Iterator[Item]:
    for held in about.practice.transfer.replications:
        parts = [_place(about, held.place)]
        if held.organisation:
            parts.append(_name(about, held.organisation))
        if held.year:
            parts.append(str(held.year))
        line = ", ".join(parts)
        told = [field for field in ("changed", "outcome") if getattr(held, field)]
        for field in told:
            yield about.text(f"transfer.replications.{held.id}.{field}", before=f"{line}:")
        if not told:
            yield line


def _afterwards(about: About) -> Iterator[Item]:
    held = about.practice.sustainability
    if held is not None:
        yield about.text("sustainability.text", before=about.say(f"after.{held.after_funding}"))


def _steps(about: About) -> Iterator[Item]:
    for basis, key in ((Basis.REPORTED, "compare.done"), (Basis.SUGGESTED, "compare.advised")):
        steps = [step for step in about.practice.steps if step.basis is basis]
        if not steps:
            continue
        weeks = max((step.last_week or step.first_week or 0 for step in steps), default=0)
        line = about.voice.words.count(key, len(steps))
        if weeks:
            line += ", " + about.voice.words.count("compare.weeks", weeks)
        yield item(line, SUGGESTED if basis is Basis.SUGGESTED else "")


FACTS: Mapping[str, tuple[str, Callable[[About], Iterable[Item]]]] = {
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
"""Each fact's name, in the order of the page: the phrase of its heading, and what tells it."""
