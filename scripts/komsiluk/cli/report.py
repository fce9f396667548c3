"""Diagnostics to the terminal: the only place that prints them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from komsiluk.diagnostics import Diagnostic, has_errors
from komsiluk.messages import REFERENCE
from komsiluk.reports import REPORTERS, Asked, markdown_report, summary

FAULTY = 1
"""The exit code when the content has errors."""


def report(
    diagnostics: Sequence[Diagnostic],
    form: str,
    language: str = REFERENCE,
    n_files: int = 0,
    step_summary: Path | None = None,
    rules: Mapping[str, str] | None = None,
    n_silenced: int = 0,
) -> int:
    """Print the diagnostics in a form of `REPORTERS` and a language; the exit code that they ask for.

    `n_files` were looked at, `rules` has the address of the page of each rule, and authors have silenced
    `n_silenced` findings. The whole of it is
    also added to `step_summary`, in Markdown.
    """
    asked = Asked(language=language, n_files=n_files, rules=rules or {}, n_silenced=n_silenced)
    text = REPORTERS[form](diagnostics, asked)
    if text:
        click.echo(text)
    elif form == "text":
        click.echo(summary(diagnostics, language, n_silenced))
    if step_summary is not None:
        with step_summary.open("a", encoding="utf-8") as file:
            file.write(markdown_report(diagnostics, asked) + "\n")
    return FAULTY if has_errors(diagnostics) else 0
