"""What reports say, by rule and language: words with blanks, and messages to texts of a language."""

from __future__ import annotations

import re
from collections.abc import Mapping

from komsiluk.diagnostics import Message, Parameter
from komsiluk.languages import REFERENCE as REFERENCE
from komsiluk.languages import language
from komsiluk.languages.folders import kept, merged
from komsiluk.languages.phrases import Phrase, leaves
from komsiluk.text.scripts import convert, other_script

Wording = Phrase
"""One text with blanks, or one by CLDR plural category (`one`, `few`, `many`, `other`)."""


def message(key: str, /, **params: object) -> Message:
    """The message of a key; `params` stand in its blanks, and `n` chooses the plural form.

    What is neither a number nor a message itself is put down as text.

    >>> message("too-long.words.hint", n=2)
    Message(key='too-long.words.hint', params=(('n', 2),))
    """
    return Message(key, tuple((name, _parameter(value)) for name, value in params.items()))


def render(text: Message, tag: str = REFERENCE) -> str:
    """The text of a message in a language; in English where nobody has written it in that language.

    Raises `KeyError` for a key that English does not have.

    >>> render(message("too-long.words.hint", n=2)), render(message("too-long.words.hint", n=2), "sr-Cyrl")
    ('shorten it by 2 words.', 'скратите за 2 речи.')
    """
    if text.key not in written(tag):
        tag = REFERENCE
    params = {
        name: render(value, tag) if isinstance(value, Message) else value
        for name, value in text.params
    }
    return _filled(text.key, params, tag)


class RefusalError(Exception):
    """Something that is refused to a person, with the reason for it; as text it is English."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return render(self.reason)


def wordings(tag: str) -> Mapping[str, Wording]:
    """Every wording by key; in English where the language has none."""
    return {**written(REFERENCE), **written(tag)}


@kept
def written(tag: str) -> Mapping[str, Wording]:
    """The wordings that a language has."""
    own = _own(tag)
    origin = other_script(tag)
    if own or origin is None:
        return own
    return {key: _converted(wording, origin, tag) for key, wording in _own(origin).items()}


def _own(tag: str) -> Mapping[str, Wording]:
    return dict(leaves(merged(tag, "messages.yml")))


def _filled(key: str, values: Mapping[str, object], tag: str) -> str:
    wording = written(tag)[key]
    if not isinstance(wording, str):
        number = values["n"]
        assert isinstance(number, int | float), key
        form = language(tag).locale.plural_form(number)
        wording = wording.get(form, wording["other"])
    return _BLANK.sub(lambda blank: str(values.get(blank[1], blank[0])), wording)


def _parameter(value: object) -> Parameter:
    return value if isinstance(value, str | int | float | Message) else str(value)


def _converted(wording: Wording, origin: str, target: str) -> Wording:
    if isinstance(wording, str):
        return convert(wording, origin, target)
    return {form: convert(text, origin, target) for form, text in wording.items()}


_BLANK = re.compile(r"\{([a-z_]+)\}")
