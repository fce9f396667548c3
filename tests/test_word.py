"""Documents that an office edits: real styles, marked heads, languages, and no trace of a machine."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any
from xml.etree import ElementTree

import docx
import pytest
from docx.document import Document as File
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from komsiluk import build
from komsiluk.guides.paper_data import paper_data
from komsiluk.guides.word.blocks import (
    Heading,
    Items,
    Run,
    RunStyle,
    Table,
    WordDocument,
    WordParagraph,
)
from komsiluk.guides.word.documents import document
from komsiluk.guides.word.file import word_file
from komsiluk.pages.papers import Paper, Wanted
from komsiluk.pages.plan import Plan
from komsiluk.settings import Settings
from tests.site.sites import SMALL

SETTINGS = Settings(
    root=SMALL,
    practices=SMALL / "practices",
    languages=("en", "sr-Latn", "sr-Cyrl", "mk"),
    site_url="https://small.example.org/",
    site_names={"en": "A small site", "mk": "Мала страница"},
    author="The neighbours",
)
WORD_TAGS = {"en": "en-GB", "sr-Latn": "sr-Latn-RS", "sr-Cyrl": "sr-Cyrl-RS", "mk": "mk-MK"}
KINDS = {"brief-word": Paper.BRIEF, "session-word": Paper.GUIDE}
TIME = 1795305600


@pytest.fixture(scope="module")
def plan() -> Plan:
    return build.pages(build.check(SETTINGS))


def asked(
    plan: Plan, kind: str, tag: str = "en", practice_id: str = "tool-library"
) -> WordDocument:
    wanted = Wanted(practice_id=practice_id, language=tag, paper=KINDS[kind])
    return document(kind, paper_data(plan, SETTINGS, wanted), TIME)


def opened(document: WordDocument) -> File:
    return docx.Document(io.BytesIO(word_file(document)))


def simple(*blocks: Any, **more: Any) -> WordDocument:
    """A document of these blocks."""
    fields: dict[str, Any] = {
        "title": "A paper", "language": "en", "country": "GB", "author": "Us", "subject": "Brief",
        "keywords": "", "time": TIME, "head": "Us", "pages": "Page {n} of {total}",
    }  # fmt: skip
    return WordDocument(blocks=blocks, **(fields | more))


def headings(document: File) -> list[tuple[str, str]]:
    return [
        (paragraph.style.name, paragraph.text)
        for paragraph in document.paragraphs
        if paragraph.style is not None and re.match("Title|Heading", str(paragraph.style.name))
    ]


def test_a_brief_answers_the_questions_of_a_council_under_real_headings(plan: Plan) -> None:
    assert headings(opened(asked(plan, "brief-word"))) == [
        ("Title", "Tool library"),
        ("Heading 1", "What it took"),
        ("Heading 2", "Who paid"),
        ("Heading 2", "What it cost"),
        ("Heading 2", "What you need"),
        ("Heading 1", "Planned and achieved"),
        ("Heading 1", "What became of it"),
        ("Heading 1", "What may go wrong"),
        ("Heading 1", "The first three steps"),
        ("Heading 1", "Whom to ask"),
        ("Heading 1", "Sources"),
    ]


def test_what_no_source_tells_is_a_list_of_its_own(plan: Plan) -> None:
    told = headings(opened(asked(plan, "brief-word", practice_id="repair-evenings")))
    assert ("Heading 1", "What we do not know") in told


def test_planned_stands_beside_achieved_and_a_gap_is_said(plan: Plan) -> None:
    table = opened(asked(plan, "brief-word")).tables[1]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["What was planned", "What was achieved"]
    assert rows[1][0].startswith("at least 200 loans\nLoans in the first year [")
    assert rows[1][1].startswith("more than 1,250 of 2,000 loans\nLoans in the first year [")
    assert ["not reported", "not reported"] not in rows
    assert any(row[0] == "not reported" and row[1] for row in rows)


def test_what_nobody_reports_is_said_in_its_own_style(plan: Plan) -> None:
    document = opened(asked(plan, "brief-word", practice_id="repair-evenings"))
    cells = {row.cells[0].text: row.cells[1] for row in document.tables[0].rows}
    (run,) = cells["Cost"].paragraphs[0].runs
    assert run.text == "not reported"
    assert run.style.name == "Not Reported"


def test_advice_is_marked_and_reports_are_not(plan: Plan) -> None:
    document = opened(asked(plan, "brief-word"))
    told = {paragraph.text for paragraph in document.paragraphs}
    assert "Equipment: Shelves that hold. [editors’ suggestion]" in told
    assert any(re.fullmatch(r"People: A person who likes lists\. \[\d\]", text) for text in told)


def test_the_minutes_of_a_plan_run_on_and_add_up(plan: Plan) -> None:
    session = plan.collection.practices["tool-library"].session
    assert session is not None
    table = opened(asked(plan, "session-word")).tables[1]
    times = [row.cells[0].text for row in table.rows][1:-1]
    ends = [int(time.partition("–")[2]) for time in times]
    assert [int(time.partition("–")[0]) for time in times] == [0, *ends[:-1]]
    assert ends[-1] == sum(activity.minutes for activity in session.activities)
    assert f"{ends[-1]} minutes" in table.rows[-1].cells[1].text


def test_a_practice_without_a_session_has_no_plan(plan: Plan) -> None:
    found = asked(plan, "session-word", practice_id="repair-evenings")
    assert not [block for block in found.blocks if isinstance(block, Table)]


def test_heads_of_tables_are_heads_and_rows_stay_whole(plan: Plan) -> None:
    for kind in KINDS:
        for table in opened(asked(plan, kind)).tables:
            look = table._tbl.tblPr.find(qn("w:tblLook"))
            has_head = look.get(qn("w:firstRow")) == "1"
            assert has_head or look.get(qn("w:firstColumn")) == "1"
            heads = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
            assert heads == [has_head] + [False] * (len(heads) - 1)
            assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)


@pytest.mark.parametrize(("tag", "word"), WORD_TAGS.items())
def test_a_document_says_its_language_to_the_spelling_checker(
    plan: Plan, tag: str, word: str
) -> None:
    document = opened(asked(plan, "brief-word", tag))
    (default,) = document.styles.element.iter(qn("w:lang"))
    assert default.get(qn("w:val")) == document.core_properties.language == word


def test_a_borrowed_text_says_which_language_it_is_in(plan: Plan) -> None:
    document = opened(asked(plan, "brief-word", "mk", "repair-evenings"))
    title = next(p for p in document.paragraphs if p.style is not None and p.style.name == "Title")
    original = plan.collection.practices["repair-evenings"].original_language
    (found,) = title._p.iter(qn("w:lang"))
    assert found.get(qn("w:val")) == {"en": "en-US"}[original]


def test_the_properties_name_the_paper_and_no_machine(plan: Plan) -> None:
    held = opened(asked(plan, "brief-word")).core_properties
    assert (held.title, held.subject, held.author, held.last_modified_by, held.comments) == (
        "Tool library", "Council brief", "The neighbours", "The neighbours", "",
    )  # fmt: skip
    assert held.created is not None
    assert held.created.isoformat()[:10] == "2026-11-22"
    data = word_file(asked(plan, "brief-word"))
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert {entry.date_time[:3] for entry in packed.infolist()} == {(1980, 1, 1)}
        said = b"".join(packed.read(name) for name in packed.namelist())
    assert b"python-docx" not in said
    assert b"thumbnail" not in said


def test_the_same_paper_gives_the_same_bytes(plan: Plan) -> None:
    for kind in KINDS:
        assert word_file(asked(plan, kind)) == word_file(asked(plan, kind))


def test_every_style_that_is_used_is_there(plan: Plan) -> None:
    for kind in KINDS:
        with zipfile.ZipFile(io.BytesIO(word_file(asked(plan, kind)))) as packed:
            parts = {
                name: ElementTree.fromstring(packed.read(name))
                for name in packed.namelist()
                if name.endswith((".xml", ".rels"))
            }
        there = {style.get(qn("w:styleId")) for style in parts["word/styles.xml"]}
        named = {
            element.get(qn("w:val"))
            for part in parts.values()
            for element in part.iter()
            if element.tag in map(qn, ("w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next"))
        }
        assert named <= there


def test_each_numbered_list_begins_at_one() -> None:
    items = Items(((Run("one"),), (Run("two"),)), numbered=True)
    document = opened(simple(items, Heading("Again"), items))
    numbers = [
        int(element.get(qn("w:val"))) for element in document.element.body.iter(qn("w:numId"))
    ]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    held = document.part.numbering_part.element
    for number in (numbers[0], numbers[2]):
        override = held.num_having_numId(number).find(f".//{qn('w:startOverride')}")
        assert override.get(qn("w:val")) == "1"


def test_a_link_leads_where_it_says() -> None:
    line = (Run("here", address="https://example.org/?a=1&b=<2>"),)
    document = opened(simple(WordParagraph(line)))
    (link,) = document.element.body.iter(qn("w:hyperlink"))
    address = document.part.rels[link.get(qn("r:id"))].target_ref
    assert (link.r_lst[0].text, address) == ("here", "https://example.org/?a=1&b=<2>")


def test_what_is_written_from_the_right_is_set_so() -> None:
    document = opened(simple(WordParagraph((Run("شباك"),)), language="ar", country=""))
    assert document.styles["Normal"].element.find(f".//{qn('w:bidi')}") is not None
    assert document.core_properties.language == "ar-EG"


@given(st.text(max_size=60), st.sampled_from(RunStyle))
@settings(max_examples=40)
def test_any_text_is_data(text: str, look: RunStyle) -> None:
    line = (Run(text, look),)
    table = Table((text or "-",), (((line,),),), (100,), text)
    document = opened(simple(WordParagraph(line), Heading(text), Items((line,)), table, title=text))
    said = {paragraph.text for paragraph in document.paragraphs}
    assert len(said - {""}) <= 1
    assert document.tables[0].rows[1].cells[0].text in said
