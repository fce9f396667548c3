"""A practice in a language to what the marks of the model promise of it: words, and where they stand.

The law of completeness (`tests/site/test_complete.py`) holds outputs to it. How each fact is said is
told here once more, by the phrases of the interface and apart from the code that shows it.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from komsiluk.model import account, people, practice, session, statements, transfer
from komsiluk.model.fields import Concept, Text
from komsiluk.model.shown import PapersBy, Shown, showing
from komsiluk.model.statements import Citation
from komsiluk.model.walk import Marked, marked
from komsiluk.pages.plan import Plan
from komsiluk.text.markdown import to_plain


@dataclass(frozen=True, kw_only=True, slots=True)
class Promise:
    """Words that have to stand somewhere."""

    name: str
    """The field: `results.workshops.claim`."""
    words: str
    sections: tuple[str, ...] = ()
    """They stand in one of these sections of the page; at its head if there are none."""
    on_page: bool = True
    compared: bool = False
    papers: frozenset[str] = frozenset()
    is_text: bool = False
    """Whether search has to find it."""
    is_anywhere: bool = False
    """Whether it stands neither at the head of the page nor in a section of its own."""
    is_once: bool = False
    """Whether once is enough, however often it is promised: sources are listed, not repeated."""


def bare(text: str) -> str:
    """Letters and digits alone: how lines and words are divided, and in what type, is no matter.

    >>> bare("Bread & <b>SALT</b>, 1,250")
    'breadbsaltb1250'
    """
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())


def broken(promises: list[Promise], text: str) -> list[str]:
    """The promises that a text does not keep: words that stand there less often than they are promised.

    A figure that three facts have, stands there three times.
    """
    said, wanted = bare(text), [bare(promise.words) for promise in promises]
    once = {word for promise, word in zip(promises, wanted, strict=True) if promise.is_once}
    often = [word for word in wanted if word not in once]
    return [
        f"{promise.name}: {promise.words}"
        for promise, word in zip(promises, wanted, strict=True)
        if said.count(word) < (1 if word in once else sum(one.count(word) for one in often))
    ]


class Promises:
    """What is promised of one practice in one language."""

    def __init__(self, plan: Plan, tag: str, practice_id: str) -> None:
        self._plan, self._practice = plan, plan.practice(tag, practice_id)
        self._language = self._practice.language
        self._marks: Mapping[str, Marked] = {
            mark.name: mark for mark in marked(self._practice.record)
        }

    def all(self) -> list[Promise]:
        """Everything, in the order of the model."""
        root = Promise(name="", words="")
        return list(self._of(self._practice.record, root, is_root=True))

    def _of(
        self, record: BaseModel, within: Promise, *, is_root: bool = False
    ) -> Iterator[Promise]:
        if isinstance(record, account.Step):
            is_reported = record.basis is statements.Basis.REPORTED
            within = replace(within, sections=("what-was-done" if is_reported else "steps",))
        for field, mark in showing(type(record)).items():
            value = getattr(record, field)
            if not isinstance(mark, Shown) or value is None or value == ():
                continue
            name = f"{within.name}.{field}".lstrip(".")
            here = replace(_narrowed(within, mark, record, is_root=is_root), name=name)
            if isinstance(value, BaseModel):
                yield from self._of(value, here)
            elif isinstance(value, tuple):
                yield from self._items(record, field, value, here, mark.first)
            else:
                yield from self._said(record, field, value, here)

    def _items(
        self, record: BaseModel, field: str, items: tuple[Any, ...], within: Promise, first: int
    ) -> Iterator[Promise]:
        for number, item in enumerate(items):
            here = replace(within, name=f"{within.name}.{getattr(item, 'id', number)}")
            if first and number >= first:
                here = replace(here, compared=False, papers=frozenset())
            if isinstance(item, BaseModel):
                yield from self._of(item, here)
            else:
                yield from self._said(record, field, item, here)

    def _said(self, record: BaseModel, field: str, value: Any, here: Promise) -> Iterator[Promise]:
        mark = self._marks.get(here.name)
        if here.name.startswith(ASIDE):
            here = replace(here, is_anywhere=True)
        if field in ONCE:
            here = replace(here, is_once=True)
        if field == "basis" and here.name.startswith(ADVICE):
            return
        if isinstance(record, account.Participant) and value == "lead":
            here = replace(here, compared=False)
        if isinstance(record, Citation):
            here = replace(here, sections=(), is_once=True, is_anywhere=True)
        if mark is not None and isinstance(mark.mark, Text):
            for paragraph in self._practice.texts.must(here.name).paragraphs:
                text = paragraph.text
                words = to_plain(text) if mark.mark.markdown else text
                yield replace(here, words=words, is_text=True)
        elif mark is not None:
            yield replace(here, words=self._name(mark))
        else:
            tell = FACTS[_owner(type(record), field), field]
            yield from (replace(here, words=words) for words in tell(self, record, value) if words)

    def _name(self, marked: Marked) -> str:
        mark, value = marked.mark, marked.value
        if isinstance(mark, Concept):
            return self._language.concept(mark.vocabulary, value).line
        assert not isinstance(mark, Text)
        return {
            "organisations": lambda: self._language.organisation(value),
            "places": lambda: self._language.place(value),
            "projects": lambda: self._language.project(value).line,
            "practices": lambda: self._plan.practice(self._language.tag, value).title.line,
            "sources": lambda: self._plan.collection.sources[value].title,
        }[mark.to]()

    def say(self, key: str, **values: object) -> str:
        """A phrase."""
        return self._language.words.say(key, **values)

    def count(self, key: str, number: int) -> str:
        """A phrase with a number."""
        return self._language.words.count(key, number)

    def number(self, number: float) -> str:
        """A number as the language writes it."""
        return self._language.words.number(number)

    def day(self, day: str) -> str:
        """A date as the language writes it."""
        return self._language.words.day(day)

    def country(self, code: str) -> str:
        """A country."""
        return self._language.words.country(code)

    def language_name(self, tag: str) -> str:
        """A language."""
        return self._language.words.language_name(tag)


def _narrowed(within: Promise, mark: Shown, record: BaseModel, *, is_root: bool) -> Promise:
    papers = mark.papers.of(record) if isinstance(mark.papers, PapersBy) else mark.papers
    if is_root:
        compared, kept = bool(mark.compare), frozenset[str](papers or ())
    else:
        compared = within.compared and mark.compare is not False
        kept = within.papers if papers is None else within.papers.intersection(papers)
    return replace(
        within,
        sections=mark.sections or within.sections,
        on_page=within.on_page and not (mark.page_unless and getattr(record, mark.page_unless)),
        compared=compared,
        papers=kept,
    )


@functools.cache
def _owner(model: type[BaseModel], field: str) -> type[BaseModel]:
    """The record that brought a field in: `Statement` for the basis of a `Need`, and for a field of a
    draft the record that the draft is of."""
    bases = list(reversed(model.__mro__))
    first = next(
        number
        for number, base in enumerate(bases)
        if field in base.__dict__.get("__annotations__", {})
    )
    return next(base for base in bases[first:] if not base.__name__.endswith("Draft"))


ONCE = ("basis", "status")
"""Fields that headings say, once for all that stands below them."""
ASIDE = "notes."
"""What stands between two sections."""
ADVICE = ("transfer.", "session.")
"""Lists that are all advice: the page says so once, above them."""
Tell = Callable[[Promises, Any, Any], list[str]]


def _phrase(prefix: str) -> Tell:
    return lambda at, record, value: [at.say(f"{prefix}.{value}")]


def _itself(at: Promises, record: object, value: object) -> list[str]:
    return [str(value)]


def _number(at: Promises, record: object, value: float) -> list[str]:
    return [at.number(value)]


def _day(at: Promises, record: object, value: str) -> list[str]:
    return [at.day(value)]


def _nothing(at: Promises, record: object, value: object) -> list[str]:
    """What another field says, or the place in which the record stands."""
    return []


def _weeks(at: Promises, step: account.Step, first: int) -> list[str]:
    last = step.last_week
    if last is None or last == first:
        return [at.say("step.week", n=first)]
    return [at.say("step.weeks", first=first, last=last)]


def _weeks_before(at: Promises, task: session.Task, weeks: int) -> list[str]:
    if weeks:
        return [at.count("checklist.weeks-before", weeks)]
    return [at.say("checklist.on-the-day")]


def _status(at: Promises, result: account.Result, status: statements.Status) -> list[str]:
    key = "status.estimated" if status is statements.Status.ESTIMATED else f"ledger.{status}"
    return [at.say(key)]


def _minutes(at: Promises, record: object, minutes: int) -> list[str]:
    return [at.count("count.minutes", minutes)]


FACTS: Mapping[tuple[type[BaseModel], str], Tell] = {
    (practice.Practice, "original_language"): lambda at, _, tag: [at.language_name(tag)],
    (practice.Practice, "updated"): _day,
    (practice.Practice, "countries"): lambda at, _, code: [at.country(code)],
    (account.Period, "start"): _day,
    (account.Period, "end"): _day,
    (account.Participant, "role"): _phrase("role"),
    (account.Step, "first_week"): _weeks,
    (account.Step, "last_week"): _nothing,
    (account.Step, "core"): _phrase("core"),
    (account.Step, "basis"): _nothing,
    (account.Result, "value"): lambda at, result, value: (
        [] if result.qualifier else [at.number(value)]
    ),
    (account.Result, "qualifier"): lambda at, result, value: [
        at.say(f"qualifier.{value}", n=at.number(result.value))
    ],
    (account.Result, "denominator"): _number,
    (account.Result, "date"): _day,
    (account.Result, "status"): _status,
    (account.Funding, "amount"): _number,
    (account.Funding, "currency"): _itself,
    (account.Funding, "year"): _itself,
    (account.Cost, "covers"): _phrase("cost.covers"),
    (account.Cost, "amount"): _number,
    (account.Cost, "currency"): _itself,
    (account.Cost, "year"): _itself,
    (account.Cost, "participants"): lambda at, _, n: [at.count("cost.participants", n)],
    (account.Need, "kind"): _phrase("need"),
    (statements.Statement, "basis"): lambda at, _, basis: (
        [at.say("basis.suggested")] if basis is statements.Basis.SUGGESTED else []
    ),
    (statements.Citation, "at"): _itself,
    (transfer.Evaluation, "type"): _phrase("evaluation"),
    (transfer.Evaluation, "report"): _itself,
    (transfer.Sustainability, "after_funding"): _phrase("after"),
    (transfer.Prerequisite, "kind"): _phrase("prerequisite"),
    (transfer.Replication, "year"): _itself,
    (session.Task, "weeks_before"): _weeks_before,
    (session.Activity, "minutes"): _minutes,
    (session.Session, "minutes"): _minutes,
    (people.Image, "credit"): _itself,
    (people.Image, "licence"): lambda at, _, licence: (
        [at.say("photograph.no-reuse")] if licence == "no-reuse" else [licence]
    ),
    (people.Story, "names"): lambda at, _, names: [at.say("story.changed")] * (names == "changed"),
    (people.Contact, "email"): _itself,
    (people.Safeguarding, "checked_by"): _itself,
    (people.Safeguarding, "date"): _day,
    (people.Provenance, "written_by"): _itself,
}
"""How each fact is said that is no text and no name of something: by the model and field that hold it."""
