"""What a template may ask of the site while it draws one page."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeAlias, TypeVar

from markupsafe import Markup, escape

from komsiluk.html.asking import Asking
from komsiluk.html.prose import blocks, inline, lang
from komsiluk.html.signs import Signs, signs
from komsiluk.model.practice import (
    Basis,
    Citation,
    Need,
    Participant,
    Practice,
    Prerequisite,
    Statement,
    Step,
    Task,
)
from komsiluk.model.records import Organisation, Place, Project, Source
from komsiluk.pages import coverage, facts
from komsiluk.pages.buckets import n_buckets
from komsiluk.pages.citations import Citations
from komsiluk.pages.cost import cost_band
from komsiluk.pages.evidence import HIGHEST, Evidence
from komsiluk.pages.facets import Facet, facets
from komsiluk.pages.gathered import Volume, title, volumes
from komsiluk.pages.ledger import Row, ledger
from komsiluk.pages.map import Mark
from komsiluk.pages.papers import Paper, Wanted, wanted
from komsiluk.pages.photographs import Shown, shown
from komsiluk.pages.plan import organisation_name, place_name
from komsiluk.pages.sections import unknown
from komsiluk.pages.shelves import Shelf
from komsiluk.pages.voice import Rendition, Said
from komsiluk.pages.whereabouts import Spot
from komsiluk.text.markdown import is_plain, to_html, to_inline_html
from komsiluk.text.paragraphs import split

Kinded = TypeVar("Kinded", Need, Prerequisite)
Tree: TypeAlias = "tuple[str, tuple[Tree, ...]]"
"""A place and the smaller ones in it."""

ROOT = "\x02"
"""Stands for the way to the root of the language; no text can hold it: reading refuses it."""


class Scene(Asking):
    """One page in its site; templates see it as `at`."""

    # Practices

    def rendition(self, practice_id: str) -> Rendition:
        """A practice in the page's language."""
        return self.plan.rendition(self.page.language, practice_id)

    def practice(self, practice_id: str) -> Practice:
        """A practice's record."""
        return self.plan.collection.practices[practice_id]

    def text(self, told: Rendition, name: str) -> str:
        """A text of a practice within a line; borrowed parts are marked with their language."""
        found = told.current.get(name)
        if found is not None and "\n" not in found:
            return found if is_plain(found) else escape(found)
        said = told.text(name)
        return "" if said is None else inline(said, self.page.language)

    def heading(self, told: Rendition, name: str) -> str:
        """The same for a title or tagline, of practices of which nothing else is shown."""
        found = told.heading(name)
        if found is not None and "\n" not in found:
            return found if is_plain(found) else escape(found)
        return self.text(told, name)

    def rich(self, told: Rendition, name: str) -> str:
        """The same for a text in which Markdown means something."""
        found = told.current.get(name)
        if found is not None and "\n" not in found:
            html = to_inline_html(found)
            return html if html is found and is_plain(html) else Markup(html)
        said = told.text(name)
        return "" if said is None else inline(said, self.page.language, markdown=True)

    def blocks(self, told: Rendition, name: str) -> str:
        """A text of a practice as paragraphs."""
        found = told.current.get(name)
        if found is None:
            said = told.text(name)
            return "" if said is None else self.prose(said)
        if "\n" in found or "\r" in found:
            return Markup("\n".join(map(to_html, split(found))))
        return Markup(to_html(found))

    def said(self, told: Rendition, name: str) -> Said:
        """A text of a practice and the language it is in, for attributes, which cannot mark a part.

        Raises `KeyError` for a text that is not there.
        """
        found = told.text(name)
        if found is None:
            raise KeyError(name)
        return found

    def translation_link(self, told: Rendition) -> str:
        """The way to where the translation can be mended: its own text, or that of the other script."""
        origin = told.translation.derived_from if told.translation else None
        if origin not in self.settings.languages:
            return self.form_link("translate")
        work = "improve" if origin == told.practice.original_language else "translate"
        return self.form_link(work, origin)

    def photographs(self) -> tuple[Shown, ...]:
        """The pictures of the practice that the page is of."""
        return shown(self.plan.collection, self.page.subject)

    def withdrawn(self) -> str:
        """The day on which the practice that stood here was taken off the site."""
        return self.plan.collection.withdrawn[self.page.subject].withdrawn

    def once(self, name: str, macro: Callable[..., str], *values: Hashable) -> str:
        """What a macro gives for `at` and these values: drawn once for all pages of a language.

        For macros that show nothing of the page they stand on, such as ways to other pages.
        """
        asked = (name, *values)
        memory = self.voice.memory
        found = memory.get(asked)
        if found is None:
            found = memory[asked] = macro(self, *values)
        return found

    def cite(self, cited: Citations, citation: Citation | None) -> str:
        """The number of a citation, which leads to the source; nothing for none."""
        if citation is None:
            return ""
        number = cited.number(citation)
        memory = self.voice.memory
        found: Markup | None = memory.get(number)
        if found is None:
            found = memory[number] = Markup(
                '<sup><a href="#source-{}" aria-label="{}">{}</a></sup>'
            ).format(number, self.say("source.number", n=number), number)
        return found

    def term(self, vocabulary: str, concept_id: str) -> str:
        """The label of a term, within a line."""
        asked = (vocabulary, concept_id)
        found: Markup | None = self.voice.memory.get(asked)
        if found is None:
            found = self.voice.memory[asked] = self.inline(self.concept(vocabulary, concept_id))
        return found

    def inline(self, said: Said) -> Markup:
        """A label or another text that is no practice's, within a line."""
        return inline(said, self.page.language)

    def prose(self, said: Said) -> Markup:
        """A text as paragraphs."""
        return blocks(said, self.page.language, self.say("translation.outdated"))

    def lang(self, tag: str) -> Markup:
        """`lang="…"` for text that is not in the page's language; nothing else."""
        return lang(tag, self.page.language)

    def citations(self) -> Citations:
        """A new count of citations; the template keeps it while it draws the page."""
        return Citations()

    def anchors(self) -> tuple[str, ...]:
        """The sections that the page has."""
        return tuple(anchor for anchor, _ in self.page.sections)

    def leads(self, practice: Practice) -> tuple[Participant, ...]:
        """The organisations that led a practice."""
        return tuple(part for part in practice.organisations if part.role == "lead")

    def by_kind(self, needs: Iterable[Kinded]) -> Iterable[tuple[str, list[Kinded]]]:
        """What is needed, by its kind, in the order in which the kinds first come."""
        found: dict[str, list[Kinded]] = {}
        for need in needs:
            found.setdefault(need.kind, []).append(need)
        return found.items()

    def advice(self, practice: Practice) -> tuple[tuple[str, str, Sequence[Statement]], ...]:
        """The lists of advice for repeating a practice: field, key of its heading, items."""
        transfer = practice.transfer
        return (
            ("success_factors", "transfer.success-factors", transfer.success_factors),
            ("obstacles", "transfer.obstacles", transfer.obstacles),
            ("not_suitable_when", "transfer.not-suitable-when", transfer.not_suitable_when),
        )

    def by_week(self, tasks: Sequence[Task]) -> list[Task]:
        """What is to be done, the earliest first."""
        return sorted(tasks, key=lambda task: -task.weeks_before)

    def ledger(self, practice: Practice) -> tuple[Row, ...]:
        """Planned beside achieved."""
        return ledger(practice.results)

    def steps(self, practice: Practice, basis: str) -> tuple[Step, ...]:
        """The steps that a source reports, or those the editors suggest."""
        return tuple(step for step in practice.steps if step.basis is Basis(basis))

    def percent(self, share: float) -> str:
        """A share as a length of 100, to a tenth."""
        return f"{share * 100:.1f}".removesuffix(".0")

    def weeks(self, steps: Sequence[Step]) -> int:
        """The last week of a plan; 0 when no step has weeks."""
        return max((step.last_week or step.first_week or 0 for step in steps), default=0)

    def evidence(self, practice_id: str) -> Evidence:
        """How sure one can be of a practice."""
        return self.plan.evidence(practice_id)

    @property
    def highest_evidence(self) -> int:
        """The highest level that evidence has."""
        return HIGHEST

    def cost(self, practice: Practice) -> int | None:
        """The cost band, or None when nobody says."""
        return cost_band(practice)

    def unknown(self, practice: Practice) -> tuple[str, ...]:
        """What no source tells."""
        return unknown(practice)

    def related(self, practice_id: str) -> tuple[str, ...]:
        """Practices to see next."""
        return self.plan.related(practice_id)

    # Lists

    def facets(self) -> tuple[Facet, ...]:
        """What the list of all practices can be narrowed down by."""
        return facets(self.plan, self.page.language)

    def by_theme(self, ids: Iterable[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Neighbours in a list of practices that have the same first theme, with that theme."""
        return tuple(
            (theme, tuple(held))
            for theme, held in itertools.groupby(ids, lambda id: self.practice(id).themes[0])
        )

    def trees(self, ids: Sequence[str]) -> tuple[Tree, ...]:
        """Places, each with those of the list that are part of it; a list may begin amid a tree."""
        here = set(ids)
        below: dict[str, list[str]] = {}
        for place_id in ids:
            parent = self.place(place_id).part_of
            below.setdefault(parent if parent in here else "", []).append(place_id)

        def grow(parent: str) -> tuple[Tree, ...]:
            return tuple((place_id, grow(place_id)) for place_id in below.get(parent, ()))

        return grow("")

    def within(self, place_id: str) -> tuple[str, ...]:
        """The places with practices that are directly part of one."""
        return self.plan.shelves.within.get(place_id, ())

    # Records

    def concept(self, vocabulary: str, concept_id: str) -> Said:
        """The label of a term."""
        return self._concept(vocabulary, concept_id, definition=False)

    def definition(self, vocabulary: str, concept_id: str) -> Said:
        """What a term means."""
        return self._concept(vocabulary, concept_id, definition=True)

    def _concept(self, vocabulary: str, concept_id: str, *, definition: bool) -> Said:
        held = self.plan.collection.vocabularies.get(vocabulary)
        concept = held.concept(concept_id) if held else None
        labels = (concept.definition if definition else concept.label) if concept else {}
        return self.voice.label(labels, "" if definition else concept_id)

    def palette(self, theme: str) -> str:
        """The name of a theme's palette."""
        held = self.plan.collection.vocabularies.get("themes")
        concept = held.concept(theme) if held else None
        return (concept.palette if concept else None) or theme

    def place(self, place_id: str) -> Place:
        """A place's record."""
        return self.plan.collection.places[place_id]

    def place_name(self, place_id: str) -> str:
        """The name of a place."""
        asked = ("place", place_id)
        found: str | None = self.voice.memory.get(asked)
        if found is None:
            found = self.voice.memory[asked] = place_name(
                self.plan.collection, place_id, self.voice
            )
        return found

    def country(self, code: str) -> str:
        """The name of a country."""
        return self.voice.words.country(code)

    def organisation(self, organisation_id: str) -> Organisation:
        """An organisation's record."""
        return self.plan.collection.organisations[organisation_id]

    def organisation_name(self, organisation_id: str) -> str:
        """The name of an organisation."""
        asked = ("organisation", organisation_id)
        found: str | None = self.voice.memory.get(asked)
        if found is None:
            found = organisation_name(self.plan.collection, organisation_id, self.voice)
            self.voice.memory[asked] = found
        return found

    def project(self, project_id: str) -> Project:
        """A project's record."""
        return self.plan.collection.projects[project_id]

    def source(self, source_id: str) -> Source:
        """A source's record."""
        return self.plan.collection.sources[source_id]

    def label(self, labels: dict[str, str], otherwise: str = "") -> Said:
        """The words of the page's language among labels."""
        return self.voice.label(labels, otherwise)

    def language_name(self, tag: str) -> str:
        """The name of a language in the page's language."""
        return self.voice.words.language_name(tag)

    def shelf(self, kind: str) -> Shelf:
        """Ids of practices by what they stand under."""
        shelf: Shelf = getattr(self.plan.shelves, kind)
        return shelf

    def where(self, practice: Practice) -> str:
        """The places of a practice in a few words: at most three, else the countries."""
        return facts.where(self.plan.collection, practice, self.voice)

    # What helps to choose

    def by_groups(self) -> coverage.Matrix:
        """How many practices there are for each theme and group."""
        return coverage.by_groups(self.plan.collection)

    def by_countries(self) -> coverage.Matrix:
        """The same for themes and countries."""
        return coverage.by_countries(self.plan.collection)

    def country_page(self, code: str) -> str:
        """The key of the page of a country; empty when it has none."""
        for place_id, place in self.plan.collection.places.items():
            if place.kind == "country" and place.country == code:
                return f"places/{place_id}" if self.there(f"places/{place_id}") else ""
        return ""

    def facts(self) -> tuple[tuple[str, str], ...]:
        """The facts that practices are compared by: the name of each, and its heading."""
        return tuple((name, self.say(phrase)) for name, (phrase, _) in facts.FACTS.items())

    @property
    def n_buckets(self) -> int:
        """How many data scripts hold the facts of all practices."""
        return n_buckets(len(self.plan.collection.practices))

    # Papers

    def papers(self, practice_id: str) -> list[tuple[str, str, str]]:
        """The papers of a practice in the page's language: what each is called, the way to it, and
        what is to be said of its file."""
        return [
            (self.say(f"paper.{paper.paper}"), self.home + paper.path, self._file(paper))
            for paper in wanted(
                {practice_id: self.practice(practice_id)},
                self.page.language,
                self.settings.offered,
            )
        ]

    @property
    def offers_word(self) -> bool:
        """Whether the site has papers that an office can edit."""
        return any(paper.is_word for paper in Paper if paper in self.settings.offered)

    def volumes(self) -> list[tuple[Markup, Markup, list[tuple[str, str, str]]]]:
        """The collections that are printed together: title, description, and the papers of each."""
        found: dict[str, tuple[Markup, Markup, list[tuple[str, str, str]]]] = {}
        for volume in volumes(self.plan, self.page.language, self.settings.offered):
            name, told = title(self.plan, self.voice, volume.held, "")
            described = self.inline(told) if told else Markup("")
            held = found.setdefault(volume.held.subject, (self.inline(name), described, []))
            way = self.home + volume.path
            held[2].append((self.say(f"paper.{volume.kind}"), way, self._file(volume)))
        return list(found.values())

    def _file(self, paper: Wanted | Volume) -> str:
        printed = self.prints.get(paper)
        if printed is None:
            return "Word" if isinstance(paper, Wanted) and paper.paper.is_word else "PDF"
        size = self.say("guides.kilobytes", n=self.number(-(-printed.n_bytes // 1000)))
        if printed.n_pages is None:
            return self.say("guides.document", size=size)
        return self.say("guides.file", pages=self.count("guides.pages", printed.n_pages), size=size)

    # The site on a device of the reader's

    def newest_change(self) -> str:
        """The day of the newest change that any page tells of; empty when none does."""
        return max(page.updated for page in self.plan.pages.of(self.page.language))

    def own_names(self) -> str:
        """The languages of the site, by tag, each by its own name: JSON."""
        return json.dumps(
            {tag: voice.words.language.name for tag, voice in self.plan.voices.items()},
            ensure_ascii=False,
        )

    def months(self) -> str:
        """The 22nd of each month of 2001 as the language writes it: JSON.

        Browsers do not know how all our languages write a date; the day and the year are replaced.
        """
        days = [self.day(f"2001-{month:02}-22") for month in range(1, 13)]
        return json.dumps(days, ensure_ascii=False)

    # The map

    def signs(self) -> Signs:
        """The signs and names of the map of the region in the page's language."""
        found: Signs | None = self.voice.memory.get("signs")
        if found is None and self.plan.map is not None:
            found = self.voice.memory["signs"] = signs(
                self.plan.map, self.spot_name, self.voice.words
            )
        assert found is not None, "a site without outlines has no map"
        return found

    def spot_name(self, spot: Spot) -> str:
        """The name of a place, or of a country that has no record."""
        return self.place_name(spot.place) if spot.place else self.country(spot.country)

    def spot_link(self, spot: Spot) -> str:
        """The way to the page of a place; else to its row in the table beside the map."""
        key = f"places/{spot.place}"
        return self.link(key) if spot.place and self.there(key) else f"#at-{spot.name}"

    def by_country(self) -> tuple[tuple[str, tuple[Spot, ...]], ...]:
        """The whereabouts of practices by country, those with most practices first; the code of what
        lies across borders is empty."""
        found = [
            (code, tuple(held))
            for code, held in itertools.groupby(self.plan.spots, lambda spot: spot.country)
        ]
        return tuple(sorted(found, key=lambda country: -self.distinct(country[1])))

    def disputed_lands(self) -> tuple[tuple[str, str], ...]:
        """Names and footnotes of the contested places that the map shows."""
        lands = self.plan.map.lands if self.plan.map else ()
        keys = [f"contested.{land.code}." for land in lands]
        return tuple(
            (self.say(key + "name"), self.say(key + "footnote"))
            for key in keys
            if self.has(key + "name") and self.has(key + "footnote") and self.say(key + "footnote")
        )

    def off_map(self) -> tuple[Spot, ...]:
        """The whereabouts that the map does not show."""
        shown = {mark.spot for mark in self.plan.map.marks} if self.plan.map else set()
        return tuple(spot for spot in self.plan.spots if spot not in shown)

    def numbers(self, ids: Iterable[str]) -> str:
        """The numbers that practices have in the search's index, with spaces between them."""
        return " ".join(str(self.plan.shelves.numbers[practice_id]) for practice_id in ids)

    def distinct(self, spots: Iterable[Spot]) -> int:
        """How many practices there are at places, each counted once."""
        return len({practice_id for spot in spots for practice_id in spot.practices})

    def marks_of(self, practice_id: str) -> tuple[Mark, ...]:
        """Where a practice stands on the map of the region."""
        return self.plan.map.of_practice.get(practice_id, ()) if self.plan.map else ()

    # The home page

    def countries(self) -> tuple[str, ...]:
        """The countries of all practices."""
        practices = self.plan.collection.practices.values()
        return tuple(sorted({code for practice in practices for code in practice.countries}))

    def worth_a_look(self) -> tuple[str, ...]:
        """Three practices for the home page: the surest ones, each of another theme.

        Those that can be read in the page's language come first; the rest is by id, so that two
        builds agree.
        """
        chosen: dict[str, str] = {}
        ranked = sorted(
            self.plan.collection.practices.items(),
            key=lambda item: (
                self.rendition(item[0]).borrowed,
                -self.evidence(item[0]).level,
                -len(self.plan.collection.translations[item[0]]),
                item[0],
            ),
        )
        for practice_id, practice in ranked:
            chosen.setdefault(practice.themes[0], practice_id)
        return tuple(chosen.values())[:3]

    def common(self, one: Sequence[str], other: Sequence[str]) -> int:
        """How many practices stand under both."""
        return len(set(one) & set(other))


class RootScene(Scene):
    """What a card is drawn in: its ways begin with a mark that each page replaces by its own."""

    def _home(self) -> str:
        return ROOT
