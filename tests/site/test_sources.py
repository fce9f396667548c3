"""No figure without a source: locators, numbers and dates are looked up in the sources themselves."""

from __future__ import annotations

import calendar
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from pydantic import BaseModel

from komsiluk.model.collection import Collection
from komsiluk.model.fields import Text
from komsiluk.model.practice import Practice
from komsiluk.model.records import Organisation, Project
from komsiluk.model.statements import Basis, Citation
from komsiluk.model.walk import marked, records, texts
from komsiluk.source.collection import load
from tests.site.sites import ROOT

SOURCES = Path(os.environ.get("KOMSILUK_SOURCES", ROOT.parent / "shared" / "sources"))
MOST_WORDS = 8
DATES = {"date", "start", "end"}
MONTHS = calendar.month_name[1:]
# fmt: off
UNITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]
# fmt: on
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORDS = {
    **{word: number for number, word in enumerate(UNITS)},
    **{word: 10 * number for number, word in enumerate(TENS, 2)},
    "hundred": 100,
    "thousand": 1000,
    "million": 1000000,
}
NOT_COUNTED = {0, 1}
"""As words, `one` and `zero` seldom count anything."""
_NUMBER_WORDS = re.compile(rf"\b(?:{'|'.join(WORDS)})\b(?:[- ](?:{'|'.join(WORDS)})\b)*", re.I)
_SEPARATOR = re.compile(r"(?<=[0-9])[.,\u00a0\u202f](?=[0-9]{3}(?![0-9]))")
_DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)?")


@dataclass(frozen=True, slots=True)
class Claim:
    """What a place of a record says, and where it says that it has that from."""

    where: str
    facts: frozenset[str]
    """Figures as digits, and months by name."""
    citations: tuple[Citation, ...]


@pytest.fixture(scope="module")
def archive() -> Mapping[str, Sequence[str]]:
    """The lines of every source, white space folded, by the name of its file."""
    if not SOURCES.is_dir():
        pytest.skip(f"The sources are not at {SOURCES}; KOMSILUK_SOURCES may name another folder.")
    return {
        file.name: [" ".join(line.split()) for line in file.read_text("utf-8").splitlines()]
        for file in sorted(SOURCES.glob("*.txt"))
    }


@pytest.fixture(scope="module")
def collection() -> Collection:
    """The real practices."""
    loaded = load(ROOT / "practices", ("en", "sr-Latn", "bs", "mk", "sq", "de"), root=ROOT)
    assert not loaded.problems
    return loaded.collection


def test_every_locator_is_a_few_words_of_one_line_of_its_source(
    collection: Collection, archive: Mapping[str, Sequence[str]]
) -> None:
    problems = []
    for practice_id, practice in collection.practices.items():
        for citation in _citations(practice):
            if len(citation.at.split()) > MOST_WORDS:
                problems.append(f"{practice_id}: more than {MOST_WORDS} words: {citation.at}")
            if not _lines(citation, collection, archive):
                problems.append(f"{practice_id}: not in {citation.id}: {citation.at}")
    assert not problems


def test_every_figure_and_date_is_in_the_lines_that_are_cited_for_it(
    collection: Collection, archive: Mapping[str, Sequence[str]]
) -> None:
    problems = []
    n_facts = 0
    for practice_id, practice in collection.practices.items():
        for claim in _claims(practice):
            cited = [
                line for found in claim.citations for line in _lines(found, collection, archive)
            ]
            missing = claim.facts - {fact for line in cited for fact in facts(line)}
            n_facts += len(claim.facts)
            if missing:
                problems.append(f"{practice_id}: {claim.where}: {sorted(missing)} in no cited line")
    assert not problems
    assert n_facts > 5 * len(collection.practices)


def test_every_figure_of_projects_and_organisations_is_in_a_source(
    collection: Collection, archive: Mapping[str, Sequence[str]]
) -> None:
    everywhere = {fact for lines in archive.values() for line in lines for fact in facts(line)}
    problems = []
    for project_id, project in collection.projects.items():
        files = [collection.sources[source].file or "" for source in project.sources]
        there = {fact for file in files for line in archive[file] for fact in facts(line)}
        counted = {str(len(project.holders)), str(len(project.donors))}
        missing = _project_facts(project) - there - counted
        problems += [f"{project_id}: {sorted(missing)}"] if missing else []
    for organisation_id, organisation in collection.organisations.items():
        missing = facts(organisation.description.get("en", "")) - everywhere
        problems += [f"{organisation_id}: {sorted(missing)}"] if missing else []
    assert not problems


def test_every_file_of_the_archive_is_a_source_and_is_cited(
    collection: Collection, archive: Mapping[str, Sequence[str]]
) -> None:
    cited = {
        collection.sources[citation.id].file
        for practice in collection.practices.values()
        for citation in _citations(practice)
    }
    assert cited == set(archive)
    assert {source.file for source in collection.sources.values()} == set(archive)


def test_every_row_of_the_inventory_is_a_practice(collection: Collection) -> None:
    """The inventory names for each practice the number of its source."""
    if not SOURCES.is_dir():
        pytest.skip(f"The inventory is not at {SOURCES}; KOMSILUK_SOURCES may name another folder.")
    inventory = (SOURCES / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| \d+ \|.*\| (\d{3}) \|$", inventory, re.MULTILINE)
    chief = []
    for practice in collection.practices.values():
        ((source, _),) = Counter(citation.id for citation in _citations(practice)).most_common(1)
        chief.append((collection.sources[source].file or "")[:3])
    assert len(rows) == 22
    assert Counter(rows) == Counter(chief)


def test_translations_have_the_figures_of_the_original(collection: Collection) -> None:
    problems = []
    n_figures = 0
    for practice_id, practice in collection.practices.items():
        originals = texts(practice)
        for tag, translation in collection.translations[practice_id].items():
            for name, text in translation.texts.items():
                wanted, found = _digits(originals[name]), _digits(text)
                n_figures += len(wanted)
                if Counter(wanted) != Counter(found):
                    problems.append(f"{practice_id}/{tag}: {name}: {found} for {wanted}")
    assert not problems
    assert n_figures > 50


def test_translated_descriptions_have_the_figures_of_the_english_ones(
    collection: Collection,
) -> None:
    problems = []
    told: list[Project | Organisation] = [
        *collection.projects.values(),
        *collection.organisations.values(),
    ]
    for record in told:
        wanted = _digits(record.description.get("en", ""))
        for tag, text in record.description.items():
            if Counter(_digits(text)) != Counter(wanted):
                problems.append(f"{record.name}/{tag}: {_digits(text)} for {wanted}")
    assert not problems


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("about 20,000 inhabitants, 33.5 months", {"20000", "33.5"}),
        ("more than ten thousand people", {"10000"}),
        ("twenty-two practices, two hundred and three towns", {"22", "200", "3"}),
        (
            "one of the two, on July 15, 2022 – and in May 2023",
            {"2", "15", "2022", "July", "2023", "May"},
        ),
        ("It may be, March on. No one.", {"March"}),
        ("5 (five) social initiatives in 2020.", {"5", "2020"}),
    ],
)
def test_facts_are_numbers_in_digits_or_words_and_months(text: str, expected: set[str]) -> None:
    assert facts(text) == expected


def facts(text: str) -> frozenset[str]:
    """The figures of an English text, in digits or in words, and its months."""
    spelt = {_value(words[0].lower()) for words in _NUMBER_WORDS.finditer(text)} - NOT_COUNTED
    months = {month for month in MONTHS if re.search(rf"\b{month}\b", text)}
    if not re.search(r"\bMay \d|\d May\b", text):
        months.discard("May")
    return frozenset({*_digits(text), *map(str, spelt), *months})


def _value(words: str) -> int:
    """`twenty-two` to 22, `ten thousand` to 10000."""
    total, part = 0, 0
    for word in re.split("[- ]", words):
        number = WORDS[word]
        if number < 100:
            part += number
        elif number == 100:
            part = max(part, 1) * number
        else:
            total, part = total + max(part, 1) * number, 0
    return total + part


def _digits(text: str) -> list[str]:
    """The numbers that are written in digits, thousands without a separator, in order."""
    found = _DIGITS.findall(_SEPARATOR.sub("", text))
    return sorted(_plain(number.replace(",", ".")) for number in found)


def _plain(number: str | float) -> str:
    return f"{float(number):g}" if float(number) < 1e6 else str(int(float(number)))


def _date(day: str) -> set[str]:
    """An ISO date as the facts that a line must tell."""
    year, *rest = day.split("-")
    month = {MONTHS[int(rest[0]) - 1]} if rest else set()
    return {year, *month, *(_plain(number) for number in rest[1:])}


def _citations(record: BaseModel) -> list[Citation]:
    return [found for _, found in records(record) if isinstance(found, Citation)]


def _lines(
    citation: Citation, collection: Collection, archive: Mapping[str, Sequence[str]]
) -> list[str]:
    """The lines of the source in which the locator's words stand."""
    wanted = " ".join(citation.at.split())
    file = collection.sources[citation.id].file or ""
    return [line for line in archive[file] if wanted in line]


def _claims(practice: Practice) -> Iterator[Claim]:
    """Everything of a practice that a source must bear out; what is suggested is nobody's figure."""
    everything = tuple(_citations(practice))
    head = f"{practice.title} {practice.tagline} {practice.summary}"
    yield Claim("head", facts(head), everything)
    for path, record in records(practice):
        names = type(record).model_fields
        if "source" not in names and "sources" not in names:
            continue
        if getattr(record, "basis", Basis.REPORTED) is Basis.SUGGESTED:
            continue
        cited = tuple(_citations(record))
        where = ".".join(map(str, path))
        yield Claim(where, _facts(record), everything if where.startswith("notes.") else cited)


def _facts(record: BaseModel) -> frozenset[str]:
    """The facts in a record's own fields: numbers, dates and texts."""
    found: set[str] = set()
    for name, value in record:
        if name in DATES and isinstance(value, str):
            found |= _date(value)
        elif isinstance(value, int | float):
            found.add(_plain(value))
    for text in marked(record):
        if isinstance(text.mark, Text) and len(text.path) == 1:
            found |= facts(text.value)
    return frozenset(found)


def _project_facts(project: Project) -> frozenset[str]:
    dates = {fact for day in (project.start, project.end) if day for fact in _date(day)}
    return frozenset({*dates, *facts(project.description.get("en", ""))})
