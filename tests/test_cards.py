"""A card is drawn once for all pages of a language, and right on each of them."""

from __future__ import annotations

import dataclasses
from collections import Counter
from pathlib import Path

import pytest

from komsiluk import build, theme
from komsiluk.html.renderer import ROOT, Renderer
from komsiluk.html.templates import Templates
from komsiluk.mkdocs_plugin.config_loader import load_settings
from komsiluk.pages.addresses import Addresses
from komsiluk.pages.localized import LocalizedPractice
from komsiluk.pages.page import home_page
from komsiluk.source.document import read

SMALL = Path(__file__).parent / "cases" / "small"


class Counting(Templates):
    """Templates that count what they draw."""

    drawn: Counter[object]

    def render(self, name: str, **values: object) -> str:
        """The template, counted by the practice that it shows."""
        practice = values["practice"]
        assert isinstance(practice, LocalizedPractice)
        self.drawn[practice.id] += 1
        return super().render(name, **values)


@pytest.mark.parametrize("directory_urls", [True, False])
def test_a_card_leads_from_every_page_where_one_drawn_for_that_page_would(
    directory_urls: bool,
) -> None:
    settings = load_settings(SMALL / "mkdocs.yml")
    settings = dataclasses.replace(settings, directory_urls=directory_urls)
    checked = build.check(settings)
    plan = build.pages(checked)
    addresses = Addresses(default_language="en", directory_urls=directory_urls)
    for tag in settings.languages:
        templates = Counting([theme.folder()], checked.words[tag], ours=theme.folder())
        templates.drawn = Counter()
        plain = Templates([theme.folder()], checked.words[tag], ours=theme.folder())
        renderer = Renderer(tag, plan, settings, addresses, templates)
        for page in (home_page(tag), *plan.pages.of(tag)):
            at = renderer.context(page)
            for practice in plan.practices[tag].values():
                card = at.card(practice.id)
                assert ROOT not in card
                assert card == plain.render("_card.html", at=at, practice=practice)
        assert templates.drawn == dict.fromkeys(plan.collection.practices, 1)


def test_no_text_can_hold_what_stands_for_the_way_in_a_card() -> None:
    """Reading refuses it in a practice, so that nobody can put an address of theirs in its place."""
    document = read(f"title: a{ROOT}b\n".encode(), file="a.yml")
    assert [problem.rule for problem in document.problems] == ["control-character"]
    assert document.value == {"title": "a\ufffdb"}
