"""The page of a practice, and the page in place of a withdrawn one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from komsiluk.html.context import PageContext
from komsiluk.html.views.papers import papers
from komsiluk.html.views.site import SiteValues, Values
from komsiluk.model.account import Need, Step
from komsiluk.model.practice import Practice
from komsiluk.model.session import Task
from komsiluk.model.transfer import Prerequisite
from komsiluk.pages.buckets import n_buckets
from komsiluk.pages.citations import Citations
from komsiluk.pages.figures import cost_line
from komsiluk.pages.page import Page

Kinded = TypeVar("Kinded", Need, Prerequisite)


def practice(page: Page, at: PageContext, site: SiteValues) -> Values:
    """The practice itself, and its parts in the order in which they are shown."""
    shown = site.plan.practice(at.tag, page.subject)
    record, region = shown.record, site.plan.map
    session = record.session
    notice_title, notice_text = shown.state.notice(at.language.words)
    return {
        "practice": shown,
        "record": record,
        "shared": shown.shared,
        "state": shown.state,
        "notice_title": notice_title,
        "notice_text": notice_text,
        "names": frozenset(shown.shared.sections),
        "cited": Citations(),
        "papers": papers(shown, at, site) if site.settings.offered else [],
        "marks": region.of_practice.get(shown.id, ()) if region else (),
        "region": region,
        "leads": tuple(part for part in record.organisations if part.role == "lead"),
        "costs": [
            (cost_line(cost, at.language.words), cost.source) for cost in record.resources.costs
        ],
        "needs": by_kind(record.resources.needs),
        "prerequisites": by_kind(record.transfer.prerequisites),
        "advice": _advice(record),
        "weeks": _weeks(shown.shared.advised),
        "checklist": _by_week(record.checklist),
        "preparation": _by_week(session.prepare) if session else [],
        "sources": site.plan.collection.sources,
        "n_buckets": n_buckets(len(site.plan.collection.practices)),
    }


def withdrawn(page: Page, at: PageContext, site: SiteValues) -> Values:
    """The day on which the practice that stood here was taken off the site."""
    return {"day": site.plan.collection.withdrawn[page.subject].withdrawn}


def by_kind(needs: Iterable[Kinded]) -> list[tuple[str, list[Kinded]]]:
    """What is needed, by its kind, in the order in which the kinds first come."""
    kinds: dict[str, list[Kinded]] = {}
    for need in needs:
        kinds.setdefault(need.kind, []).append(need)
    return list(kinds.items())


def _advice(record: Practice) -> tuple[tuple[str, str, Sequence[object]], ...]:
    """The lists of advice for repeating a practice: field, key of its heading, items."""
    transfer = record.transfer
    return (
        ("success_factors", "transfer.success-factors", transfer.success_factors),
        ("obstacles", "transfer.obstacles", transfer.obstacles),
        ("not_suitable_when", "transfer.not-suitable-when", transfer.not_suitable_when),
    )


def _by_week(tasks: Sequence[Task]) -> list[Task]:
    """What is to be done, the earliest first."""
    return sorted(tasks, key=lambda task: -task.weeks_before)


def _weeks(steps: Sequence[Step]) -> int:
    """The last week of a plan; 0 when no step has weeks."""
    return max((step.last_week or step.first_week or 0 for step in steps), default=0)
