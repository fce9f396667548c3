"""The commands: what they print, and the exit codes by which scripts know."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from komsiluk import build
from komsiluk.cli import check as check_command
from komsiluk.cli import main as cli
from komsiluk.cli import serve as serve_command
from komsiluk.settings import Settings
from tests.commands import run
from tests.small_site import BASE, Lay

CASES = BASE.parent / "rejected"


def configured(lay: Lay, *folders: Path) -> Path:
    return lay(*folders).root / "mkdocs.yml"


@pytest.mark.parametrize(
    ("form", "told"), [("text", "no problems found\n"), ("json", "[]\n"), ("github", "")]
)
def test_a_sound_site_gives_0(form: str, told: str) -> None:
    result = run("check", "-f", BASE / "mkdocs.yml", "--format", form)
    assert (result.output, result.exit_code) == (told, 0)


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("text", (CASES / "misspelt-required-field" / "expected.txt").read_text("utf-8")),
        (
            "github",
            "::error file=practices/clubs/practice.yml,line=3,col=1,endLine=3,endColumn=6,"
            'title=unknown-field::"titel" is not a field of a practice%0A'
            'hint: did you mean "title"? "title" is also required and is missing.\n',
        ),
    ],
)
def test_a_fault_in_the_content_gives_1(lay: Lay, form: str, told: str) -> None:
    config = configured(lay, CASES / "misspelt-required-field")
    result = run("check", "-f", config, "--format", form)
    assert (result.output, result.exit_code) == (told, 1)


def test_programs_get_the_same_fault_as_json(lay: Lay) -> None:
    config = configured(lay, CASES / "misspelt-required-field")
    result = run("check", "-f", config, "--format", "json")
    assert [told["rule"] for told in json.loads(result.output)] == ["unknown-field"]
    assert result.exit_code == 1


def test_a_warning_is_told_and_gives_0(lay: Lay) -> None:
    config = configured(lay, CASES / "missing-label")
    result = run("check", "-f", config)
    assert result.output == (CASES / "missing-label" / "expected.txt").read_text("utf-8")
    assert result.exit_code == 0


@pytest.mark.parametrize(
    "arguments", [("chek",), ("check", "--format", "xml"), ("check", "-f", "nothing.yml"), ("new",)]
)
def test_a_wrong_call_gives_2(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("site_name: x\n", 'mkdocs.yml does not name the plugin "komsiluk" below "plugins:".'),
        (
            "site_name: x\nplugins: [search\ntheme: material\n",
            "mkdocs.yml:3:6: the file cannot be read from here on; compare this line and the one "
            "above it with the example in the documentation.",
        ),
        (
            "plugins: [komsiluk]\n",
            'mkdocs.yml cannot be used: "site_name": Required configuration not provided.',
        ),
        (
            "- search\n",
            'mkdocs.yml holds no settings; write one a line, as in "site_name: Good practices".',
        ),
        (
            "site_name: x\nplugins:\n  - i18n: {languages: [{locale: qx, name: x, default: true}]}\n"
            "  - komsiluk\n",
            'mkdocs.yml: "qx" is not a language that the Unicode CLDR knows; '
            'write it as "en", "mk" or "sr-Latn".',
        ),
        (
            "site_name: x\nplugins:\n  - komsiluk: {practices: recipes}\n",
            "there is no folder recipes beside mkdocs.yml.",
        ),
    ],
)
def test_a_configuration_that_cannot_be_used_gives_2_and_a_sentence(
    lay: Lay, monkeypatch: pytest.MonkeyPatch, text: str, told: str
) -> None:
    config = configured(lay)
    config.write_text(text, encoding="utf-8")
    monkeypatch.chdir(config.parent)
    result = run("check")
    assert (result.output, result.exit_code) == (f"Error: {told}\n", 2)


def test_building_without_a_usable_configuration_gives_2_too(
    lay: Lay, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = configured(lay)
    config.write_text("site_name: x\n", encoding="utf-8")
    monkeypatch.chdir(config.parent)
    for command in ("build", "serve", "new", "stamp"):
        result = run(command, *(["Title"] if command == "new" else []))
        assert (
            result.output
            == 'Error: mkdocs.yml does not name the plugin "komsiluk" below "plugins:".\n'
        )
        assert result.exit_code == 2


def test_a_refusal_speaks_the_language_that_the_command_was_given(
    lay: Lay, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = configured(lay)
    config.write_text("site_name: x\n", encoding="utf-8")
    monkeypatch.chdir(config.parent)
    result = run("check", "--language", "sr-Latn")
    assert (result.output, result.exit_code) == (
        "Greška: mkdocs.yml ne navodi dodatak „komsiluk” pod `plugins:`.\n",
        2,
    )


def test_a_language_that_the_site_does_not_have_cannot_be_served() -> None:
    result = run("serve", "-f", BASE / "mkdocs.yml", "-l", "mk", "--language", "sr")
    assert (result.output, result.exit_code) == (
        'Error: "sr" is not a language of this site; it has en, sr-Latn, sr-Cyrl, mk.\n',
        2,
    )


def test_only_the_languages_that_are_named_are_served(monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[object] = []
    monkeypatch.setattr(serve_command, "serve_site", lambda *given: served.append(given))
    config = BASE / "mkdocs.yml"
    run("serve", "-f", config, "-l", "mk", "-l", "en")
    run("serve", "-f", config)
    assert served == [
        (config, "127.0.0.1:8000", ("mk", "en")),
        (config, "127.0.0.1:8000", ()),
    ]


def test_our_own_fault_gives_3_and_asks_for_a_report(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*arguments: object, **named: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(check_command, "build", type("Broken", (), {"check": broken}))
    monkeypatch.setattr("sys.argv", ["komsiluk", "check", "-f", str(BASE / "mkdocs.yml")])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 3
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "Traceback (most recent call last):"
    assert said[-2:] == [
        "ZeroDivisionError: a bug",
        "komsiluk: this is our fault, not yours; please report it with the lines above.",
    ]


def test_after_a_stamp_only_the_paragraph_that_changes_is_outdated(lay: Lay) -> None:
    settings = lay()
    config = settings.root / "mkdocs.yml"
    original = settings.practices / "clubs" / "practice.yml"
    edit(original, "  text: Old and", "  text: |\n    First.\n\n    Second.\n\n    Old and")
    translation = settings.practices / "clubs" / "t" / "mk.yml"
    edit(
        translation, "title:", "problem:\n  text: |\n    Прво.\n\n    Второ.\n\n    Трето.\ntitle:"
    )
    result = run("stamp", "-f", config)
    assert (result.output, result.exit_code) == ("stamped clubs/mk: 2 of 2 texts\n", 0)
    assert build.check(settings).diagnostics == ()
    edit(original, "Second.", "Another one.")
    assert states(settings, "mk", "problem.text") == [
        ("Прво.", False),
        ("Второ.", True),
        ("Трето.", False),
    ]
    assert states(settings, "mk", "title") == [("Клубови за соседи", False)]
    assert run("stamp", "clubs/mk", "-f", config).exit_code == 0
    assert states(settings, "mk", "problem.text")[1] == ("Второ.", False)


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def states(settings: Settings, tag: str, name: str) -> list[tuple[str, bool]]:
    planned = build.pages(build.check(settings))
    text = planned.practice(tag, "clubs").texts.must(name)
    return [(paragraph.text, paragraph.outdated) for paragraph in text.paragraphs]


def test_a_text_with_other_paragraphs_than_the_original_is_not_stamped(lay: Lay) -> None:
    settings = lay()
    edit(
        settings.practices / "clubs" / "t" / "mk.yml",
        "title:",
        "summary: |\n  Прво.\n\n  Второ.\ntitle:",
    )
    result = run("stamp", "clubs/mk", "-f", settings.root / "mkdocs.yml")
    assert result.output == "stamped clubs/mk: 1 of 2 texts\n"
    lock = json.loads((settings.practices / "clubs" / "t" / "mk.lock.json").read_text("utf-8"))
    assert list(lock) == ["title"]
    assert build.pages(build.check(settings)).practice("mk", "clubs").state.n_outdated == 0


def test_a_translation_that_is_not_there_cannot_be_stamped(lay: Lay) -> None:
    result = run("stamp", "clubs/sq", "-f", configured(lay))
    assert (result.output, result.exit_code) == (
        "Error: there is no sound translation clubs/sq; see `komsiluk check`.\n",
        2,
    )


def test_hand_written_pages_get_the_other_script(tmp_path: Path) -> None:
    latin, cyrillic = tmp_path / "sr-Latn", tmp_path / "sr-Cyrl"
    (latin / "more").mkdir(parents=True)
    (latin / "index.md").write_text(
        "---\ntitle: Početak\ntemplate: home.html\n---\n# Početak\n\n"
        "Pišite [nama](contribute.md) ili na <https://example.org/knjiga>. `komsiluk check`\n",
        encoding="utf-8",
    )
    (latin / "more" / "page.md").write_text("Ljubav i njegovanje.\n", encoding="utf-8")
    (latin / "picture.svg").write_text("<svg/>", encoding="utf-8")
    result = run("transliterate", latin, cyrillic)
    assert (result.output, result.exit_code) == ("", 0)
    assert (cyrillic / "index.md").read_text("utf-8") == (
        "---\ntitle: Почетак\ntemplate: home.html\n---\n# Почетак\n\n"
        "Пишите [нама](contribute.md) или на <https://example.org/knjiga>. `komsiluk check`\n"
    )
    assert (cyrillic / "more" / "page.md").read_text("utf-8") == "Љубав и његовање.\n"
    assert sorted(path.name for path in cyrillic.iterdir()) == ["index.md", "more"]


def test_folders_without_a_converter_between_them_are_refused(tmp_path: Path) -> None:
    (tmp_path / "mk").mkdir()
    (tmp_path / "mk" / "index.md").write_text("Почеток", encoding="utf-8")
    result = run("transliterate", tmp_path / "mk", tmp_path / "sq")
    assert (result.output, result.exit_code) == (
        'Error: nothing turns "mk" into "sq" letter by letter; '
        "call the folders sr-Latn and sr-Cyrl.\n",
        2,
    )


@pytest.mark.parametrize(("arguments", "code"), [(["--version"], 0), (["no-such-command"], 2)])
def test_a_process_ends_with_its_exit_code_and_says_all_that_it_has_to(
    arguments: list[str], code: int
) -> None:
    script = (
        "import atexit, sys; from komsiluk.cli.main import main;"
        " atexit.register(print, 'tidied up'); print('begun', file=sys.stdout); main()"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=False
    )
    assert ended.returncode == code
    assert ended.stdout.startswith("begun\n") and ended.stdout.endswith("tidied up\n")
