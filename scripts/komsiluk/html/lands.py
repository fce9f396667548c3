"""What a template may ask of the map."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from komsiluk.html.choosing import Choosing
from komsiluk.html.signs import Signs, signs
from komsiluk.pages.map import MapMark
from komsiluk.pages.whereabouts import Spot


class Lands(Choosing):
    """Where practices are."""

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

    def marks_of(self, practice_id: str) -> tuple[MapMark, ...]:
        """Where a practice stands on the map of the region."""
        return self.plan.map.of_practice.get(practice_id, ()) if self.plan.map else ()
