"""Diagnostics to the terminal: the only place that prints them."""

from __future__ import annotations

from collections.abc import Sequence

import click

from komsiluk.diagnostics import Diagnostic, has_errors
from komsiluk.reports import REPORTERS, summary

FAULTY = 1
"""The exit code when the content has errors."""


def report(diagnostics: Sequence[Diagnostic], form: str) -> int:
    """Print the diagnostics in a form of `REPORTERS`; the exit code that they ask for."""
    told = REPORTERS[form](diagnostics)
    if told:
        click.echo(told)
    elif form == "text":
        click.echo(summary(diagnostics))
    return FAULTY if has_errors(diagnostics) else 0
