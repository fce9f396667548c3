"""Rules judge the text that was read: what becomes of the files meanwhile is nothing to them."""

from __future__ import annotations

import builtins
import contextlib
import io
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from komsiluk import rules
from komsiluk.diagnostics import Diagnostic
from komsiluk.settings import Settings
from komsiluk.source import collection
from komsiluk.source.collection import Loaded
from tests.small_site import Lay
from tests.test_rejected import CASES, TODAY

PERIOD = 'period: {start: "2020", end: "2010", source: {id: nowhere, at: "p. 1"}}\n'


def loaded(settings: Settings) -> Loaded:
    return collection.load(settings.practices, settings.languages, root=settings.root)


def with_wrong_period(lay: Lay) -> tuple[Settings, Path, int]:
    """A site, the file of its practice, and the line of it that is wrong."""
    settings = lay()
    file = settings.practices / "clubs" / "practice.yml"
    text = "".join(
        line for line in file.read_text("utf-8").splitlines(True) if not line.startswith("period:")
    )
    file.write_text(text + PERIOD, encoding="utf-8")
    return settings, file, text.count("\n") + 1


def test_a_file_that_is_gone_is_judged_as_it_was_read(lay: Lay) -> None:
    settings, file, line = with_wrong_period(lay)
    read = loaded(settings)
    file.unlink()
    assert places(rules.check(read, settings.languages), "period-order") == [(line, PERIOD[:-1])]


def test_the_line_is_that_of_the_text_that_was_judged(lay: Lay) -> None:
    settings, file, line = with_wrong_period(lay)
    read = loaded(settings)
    file.write_text("# more\n" * 5 + file.read_text("utf-8"), encoding="utf-8")
    assert places(rules.check(read, settings.languages), "period-order") == [(line, PERIOD[:-1])]


@contextlib.contextmanager
def nothing_is_opened() -> Iterator[None]:
    def refused(*arguments: object, **named: object) -> None:
        raise AssertionError(f"something was opened: {arguments}")

    with pytest.MonkeyPatch.context() as patch:
        for owner, name in (
            (builtins, "open"), (io, "open"), (os, "open"), (os, "scandir"),
            (Path, "open"), (Path, "read_text"), (Path, "read_bytes"), (Path, "stat"),
        ):  # fmt: skip
            patch.setattr(owner, name, refused)
        yield


@pytest.mark.parametrize(
    "case", sorted(path for path in CASES.iterdir()), ids=lambda case: str(case.name)
)
def test_no_rule_opens_a_file(case: Path, lay: Lay) -> None:
    settings = lay(case)
    before = rules.check(loaded(settings), settings.languages, TODAY)  # Tables are read but once.
    read = loaded(settings)
    shutil.rmtree(settings.practices)
    with nothing_is_opened():
        after = rules.check(read, settings.languages, TODAY)
    assert after == before


def places(diagnostics: tuple[Diagnostic, ...], rule: str) -> list[tuple[int, str]]:
    return [(one.span.line, one.excerpt) for one in diagnostics if one.rule == rule and one.span]
