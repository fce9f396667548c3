"""The policy on contested places to the phrases in which each language speaks of them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence

from komsiluk.model.words import Phrase, Words
from komsiluk.settings import Contested
from komsiluk.text.scripts import convert, other_script

_PREFIX = "contested."


def named(words: Mapping[str, Words], policy: Sequence[Contested]) -> Mapping[str, Words]:
    """The words of each language, with `contested.<code>.name` and `.footnote` as the policy has them.

    Phrases that the policy does not give stay as they are. A place that is not in the policy loses its
    `contested` phrases.
    """
    codes = {entry.code for entry in policy}
    default = next(iter(words), "")
    return {
        tag: dataclasses.replace(
            language_words,
            phrases={
                **{
                    key: phrase
                    for key, phrase in language_words.phrases.items()
                    if _stays(key, codes)
                },
                **dict(_policy_phrases(tag, default, policy)),
            },
        )
        for tag, language_words in words.items()
    }


def _stays(key: str, codes: set[str]) -> bool:
    return not key.startswith(_PREFIX) or key.removeprefix(_PREFIX).rpartition(".")[0] in codes


def _policy_phrases(
    tag: str, default: str, policy: Sequence[Contested]
) -> Iterator[tuple[str, Phrase]]:
    for entry in policy:
        for field, texts in (("name", entry.name), ("footnote", entry.footnote)):
            text = _in_language(texts, tag, default)
            if text is not None:
                yield f"{_PREFIX}{entry.code}.{field}", text


def _in_language(texts: Mapping[str, str], tag: str, default: str) -> str | None:
    """The text of a language, of its other script, or of the site's first language; None for none."""
    origin = other_script(tag)
    if tag in texts:
        return texts[tag]
    if origin is not None and origin in texts:
        return convert(texts[origin], origin, tag)
    return texts.get(default)
