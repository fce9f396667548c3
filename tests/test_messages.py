"""What reports say: the same in every language, with the same blanks."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import pytest

from komsiluk.languages import language
from komsiluk.messages import REFERENCE, message, render, wordings, written
from komsiluk.rules.table import spoken
from komsiluk.text.dangers import table

LANGUAGES = ("bs", "de", "en", "mk", "sq", "sr-Cyrl", "sr-Latn")
IN_THE_FORM = frozenset(
    {finder["rule"] for finder in table()["finders"]} | spoken() | {"too-long", "report"}
)
"""The rules that run in the browser too, where the reader's language is the only one."""
FOLDER = Path(str(resources.files("komsiluk") / "messages"))
_BLANK = re.compile(r"\{([a-z_]+)\}")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_language_has_the_words_of_the_form(tag: str) -> None:
    keys = {key for key in written(REFERENCE) if key.split(".")[0] in IN_THE_FORM}
    assert keys - written(tag).keys() == set()


@pytest.mark.parametrize("tag", ["sr-Latn", "sr-Cyrl"])
def test_serbian_has_everything(tag: str) -> None:
    assert written(tag).keys() == written(REFERENCE).keys()


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_language_has_other_keys_or_blanks_than_english(tag: str) -> None:
    for key, wording in written(tag).items():
        english = written(REFERENCE)[key]
        forms = [wording] if isinstance(wording, str) else list(wording.values())
        known = blanks(english if isinstance(english, str) else english["other"])
        for form in forms:
            assert blanks(form) <= known, key


@pytest.mark.parametrize("tag", LANGUAGES)
def test_numbers_have_the_plural_forms_of_the_language(tag: str) -> None:
    plural = language(tag).locale.plural_form
    needed = {plural(number) for number in range(1, 200)}
    for key, wording in written(tag).items():
        if not isinstance(wording, str):
            assert needed <= wording.keys() | {"many"}, key


def test_a_number_chooses_the_form() -> None:
    told = [render(message("too-long.words.hint", n=n), "sr-Latn") for n in (1, 3, 5, 21)]
    assert told == [
        "skratite za 1 reč.",
        "skratite za 3 reči.",
        "skratite za 5 reči.",
        "skratite za 21 reč.",
    ]


def test_cyrillic_is_derived_and_keeps_names_and_blanks() -> None:
    assert render(message("link-shortener.message", found="bit.ly"), "sr-Cyrl") == (
        "„bit.ly” крије куда веза води, а можда неће ни трајати"
    )


def test_what_nobody_has_written_in_a_language_is_said_in_english() -> None:
    assert render(message("yaml-syntax.message"), "mk") == "from here on the file cannot be read"
    assert render(message("phone.hint"), "fi") == render(message("phone.hint"))
    assert wordings("fi") == written(REFERENCE)


def test_a_message_within_a_message_is_said_in_the_same_language() -> None:
    nested = message("piece.or-quote-it", otherwise=message("no-tags.hint"), example="x")
    assert render(nested, "sr-Latn").startswith("obrišite")


def test_a_message_never_becomes_text_without_a_language() -> None:
    for join in (str, "{}.".format, lambda text: f"{text}."):
        with pytest.raises(TypeError):
            join(message("phone.hint"))


def test_a_message_that_has_no_words_is_our_fault() -> None:
    with pytest.raises(KeyError):
        render(message("no-such-key"))


def test_every_message_of_the_program_has_words() -> None:
    package = FOLDER.parent
    named = {
        key
        for file in sorted(package.rglob("*.py"))
        for key in re.findall(r'\bmessage\(\s*"([^"{]+)"', file.read_text("utf-8"))
        if file.parent != FOLDER
    }
    assert len(named) > 200
    assert named - written(REFERENCE).keys() == set()


def blanks(text: str) -> set[str]:
    return set(_BLANK.findall(text))
