"""What rules found, to what of it the owner and the authors of a site want to hear, and how much it matters."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from komsiluk import rules
from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.messages import message
from komsiluk.source.allowances import MARK, RULE, Allowance, allowances, complaint
from komsiluk.source.entries import Entry


class Choice(enum.StrEnum):
    """How much the findings of a rule matter to the owner of a site."""

    OFF = "off"
    NOTICE = "notice"
    WARNING = "warning"
    ERROR = "error"


FREE: Final = frozenset(
    {
        "achieved-without-source",
        "alt-says-nothing",
        "future-in-achieved",
        "link-shortener",
        "locator-too-long",
        "minutes-do-not-add-up",
        "missing-label",
        "raw-html",
        "reported-without-source",
        "template-syntax",
        "too-long",
        "unprintable-character",
    }
)
"""The rules about how texts are edited: an owner may lower them or switch them off. All others protect
people, readers or the building of the site: they may only be raised."""
SILENCEABLE: Final = FREE | {
    "alt-names-person",
    "coordinates-in-text",
    "misleading-link",
    "name-and-age",
    "national-id",
    "phone",
    "private-email",
    "small-number",
    "street-address",
}
"""The rules that an author may silence on one line: those, and the ones that can take something
harmless for a danger. Consent, children, withdrawals and what is in pictures are never among them:
no reason replaces a person's leave."""


@dataclass(frozen=True, kw_only=True)
class Ruled:
    """What is left to tell."""

    diagnostics: tuple[Diagnostic, ...]
    silenced: tuple[Diagnostic, ...]
    """What authors have silenced, each with a reason."""


def known_rules() -> frozenset[str]:
    """The names of the rules that judge what was read."""
    return frozenset(rules.names())


def choices_for(rule: str) -> tuple[Choice, ...]:
    """What an owner may choose for a rule."""
    return tuple(Choice) if rule in FREE else (Choice.WARNING, Choice.ERROR)


def ruled(
    diagnostics: Iterable[Diagnostic], entries: Iterable[Entry], choices: Mapping[str, str]
) -> Ruled:
    """The diagnostics without what is silenced or switched off, and with the severities of the owner.

    `choices` are by rule, each one of `choices_for`. What is wrong with remarks that silence something
    is among the diagnostics.
    """
    open_problems: list[Diagnostic] = []
    silenced: list[Diagnostic] = []
    by_file: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        by_file.setdefault(diagnostic.file, []).append(diagnostic)
    for entry in entries:
        if MARK in entry.data:
            problems = by_file.pop(entry.file, [])
            quiet, complaints = _silenced(entry, problems)
            silenced += quiet
            open_problems += [problem for problem in problems if problem not in quiet] + complaints
    for problems in by_file.values():
        open_problems += problems
    return Ruled(diagnostics=tuple(_chosen(open_problems, choices)), silenced=tuple(silenced))


def _silenced(
    entry: Entry, problems: Sequence[Diagnostic]
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Which problems of a file its remarks silence, and what is wrong with the remarks."""
    remarks, faults = allowances(entry.document)
    quiet: list[Diagnostic] = []
    complaints = list(faults)
    for remark in remarks:
        for rule in remark.rules:
            meant = [problem for problem in problems if _is_meant(problem, rule, remark)]
            if rule in SILENCEABLE and meant:
                quiet += meant
            else:
                is_rule = rule in known_rules() or any(one.rule == rule for one in problems)
                complaints.append(_useless(entry, rule, remark, is_rule=is_rule))
    return quiet, complaints


def _is_meant(problem: Diagnostic, rule: str, remark: Allowance) -> bool:
    span = problem.span
    return problem.rule == rule and span is not None and span.line in remark.lines


def _useless(entry: Entry, rule: str, remark: Allowance, *, is_rule: bool) -> Diagnostic:
    """What to say of a remark that silences nothing; `is_rule` is whether there is a rule of that name."""
    if rule in SILENCEABLE:
        kind, severity = "nothing", Severity.WARNING
    else:
        kind, severity = "never" if is_rule else "unknown", Severity.ERROR
    return complaint(
        entry.document,
        remark.span,
        message(f"{RULE}.{kind}.message", rule=rule),
        message(f"{RULE}.{kind}.hint"),
        severity,
    )


def _chosen(diagnostics: Iterable[Diagnostic], choices: Mapping[str, str]) -> Iterator[Diagnostic]:
    for diagnostic in diagnostics:
        choice = choices.get(diagnostic.rule)
        if choice is None:
            yield diagnostic
        elif choice != Choice.OFF:
            severity = Severity[choice.upper()]
            if diagnostic.rule not in FREE:
                severity = min(severity, diagnostic.severity)
            yield dataclasses.replace(diagnostic, severity=severity)
