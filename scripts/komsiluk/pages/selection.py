"""A collection, theme, place, project or list of practices to practices that are printed together."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from komsiluk.pages.language_context import LanguageContext
from komsiluk.pages.localized_text import LocalizedText
from komsiluk.pages.papers import FOLDER
from komsiluk.pages.plan import Plan


class By(enum.StrEnum):
    """What practices are selected by; the value is the name of the records."""

    COLLECTION = "collections"
    THEME = "themes"
    PLACE = "places"
    PROJECT = "projects"
    HAND = ""
    """By name, or all practices."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Selection:
    """Practices to be printed together."""

    by: By
    subject: str
    """The id of the record by which they are selected; empty for none."""
    practices: tuple[str, ...]
    """Ids, in the order in which they are read."""

    @property
    def name(self) -> str:
        """The beginning of the names of its files."""
        return self.subject or "practices"

    @property
    def key(self) -> str:
        """The key of the page that shows the same practices, or all of them."""
        if self.by in (By.HAND, By.COLLECTION):
            return "practices"
        return f"{self.by}/{self.subject}"


class Compilation(enum.StrEnum):
    """The papers of practices that are printed together; each has a template of that name."""

    BOOKLET = "booklet"
    """To be read: each practice on a page of its own, with contents, indexes and sources."""
    DECK = "deck"
    """To be laid on a table: a card of A6 for each practice."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Volume:
    """A booklet or a deck of cards, in a language."""

    selection: Selection
    language: str
    """BCP 47."""
    kind: Compilation
    mono: bool = False
    """For black ink."""
    folded: bool = False
    """A booklet on pages of A5, two on each side of a sheet of A4 that is folded once."""
    large: bool = False
    """Cards on sheets of A3, eight on each; else on A4, four on each."""

    @property
    def sheet(self) -> str:
        """The size of its pages."""
        if self.kind is Compilation.DECK:
            return "a3" if self.large else "a4"
        return "a5" if self.folded else "a4"

    @property
    def path(self) -> str:
        """Where it stands in the site, from the root of its language; the name of the file says what it contains."""
        marks = [self.kind, "mono" * self.mono, "fold" * self.folded, "a3" * self.large]
        parts = "-".join(filter(None, (self.selection.name, *marks)))
        return f"{FOLDER}{parts}.{self.language}.pdf"


def selection(plan: Plan, by: By, subject: str) -> Selection:
    """The practices under a collection, theme, place or project. Raises `KeyError` for one without any."""
    return Selection(by=by, subject=subject, practices=subjects(plan, by)[subject])


def volumes(plan: Plan, language: str, papers: Iterable[str]) -> Iterator[Volume]:
    """The volumes of these kinds that a site offers in a language: one of each for each collection."""
    kinds = tuple(papers)
    for name in subjects(plan, By.COLLECTION):
        for kind in Compilation:
            if kind in kinds:
                chosen = selection(plan, By.COLLECTION, name)
                yield Volume(selection=chosen, language=language, kind=kind)


def subjects(plan: Plan, by: By) -> Mapping[str, tuple[str, ...]]:
    """The records of a kind by which practices can be selected: ids of practices by the id of each."""
    if by is By.COLLECTION:
        practices = plan.collection.practices
        return {
            name: ids
            for name, anthology in plan.collection.collections.items()
            if (ids := tuple(id for id in anthology.practices if id in practices))
        }
    index: Mapping[str, tuple[str, ...]] = getattr(plan.taxonomy, by)
    order = _order(plan)
    return {name: tuple(sorted(ids, key=order.__getitem__)) for name, ids in index.items()}


def by_hand(plan: Plan, ids: Iterable[str]) -> Selection:
    """Some practices, in the order of the site."""
    practices = tuple(sorted(ids, key=_order(plan).__getitem__))
    return Selection(by=By.HAND, subject="", practices=practices)


def _order(plan: Plan) -> Mapping[str, int]:
    """The place of each practice in the list of all of them."""
    return {practice_id: n for n, practice_id in enumerate(plan.taxonomy.browse)}


def title(
    plan: Plan, language: LanguageContext, selection: Selection, site: str
) -> tuple[LocalizedText, LocalizedText | None]:
    """The title and the description of a selection; `site` is the title of one by hand."""
    collection = plan.collection
    match selection.by:
        case By.COLLECTION:
            anthology = collection.collections[selection.subject]
            return _both(language, anthology.title, anthology.description, selection.subject)
        case By.THEME:
            concept = collection.vocabularies["themes"].concept(selection.subject)
            assert concept is not None
            return _both(language, concept.label, concept.definition, selection.subject)
        case By.PROJECT:
            project = collection.projects[selection.subject]
            return _both(language, project.names, project.description, project.name)
        case By.PLACE:
            return language.label({}, language.place(selection.subject)), None
        case By.HAND:
            return language.label({}, site), None


def _both(
    language: LanguageContext,
    name: Mapping[str, str],
    description: Mapping[str, str],
    otherwise: str,
) -> tuple[LocalizedText, LocalizedText | None]:
    return language.label(name, otherwise), language.label(description) if description else None
