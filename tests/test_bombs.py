"""Files that were made to fill the memory, or to take for ever: one clear word each, and quickly."""

from __future__ import annotations

import os
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from komsiluk import build
from komsiluk.diagnostics import Diagnostic
from komsiluk.messages import render
from komsiluk.source.reader import Reader
from tests.small_site import BASE, Lay

REJECTED = BASE.parent / "rejected"
PRACTICE = Path("practices/clubs/practice.yml")
PICTURE = Path("practices/clubs/images/wall.jpg")
LAUGHS = 40
MOST_SECONDS = 0.5
"""Generous, because other work may share the machine; `python -m tests.bench.bombs` prints the figures."""
MOST_BYTES = 20 * 1024**2


def brackets(site: Path) -> None:
    (site / PRACTICE).write_text("[" * 300_000, encoding="utf-8")


def deep_brackets(site: Path) -> None:
    (site / PRACTICE).write_text(f"title: {'[' * 60_000}\n", encoding="utf-8")


def laughs(site: Path) -> None:
    lines = ["a0: &a0 [ha, ha]"]
    lines += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, LAUGHS)]
    (site / PRACTICE).write_text("\n".join([*lines, f"title: *a{LAUGHS - 1}", ""]), "utf-8")


def sparse(site: Path) -> None:
    os.truncate(site / PRACTICE, 2 * 1024**3)


def sparse_picture(site: Path) -> None:
    (site / PICTURE).parent.mkdir()
    (site / PICTURE).write_bytes(b"\xff\xd8\xff\xe0")
    os.truncate(site / PICTURE, 2 * 1024**3)


def wall(site: Path) -> None:
    from tests.pictures import bomb

    (site / PICTURE).parent.mkdir()
    (site / PICTURE).with_suffix(".png").write_bytes(bomb())


BOMBS: dict[Callable[[Path], None], str] = {
    brackets: "the file holds 293 KB; the most is 64 KB",
    deep_brackets: "there are more than 12 levels of fields and lists here",
    laughs: 'this file copies values from place to place, by "&" and "*", 119 times; these files do not do that',
    sparse: "the file holds 2097152 KB; the most is 64 KB",
    sparse_picture: "the picture holds 2048.0 MB; the most is 8 MB",
    wall: "the picture claims to have 144 million pixels; the most is 40 million",
}
"""What makes each, and what is said of it."""


@pytest.mark.parametrize("make", BOMBS, ids=lambda make: make.__name__)
def test_a_bomb_is_one_clear_error(make: Callable[[Path], None], lay: Lay) -> None:
    settings = lay()
    reader = Reader()
    build.check(settings, reader)
    start = time.process_time()
    build.check(settings, reader)
    before = time.process_time() - start
    make(settings.root)
    tracemalloc.start()
    start = time.process_time()
    found = build.check(settings, reader).diagnostics
    seconds = time.process_time() - start
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [render(problem.message) for problem in errors(found)] == [BOMBS[make]]
    assert seconds < before + MOST_SECONDS
    assert peak < MOST_BYTES


def errors(found: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    return [problem for problem in found if problem.severity.word == "error"]
