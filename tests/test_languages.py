"""A language is one folder: found by looking, complete where it is ours, and borrowed from where it is not."""

from __future__ import annotations

import ast
import dataclasses
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import komsiluk
from komsiluk import build
from komsiluk.html.borrowed import marked, resolved
from komsiluk.languages import REFERENCE, language
from komsiluk.languages.folders import FILES, FOLDER, look_in, shipped_tags, tags
from komsiluk.languages.phrases import shipped_phrases
from komsiluk.languages.traits import Traits, traits
from komsiluk.messages import message, render, wordings, written
from komsiluk.mkdocs_plugin.themes import served
from komsiluk.reports import text_report
from komsiluk.rules.future_in_achieved import future_words
from komsiluk.settings import Settings
from komsiluk.source.document import read
from komsiluk.source.interface import phrases_of, still_english
from komsiluk.text.alphabets import sorting_key
from komsiluk.text.hyphens import SOFT_HYPHEN, dictionaries, soften
from komsiluk.text.keys import key, profile, table
from komsiluk.text.scripts import CONVERTERS
from komsiluk.text.slugs import slug
from tests.commands import run
from tests.drawings import by_ours
from tests.small_site import Lay

PACKAGE = Path(komsiluk.__file__).parent
INVENTED = Path(__file__).parent / "cases" / "language"
"""The folder of a language that nobody speaks, and of which no module knows: `qz`."""
N_PHRASES = len(shipped_phrases(REFERENCE))
OURS = ("bs", "de", "en", "mk", "sq", "sr-Cyrl", "sr-Latn")
EXCEPTIONS = {
    ("model/fields.py", "en"): "examples in the JSON Schema, for people who write a file",
    ("model/fields.py", "sr-Latn"): "the same",
    ("model/fields.py", "mk"): "the same",
    ("guides/word/lines.py", "hr"): "a line across the page, as Markdown's parser calls it",
    ("text/markdown.py", "hr"): "the same, as HTML calls it",
    ("text/nodes.py", "hr"): "the same, as Markdown's parser calls it",
}


@pytest.fixture
def site(lay: Lay) -> Iterator[Settings]:
    """The small site in English and the invented language."""
    settings = lay()
    shutil.copytree(INVENTED, settings.practices / FOLDER)
    look_in(settings.practices / FOLDER)
    yield dataclasses.replace(settings, languages=("en", "qz"))
    look_in(settings.practices / "nowhere")


def test_no_module_outside_names_a_language() -> None:
    known = frozenset(tags())
    named = {
        (file.relative_to(PACKAGE).as_posix(), text)
        for file in PACKAGE.rglob("*.py")
        if file.parent != PACKAGE / "languages"
        for text in _texts(file)
        if text in known
    }
    assert named == EXCEPTIONS.keys()


@pytest.mark.parametrize("tag", OURS)
def test_a_language_of_ours_has_every_phrase(tag: str) -> None:
    assert set(shipped_tags()) == set(OURS)
    if tag != "sr-Cyrl":
        phrases = shipped_phrases(tag)
        assert phrases.keys() == shipped_phrases(REFERENCE).keys()
        assert still_english(phrases, tag) == ()
        for phrase in phrases.values():
            assert all(form.strip() for form in _forms(phrase))


@pytest.mark.parametrize("tag", tags())
def test_the_files_of_a_language_are_sound(tag: str) -> None:
    folder = PACKAGE / "languages" / tag
    assert {file.name for file in folder.iterdir()} <= set(FILES)
    for file in folder.iterdir():
        document = read(file.read_bytes(), file=file.name)
        assert document.complete and not document.problems, document.problems
    known = traits(tag)
    assert known != Traits()
    assert known.converter in {"", *CONVERTERS}
    assert known.derived_from in {"", *tags()}
    assert known.hyphenation.dictionary in {"", *dictionaries()}
    assert known.search_keys in {"", *table()}


def test_another_script_says_so_in_its_folder() -> None:
    assert not (PACKAGE / "languages" / "sr-Cyrl" / "interface.yml").exists()
    assert traits("sr-Cyrl").derived_from == "sr-Latn"


def test_the_browser_gets_the_keys_of_all_languages() -> None:
    keys = table()
    assert list(keys)[:3] == ["profiles", "letters", "marks"]
    assert keys["profiles"] | {"sr": "slav", "hr": "slav", "cnr": "slav"} == keys["profiles"]
    assert set(keys["profiles"].values()) == set(list(keys)[3:])
    assert json.loads(json.dumps(keys)) == keys


def test_what_is_known_of_a_language_is_found_in_its_folder(site: Settings) -> None:
    assert language("qz").name == "Zubari"
    assert language("qz").locale.language == "hr"
    assert "".join(sorted("abriuz", key=lambda letter: sorting_key(letter, "qz"))) == "zubari"
    assert soften("zubariburi", "qz").replace(SOFT_HYPHEN, "-") == "zu-ba-ri-buri"
    assert profile("qz") == "qz" and {key(word, "qz") for word in ("zubari", "zuburi")} == {"zub"}
    pattern = future_words("qz")
    assert pattern and pattern.search("Zabu bari")
    assert slug("Ŵbari") == "zubari"
    assert served(("en", "qz"), ())["qz"] == {
        "serving": "hr",
        "language": "qz",
        "direction": "ltr",
    }


def test_reports_speak_it(site: Settings) -> None:
    told = [render(message("too-long.words.hint", n=n), "qz") for n in (1, 3, 5)]
    assert told == ["1 zub.", "3 zuba.", "5 zubi."]
    assert wordings("qz") == {**written(REFERENCE), **written("qz")}


def test_a_language_goes_with_its_site(site: Settings) -> None:
    look_in(site.practices / "nowhere")
    assert traits("qz") == Traits() and profile("qz") == ""
    with pytest.raises(LookupError):
        language("qz")


def test_pages_say_its_phrases_in_the_form_of_the_number(site: Settings) -> None:
    words = build.check(site).words["qz"]
    assert words.say("nav.label") == "Zubari buri"
    assert [words.count("count.practices", n) for n in (1, 3, 5)] == [
        "1 zubar",
        "3 zubara",
        "5 zubari",
    ]


def test_what_nobody_has_translated_is_english_and_counted(site: Settings) -> None:
    checked = build.check(site)
    found = [problem for problem in checked.diagnostics if problem.rule == "untranslated-phrases"]
    assert checked.publishable
    assert text_report(found) == (
        f"practices/_languages/qz/interface.yml: warning: {N_PHRASES - 2} of the {N_PHRASES} phrases of the"
        ' interface are still in English in "qz" [untranslated-phrases]\n'
        "  hint: `komsiluk words qz` writes them into a file to fill in; until then readers see them in English.\n"
        "1 warning"
    )
    told = [text for text in (found[0].message, found[0].hint) if text]
    assert {render(text, "sr-Latn") for text in told} & {render(text) for text in told} == set()
    words = checked.words["qz"]
    assert words.say("nav.menu") == words.say("search.label").replace("Search", "Menu") == "Menu"
    assert {"nav.menu", "search.label"} <= words.borrowed
    assert not {"nav.label", "count.practices"} & words.borrowed


def test_phrases_that_are_the_same_on_purpose_are_not_counted(site: Settings) -> None:
    english = shipped_phrases(REFERENCE)
    assert "paper.guide" not in still_english(english, "qz")
    assert "paper.brief" in still_english(english, "qz")
    assert still_english({}, "en-GB") == ()


def test_a_phrase_in_english_says_so_where_an_element_can_be(site: Settings) -> None:
    checked = build.check(site)
    pages = by_ours(site, checked)
    assert any('<span lang="en">All practices</span></h1>' in page for page in pages.values())
    assert not any(mark in page for page in pages.values() for mark in ("\x0e", "\x0f", r"\u000e"))
    assert '<span lang="en">' in pages["qz", ""]
    assert all('<span lang="en">' not in page for (tag, _), page in pages.items() if tag == "en")


def test_marks_go_where_no_element_can_be() -> None:
    text = "\x0eMenu\x0f"
    for before, after in (
        ("<title>", "</title>"),
        ('<script type="application/json">', "</script>"),
        ("<option>", "</option>"),
        ("<svg><text>", "</text></svg>"),
        ('<a aria-label="', '"></a>'),
        ("<!-- ", " -->"),
    ):
        assert resolved(f"{before}{text}{after}") == f"{before}Menu{after}"
    assert resolved(r'<script>{"menu": "\u000eMenu\u000f"}</script>') == (
        '<script>{"menu": "Menu"}</script>'
    )
    assert resolved(f"<p>{text}</p>") == '<p><span lang="en">Menu</span></p>'


def test_papers_and_search_get_the_words_alone(site: Settings) -> None:
    plan = build.pages(build.check(site))
    spoken = plan.languages["qz"]
    assert marked(spoken) is not spoken
    assert not any("\x0e" in str(phrase) for phrase in spoken.words.phrases.values())
    assert marked(plan.languages["en"]) is plan.languages["en"]


def test_the_older_file_of_phrases_is_still_read(lay: Lay) -> None:
    settings = dataclasses.replace(lay(), languages=("en", "hr"))
    file = settings.practices / "_strings" / "hr.yml"
    file.parent.mkdir()
    file.write_text('language: {cldr: hr-BA}\nwords: {"nav": {"menu": "Izbornik"}}\n', "utf-8")
    checked = build.check(settings)
    words = checked.words["hr"]
    assert (words.say("nav.menu"), words.language.locale.territory) == ("Izbornik", "BA")
    assert f"_strings/hr.yml: warning: {N_PHRASES - 1} of the {N_PHRASES}" in text_report(
        checked.diagnostics
    )


def test_a_new_site_is_told_what_is_english(tmp_path: Path) -> None:
    result = run("init", tmp_path / "s", "--languages", "en,hr")
    assert result.output.splitlines()[-1] == (
        'in "hr" the interface is still in English: fill in practices/_languages/hr/; '
        "`komsiluk words hr` tells how far that is"
    )
    result = run("check", "-f", tmp_path / "s" / "mkdocs.yml")
    assert "[untranslated-phrases]" in result.output
    assert result.output.endswith("1 warning\n") and result.exit_code == 0


def test_words_tells_how_many_and_writes_what_is_missing(lay: Lay) -> None:
    settings = lay()
    config, folder = settings.root / "mkdocs.yml", settings.practices / FOLDER / "hr"
    assert run("words", "hr", "-f", config).output == (
        f"hr: 0 of {N_PHRASES} phrases are translated; {N_PHRASES} are missing, 0 are the same as in English\n"
        "wrote practices/_languages/hr/interface.yml\n"
        "wrote practices/_languages/hr/form.yml\n"
    )
    text = (folder / "interface.yml").read_text("utf-8")
    assert '    # Menu\n    menu: ""\n' in text
    assert 'one: "", few: "", other: ""' in text
    document = read(text.encode(), file="interface.yml")
    assert document.complete and not document.problems
    again = run("words", "hr", "-f", config)
    assert "wrote" not in again.output
    assert (folder / "interface.yml").read_text("utf-8") == text


def test_words_leaves_what_is_there_and_adds_the_rest(lay: Lay) -> None:
    settings = lay()
    config, folder = settings.root / "mkdocs.yml", settings.practices / FOLDER / "hr"
    folder.mkdir(parents=True)
    before = (
        "# Moje bilješke\nwords:\n  nav:\n    menu: Izbornik   # kratko\n    label: Chief pages\n"
    )
    (folder / "interface.yml").write_text(before, encoding="utf-8")
    assert run("words", "hr", "-f", config).output.splitlines()[0] == (
        f"hr: 1 of {N_PHRASES} phrases are translated; {N_PHRASES - 2} are missing, 1 is the same as in English"
    )
    after = (folder / "interface.yml").read_text("utf-8")
    assert after.startswith(before + '  # EN\n  language.code: ""\n')
    document = read(after.encode(), file="interface.yml")
    phrases = phrases_of(document)
    assert phrases["nav.menu"] == "Izbornik" and phrases["nav.language"] == ""
    assert build.check(settings).publishable


@pytest.mark.parametrize("text", ["words: {nav: [}\n", "words:\n  nav.menu: Meni\nlanguage: {}\n"])
def test_words_does_not_touch_a_file_that_it_cannot_add_to(lay: Lay, text: str) -> None:
    settings = lay()
    file = settings.practices / FOLDER / "hr" / "interface.yml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    result = run("words", "hr", "-f", settings.root / "mkdocs.yml")
    assert "cannot be added to" in result.output and result.exit_code == 2
    assert file.read_text("utf-8") == text


def test_words_of_a_language_of_ours_are_only_counted(lay: Lay) -> None:
    settings = lay()
    result = run("words", "sr-Cyrl", "-f", settings.root / "mkdocs.yml")
    assert result.output.startswith(
        f"sr-Cyrl: {N_PHRASES} of {N_PHRASES} phrases are translated; 0 are"
    )
    assert not (settings.practices / FOLDER).exists()


def test_words_of_a_language_that_nobody_knows_are_refused(lay: Lay) -> None:
    result = run("words", "xx", "-f", lay().root / "mkdocs.yml")
    assert '"xx" is not a language' in result.output and result.exit_code == 2


def _texts(file: Path) -> set[str]:
    """The string literals of a module, without its docstrings."""
    tree = ast.parse(file.read_text("utf-8"))
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone
    }


def _forms(phrase: object) -> list[str]:
    return list(phrase.values()) if isinstance(phrase, dict) else [str(phrase)]
