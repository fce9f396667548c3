"""Papers: what they say is data, what comes out is whole, tagged and the same every time."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from komsiluk import build, printing
from komsiluk.cache import Made
from komsiluk.guides.paper_artifacts import FONTS
from komsiluk.guides.paper_data import printable_json
from komsiluk.pages.papers import TO_PRINT, Paper, Wanted
from komsiluk.pages.plan import Plan, plan
from komsiluk.settings import Settings
from komsiluk.text.printable import unprintable
from tests.paper import faults, sheets, words
from tests.small_site import practice

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden" / "papers"
LANGUAGES = ("en", "sr-Latn", "sr-Cyrl", "mk")
SOURCE = {"id": "street-paper", "at": "some eighty tools"}


def site(cache: Path) -> Settings:
    """The small site that uses every field, with fonts."""
    small = ROOT / "tests" / "cases" / "small"
    return Settings(
        root=small,
        practices=small / "practices",
        languages=LANGUAGES,
        site_url="https://small.example.org/",
        site_names=dict.fromkeys(LANGUAGES, "A small site"),
        author="The neighbours",
        fonts=ROOT / ".cache" / "fonts",
        cache=cache,
    )


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """The pages of the small site."""
    settings = site(tmp_path_factory.mktemp("cache"))
    return build.pages(build.check(settings), settings)


def made(planned: Plan, cache: Path, *wanted: Wanted) -> list[bytes]:
    """The papers, in their order."""
    found: Made = printing.papers(site(cache), planned, wanted, lambda done, total: None)
    return [Path(file).read_bytes() for file in found.files.values()]


def with_fields(planned: Plan, **fields: Any) -> Plan:
    """The plan of a site with one practice, which has these fields."""
    collection = dataclasses.replace(
        planned.collection,
        practices={"clubs": practice(themes=["sharing"], groups=["everybody"], **fields)},
        translations={"clubs": {}},
        originals={},
    )
    return plan(collection, {tag: language.words for tag, language in planned.languages.items()})


@pytest.mark.parametrize("mono", [False, True])
@pytest.mark.parametrize("paper", TO_PRINT)
def test_a_paper_with_borrowed_passages_breaks_no_rule_of_pdf_ua(
    planned: Plan, tmp_path: Path, paper: Paper, mono: bool
) -> None:
    wanted = Wanted(practice_id="tool-library", language="mk", paper=paper, mono=mono)
    (pdf,) = made(planned, tmp_path, wanted)
    assert faults(pdf) == []
    assert len(sheets(pdf)) == {Paper.GUIDE: 6, Paper.BRIEF: 2}[paper]


@pytest.mark.parametrize("tag", ["en", "mk"])
def test_all_that_a_guide_says_is_one_value(planned: Plan, tag: str, rewrite: bool) -> None:
    wanted = Wanted(practice_id="tool-library", language=tag, paper=Paper.GUIDE)
    said = json.loads(printable_json(planned, site(Path()), wanted))
    del said["paper"]["say"]
    text = json.dumps(said, ensure_ascii=False, indent=1) + "\n"
    golden = GOLDEN / f"tool-library-guide.{tag}.json"
    if rewrite:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text("utf-8")


def test_the_same_paper_has_the_same_bytes(planned: Plan, tmp_path: Path) -> None:
    wanted = Wanted(practice_id="tool-library", language="en", paper=Paper.BRIEF)
    one, other = (made(planned, tmp_path / name, wanted) for name in ("one", "other"))
    assert one == other


def test_what_was_made_once_is_found(planned: Plan, tmp_path: Path) -> None:
    wanted = [Wanted(practice_id="tool-library", language="mk", paper=paper) for paper in TO_PRINT]
    counts = [
        (found.n_made, found.n_found)
        for _ in range(2)
        for found in [printing.papers(site(tmp_path), planned, wanted, lambda done, total: None)]
    ]
    assert counts == [(2, 0), (0, 2)]


def test_the_clock_of_a_session_has_no_gap(planned: Plan) -> None:
    wanted = Wanted(practice_id="tool-library", language="en", paper=Paper.GUIDE)
    session = json.loads(printable_json(planned, site(Path()), wanted))["practice"]["session"]
    begin = [activity["from"] for activity in session["activities"]]
    end = [activity["to"] for activity in session["activities"]]
    assert begin == [0, *end[:-1]]
    assert session["length"] == f"{end[-1]} minutes"


MARKUP = '# = - + $x^2$ @ref <label> [#eval("1+1")] \\ \\u{41} `raw` /* // ~ " \' #import "x": * *b* _i_ --'
LONG = "x" * 4000
FOREIGN = "שלום עולם مرحبا 👋🏽 你好"


@pytest.mark.parametrize("text", [MARKUP, LONG, FOREIGN, f"{LONG} {MARKUP} {FOREIGN}"])
@pytest.mark.parametrize("paper", TO_PRINT)
def test_hostile_text_is_data(planned: Plan, tmp_path: Path, paper: Paper, text: str) -> None:
    line, note = (
        text[:100],
        text[:400],
    )  # What is longer, no check lets through; long words it does.
    statement = {"id": "a", "text": note, "basis": "suggested"}
    activity = {"id": "a", "title": line[:80], "minutes": 10, "method": line[:60], "how": note}
    step = {"what": line, "how": note, "who": line, "output": line, "risk": note[:300]}
    hostile = with_fields(
        planned,
        title=line,
        tagline=line,
        summary=text,
        problem={"text": text},
        steps=[
            {"id": "a", "basis": "reported", "source": SOURCE, **step},
            {"id": "b", "basis": "suggested", **step},
        ],
        results=[
            {"id": "a", "claim": line, "value": 2, "unit": line[:40], "status": "planned"},
            {"id": "b", "claim": line, "status": "achieved", "source": SOURCE, "target": "a"},
        ],
        resources={"needs": [{"kind": "people", **statement}]},
        lessons={"hard": [statement]},
        session={
            "purpose": line,
            "group": line,
            "activities": [{"materials": line, **activity}],
            "decision": note,
            "questions": [statement],
        },
    )
    (pdf,) = made(hostile, tmp_path, Wanted(practice_id="clubs", language="en", paper=paper))
    assert faults(pdf) == []
    shown = "".join(sheet.text for sheet in sheets(pdf))
    for sheet in sheets(pdf):
        assert sheet.astray() == []
        assert list(sheet.collisions()) == []
    if MARKUP in text:
        assert '[#eval("1+1")]' in shown
        assert "$x^2$ @ref <label>" in shown
    if FOREIGN in text:
        assert "□ □ □ □ □" in shown


def test_a_practice_without_a_session_has_a_guide_of_three_pages(
    planned: Plan, tmp_path: Path
) -> None:
    bare = with_fields(planned)
    (pdf,) = made(
        bare, tmp_path, Wanted(practice_id="clubs", language="sr-Cyrl", paper=Paper.GUIDE)
    )
    assert faults(pdf) == []
    assert len(sheets(pdf)) == 3


def test_a_source_stands_at_the_foot_of_every_page_that_rests_on_it(
    planned: Plan, tmp_path: Path
) -> None:
    told_twice = {"id": "a", "basis": "reported", "source": SOURCE}
    cited = with_fields(
        planned,
        period={"start": "2020", "source": SOURCE},
        steps=[
            {"what": "Lent tools", **told_twice},
            {"what": "Lent more", **told_twice, "id": "b"},
        ],
        results=[{"id": "a", "claim": "Lent", "status": "achieved", "source": SOURCE}],
    )
    for paper, pages in ((Paper.GUIDE, (1, 1, 1)), (Paper.BRIEF, (1, 0))):
        (pdf,) = made(cited, tmp_path, Wanted(practice_id="clubs", language="mk", paper=paper))
        assert faults(pdf) == []
        notes = [sheet.text.count(f"“{SOURCE['at']}”") for sheet in sheets(pdf)]
        assert notes == list(pages), paper


def test_what_has_to_be_said_of_a_name_stands_once_on_its_page(
    planned: Plan, tmp_path: Path
) -> None:
    say = planned.languages["en"].words.say
    name, note = say("contested.XK.name"), say("contested.XK.footnote")
    disputed = with_fields(
        planned, title=f"From {name}", countries=["XK"], summary=f"In {name} and {name}."
    )
    for paper, pages in ((Paper.GUIDE, [1, 0, 0]), (Paper.BRIEF, [1, 0])):
        (pdf,) = made(disputed, tmp_path, Wanted(practice_id="clubs", language="en", paper=paper))
        assert faults(pdf) == []
        found = ["".join(words(sheet.text)).count("".join(words(note))) for sheet in sheets(pdf)]
        assert found == pages, paper


def test_contributors_markdown_is_set_as_what_it_means(planned: Plan, tmp_path: Path) -> None:
    text = (
        "Two **rooms**:\n\n1. one for *noise*\n2. one [quiet](https://example.org/q)\n\n"
        "> said\n\n- a\n\n  - b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n`code` <b>tag</b> &amp; [x](javascript:y)"
    )
    rich = with_fields(planned, problem={"text": text})
    (pdf,) = made(rich, tmp_path, Wanted(practice_id="clubs", language="en", paper=Paper.GUIDE))
    assert faults(pdf) == []
    shown = sheets(pdf)[1].text
    assert "**" not in shown
    assert "<b>tag</b> & [x](javascript:y)" in shown
    assert {"noise", "quiet", "said", "code"} <= set(words(shown))


def test_the_list_of_what_can_be_printed_is_that_of_the_fonts() -> None:
    folder = ROOT / ".cache" / "fonts" / FONTS[0]
    faces = [
        folder / f"SourceSans3-{name}.otf" for name in ("Regular", "It", "Semibold", "SemiboldIt")
    ]
    held = set.intersection(*(set(TTFont(face).getBestCmap()) for face in faces))
    letters = [code for code in range(0xA0, 0x3000) if chr(code).isprintable()]
    assert [code for code in letters if any(unprintable(chr(code))) == (code in held)] == []
