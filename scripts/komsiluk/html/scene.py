"""What a template may ask of the site while it draws one page."""

from __future__ import annotations

import json
from collections.abc import Sequence

from komsiluk.html.lands import Lands

ROOT = "\x02"
"""Stands for the way to the root of the language; no text can hold it: reading refuses it."""


class Scene(Lands):
    """One page in its site; templates see it as `at`."""

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
