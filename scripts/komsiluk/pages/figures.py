"""Figures of results in the words of a language."""

from __future__ import annotations

from komsiluk.model.account import Result
from komsiluk.model.words import Words


def figure(result: Result, words: Words) -> str:
    """The figure of a result without its unit: `more than 900`, `36 of 48`; empty for none."""
    if result.value is None:
        return ""
    value = words.number(result.value)
    if result.qualifier:
        value = words.say(f"qualifier.{result.qualifier}", n=value)
    if result.denominator is not None:
        value += " " + words.say("figure.of", n=words.number(result.denominator))
    return value
