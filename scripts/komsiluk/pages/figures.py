"""Figures of results and costs in the words of a language."""

from __future__ import annotations

from komsiluk.model.account import Cost, Result
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


def cost_line(cost: Cost, words: Words) -> str:
    """What something cost, of what year, and for how many: `Setting up: 3,000 EUR (2021), for 20 people`."""
    covers, amount = words.say(f"cost.covers.{cost.covers}"), words.number(cost.amount)
    line = f"{covers}: {amount} {cost.currency} ({cost.year})"
    if cost.participants is None:
        return line
    return f"{line}, {words.count('cost.participants', cost.participants)}"
