"""`komsiluk new` and `komsiluk init` to files that are sound from the start."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from komsiluk import build
from komsiluk.diagnostics import Diagnostic
from komsiluk.settings import Settings
from tests.commands import run
from tests.small_site import Lay


def configured(lay: Lay, *folders: Path) -> Path:
    return lay(*folders).root / "mkdocs.yml"


BLANKS = {
    'tagline: ""': "tagline: A place.",
    "summary: >-\n": "summary: >-\n  A place to meet.\n",
    "themes: []": "themes: [meeting]",
    "groups: []": "groups: [everybody]",
    'type: ""': "type: service",
    "countries: []": "countries: [MK]",
    "  text: >-\n": "  text: >-\n    There was none.\n",
    'what: ""': "what: Open the door",
}
"""The blanks of a starter file, and what could stand in them."""


@pytest.mark.parametrize(
    ("title", "language", "folder"),
    [
        ("A room: for #1 and all", "en", "a-room-for-1-and-all"),
        ("Соба „Ќерка“ за сите", "mk", "soba-kjerka-za-site"),
        ("Кућа на пола пута", "sr-Cyrl", "kuca-na-pola-puta"),
    ],
)
def test_a_starter_file_lacks_only_what_is_left_blank(
    lay: Lay, title: str, language: str, folder: str
) -> None:
    settings = lay()
    result = run("new", title, "--language", language, "-f", settings.root / "mkdocs.yml")
    assert (result.output, result.exit_code) == (f"wrote practices/{folder}/practice.yml\n", 0)
    file = settings.practices / folder / "practice.yml"
    text = file.read_text("utf-8")
    assert {line.span.line for line in faults(settings) if line.span} == {
        text[: text.index(blank)].count("\n") + 1 for blank in BLANKS
    }
    assert len(faults(settings)) == len(BLANKS)
    for blank, filled in BLANKS.items():
        assert text.count(blank) == 1
        text = text.replace(blank, filled)
    file.write_text(text, encoding="utf-8")
    assert faults(settings) == ()
    practice = build.check(settings).loaded.collection.practices[folder]
    assert (practice.title, practice.original_language) == (title, language)


def faults(settings: Settings) -> tuple[Diagnostic, ...]:
    return build.check(settings).diagnostics


def test_a_starter_file_speaks_the_language_of_its_writer(lay: Lay) -> None:
    settings = lay()
    run("new", "Соба", "-l", "mk", "-f", settings.root / "mkdocs.yml")
    text = (settings.practices / "soba" / "practice.yml").read_text("utf-8")
    assert "#   meeting: Средби\n" in text
    comments = [line for line in text.splitlines()[1:] if line[:2] == "# " and line[2] != " "]
    assert len(comments) > 9
    assert all(any("а" <= letter <= "ш" for letter in line) for line in comments)


def test_what_the_starter_file_offers_as_a_remark_can_be_used(lay: Lay) -> None:
    settings = lay()
    run("new", "A room", "-f", settings.root / "mkdocs.yml")
    file = settings.practices / "a-room" / "practice.yml"
    text = file.read_text("utf-8")
    for blank, filled in BLANKS.items():
        text = text.replace(blank, filled)
    start = text.index("#results:")
    results = text[start:].split("\n\n")[0]
    used = results.replace("#", "").replace('claim: ""', "claim: People learned.")
    used = used.replace('id: ""', "id: report").replace('at: ""', "at: people learned")
    file.write_text(text.replace(results, used), encoding="utf-8")
    assert faults(settings) == ()
    assert build.check(settings).loaded.collection.practices["a-room"].results[0].value == 12


def test_nothing_is_written_over(lay: Lay) -> None:
    config = configured(lay)
    before = (config.parent / "practices" / "clubs" / "practice.yml").read_bytes()
    result = run("new", "Clubs", "-f", config)
    assert result.exit_code == 2
    assert result.output.endswith("practice.yml is there already.\n")
    assert (config.parent / "practices" / "clubs" / "practice.yml").read_bytes() == before


def test_a_language_that_the_site_does_not_speak_is_refused(lay: Lay) -> None:
    result = run("new", "Ein Raum", "-l", "de", "-f", configured(lay))
    assert (result.output, result.exit_code) == (
        'Error: the site does not speak "de"; its languages are en, sr-Latn, sr-Cyrl, mk.\n',
        2,
    )


@pytest.mark.parametrize(
    ("languages", "report"),
    [
        ("en,de", "no problems found\n"),
        ("fr,pt", "2 warnings\n"),
        ("sr-Latn,mk", "no problems found\n"),
        ("sr-Cyrl, sq", "no problems found\n"),
        ("pt-BR", "1 warning\n"),
    ],
)
def test_somebody_elses_site_is_sound_from_the_start(
    tmp_path: Path, languages: str, report: str
) -> None:
    """There is nothing to mend; phrases that nobody has translated yet are warned of."""
    site = tmp_path / "site"
    result = run("init", site, "--name", "Recipes: old & new", "--languages", languages)
    assert result.exit_code == 0
    lines = result.output.splitlines()
    written = [Path(line.removeprefix("wrote ")) for line in lines if line.startswith("wrote ")]
    assert sorted(written) == sorted(path for path in site.rglob("*") if path.is_file())
    result = run("check", "-f", site / "mkdocs.yml")
    assert (result.output.splitlines(keepends=True)[-1], result.exit_code) == (report, 0)
    assert result.output.count("[untranslated-phrases]") == result.output.count(": warning: ")
    config = yaml.safe_load((site / "mkdocs.yml").read_text("utf-8"))
    assert config["site_name"] == "Recipes: old & new"
    for page in site.glob("docs/*/index.md"):
        head = yaml.safe_load(page.read_text("utf-8").split("---\n")[1])
        assert head == {"title": "Recipes: old & new", "template": "home.html"}


def test_a_folder_that_holds_something_is_left_alone(lay: Lay) -> None:
    folder = lay().root
    result = run("init", folder)
    assert (result.output, result.exit_code) == (f"Error: {folder} is not empty.\n", 2)


@pytest.mark.parametrize(
    ("languages", "told"),
    [
        (
            "en,xx",
            'Error: "xx" is not a language that the Unicode CLDR knows; write it as "en", "mk" or "sr-Latn".\n',
        ),
        (
            "en,rom",
            'Error: "rom" is not a language that the Unicode CLDR knows; write it as "en", "mk" or "sr-Latn".\n',
        ),
        (",", "Error: name at least one language, as in --languages en,mk.\n"),
        ("en,mk,en", 'Error: "en" is named twice.\n'),
    ],
)
def test_languages_that_cannot_be_are_refused(tmp_path: Path, languages: str, told: str) -> None:
    result = run("init", tmp_path / "site", "--languages", languages)
    assert (result.output, result.exit_code) == (told, 2)
    assert not (tmp_path / "site").exists()
