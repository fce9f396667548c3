"""A number to the outline of a practice: its facts, and where which text belongs."""

from __future__ import annotations

from typing import Any

from tests.bench.invented.slot import Long, Short, Slot, Word
from tests.bench.invented.world import (
    PER_ORGANISATION,
    PER_PROJECT,
    PER_SOURCE,
    World,
    draw,
    drawn,
    place_id,
    scene,
    several,
)

SESSION_EVERY = 3
"""Every third practice has a session plan."""
ROUND = 48
"""Weeks into which suggested steps are laid."""
_NEEDS = ("people", "premises", "money", "equipment", "time", "permission")
_CONDITIONS = ("premises", "licence", "staff", "budget", "time")


Outline = dict[str, Any]
"""The values of practice.yml in their order, with slots where texts will be."""


def practice_id(number: int, known: World) -> str:
    """The name of the practice's folder: what sort it is, where and when."""
    here = scene(number, known.n_towns)
    sort = drawn(known.concepts["practice_types"], number, 1)
    return f"{sort}-{place_id(here, known)}-{here.year}"


def outline(number: int, known: World) -> Outline:
    """The practice of that number, from 0, without its language and its words.

    Every part of the model is used by some practices; those with a session have fewer steps and
    tasks, so that all are of one length.
    """
    here = scene(number, known.n_towns)
    town = list(known.towns.values())[here.town]
    has_session = number % SESSION_EVERY == 0
    found: Outline = {
        "title": Short("title", 100),
        "tagline": Short("claim", 160),
        "summary": Long(most=700, words=95, fewest=5, sentences=7),
        "updated": f"2026-{1 + draw(number, 2, 10):02}-{1 + draw(number, 3, 28):02}",
        "themes": several(known.concepts["themes"], number, 4, 1 + draw(number, 5, 3)),
        "groups": several(known.concepts["groups"], number, 6, 2 + draw(number, 7, 3)),
        "type": drawn(known.concepts["practice_types"], number, 1),
    }
    if number % 3:
        found["authority_role"] = drawn(known.concepts["authority_roles"], number, 8)
    found |= {
        "countries": [town.country],
        "places": [place_id(here, known)],
        "period": {
            "start": str(here.year),
            "end": str(here.year + 1 + draw(number, 9, 3)),
            "source": _cited(number, 0, known),
        },
        "organisations": _participants(number, known),
        "projects": _projects(number, known),
        "problem": {
            "text": Long(most=1000, words=70, fewest=4, sentences=6, paragraphs=2),
            "sources": [_cited(number, 1, known), _cited(number, 2, known)],
        },
        "steps": [
            *(_done(number, place, known) for place in range(2 if has_session else 3)),
            *(_suggested(number, place) for place in range(2 if has_session else 3)),
        ],
        "results": _results(number, known),
        "resources": _resources(number, known),
        "participation": [_reported("asked", Long(), number, 20, known)],
        "lessons": {
            "hard": [_advice("hard-1", Long()), _reported("hard-2", Long(), number, 21, known)],
            "would_change": [_advice("change-1", Short("obstacles.text", 170))],
        },
    }
    found |= _afterwards(number, known)
    found["transfer"] = _transfer(number, known)
    found["checklist"] = [
        {"id": f"task-{place}", "what": Short("checklist.what", 160), "weeks_before": 9 - 2 * place}
        for place in range(1, 3 if has_session else 5)
    ]
    if has_session:
        found["session"] = _session(number)
    if number % 4 == 3:
        found["related"] = [practice_id(number - 1, known), practice_id(number // 2, known)]
    if number % 2:
        found["notes"] = [
            {"id": "note-1", "text": Long(), "source": _cited(number, 22, known)},
        ]
    return found


def source_id(number: int, salt: int, known: World) -> str:
    """A source for the practice: one of the checkout's now and then, else a numbered one."""
    if draw(number, 100 + salt, 6) == 0:
        return drawn(known.sources, number, 200 + salt)
    return f"report-{number // PER_SOURCE + 1}"


def _cited(number: int, salt: int, known: World) -> Outline:
    return {
        "id": source_id(number, salt, known),
        "at": drawn(known.locators, number, 300 + salt),
    }


def _participants(number: int, known: World) -> list[Outline]:
    """A numbered organisation leads, an earlier one helps; the checkout's are donors and partners."""
    newest = number // PER_ORGANISATION
    ids = {
        f"organisation-{newest + 1}": "lead",
        f"organisation-{draw(number, 10, newest + 1) + 1}": "partner",
        drawn(known.organisations, number, 11): "donor",
        drawn(known.organisations, number, 12): "supporter",
    }
    ids[f"organisation-{newest + 1}"] = "lead"
    return [{"organisation": name, "role": role} for name, role in ids.items()]


def _projects(number: int, known: World) -> list[str]:
    found = [f"project-{number // PER_PROJECT + 1}"]
    return [*found, drawn(known.projects, number, 13)] if number % 5 == 0 else found


def _done(number: int, place: int, known: World) -> Outline:
    found: Outline = {"id": f"done-{place + 1}", "what": Short("reported.what", 120)}
    if place == 0:
        found["how"] = Long()
    return {**found, "basis": "reported", "source": _cited(number, 30 + place, known)}


def _suggested(number: int, place: int) -> Outline:
    first = 1 + place * ROUND // 6 + draw(number, 40 + place, 4)
    return {
        "id": f"step-{place + 1}",
        "what": Short("steps.what", 120),
        "how": Long(),
        "who": Short("steps.who", 120),
        "first_week": first,
        "last_week": first + 2 + draw(number, 50 + place, 9),
        "core": drawn(("core", "adaptable", "optional"), number, 60 + place),
        **({"inputs": Short("steps.inputs", 200)} if place % 2 else {}),
        **({} if place % 2 else {"output": Short("steps.output", 200)}),
        **({"risk": Short("steps.risk", 300)} if place == 1 else {}),
        "basis": "suggested",
    }


def _results(number: int, known: World) -> list[Outline]:
    planned = 20 + draw(number, 70, 900)
    date = scene(number, known.n_towns).year + 1
    figure = {"unit": Word("results.unit")}
    return [
        {"id": "planned-1", "claim": Short("claim", 170), "value": planned, **figure,
         "date": str(date), "status": "planned", "source": _cited(number, 23, known)},
        {"id": "achieved-1", "claim": Short("claim", 170), "value": planned * 3 // 4, **figure,
         "denominator": planned, "status": "achieved", "target": "planned-1",
         "source": _cited(number, 24, known)},
        {"id": "achieved-2", "claim": Short("claim", 170), "value": 100 + draw(number, 71, 1900),
         "qualifier": drawn(("about", "at-least", "more-than", "up-to"), number, 72), **figure,
         "status": "achieved", "source": _cited(number, 25, known)},
        {"id": "estimated-1", "claim": Short("claim", 170), "status": "estimated"},
    ]  # fmt: skip


def _resources(number: int, known: World) -> Outline:
    year = scene(number, known.n_towns).year
    amount = 500 * (4 + draw(number, 80, 300))
    money = {"amount": amount, "currency": "EUR", "year": year}
    found: Outline = {
        "funding": [
            {"id": "grant", "organisation": drawn(known.organisations, number, 11), **money,
             "source": _cited(number, 26, known)},
        ]
    }  # fmt: skip
    if number % 4 == 0:
        found["costs"] = [
            {"id": "whole", "covers": "whole", **money, "participants": 10 + draw(number, 81, 300),
             "source": _cited(number, 27, known)},
        ]  # fmt: skip
    kinds = several(_NEEDS, number, 82, 2)
    found["needs"] = [
        {"id": f"need-{place + 1}", "text": Short("needs.text", 170), "basis": "suggested",
         "kind": kind}
        for place, kind in enumerate(kinds)
    ]  # fmt: skip
    return found


def _afterwards(number: int, known: World) -> Outline:
    found: Outline = {}
    if number % 5 == 0:
        found["evaluation"] = {
            "type": drawn(("self", "external", "academic"), number, 90),
            "text": Long(),
            "source": _cited(number, 28, known),
        }
    if number % 4 == 1:
        found["sustainability"] = {
            "after_funding": drawn(("continued", "mainstreamed", "reduced", "ended"), number, 91),
            "text": Long(),
            "source": _cited(number, 29, known),
        }
    return found


def _transfer(number: int, known: World) -> Outline:
    condition = {"text": Short("prerequisites.text", 170), "basis": "suggested"}
    found: Outline = {
        "prerequisites": [
            {"id": "partner", **condition, "kind": "partner",
             "partner_type": drawn(known.concepts["organisation_types"], number, 92)},
            {"id": "people", **condition, "kind": "population",
             "population_band": drawn(known.concepts["population_bands"], number, 93)},
            {"id": "other", **condition, "kind": drawn(_CONDITIONS, number, 94)},
        ],
        "success_factors": [
            _advice(f"factor-{place}", Short("success_factors.text", 170)) for place in (1, 2)
        ],
        "obstacles": [_advice(f"obstacle-{place}", Long()) for place in (1, 2)],
        "not_suitable_when": [_advice("unsuitable-1", Short("not_suitable_when.text", 170))],
    }  # fmt: skip
    if number % 7 == 6:
        found["replications"] = [
            {"id": "again", "place": drawn(list(known.towns), number, 95),
             "organisation": drawn(known.organisations, number, 96),
             "year": scene(number, known.n_towns).year + 2, "outcome": Long(),
             "source": _cited(number, 97, known)},
        ]  # fmt: skip
    return found


def _session(number: int) -> Outline:
    return {
        "purpose": Short("session.purpose", 240),
        "group": Short("session.group", 120),
        "activities": [
            {
                "id": f"part-{place + 1}",
                "title": Short("activities.title", 80),
                "minutes": 5 * (1 + draw(number, 98 + place, 6)),
                "method": Word("activities.method"),
                "how": Long(),
                **({"materials": Short("activities.materials", 160)} if place == 0 else {}),
            }
            for place in range(2)
        ],
        "decision": Long(),
        "questions": [
            _advice(f"question-{place}", Short("questions.text", 170)) for place in (1, 2)
        ],
    }


def _advice(name: str, text: Slot) -> Outline:
    return {"id": name, "text": text, "basis": "suggested"}


def _reported(name: str, text: Slot, number: int, salt: int, known: World) -> Outline:
    return {"id": name, "text": text, "basis": "reported", "source": _cited(number, salt, known)}
