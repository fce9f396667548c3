"""The Word template: what it asks, and what becomes of the answers."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from komsiluk.intake.docx_questions import BLANKS, question_of, questions, rows
from komsiluk.intake.docx_reader import UnreadableDocumentError, answers
from komsiluk.intake.yaml_writer import Plain, Value, written
from komsiluk.photographs.look import look
from komsiluk.settings import Settings
from komsiluk.source.document import read
from tests.commands import run
from tests.filling import Given, filled
from tests.pictures import PLACE, SECRET, laden_jpeg
from tests.small_site import Lay

ANSWERS: dict[str, Given] = {
    "title": "Клуб на соседите: нов почеток",
    "tagline": "Просторија # каде што се среќаваат соседите.",
    "summary": ["Прв пасус.", "Втор „пасус“."],
    "themes": ["Средби"],
    "groups": ["Сите"],
    "type": "Услуга",
    "countries": "Србија, Северна Македонија",
    "places": ["Нови Пазар", "Куманово"],
    "organisations.1.organisation": "Good Neighbours",
    "organisations.1.role": "ја водеше",
    "organisations.2.organisation": "Библиотека Куманово",
    "problem.text": "Соседите не се познаваа.",
    "steps.1.what": "Најдете просторија",
    "steps.2.what": "Отворете ја",
    "steps.2.first_week": "3",
    "steps.2.last_week": "4",
    "results.1.claim": "Отворен е клуб.",
    "results.1.value": "2",
    "results.1.status": "Остварено: се случило, и некој документ или страница го кажува тоа",
    "results.1.source.id": "Годишен извештај 2023",
    "results.1.source.at": "отворен е клуб",
    "resources.funding.1.organisation": "Good Neighbours",
    "resources.funding.1.amount": "1200",
    "resources.funding.1.currency": "EUR",
    "resources.funding.1.source.id": "Годишен извештај 2023",
    "resources.funding.1.source.at": "1.200 евра",
    "session.purpose": "Знаат како се отвора клуб.",
    "session.group": "Општински службеници, до 20",
    "session.objectives.1.text": "Набројуваат што е потребно.",
    "session.activities.1.title": "Во парови",
    "session.activities.1.minutes": "20",
    "session.activities.1.method": "парови",
    "session.activities.1.how": "Секој пар бира просторија.",
    "session.questions.1.text": "Што би смениле?",
    "new.organisations.1.name": "Библиотека Куманово",
    "new.organisations.1.country": "Северна Македонија",
    "new.places.1.name": "куманово",
    "new.places.1.country": "MK",
    "new.sources.1.name": "Годишен извештај 2023",
    "new.sources.1.date": "2024",
    "images.1.file": laden_jpeg(1200, 900),
    "images.1.alt": "Луѓе што готват, со грб.",
    "images.1.credit": "Библиотека",
    "provenance.written_by": "Библиотека Куманово",
}
ID = "klub-na-sosedite-nov-pocetok"


@pytest.fixture
def site(lay: Lay) -> Settings:
    return lay()


@pytest.fixture
def template(site: Settings, tmp_path: Path) -> Callable[[str], bytes]:
    def made(tag: str) -> bytes:
        file = tmp_path / f"{tag}.docx"
        result = run("template", "-f", site.root / "mkdocs.yml", "-l", tag, "-o", file)
        assert result.exit_code == 0, result.output
        return file.read_bytes()

    return made


def shown(template: bytes, key: str) -> list[str]:
    """The choices of an answer, in words."""
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        text = archive.read("word/document.xml").decode()
    row = next(part for part in text.split("<w:tr>") if f"[{key}]" in part)
    return list(dict.fromkeys(re.findall(r'displayText="([^"]*)"', row)))


def test_from_a_word_file_with_a_tagged_photograph_to_a_clean_folder(
    site: Settings,
    template: Callable[[str], bytes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795824000")
    empty = template("mk")
    choices = {
        "images.1.licence": shown(empty, "images.1.licence")[0],
        "images.1.people": shown(empty, "images.1.people")[1],
        "images.1.consent.basis": shown(empty, "images.1.consent.basis")[0],
        "organisations.2.role": shown(empty, "organisations.2.role")[1],
        "new.organisations.1.type": shown(empty, "new.organisations.1.type")[0],
        "new.places.1.kind": shown(empty, "new.places.1.kind")[3],
        "steps.2.core": shown(empty, "steps.2.core")[0],
        "provenance.licence_agreed": shown(empty, "provenance.licence_agreed")[0],
    }
    given = ANSWERS | choices
    for key in ("themes", "groups", "type", "organisations.1.role", "results.1.status"):
        number = 1 if key == "results.1.status" else 0
        held = shown(empty, key)[number]
        given[key] = [held] if key in ("themes", "groups") else held
    sent = tmp_path / "Praksa.docx"
    sent.write_bytes(filled(empty, given))
    assert PLACE in b"".join(
        zipfile.ZipFile(sent).read(name) for name in zipfile.ZipFile(sent).namelist()
    )
    result = run("intake", "-f", site.root / "mkdocs.yml", sent)
    assert result.output[: result.output.index("  removed: when")] == (
        f"wrote practices/{ID}/practice.yml\n"
        "wrote practices/_places/kumanovo.yml\n"
        "wrote practices/_organisations/biblioteka-kumanovo.yml\n"
        "wrote practices/_sources/godisen-izvestaj-2023.yml\n"
        f"wrote practices/{ID}/images/photo-1.jpg\n"
        "  removed: where it was taken (GPS)\n"
    )
    errors = [
        line
        for line in result.output.splitlines()
        if ": error: " in line and not line.startswith("practices/_sources/")
    ]
    assert errors == []
    for name, record in RECORDS.items():
        assert (site.practices / name).read_text("utf-8").partition("\n")[2] == record
    file = site.practices / ID / "practice.yml"
    assert file.read_text("utf-8") == EXPECTED
    picture = site.practices / ID / "images" / "photo-1.jpg"
    assert (look(str(picture), "x").kind, look(str(picture), "x").extras) == ("jpg", ())
    for path in site.practices.rglob("*"):
        if path.is_file():
            assert SECRET not in path.read_bytes(), "the author of the document, or of the picture"


RECORDS = {
    "_organisations/biblioteka-kumanovo.yml": """\
name: "Библиотека Куманово"
type: association
country: MK
""",
    "_places/kumanovo.yml": """\
name:
  mk: "Куманово"
kind: municipality
country: MK
""",
    "_sources/godisen-izvestaj-2023.yml": """\
title: "Годишен извештај 2023"
language: mk
date: "2024"
""",
}
"""What becomes of the names that nobody knew yet, below the line for editors."""
EXPECTED = """\
# yaml-language-server: $schema=../_schema/practice.v1.json
schema_version: 1
original_language: mk
title: "Клуб на соседите: нов почеток"
tagline: "Просторија # каде што се среќаваат соседите."
summary: |-
  Прв пасус.

  Втор „пасус“.
updated: "2026-11-28"
themes: [meeting]
groups: [everybody]
type: service
countries: [RS, MK]
places: [novi-pazar, kumanovo]
organisations:
  - organisation: neighbours
    role: lead
  - organisation: biblioteka-kumanovo
    role: partner
problem:
  text: "Соседите не се познаваа."
steps:
  - id: najdete-prostorija
    what: "Најдете просторија"
    basis: suggested
  - id: otvorete-ja
    what: "Отворете ја"
    first_week: 3
    last_week: 4
    core: core
    basis: suggested
results:
  - id: otvoren-e-klub
    claim: "Отворен е клуб."
    value: 2
    status: achieved
    source:
      id: godisen-izvestaj-2023
      at: "отворен е клуб"
resources:
  funding:
    - id: eur
      organisation: neighbours
      amount: 1200
      currency: "EUR"
      source:
        id: godisen-izvestaj-2023
        at: "1.200 евра"
session:
  purpose: "Знаат како се отвора клуб."
  group: "Општински службеници, до 20"
  activities:
    - id: vo-parovi
      title: "Во парови"
      minutes: 20
      method: "парови"
      how: "Секој пар бира просторија."
  objectives:
    - id: nabrojuvaat-sto-e-potrebno
      text: "Набројуваат што е потребно."
  questions:
    - id: sto-bi-smenile
      text: "Што би смениле?"
      basis: suggested
images:
  - id: photo-1
    file: "images/photo-1.jpg"
    alt: "Луѓе што готват, со грб."
    credit: "Библиотека"
    licence: CC-BY-4.0
    people: not-recognisable
    consent:
      basis: not-needed
provenance:
  written_by: "Библиотека Куманово"
  licence_agreed: "2026-11-28"
  route: document
"""


@pytest.mark.parametrize("tag", ["en", "sr-Latn", "sr-Cyrl", "mk"])
def test_the_template_asks_everything_in_words_and_tells_nothing_of_us(
    template: Callable[[str], bytes], tag: str
) -> None:
    data = template(tag)
    assert data == template(tag)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    text = held["word/document.xml"].decode()
    keys = re.findall(r"\[([a-z_.0-9]+)\]", text)
    asked = [row.key for _, part in rows() for row in part if not row.is_heading]
    assert keys == asked
    assert "<w:t></w:t>" not in text and "<w:t/>" not in text
    assert not any("thumbnail" in name for name in held)
    core = held["docProps/core.xml"].decode()
    assert "<dc:creator></dc:creator>" in core or "<dc:creator/>" in core


def test_an_empty_template_is_no_answer(
    site: Settings, template: Callable[[str], bytes], tmp_path: Path
) -> None:
    sent = tmp_path / "empty.docx"
    data = template("sr-Cyrl")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = answers({name: archive.read(name) for name in archive.namelist()})
    assert list(found) == ["original_language"]
    sent.write_bytes(data)
    result = run("intake", "-f", site.root / "mkdocs.yml", sent)
    assert "practices/practice/practice.yml: error:" in result.output or result.exit_code == 1


def test_every_list_that_is_asked_for_is_one() -> None:
    assert all(questions()[name].kind == "list" for name in BLANKS)


@pytest.mark.parametrize("key", ["steps.1.what", "title", "steps.120.source.at", "contact.email"])
def test_a_key_of_the_template_stands_for_a_question(key: str) -> None:
    assert question_of(key) is not None


@pytest.mark.parametrize(
    "key",
    [
        "steps.what",
        "title.1",
        "1.title",
        "steps.1",
        "steps",
        "steps.1.1.what",
        "nothing",
        "contact",
    ],
)
def test_a_key_that_somebody_made_up_stands_for_none(key: str) -> None:
    assert question_of(key) is None


# Documents that mean harm

ROW = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body><w:tbl>'
    "<w:tr><w:tc><w:p><w:r><w:t>Title [title]</w:t></w:r></w:p></w:tc><w:tc>{}</w:tc></w:tr>"
    "</w:tbl></w:body></w:document>"
)
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="{}" TargetMode="{}"/></Relationships>'
)
BLIP = '<w:p><w:r><a:blip r:embed="rId1"/></w:r></w:p>'


def answered(cell: str, **more: bytes) -> dict[str, tuple[tuple[str, ...], tuple[bytes, ...]]]:
    files = {"word/document.xml": ROW.format(cell).encode(), **more}
    return {key: (one.paragraphs, one.pictures) for key, one in answers(files).items()}


def test_what_was_crossed_out_or_only_invites_is_no_answer() -> None:
    cell = (
        "<w:p><w:del><w:r><w:delText>Old</w:delText><w:t>old</w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>New </w:t></w:r></w:ins><w:r><w:instrText>DATE</w:instrText></w:r>"
        "<w:hyperlink><w:r><w:t>name</w:t></w:r></w:hyperlink>"
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Choose</w:t></w:r>"
        "</w:sdtContent></w:sdt></w:p><w:p/>"
    )
    assert answered(cell) == {"title": (("New name",), ())}


@pytest.mark.parametrize(
    ("target", "mode"),
    [
        ("https://evil.example/p.png", "External"),
        ("../../../../etc/passwd", "Internal"),
        ("file:///etc/passwd", "Internal"),
    ],
)
def test_a_picture_from_elsewhere_is_not_looked_for(target: str, mode: str) -> None:
    more = {"word/_rels/document.xml.rels": LINKS.format(target, mode).encode()}
    assert answered(f"{BLIP}<w:p><w:r><w:t>x</w:t></w:r></w:p>", **more) == {"title": (("x",), ())}


def test_a_picture_in_the_document_is_found() -> None:
    more = {
        "word/_rels/document.xml.rels": LINKS.format("media/a.png", "Internal").encode(),
        "word/media/a.png": b"png",
    }
    assert answered(BLIP, **more) == {"title": ((), (b"png",))}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"", "there is no text in it"),
        (b"<w:document", "its text is damaged"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "it defines words of its own"),
        (b" " * (9 * 1024**2), "its text is too long"),
    ],
)
def test_a_text_that_means_harm_is_not_read(text: bytes, told: str) -> None:
    with pytest.raises(UnreadableDocumentError, match=told):
        answers({"word/document.xml": text})


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "this is a document of an old Word"),
        (b"%PDF-1.7", "this is a PDF document, which has no places for answers"),
        (rb"{\rtf1 x}", "this is a document in Rich Text Format"),
    ],
)
def test_what_people_send_as_well_is_named(
    site: Settings, tmp_path: Path, data: bytes, told: str
) -> None:
    file = tmp_path / "praksa.doc"
    file.write_bytes(data)
    result = run("intake", "-f", site.root / "mkdocs.yml", file)
    assert result.exit_code == 1
    assert result.output.startswith(f"praksa.doc: error: {told} [not-taken-in]\n")


# Writing

TEXTS = st.text(st.characters(codec="utf-8"), max_size=40).filter(lambda text: "\r" not in text)
VALUES: st.SearchStrategy[Value] = st.recursive(
    TEXTS,
    lambda inner: st.one_of(
        st.dictionaries(st.sampled_from("abcdef"), inner, min_size=1, max_size=3),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from("abcdef"), VALUES, min_size=1, max_size=4))
def test_what_was_written_is_read_as_it_was(values: dict[str, Value]) -> None:
    document = read(written(values, "practice").encode(), file="practice.yml")
    hidden = {problem.rule for problem in document.problems} - {"too-deep"}
    assert hidden <= {"control-character", "bidi-character"}
    if not document.problems:
        assert document.value == values


def test_lists_of_short_names_stand_in_a_line() -> None:
    assert (
        written({"themes": [Plain("a"), Plain("b")]}, "practice").splitlines()[1]
        == "themes: [a, b]"
    )
