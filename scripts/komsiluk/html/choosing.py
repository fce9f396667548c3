"""What a template may ask where practices are listed, chosen and handed out."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from markupsafe import Markup

from komsiluk.html.practices import Practices
from komsiluk.pages import coverage, facts
from komsiluk.pages.buckets import n_buckets
from komsiluk.pages.facets import Facet, facets
from komsiluk.pages.papers import Paper, Wanted, wanted
from komsiluk.pages.selection import Volume, title, volumes

Tree: TypeAlias = "tuple[str, tuple[Tree, ...]]"
"""A place and the smaller ones in it."""


class Choosing(Practices):
    """Lists, matrices, and papers."""

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
