"""Each field of a practice says where readers see it, or why nobody does."""

from __future__ import annotations

import re
import typing
from pathlib import Path
from typing import Annotated

import pytest

from komsiluk.model.fields import ItemId, Note, Record
from komsiluk.model.practice import Practice
from komsiluk.model.shown import GUIDE, NotShown, PaperName, PapersBy, Section, Shown, showing
from komsiluk.model.walk import models_within
from komsiluk.pages.papers import Paper
from komsiluk.pages.selection import Compilation

TEMPLATE = Path(__file__).parents[1] / "overrides" / "komsiluk" / "practice.html"


def test_every_field_of_a_practice_says_where_it_is_shown_or_why_not() -> None:
    assert len(list(models_within(Practice))) > 25
    silent = [
        f"{model.__name__}.{name}"
        for model in models_within(Practice)
        for name, mark in showing(model).items()
        if mark is None
    ]
    assert silent == []


def test_a_reason_is_one() -> None:
    for model in models_within(Practice):
        for name, mark in showing(model).items():
            if isinstance(mark, NotShown):
                assert len(mark.reason.split()) > 4, (model, name)


def test_what_decides_among_papers_is_a_field_of_the_record() -> None:
    for model in models_within(Practice):
        for name, mark in showing(model).items():
            if isinstance(mark, Shown) and isinstance(mark.papers, PapersBy):
                assert mark.papers.field in model.model_fields, (model, name)


def test_sections_and_papers_are_those_that_there_are() -> None:
    anchors = set(re.findall(r'heading, "([a-z-]+)"', TEMPLATE.read_text("utf-8")))
    assert set(typing.get_args(Section)) == anchors - {"unknown", "sources"}
    papers = {str(paper) for paper in (*Paper, *Compilation)}
    assert set(typing.get_args(PaperName)) == papers


def test_the_mark_of_a_field_replaces_that_of_its_type() -> None:
    class Held(Record):
        id: ItemId
        plain: Annotated[Note, Shown(compare=True)] | None = None
        whole: Annotated[Note | None, Shown(papers=(GUIDE,))] = None
        own: Annotated[ItemId, Shown()]
        silent: Note

    marks = showing(Held)
    assert isinstance(marks["id"], NotShown)
    assert marks["plain"] == Shown(compare=True)
    assert marks["whole"] == Shown(papers=(GUIDE,))
    assert marks["own"] == Shown()
    assert marks["silent"] is None


@pytest.mark.parametrize(("basis", "papers"), [("reported", (GUIDE,)), ("suggested", ())])
def test_papers_may_hang_on_who_says_so(basis: str, papers: tuple[str, ...]) -> None:
    class Point(Record):
        basis: str

    by_basis = PapersBy("basis", (("reported", (GUIDE,)),))
    assert by_basis.of(Point(basis=basis)) == papers
