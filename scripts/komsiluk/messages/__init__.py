"""What reports say, by rule and language: words with blanks, and texts that remember how they were put together."""

from __future__ import annotations

import re
from collections.abc import Mapping

from komsiluk.languages import REFERENCE as REFERENCE
from komsiluk.languages import language
from komsiluk.languages.folders import kept, merged
from komsiluk.languages.phrases import Phrase, leaves
from komsiluk.text.scripts import convert, other_script

Wording = Phrase
"""One text with blanks, or one by CLDR plural category (`one`, `few`, `many`, `other`)."""


class Said(str):
    """An English text that can be said in another language as well."""

    __slots__ = ("key", "values")
    key: str
    """The name of its wording: `phone.hint`."""
    values: Mapping[str, object]
    """What stands in its blanks; some of it may be `Said` itself."""


def said(key: str, /, **values: object) -> Said:
    """The wording of a key in English, with its blanks filled. `n` chooses the plural form.

    Raises `KeyError` for a key that no language has.

    >>> said("too-long.words.hint", n=2)
    'shorten it by 2 words.'
    """
    text = Said(_filled(key, values, REFERENCE))
    text.key, text.values = key, values
    return text


def retold(text: str, tag: str) -> str:
    """The same in another language; what nobody has written in it, and what is no `Said`, as it is.

    >>> retold(said("too-long.words.hint", n=2), "sr-Cyrl")
    'скратите за 2 речи.'
    """
    if not isinstance(text, Said) or text.key not in written(tag):
        return text
    values = {name: _retold(value, tag) for name, value in text.values.items()}
    return _filled(text.key, values, tag)


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


def _retold(value: object, tag: str) -> object:
    return retold(value, tag) if isinstance(value, Said) else value


def _converted(wording: Wording, origin: str, target: str) -> Wording:
    if isinstance(wording, str):
        return convert(wording, origin, target)
    return {form: convert(text, origin, target) for form, text in wording.items()}


_BLANK = re.compile(r"\{([a-z_]+)\}")
