"""Small files of `cases/syntax` to the exact problems that their authors are told.

`<case>.txt` holds them as `line:column: rule: message` and `  hint: …`; REWRITE=1 writes it anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from komsiluk.diagnostics import Diagnostic, Severity
from komsiluk.messages import render
from komsiluk.source import events
from komsiluk.source.document import read
from komsiluk.source.pure import PatientLoader

CASES = Path(__file__).parent / "cases" / "syntax"


def shown(problem: Diagnostic) -> str:
    place = f"{problem.span.line}:{problem.span.column}: " if problem.span else ""
    word = "" if problem.severity is Severity.ERROR else f"{problem.severity.word}: "
    hint = f"  hint: {render(problem.hint)}\n" if problem.hint else ""
    return f"{place}{word}{problem.rule}: {render(problem.message)}\n{hint}"


@pytest.mark.parametrize("parser", [yaml.CSafeLoader, PatientLoader], ids=["libyaml", "pure"])
@pytest.mark.parametrize("case", sorted(CASES.glob("*.yml")), ids=lambda case: str(case.stem))
def test_an_author_is_told_exactly_this(
    case: Path, parser: type[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "_PARSER", parser)
    report = "".join(map(shown, read(case.read_bytes(), file=case.name).problems))
    expected = case.with_suffix(".txt")
    if os.environ.get("REWRITE") and parser is yaml.CSafeLoader:
        expected.write_text(report, encoding="utf-8")
    assert report == expected.read_text(encoding="utf-8")
