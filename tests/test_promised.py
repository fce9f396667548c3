"""What the site promises of every practice, asked of the small one: the unknown, the machine, the missing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from komsiluk import build
from komsiluk.html.prose import blocks
from komsiluk.mkdocs_plugin.config_loader import load_settings
from komsiluk.pages.coverage import by_countries
from komsiluk.pages.facets import UNKNOWN
from komsiluk.pages.localized_text import LocalizedText, Paragraph
from komsiluk.pages.plan import Plan
from komsiluk.search.entries import SearchRecord, practice_entries, written_entry
from komsiluk.search.index import index
from komsiluk.source.changes import affected
from tests.test_search_index import read, terms

SMALL = Path(__file__).parent / "cases" / "small"
SETTINGS = load_settings(SMALL / "mkdocs.yml")


@pytest.fixture(scope="module")
def checked() -> build.Checked:
    return build.check(SETTINGS)


@pytest.fixture(scope="module")
def plan(checked: build.Checked) -> Plan:
    return build.pages(checked, SETTINGS)


# The unknown


@pytest.mark.parametrize("facet", ["cost", "length", "size", "role"])
def test_what_nobody_reports_is_filtered_as_unknown_and_as_nothing_else(
    plan: Plan, facet: str
) -> None:
    held = {facet.name: facet.by_practice for facet in plan.facets("en")}[facet]
    assert held["repair-evenings"] == (UNKNOWN,)
    assert UNKNOWN not in held["tool-library"]


def test_a_practice_is_filtered_by_its_cost_band_where_it_has_one(plan: Plan) -> None:
    (cost,) = (facet for facet in plan.facets("en") if facet.name == "cost")
    for practice_id, practice in plan.practices["en"].items():
        band = practice.shared.cost
        assert cost.by_practice[practice_id] == (UNKNOWN if band is None else str(band),)
    assert cost.values[-1].id == UNKNOWN


# The machine


def test_a_search_result_says_whether_a_machine_translated_it(plan: Plan) -> None:
    records = [make() for _, make in practice_entries(plan, "mk")]
    said = {record.key: record.by_machine for record in records}
    assert said == {
        "practices/riverside-garden": True,  # t/mk.yml: status: machine
        "practices/tool-library": False,  # status: human
        "practices/repair-evenings": False,  # borrowed, and says that
    }
    shown = _shown(records)
    assert [entry[0] for entry in shown if entry[6:] == [1]] == ["practices/riverside-garden"]


def _shown(records: Sequence[SearchRecord]) -> list[list[object]]:
    """What the index shows of each, in their order."""
    held = read(dict(index("mk", records, [], [("", "")] * 9, {}, {"newest": []}, {})))
    cards = sorted((name for name in held if name[0] == "c"), key=lambda name: int(name[1:]))
    return [entry for name in cards for entry in held[name]]


# Words of titles


def test_a_word_of_a_title_counts_more_than_the_same_word_often_in_a_text() -> None:
    records = [
        written_entry("often", "Salt", "", "bread and bread and bread " + "and more " * 60, "en"),
        written_entry("title", "Bread", "", "and salt and salt and salt " + "and more " * 60, "en"),
    ]
    held = read(dict(index("en", records, [], [], {}, {"newest": []}, {})))
    often, title = (terms(held)["bread"][0][n] for n in (0, 1))
    assert title > often


def test_titles_of_practices_count_sixteen_times_taglines_six_and_summaries_three(
    plan: Plan,
) -> None:
    record = dict(practice_entries(plan, "en"))["tool-library"]()
    texts = plan.practice("en", "tool-library").texts

    def weight(name: str) -> int:
        return sum(text.weight for text in record.texts if texts.must(name).plain in text.text)

    assert [weight(name) for name in ("title", "tagline", "summary")] == [16, 6, 3]
    assert weight("sustainability.text") == 1


# The missing, the outdated, the changed


def test_an_outdated_paragraph_says_so_and_a_borrowed_one_says_its_language() -> None:
    text = LocalizedText(
        (
            Paragraph("Свежо.", "mk"),
            Paragraph("Старо.", "mk", outdated=True),
            Paragraph("New.", "en"),
        )
    )
    assert str(blocks(text, "mk", "It has changed.")).split("\n") == [
        "<p>Свежо.</p>",
        '<div class="k-outdated"><p>Старо.</p><p class="k-outdated__note">It has changed.</p></div>',
        '<div lang="en"><p>New.</p></div>',
    ]


def test_countries_with_the_most_practices_come_first(plan: Plan) -> None:
    assert by_countries(plan.collection).columns == ("RS", "MK")


def test_a_changed_practice_takes_its_translations_and_pictures_along(
    checked: build.Checked,
) -> None:
    folder = checked.loaded.folder
    inside = affected(checked.loaded, [f"{folder}/tool-library/practice.yml"])
    assert {file.removeprefix(f"{folder}/") for file in inside} >= {
        "tool-library/practice.yml",
        "tool-library/t/mk.yml",
        "tool-library/t/sr-Latn.yml",
        "tool-library/images/bench.jpg",
    }
    other = affected(checked.loaded, [f"{folder}/repair-evenings/practice.yml"])
    assert not [file for file in other if file.endswith("bench.jpg")]
