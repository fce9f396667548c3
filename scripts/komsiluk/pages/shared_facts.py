"""A practice to the facts that follow from its record and are the same in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from komsiluk.model.account import Step
from komsiluk.model.collection import Collection
from komsiluk.model.practice import Practice
from komsiluk.model.statements import Basis
from komsiluk.pages.cost import cost_band
from komsiluk.pages.declared import DeclaredText, declared_texts
from komsiluk.pages.evidence import Evidence, evidence
from komsiluk.pages.period import Duration, duration
from komsiluk.pages.photograph_list import ShownPhotograph, shown_photographs
from komsiluk.pages.related import Related
from komsiluk.pages.results_table import ResultRow, result_rows
from komsiluk.pages.sections import sections, unknown


@dataclass(frozen=True, kw_only=True, slots=True)
class SharedFacts:
    """Facts that do not depend on the language, worked out once for each practice."""

    evidence: Evidence
    """How sure one can be of it."""
    cost: int | None
    """The cost band, 1 to 5; None when nobody says."""
    duration: Duration | None
    """How long it took; None when nobody says."""
    results: tuple[ResultRow, ...]
    """Planned beside achieved."""
    unknown: tuple[str, ...]
    """Names of the facts that no source tells."""
    done: tuple[Step, ...]
    """The steps that a source reports."""
    advised: tuple[Step, ...]
    """The steps that the editors suggest."""
    populations: tuple[tuple[str, str], ...]
    """How large its towns are, where their records say: place and band."""
    sections: tuple[str, ...]
    """Anchors of the sections of its page that have something in them, in order."""
    declared: tuple[DeclaredText, ...]
    """Its texts that stand where the model says, without code of their own."""
    theme: str
    """The id of its first theme."""
    palette: str
    """Name of the theme's palette."""
    motif: str
    """Name of the theme's figure."""
    related: tuple[str, ...]
    """Ids of the practices that a reader should see next."""
    photographs: tuple[ShownPhotograph, ...]
    """Its pictures that can be shown."""


def shared_facts(collection: Collection) -> Mapping[str, SharedFacts]:
    """The facts of every practice, by its id."""
    related = Related(collection.practices)
    return {
        practice_id: _of(practice_id, practice, collection, related)
        for practice_id, practice in collection.practices.items()
    }


def _of(
    practice_id: str, practice: Practice, collection: Collection, related: Related
) -> SharedFacts:
    themes = collection.vocabularies.get("themes")
    theme = practice.themes[0]
    concept = themes.concept(theme) if themes else None
    return SharedFacts(
        evidence=evidence(practice),
        cost=cost_band(practice),
        duration=duration(practice.period),
        results=result_rows(practice.results),
        unknown=unknown(practice),
        done=_steps(practice, Basis.REPORTED),
        advised=_steps(practice, Basis.SUGGESTED),
        populations=tuple(_populations(practice, collection)),
        sections=sections(practice),
        declared=declared_texts(practice),
        theme=theme,
        palette=(concept.palette if concept else None) or theme,
        motif=(concept.motif if concept else None) or "weave",
        related=related.to(practice_id),
        photographs=shown_photographs(collection, practice_id),
    )


def _populations(practice: Practice, collection: Collection) -> Iterator[tuple[str, str]]:
    for place_id in dict.fromkeys(practice.places):
        place = collection.places.get(place_id)
        if place and place.population_band:
            yield place_id, place.population_band


def _steps(practice: Practice, basis: Basis) -> tuple[Step, ...]:
    return tuple(step for step in practice.steps if step.basis is basis)
